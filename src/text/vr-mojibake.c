/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs mojibake: looks at each line, repairs what is suspect, and tells where. */
#include "vr-mojibake.h"

#include "vr-mojibake-private.h"
#include "vr-utf8.h"

#include <string.h>

/* A longer line is repaired in pieces, so that what it takes does not grow with it. */
#define MAX_LINE_BYTES (16 * 1024)
/* How far a run goes on to the ends of its word, which is what people recognise. */
#define MAX_WORD_CELLS 32

/* What is not at rest after so many layers is noise, and stays as it is. */
#define MAX_PASSES 16

/* The repair of a text; nothing is there before the first repaired line. */
typedef struct
{
  const char *text;
  gsize n_bytes;
  gsize done;   /* bytes of @text that stand in @out */
  GString *out; /* NULL until something is repaired */
  GArray *cells;
  GArray *repairs;
} Repair;

static void
read_cells (GArray *cells, const char *line, gsize n_bytes)
{
  g_array_set_size (cells, 0);
  for (const char *at = line; at < line + n_bytes;)
    {
      const char *next = g_utf8_next_char (at);
      VrCell cell = { g_utf8_get_char (at), (guint32)(at - line), (guint32)(next - line), NULL };

      g_array_append_val (cells, cell);
      at = next;
    }
}

static const VrCell *
cell_at (const Repair *self, guint at)
{
  return &g_array_index (self->cells, VrCell, at);
}

/* Whether a word ends behind the character. */
static gboolean
is_break (guint32 c)
{
  VrGlyph glyph = vr_glyph_of (c);

  return glyph == VR_GLYPH_SPACE || glyph == VR_GLYPH_CJK_PUNCT || c == 0xA0;
}

static gboolean
is_same_word (const VrCell *cell)
{
  VrGlyph glyph = vr_glyph_of (cell->c);

  return cell->codec == NULL && glyph >= VR_GLYPH_DIGIT && glyph <= VR_GLYPH_MARK;
}

/* Whether the cell at @at goes on with the repaired run of @codec that the one before it is in. */
static gboolean
goes_on (const Repair *self, guint at, const char *codec)
{
  const VrCell *cell = at < self->cells->len ? cell_at (self, at) : NULL;

  return cell != NULL && cell->codec == codec
         && (cell->from == cell->to || !is_break (cell_at (self, at - 1)->c));
}

/* Where the run that starts with the repaired cell at @at ends: same codec, within one word. */
static guint
find_run_end (const Repair *self, guint at)
{
  const char *codec = cell_at (self, at)->codec;
  guint end = at + 1;

  for (;;)
    {
      guint n_same = 0;

      while (goes_on (self, end, codec))
        end++;
      if (is_break (cell_at (self, end - 1)->c))
        return end;
      while (end + n_same < self->cells->len && n_same < MAX_WORD_CELLS
             && is_same_word (cell_at (self, end + n_same)))
        n_same++;
      end += n_same;
      if (n_same == 0 || !goes_on (self, end, codec))
        return end;
    }
}

static void
push_run (Repair *self, guint first, guint end, gsize line)
{
  VrRepairedRun repair = { .from = (guint32)self->out->len,
                           .source_from = (guint32)(line + cell_at (self, first)->from),
                           .source_to = (guint32)(line + cell_at (self, end - 1)->to) };

  for (guint i = first; i < end; i++)
    {
      const VrCell *cell = cell_at (self, i);

      g_string_append_unichar (self->out, cell->c);
      if (repair.codec == NULL)
        repair.codec = cell->codec;
    }
  repair.to = (guint32)self->out->len;
  g_array_append_val (self->repairs, repair);
  self->done = repair.source_to;
}

/* What was there before @end and is not in @out yet, as it was. */
static void
keep_until (Repair *self, gsize end)
{
  if (end > self->done)
    g_string_append_len (self->out, self->text + self->done, (gssize)(end - self->done));
  self->done = MAX (self->done, end);
}

static void
push_line (Repair *self, gsize line)
{
  guint end = 0;

  if (self->out == NULL)
    {
      self->out = g_string_sized_new (self->n_bytes + 1);
      self->repairs = g_array_new (FALSE, FALSE, sizeof (VrRepairedRun));
    }
  for (guint at = 0; at < self->cells->len; at++)
    {
      guint first = at;

      if (cell_at (self, at)->codec == NULL)
        continue;
      while (first > end && at - first < MAX_WORD_CELLS && is_same_word (cell_at (self, first - 1)))
        first--;
      end = find_run_end (self, at);
      keep_until (self, line + cell_at (self, first)->from);
      push_run (self, first, end, line);
      at = end - 1;
    }
}

static void
repair_line (Repair *self, gsize line, gsize end)
{
  gboolean is_changed = FALSE;
  guint n_passes = 0;

  if (!vr_line_is_suspect (self->text + line, end - line))
    return;
  if (self->cells == NULL)
    self->cells = g_array_new (FALSE, FALSE, sizeof (VrCell));
  read_cells (self->cells, self->text + line, end - line);
  do
    {
      n_passes += vr_cells_repair (self->cells, MAX_PASSES - n_passes);
      if (n_passes == MAX_PASSES)
        return;
      is_changed |= n_passes > 0;
    }
  while (vr_cells_repair_controls (self->cells) && (is_changed = TRUE));
  if (is_changed)
    push_line (self, line);
}

/* Where the line or piece of a line that starts at @line ends: at a space, if there is one. */
static gsize
find_line_end (const Repair *self, gsize line)
{
  gsize n_left = MIN (self->n_bytes - line, MAX_LINE_BYTES);
  const char *start = self->text + line;
  const char *newline = memchr (start, '\n', n_left);
  gsize n = n_left;

  if (newline != NULL)
    return line + (gsize)(newline - start) + 1;
  if (line + n_left == self->n_bytes)
    return self->n_bytes;
  while (n > n_left / 2 && start[n - 1] != ' ')
    n--;
  if (start[n - 1] == ' ')
    return line + n;
  for (n = n_left; n > 0 && (start[n] & 0xC0) == 0x80; n--)
    ;
  return line + n;
}

/* The first line from @line on with more than what every English text has; in a very long one the
 * piece with it, from a space on.  The end of the text where there is none. */
static gsize
find_marked_line (const Repair *self, gsize line)
{
  const char *start = self->text + line;
  gsize n_plain = vr_mojibake_skip_plain (start, self->n_bytes - line), n = n_plain;
  const char *newline = memrchr (start, '\n', n_plain);

  if (line + n_plain == self->n_bytes)
    return self->n_bytes;
  if (newline != NULL)
    return line + (gsize)(newline - start) + 1;
  if (n_plain <= MAX_LINE_BYTES)
    return line;
  while (n > n_plain - MAX_LINE_BYTES / 2 && start[n - 1] != ' ')
    n--;

  return line + (start[n - 1] == ' ' ? n : n_plain);
}

char *
vr_mojibake_repair (const char *text, gsize n_bytes, gsize *n_repaired, GArray **repairs)
{
  Repair self = { .text = text, .n_bytes = n_bytes };

  *n_repaired = 0;
  if (repairs != NULL)
    *repairs = NULL;
  for (gsize line = find_marked_line (&self, 0), end; line < n_bytes;
       line = find_marked_line (&self, end))
    {
      end = find_line_end (&self, line);
      repair_line (&self, line, end);
    }
  g_clear_pointer (&self.cells, g_array_unref);
  if (self.out == NULL)
    return NULL;
  keep_until (&self, n_bytes);
  *n_repaired = self.out->len;
  if (repairs != NULL)
    *repairs = g_steal_pointer (&self.repairs);
  g_clear_pointer (&self.repairs, g_array_unref);
  return g_string_free (self.out, FALSE);
}
