/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph for a terminal: runs of styles, wrapped into lines of cells. */
#include "vr-styled-text.h"

#include "vr-cells.h"
#include "vr-comparison.h"
#include "vr-report-shown.h"

#include <string.h>

/* Select Graphic Rendition, ECMA-48 8.3.117: the sixteen colours that every terminal themes. */
static const char *const colours[VR_N_STYLES] = {
  [VR_STYLE_DELETE] = "31;9",   [VR_STYLE_INSERT] = "32;4", [VR_STYLE_REMOVED] = "31",
  [VR_STYLE_ADDED] = "32",      [VR_STYLE_QUIET] = "2",     [VR_STYLE_NOTE] = "2",
  [VR_STYLE_TITLE] = "1",       [VR_STYLE_MOVED] = "36",    [VR_STYLE_EDITED] = "33",
  [VR_STYLE_CRITICAL] = "1;35",
};

typedef struct
{
  const char *open;
  const char *close;
} Mark;

/* As `git diff --word-diff` and wdiff mark words. */
static const Mark marks[VR_N_STYLES] = {
  [VR_STYLE_DELETE] = { "[-", "-]" },
  [VR_STYLE_INSERT] = { "{+", "+}" },
};

typedef struct
{
  guint32 to; /* the byte at which the run ends */
  VrStyle style;
} Run;

struct _VrStyledText
{
  gboolean colour;
  GString *text; /* '\n' where a line must end */
  GArray *runs;
  GArray *breaks;
  GArray *lines;
};

VrStyledText *
vr_styled_text_new (gboolean colour)
{
  VrStyledText *self = g_new0 (VrStyledText, 1);

  self->colour = colour;
  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lines = g_array_new (FALSE, FALSE, sizeof (VrStyledLine));
  return self;
}

void
vr_styled_text_free (VrStyledText *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_array_unref (self->breaks);
  g_array_unref (self->lines);
  g_free (self);
}

void
vr_styled_text_clear (VrStyledText *self)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->runs, 0);
}

static void
end_run (VrStyledText *self, VrStyle style)
{
  Run run = { (guint32)self->text->len, style };

  g_array_append_val (self->runs, run);
}

static gsize
count_spaces_at_end (const char *text, gsize n_bytes)
{
  gsize n = 0;

  while (n < n_bytes && text[n_bytes - n - 1] == ' ')
    n++;
  return n;
}

static gsize
count_spaces_at_start (const char *text, gsize n_bytes)
{
  gsize n = 0;

  while (n < n_bytes && text[n] == ' ')
    n++;
  return n;
}

/* Marks stand close to the words: the spaces around them are not interesting. */
static void
append_marked (VrStyledText *self, const Mark *mark, const char *text, gsize n_bytes)
{
  gsize n_after = count_spaces_at_end (text, n_bytes);
  gsize n_before = n_after < n_bytes ? count_spaces_at_start (text, n_bytes) : 0;

  if (n_after == n_bytes)
    n_after = 0;
  g_string_append_len (self->text, text, (gssize)n_before);
  g_string_append (self->text, mark->open);
  vr_report_append_shown (self->text, text + n_before, n_bytes - n_before - n_after);
  g_string_append (self->text, mark->close);
  g_string_append_len (self->text, text + n_bytes - n_after, (gssize)n_after);
}

/* Appends what stands in one paragraph, or up to its end, the joint with the next one. */
static void
append_part (VrStyledText *self, VrStyle style, const char *text, gsize n_bytes)
{
  if (!self->colour && marks[style].open != NULL)
    append_marked (self, &marks[style], text, n_bytes);
  else
    vr_report_append_shown (self->text, text, n_bytes);
  end_run (self, style);
}

void
vr_styled_text_append (VrStyledText *self, VrStyle style, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes, *joint;

  while ((joint = memmem (text, (gsize)(end - text), VR_PARAGRAPH_SEPARATOR,
                          strlen (VR_PARAGRAPH_SEPARATOR)))
         != NULL)
    {
      const char *next = joint + strlen (VR_PARAGRAPH_SEPARATOR);

      append_part (self, style, text, (gsize)(next - text));
      vr_styled_text_end_line (self);
      text = next;
    }
  if (text < end)
    append_part (self, style, text, (gsize)(end - text));
}

void
vr_styled_text_end_line (VrStyledText *self)
{
  g_string_append_c (self->text, '\n');
  end_run (self, VR_STYLE_PLAIN);
}

/* Adds the line [@from, @to) without the spaces at its end. */
static void
push_line (VrStyledText *self, guint32 from, guint32 to)
{
  VrStyledLine line = { from, to, 0 };
  const char *text = self->text->str;

  while (line.to > line.from && (text[line.to - 1] == ' ' || text[line.to - 1] == '\n'))
    line.to--;
  line.cells = vr_cells_measure ((VrSlice){ text + line.from, line.to - line.from });
  g_array_append_val (self->lines, line);
}

/* How far the characters from @from go in @width cells, at least one, at most to @to. */
static guint32
fill_line (const char *text, guint32 from, guint32 to, guint width)
{
  guint32 at = from;
  guint total = 0;

  while (at < to)
    {
      guint cells;
      gsize n = vr_cells_next ((VrSlice){ text + at, to - at }, &cells);

      if (total + cells > width && at > from)
        break;
      total += cells;
      at += (guint32)n;
    }
  return at;
}

static guint32
measure_without_space (const char *text, guint32 from, guint32 to)
{
  while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\n'))
    to--;
  return vr_cells_measure ((VrSlice){ text + from, to - from });
}

typedef struct
{
  VrStyledText *self;
  guint width;
  guint32 start; /* of the line */
  guint32 last;  /* up to where it is filled */
  guint used;    /* cells up to there */
} Wrapper;

static void
break_line (Wrapper *wrapper, guint32 at)
{
  push_line (wrapper->self, wrapper->start, at);
  wrapper->start = wrapper->last = at;
  wrapper->used = 0;
}

/* Takes what stands between two places where a line may break. */
static void
take_word (Wrapper *wrapper, guint32 end)
{
  const char *text = wrapper->self->text->str;
  guint cells = measure_without_space (text, wrapper->last, end);

  if (wrapper->used + cells > wrapper->width && wrapper->last > wrapper->start)
    break_line (wrapper, wrapper->last);
  /* One word that is longer than a line is cut. */
  while (wrapper->used == 0 && cells > wrapper->width)
    {
      guint32 cut = fill_line (text, wrapper->start, end, wrapper->width);

      if (cut == end)
        break;
      /* Measured anew for each line, a megabyte without a space would take minutes. */
      cells -= vr_cells_measure ((VrSlice){ text + wrapper->start, cut - wrapper->start });
      break_line (wrapper, cut);
    }
  wrapper->used += vr_cells_measure ((VrSlice){ text + wrapper->last, end - wrapper->last });
  wrapper->last = end;
  if (end > wrapper->start && text[end - 1] == '\n')
    break_line (wrapper, end);
}

const VrStyledLine *
vr_styled_text_wrap (VrStyledText *self, guint width, const char *language, guint *n_lines)
{
  guint32 n_bytes = (guint32)self->text->len;
  Wrapper wrapper = { .self = self, .width = width };

  g_array_set_size (self->lines, 0);
  vr_cells_find_breaks ((VrSlice){ self->text->str, n_bytes }, language, self->breaks);
  for (guint i = 0; i < self->breaks->len; i++)
    take_word (&wrapper, g_array_index (self->breaks, guint32, i));
  if (wrapper.start < n_bytes || self->lines->len == 0)
    push_line (self, wrapper.start, n_bytes);
  *n_lines = self->lines->len;
  return (const VrStyledLine *)(gpointer)self->lines->data;
}

static void
write_styled (VrOutput *output, gboolean colour, VrStyle style, const char *text, gsize n_bytes)
{
  if (n_bytes == 0)
    return;
  if (colour && colours[style] != NULL)
    {
      vr_output_put (output, "\033[");
      vr_output_put (output, colours[style]);
      vr_output_put_char (output, 'm');
    }
  vr_output_write (output, text, n_bytes);
  if (colour && colours[style] != NULL)
    vr_output_put (output, "\033[0m");
}

gboolean
vr_styled_text_has_right_to_left (const VrStyledText *self, const VrStyledLine *line)
{
  const char *end = self->text->str + line->to;

  for (const char *p = self->text->str + line->from; p < end; p = g_utf8_next_char (p))
    {
      gunichar c;

      if ((guchar)*p < 0xd6) /* the lead byte of U+0580 */
        continue;
      c = g_utf8_get_char (p);
      /* The blocks that the Unicode bidirectional algorithm takes as right to left. */
      if ((c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
          || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff))
        return TRUE;
    }
  return FALSE;
}

/* The first run that ends behind @offset. */
static guint
find_run (const VrStyledText *self, guint32 offset)
{
  guint low = 0, high = self->runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->runs, Run, middle).to <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
vr_styled_text_write_line (const VrStyledText *self, const VrStyledLine *line, VrOutput *output)
{
  guint32 at = line->from;

  for (guint i = find_run (self, at); i < self->runs->len && at < line->to; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);
      guint32 to = MIN (run->to, line->to);

      write_styled (output, self->colour, run->style, self->text->str + at, to - at);
      at = to;
    }
}

void
vr_style_write (VrOutput *output, gboolean colour, VrStyle style, const char *text)
{
  write_styled (output, colour, style, text, strlen (text));
}
