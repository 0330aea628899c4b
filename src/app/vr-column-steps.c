/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps through a column: by characters, words and paragraphs, over what has no text. */
#include "vr-column.h"

/* The characters of the text at one position. */
typedef struct
{
  const char *text;
  guint32 n_bytes;
  const PangoLogAttr *attributes;
  int n_chars;
} Here;

static Here
look_at (VrColumn *self, guint position)
{
  const PangoLogAttr *attributes = vr_column_peek_attributes (self, position);
  const VrRowText *text = vr_column_peek_text (self, position);

  return (Here){ .text = text->text,
                 .n_bytes = (guint32)text->n_bytes,
                 .attributes = attributes,
                 .n_chars = (int)g_utf8_strlen (text->text, text->n_bytes) };
}

static int
to_char (const Here *here, guint32 byte)
{
  return (int)g_utf8_pointer_to_offset (here->text, here->text + MIN (byte, here->n_bytes));
}

static guint32
to_byte (const Here *here, int index)
{
  return (guint32)(g_utf8_offset_to_pointer (here->text, index) - here->text);
}

static gboolean
can_stand (const Here *here, int index)
{
  return here->attributes[index].is_cursor_position
         && !vr_row_text_is_between (here->text, to_byte (here, index));
}

/* The next character behind or before @point in the same text. */
static gboolean
find_character (VrColumn *self, VrTextPoint *point, int direction)
{
  Here here = look_at (self, point->position);

  for (int i = to_char (&here, point->byte) + direction; i >= 0 && i <= here.n_chars;
       i += direction)
    if (can_stand (&here, i))
      {
        point->byte = to_byte (&here, i);
        return TRUE;
      }

  return FALSE;
}

/* The next end of a word behind @point in the same text, or the next start before it. */
static gboolean
find_word_edge (VrColumn *self, VrTextPoint *point, int direction)
{
  const GArray *words = vr_column_peek_words (self, point->position);

  for (guint i = 0; i < words->len; i++)
    {
      const VrSpan *word = &g_array_index (words, VrSpan, direction > 0 ? i : words->len - 1 - i);
      guint32 edge = direction > 0 ? word->to : word->from;

      if (direction > 0 ? edge > point->byte : edge < point->byte)
        {
          point->byte = edge;
          return TRUE;
        }
    }

  return FALSE;
}

/* To the end of the text before, or the start of the one behind. */
static gboolean
step_over (VrColumn *self, VrTextPoint *point, int direction)
{
  guint next = vr_column_find (self, point->position + (guint)direction, direction);

  if (next == VR_PAIR_NONE)
    return FALSE;
  point->position = next;
  point->byte = direction > 0 ? 0 : vr_column_get_n_bytes (self, next);

  return TRUE;
}

/* Whether a step over led to the very place where it began. */
static gboolean
is_same_place (const VrColumn *self, VrTextPoint point, int direction)
{
  if (direction > 0)
    return vr_column_continues (self, point.position);

  return vr_column_continues (self, vr_column_find (self, point.position + 1, 1));
}

static VrTextPoint
step_character (VrColumn *self, VrTextPoint point, int direction)
{
  while (!find_character (self, &point, direction))
    if (!step_over (self, &point, direction) || !is_same_place (self, point, direction))
      break;

  return point;
}

static VrTextPoint
step_word (VrColumn *self, VrTextPoint point, int direction)
{
  while (!find_word_edge (self, &point, direction))
    if (!step_over (self, &point, direction))
      {
        point.byte = direction > 0 ? vr_column_get_n_bytes (self, point.position) : 0;
        break;
      }

  return point;
}

/* The end of the paragraph of one text, from @byte on. */
static guint32
find_end (const VrRowText *text, guint32 byte)
{
  const char *at = strstr (text->text + byte, VR_ROW_TEXT_EMPTY_LINE);

  return at != NULL ? (guint32)(at - text->text) : (guint32)text->n_bytes;
}

/* Where the paragraph of one text that holds @byte begins. */
static guint32
find_start (const VrRowText *text, guint32 byte)
{
  const char *at = g_strrstr_len (text->text, byte, VR_ROW_TEXT_EMPTY_LINE);

  return at != NULL ? (guint32)(at - text->text + strlen (VR_ROW_TEXT_EMPTY_LINE)) : 0;
}

static VrTextPoint
to_paragraph_end (VrColumn *self, VrTextPoint point)
{
  point.byte = find_end (vr_column_peek_text (self, point.position), point.byte);
  while (point.byte == vr_column_get_n_bytes (self, point.position))
    {
      VrTextPoint next = point;

      if (!step_over (self, &next, 1) || !vr_column_continues (self, next.position))
        break;
      point = next;
      point.byte = find_end (vr_column_peek_text (self, point.position), 0);
    }

  return point;
}

static VrTextPoint
to_paragraph_start (VrColumn *self, VrTextPoint point)
{
  point.byte = find_start (vr_column_peek_text (self, point.position), point.byte);
  while (point.byte == 0 && vr_column_continues (self, point.position)
         && step_over (self, &point, -1))
    point.byte = find_start (vr_column_peek_text (self, point.position), point.byte);

  return point;
}

static VrTextPoint
step_paragraph (VrColumn *self, VrTextPoint point, int direction)
{
  VrTextPoint edge =
      direction > 0 ? to_paragraph_end (self, point) : to_paragraph_start (self, point);
  VrTextPoint beyond;

  if (vr_column_compare (edge, point) != 0)
    return edge;
  beyond = step_character (self, edge, direction);
  if (vr_column_compare (beyond, edge) == 0)
    return edge;

  return direction > 0 ? to_paragraph_end (self, beyond) : to_paragraph_start (self, beyond);
}

static VrTextPoint
step_end (VrColumn *self, VrTextPoint point, int direction)
{
  VrTextRange all;

  if (!vr_column_get_all (self, &all))
    return point;

  return direction > 0 ? all.to : all.from;
}

VrTextPoint
vr_column_step (VrColumn *self, VrTextPoint point, VrTextStep step, int direction)
{
  switch (step)
    {
    case VR_TEXT_STEP_CHARACTER:
      return step_character (self, point, direction);
    case VR_TEXT_STEP_WORD:
      return step_word (self, point, direction);
    case VR_TEXT_STEP_PARAGRAPH:
      return step_paragraph (self, point, direction);
    case VR_TEXT_STEP_END:
      return step_end (self, point, direction);
    default:
      g_return_val_if_reached (point);
    }
}

guint32
vr_column_snap (VrColumn *self, guint position, guint32 byte, int direction)
{
  Here here = look_at (self, position);
  int index = to_char (&here, byte);

  while (index > 0 && index < here.n_chars && !can_stand (&here, index))
    index += direction;

  return to_byte (&here, index);
}

/* Outside of words: a run of white space, or one character. */
static void
find_gap (const Here *here, int *from, int *to)
{
  gboolean is_white = here->attributes[*from].is_white;

  *to = *from + 1;
  if (is_white)
    {
      while (*from > 0 && here->attributes[*from - 1].is_white && can_stand (here, *from))
        --*from;
      while (*to < here->n_chars && here->attributes[*to].is_white && can_stand (here, *to))
        ++*to;
      return;
    }
  while (*from > 0 && !can_stand (here, *from))
    --*from;
  while (*to < here->n_chars && !can_stand (here, *to))
    ++*to;
}

VrTextRange
vr_column_word_at (VrColumn *self, VrTextPoint point)
{
  const GArray *words = vr_column_peek_words (self, point.position);
  Here here = look_at (self, point.position);
  int from = to_char (&here, point.byte);
  int to = from;

  for (guint i = 0; i < words->len; i++)
    {
      const VrSpan *word = &g_array_index (words, VrSpan, i);

      if (point.byte >= word->from && point.byte < word->to)
        return (VrTextRange){ { point.position, word->from }, { point.position, word->to } };
    }
  if (from < here.n_chars)
    find_gap (&here, &from, &to);

  return (VrTextRange){ { point.position, to_byte (&here, from) },
                        { point.position, to_byte (&here, to) } };
}

VrTextRange
vr_column_paragraph_at (VrColumn *self, VrTextPoint point)
{
  return (VrTextRange){ to_paragraph_start (self, point), to_paragraph_end (self, point) };
}
