/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article's words in an HTML report, with what differs marked. */
#include "vr-report-html-private.h"
#include "vr-report-markup.h"
#include "vr-report-moves.h"
#include "vr-report-role.h"

#include <string.h>

/* The first byte, in UTF-8, of all characters that stand as their number. */
#define CONTROL_LEAD 0xe2

typedef enum
{
  KEEP_NOTHING = 0,
  KEEP_ISOLATES = 1 << 0, /* U+2068 and U+2069 */
  NO_ELEMENTS = 1 << 1,
} Manner;

/* What lies over a side's pieces. */
typedef struct
{
  VrSpan span;
  gboolean is_critical; /* else a sentence that moved */
} Overlay;

/* Of a piece, what lies under one overlay or none. */
typedef struct
{
  VrPieceOp op;
  const Overlay *overlay; /* (nullable) */
  gboolean is_space;      /* the whole piece is */
} Part;

typedef struct
{
  const VrReportHtml *page;
  VrOutput *output;
  VrRow row;
  VrRole role;
  VrReportTexts texts;
  GArray *overlays[VR_N_SIDES]; /* Overlay, rising */
  guint at[VR_N_SIDES];         /* the first overlay that does not lie before */
  gboolean is_inline;
  gboolean has_parts; /* several paragraphs, each in an element of its own */
  const char *tag;    /* (nullable): the element that is open inside the paragraph */
} Cell;

/* 0 where @p is no such character; @end is behind the text. */
static gunichar
get_control (const char *p, const char *end, guint manner)
{
  const guchar *bytes = (const guchar *)p;

  if (end - p < 3)
    return 0;
  if (bytes[1] == 0x80 && bytes[2] >= 0xa8 && bytes[2] <= 0xae)
    return 0x2028 + bytes[2] - 0xa8u;
  if (bytes[1] == 0x81 && bytes[2] >= 0xa6 && bytes[2] <= 0xa9
      && !((manner & KEEP_ISOLATES) && bytes[2] >= 0xa8))
    return 0x2066 + bytes[2] - 0xa6u;
  return 0;
}

static void
put_control (VrOutput *output, gunichar c, guint manner)
{
  char number[sizeof "[U+10FFFF]"];

  g_snprintf (number, sizeof number, manner & NO_ELEMENTS ? "[U+%04X]" : "U+%04X", c);
  vr_output_put (output, manner & NO_ELEMENTS ? "" : "<code>");
  vr_output_put (output, number);
  vr_output_put (output, manner & NO_ELEMENTS ? "" : "</code>");
}

static void
put (VrOutput *output, VrSlice text, guint manner)
{
  const char *end = text.text + text.n_bytes;
  const char *start = text.text;

  for (const char *p = start; p < end && (p = memchr (p, CONTROL_LEAD, (gsize)(end - p))) != NULL;)
    {
      gunichar c = get_control (p, end, manner);

      if (c == 0)
        {
          p++;
          continue;
        }
      vr_markup_put (output, start, (gsize)(p - start));
      put_control (output, c, manner);
      start = p = g_utf8_next_char (p);
    }
  vr_markup_put (output, start, (gsize)(end - start));
}

void
vr_report_html_put_text (VrOutput *output, VrSlice text)
{
  put (output, text, KEEP_NOTHING);
}

void
vr_report_html_put_words (VrOutput *output, const char *words)
{
  put (output, (VrSlice){ words, strlen (words) }, KEEP_ISOLATES);
}

void
vr_report_html_put_plain (VrOutput *output, const char *words)
{
  put (output, (VrSlice){ words, strlen (words) }, NO_ELEMENTS);
}

static void
put_end_tag (VrOutput *output, const char *name)
{
  vr_output_put (output, "</");
  vr_output_write (output, name, strcspn (name, " "));
  vr_output_put_char (output, '>');
}

static void
put_tag (VrOutput *output, const char *name)
{
  vr_output_put_char (output, '<');
  vr_output_put (output, name);
  vr_output_put_char (output, '>');
}

void
vr_report_html_put_element (VrOutput *output, const char *name, const char *words)
{
  put_tag (output, name);
  vr_report_html_put_words (output, words);
  put_end_tag (output, name);
}

void
vr_report_html_put_anchor (VrOutput *output, const char *before, guint number)
{
  char digits[sizeof "4294967295"];
  char *start = digits + sizeof digits;

  do
    *--start = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  vr_output_put (output, before);
  vr_output_write (output, start, (gsize)(digits + sizeof digits - start));
}

void
vr_report_html_put_manner (const VrReportHtml *self, VrSide side, VrSlice text)
{
  const char *language =
      vr_article_get_language (vr_comparison_get_article (self->comparison, side));
  VrDirection direction = vr_direction_of (text);

  if (!g_str_equal (language, self->language))
    vr_markup_put_attribute (self->output, "lang", g_str_equal (language, "und") ? "" : language);
  if (direction != VR_DIRECTION_NONE && direction != self->direction)
    vr_output_put (self->output,
                   direction == VR_DIRECTION_RIGHT_TO_LEFT ? " dir=\"rtl\"" : " dir=\"ltr\"");
}

void
vr_report_html_put_quoted (const VrReportHtml *self, const char *name, VrSide side,
                           const char *words)
{
  VrSlice text = { words, strlen (words) };

  vr_output_put_char (self->output, '<');
  vr_output_put (self->output, name);
  vr_report_html_put_manner (self, side, text);
  vr_output_put_char (self->output, '>');
  vr_report_html_put_text (self->output, text);
  put_end_tag (self->output, name);
}

/* Spaces alone would hardly be seen, and white space that differs in kind not at all. */
static const char *
get_picture (gunichar c)
{
  switch (c)
    {
    case ' ':
      return "␣";
    case '\t':
      return "⇥";
    case '\n':
      return "↵";
    case 0xa0:
    case 0x202f:
      return "⍽";
    default:
      return NULL;
    }
}

static gboolean
is_space (VrSlice text)
{
  const char *end = text.text + text.n_bytes;

  for (const char *p = text.text; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return text.n_bytes > 0;
}

static void
put_space (VrOutput *output, VrSlice text)
{
  const char *end = text.text + text.n_bytes;

  for (const char *p = text.text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *picture = get_picture (c);

      if (picture != NULL)
        vr_output_put (output, picture);
      else
        put_control (output, c, KEEP_NOTHING);
      /* A line may still end here. */
      vr_output_put (output, "<wbr>");
    }
}

static const char *
get_tag (const Cell *self, VrPieceOp op, gboolean is_moved)
{
  switch (op)
    {
    case VR_PIECE_DELETE:
      return is_moved ? "del class=\"m\"" : "del";
    case VR_PIECE_INSERT:
      return is_moved ? "ins class=\"m\"" : "ins";
    case VR_PIECE_QUIET:
      return self->page->options->quiet ? "u" : NULL;
    case VR_PIECE_EQUAL:
    default:
      return NULL;
    }
}

static void
set_tag (Cell *self, const char *tag)
{
  if (g_strcmp0 (tag, self->tag) == 0)
    return;
  if (self->tag != NULL)
    put_end_tag (self->output, self->tag);
  self->tag = tag;
  if (tag != NULL)
    put_tag (self->output, tag);
}

/* Text inside of one paragraph, all of one kind. */
static void
put_run (Cell *self, VrSlice text, const Part *part)
{
  gboolean is_critical = part->overlay != NULL && part->overlay->is_critical;
  gboolean is_moved = part->overlay != NULL && !part->overlay->is_critical;

  if (text.n_bytes == 0)
    return;
  set_tag (self, get_tag (self, part->op, is_moved));
  vr_output_put (self->output, is_critical ? "<mark>" : "");
  if (part->is_space && self->tag != NULL)
    put_space (self->output, text);
  else
    vr_report_html_put_text (self->output, text);
  vr_output_put (self->output, is_critical ? "</mark>" : "");
}

/* The end of a paragraph inside the row; a mark where it came or went, as it is hardly seen else.
 * In one text for both, the paragraph goes on behind one that went. */
static void
put_break (Cell *self, const Part *part)
{
  const char *tag = get_tag (self, part->op, FALSE);

  if (tag != NULL)
    {
      set_tag (self, tag);
      vr_output_put (self->output, "¶");
    }
  if (self->is_inline && part->op == VR_PIECE_DELETE)
    return;
  set_tag (self, NULL);
  vr_output_put (self->output, "</p>\n<p>");
}

static void
put_runs (Cell *self, VrSlice text, const Part *part)
{
  const char *end = text.text + text.n_bytes;

  while (self->has_parts)
    {
      const char *at = g_strstr_len (text.text, (gssize)text.n_bytes, VR_PARAGRAPH_SEPARATOR);

      if (at == NULL)
        break;
      put_run (self, (VrSlice){ text.text, (gsize)(at - text.text) }, part);
      put_break (self, part);
      text.text = at + strlen (VR_PARAGRAPH_SEPARATOR);
      text.n_bytes = (gsize)(end - text.text);
    }
  put_run (self, text, part);
}

/* The overlay that begins at @span's start or before; else @span ends where the next one begins. */
static const Overlay *
find_overlay (Cell *self, VrSide side, VrSpan *span)
{
  const GArray *overlays = self->overlays[side];

  for (; self->at[side] < overlays->len; self->at[side]++)
    {
      const Overlay *overlay = &g_array_index (overlays, Overlay, self->at[side]);

      if (overlay->span.to <= span->from)
        continue;
      if (overlay->span.from > span->from)
        {
          span->to = MIN (span->to, overlay->span.from);
          return NULL;
        }
      span->to = MIN (span->to, overlay->span.to);
      return overlay;
    }

  return NULL;
}

/* Cuts a piece where what lies over it begins and ends. */
static void
put_piece (Cell *self, VrSide side, const VrPiece *piece)
{
  VrSpan span = vr_piece_get_span (piece, side);
  const char *text = self->texts.sides[side].text;
  Part part = { .op = piece->op };

  part.is_space =
      piece->op != VR_PIECE_EQUAL && is_space ((VrSlice){ text + span.from, span.to - span.from });
  while (span.from < span.to)
    {
      VrSpan run = span;

      part.overlay = find_overlay (self, side, &run);
      put_runs (self, (VrSlice){ text + run.from, run.to - run.from }, &part);
      span.from = run.to;
    }
  set_tag (self, NULL);
}

static int
compare_overlays (gconstpointer a, gconstpointer b)
{
  const Overlay *left = a;
  const Overlay *right = b;

  return (left->span.from > right->span.from) - (left->span.from < right->span.from);
}

static void
find_overlays (Cell *self, guint row, VrSide side)
{
  g_autoptr (GArray) moves = vr_report_find_moves (self->page->comparison, row, side);

  self->overlays[side] = g_array_new (FALSE, FALSE, sizeof (Overlay));
  for (guint i = 0; i < moves->len; i++)
    {
      Overlay overlay = { g_array_index (moves, VrSentenceMove, i).span, FALSE };

      g_array_append_val (self->overlays[side], overlay);
    }
  for (guint32 i = 0; i < self->row.n_critical; i++)
    {
      const VrCriticalChange *change = &self->row.criticals[i];
      Overlay overlay = { side == VR_SIDE_OLD ? change->old_span : change->new_span, TRUE };

      if (overlay.span.from < overlay.span.to)
        g_array_append_val (self->overlays[side], overlay);
    }
  g_array_sort (self->overlays[side], compare_overlays);
}

static void
cell_init (Cell *self, const VrReportHtml *page, guint row)
{
  *self = (Cell){ .page = page, .output = page->output };
  self->row = vr_comparison_get_row (page->comparison, row);
  self->role = vr_report_get_row_role (page->comparison, row);
  if (vr_role_is_furniture (self->role))
    self->row.n_pieces = 0;
  vr_report_texts_init (&self->texts, page->comparison, row);
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (self->row.n_sentences > 0 || self->row.n_critical > 0)
      find_overlays (self, row, (VrSide)side);
    else
      self->overlays[side] = g_array_new (FALSE, FALSE, sizeof (Overlay));
}

static void
cell_clear (Cell *self)
{
  vr_report_texts_clear (&self->texts);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_array_unref (self->overlays[side]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cell, cell_clear)

static void
begin_cell (const Cell *self, const char *class, VrSide side)
{
  vr_output_put (self->output, self->has_parts ? "<div class=\"" : "<p class=\"");
  vr_output_put (self->output, class);
  vr_output_put_char (self->output, '"');
  if (self->role == VR_ROLE_HEADLINE || self->role == VR_ROLE_SUBHEAD)
    vr_output_put (self->output, self->role == VR_ROLE_HEADLINE
                                     ? " role=\"heading\" aria-level=\"3\""
                                     : " role=\"heading\" aria-level=\"4\"");
  vr_report_html_put_manner (self->page, side, self->texts.sides[side]);
  vr_output_put (self->output, self->has_parts ? "><p>" : ">");
}

static void
end_cell (const Cell *self)
{
  vr_output_put (self->output, self->has_parts ? "</p></div>\n" : "</p>\n");
}

void
vr_report_html_write_cell (const VrReportHtml *self, guint row, VrSide side)
{
  g_auto (Cell) cell;
  guint n;

  cell_init (&cell, self, row);
  vr_row_peek_paragraphs (&cell.row, side, &n);
  cell.has_parts = n > 1;
  begin_cell (&cell, side == VR_SIDE_OLD ? "o" : "n", side);
  if (cell.row.n_pieces == 0)
    put_runs (&cell, cell.texts.sides[side], &(Part){ .op = VR_PIECE_EQUAL });
  for (guint32 i = 0; i < cell.row.n_pieces; i++)
    if (cell.row.pieces[i].op != (side == VR_SIDE_OLD ? VR_PIECE_INSERT : VR_PIECE_DELETE))
      put_piece (&cell, side, &cell.row.pieces[i]);
  end_cell (&cell);
}

gboolean
vr_report_html_needs_inline (const VrRow *row)
{
  if (row->n_old == 0 || row->n_new == 0)
    return FALSE;
  for (guint32 i = 0; i < row->n_pieces; i++)
    if (row->pieces[i].op == VR_PIECE_DELETE)
      return TRUE;

  return FALSE;
}

void
vr_report_html_write_inline (const VrReportHtml *self, guint row)
{
  g_auto (Cell) cell;

  cell_init (&cell, self, row);
  cell.is_inline = TRUE;
  cell.has_parts = cell.row.n_old > 1 || cell.row.n_new > 1;
  begin_cell (&cell, "i", VR_SIDE_NEW);
  for (guint32 i = 0; i < cell.row.n_pieces; i++)
    {
      const VrPiece *piece = &cell.row.pieces[i];
      VrSide side = piece->op == VR_PIECE_DELETE ? VR_SIDE_OLD : VR_SIDE_NEW;

      put_piece (&cell, side, piece);
    }
  end_cell (&cell);
}
