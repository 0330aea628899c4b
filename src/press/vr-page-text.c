/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text set in lines of a width, of any length: Pango has a few thousand bytes of it at a time. */
#include "vr-page-text.h"

#include "vr-direction.h"
#include "vr-report-shown.h"

#include <pango/pangocairo.h>

/* What Pango is given at once: about a hundred lines, so that a paragraph of megabytes takes no
 * more memory than a page, and giving up is noticed soon. */
#define CHUNK_BYTES 8192

/* The same for text without a space: some ten lines. */
#define SOLID_BYTES 1024

/* Room between lines, in shares of what the font itself asks for. */
#define LEADING 0.12

#define THIN_SPACE "\u2009"

typedef struct
{
  const char *font;
  VrInk ink;
} Face;

static const Face faces[VR_N_PAGE_FACES] = {
  [VR_PAGE_FACE_ARTICLE] = { "serif 10", { 0, 0, 0 } },
  [VR_PAGE_FACE_ARTICLE_HEADLINE] = { "serif bold 14", { 0, 0, 0 } },
  [VR_PAGE_FACE_ARTICLE_SUBHEAD] = { "serif bold 10", { 0, 0, 0 } },
  [VR_PAGE_FACE_ARTICLE_SMALL] = { "serif 8.5", { 0, 0, 0 } },
  [VR_PAGE_FACE_ARTICLE_FURNITURE] = { "serif 8", { 0.33, 0.33, 0.33 } },
  [VR_PAGE_FACE_TITLE] = { "sans bold 17", { 0, 0, 0 } },
  [VR_PAGE_FACE_HEADING] = { "sans bold 10", { 0, 0, 0 } },
  [VR_PAGE_FACE_PLAIN] = { "sans 9", { 0, 0, 0 } },
  [VR_PAGE_FACE_DIM] = { "sans 8", { 0.33, 0.33, 0.33 } },
  [VR_PAGE_FACE_CRITICAL] = { "sans bold 8.5", { 0.490, 0.353, 0 } },
};

typedef struct
{
  guint32 from;
  guint32 to;
  VrPageMark mark;
} Run;

/* Bytes of one paragraph that Pango breaks at once.  Those of its last line are the next chunk's
 * too, as it may be longer than it is here. */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 first_line;
  VrDirection direction;
} Chunk;

typedef struct
{
  float x;
  float baseline;
  float height;
} Line;

struct _VrPageText
{
  VrPageFace face;
  GString *text; /* '\n' between paragraphs */
  GArray *runs;
  GArray *chunks;
  GArray *lines;
  float ascent;
  float descent;

  PangoLayout *layout; /* of chunk @at */
  guint at;
};

VrPageText *
vr_page_text_new (VrPageFace face)
{
  VrPageText *self = g_new0 (VrPageText, 1);

  self->face = face;
  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));

  return self;
}

void
vr_page_text_free (VrPageText *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->runs);
  g_array_unref (self->chunks);
  g_array_unref (self->lines);
  g_clear_object (&self->layout);
  g_free (self);
}

/* Marks stand close to the words, unless white space is all that there is. */
static void
add_run (VrPageText *self, Run run)
{
  const char *text = self->text->str;
  Run close = run;

  while (close.to > close.from && text[close.to - 1] == ' ')
    close.to--;
  while (close.from < close.to && text[close.from] == ' ')
    close.from++;
  run = close.from < close.to ? close : run;
  if (run.from < run.to)
    g_array_append_val (self->runs, run);
}

static void
append_part (VrPageText *self, VrPageMark mark, const char *text, gsize n_bytes)
{
  guint32 from = (guint32)self->text->len;

  vr_report_append_shown (self->text, text, n_bytes);
  if (!vr_page_mark_is_plain (mark))
    add_run (self, (Run){ from, (guint32)self->text->len, mark });
}

void
vr_page_text_append (VrPageText *self, VrPageMark mark, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes, *joint;

  while ((joint = memmem (text, (gsize)(end - text), VR_PARAGRAPH_SEPARATOR,
                          strlen (VR_PARAGRAPH_SEPARATOR)))
         != NULL)
    {
      const char *next = joint + strlen (VR_PARAGRAPH_SEPARATOR);

      append_part (self, mark, text, (gsize)(next - text));
      vr_page_text_end_paragraph (self);
      text = next;
    }
  if (text < end)
    append_part (self, mark, text, (gsize)(end - text));
}

/* The isolates are ours: vr_report_dup_cue() puts them around an article's words. */
void
vr_page_text_append_plain (VrPageText *self, const char *text)
{
  static const char isolate[] = "\u2068", end[] = "\u2069";

  while (*text != '\0')
    {
      const char *next = text;

      while (*next != '\0' && !g_str_has_prefix (next, isolate) && !g_str_has_prefix (next, end))
        next++;
      append_part (self, (VrPageMark){ 0 }, text, (gsize)(next - text));
      if (*next != '\0')
        g_string_append_len (self->text, next, strlen (end));
      text = *next != '\0' ? next + strlen (end) : next;
    }
}

void
vr_page_text_append_lines (VrPageText *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        vr_page_text_end_paragraph (self);
      vr_page_text_append_plain (self, g_strchomp (lines[i]));
    }
}

void
vr_page_text_end_paragraph (VrPageText *self)
{
  g_string_append_c (self->text, '\n');
}

void
vr_page_text_part (VrPageText *self)
{
  if (self->text->len > 0 && strchr (" \n", self->text->str[self->text->len - 1]) == NULL)
    g_string_append (self->text, THIN_SPACE);
}

gboolean
vr_page_text_is_empty (const VrPageText *self)
{
  return self->text->len == 0;
}

static void
set_chunk (VrPageText *self, const Chunk *chunk)
{
  gboolean is_turned = chunk->direction == VR_DIRECTION_RIGHT_TO_LEFT;
  PangoContext *context = pango_layout_get_context (self->layout);

  pango_context_set_base_dir (context, is_turned ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (self->layout);
  pango_layout_set_alignment (self->layout, is_turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (self->layout, self->text->str + chunk->from,
                         (int)(chunk->to - chunk->from));
}

static void
make_layout (VrPageText *self, PangoContext *shared, const char *language, double width)
{
  PangoContext *context = pango_font_map_create_context (pango_context_get_font_map (shared));
  PangoFontDescription *font = pango_font_description_from_string (faces[self->face].font);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontMetrics *metrics;

  pango_cairo_context_set_font_options (context, pango_cairo_context_get_font_options (shared));
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));
  metrics = pango_context_get_metrics (context, NULL, NULL);
  self->ascent = (float)pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  self->descent = (float)pango_units_to_double (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);

  self->layout = pango_layout_new (context);
  g_object_unref (context);
  /* A hyphen that the article does not have would be a falsehood. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  /* Who searches the file for “office” finds it. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_width (self->layout, pango_units_from_double (width));
}

static void
add_lines (VrPageText *self, guint n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  for (guint i = 0; i < n; i++)
    {
      PangoRectangle rectangle;
      Line line;

      pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
      line.x = (float)pango_units_to_double (rectangle.x);
      line.baseline =
          (float)pango_units_to_double (pango_layout_iter_get_baseline (iter) - rectangle.y);
      line.height = (float)(pango_units_to_double (rectangle.height) * (1 + LEADING));
      g_array_append_val (self->lines, line);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

/* Breaks the chunk and returns where the next one begins. */
static guint32
break_chunk (VrPageText *self, const Chunk *chunk, gboolean is_last)
{
  guint n;
  PangoLayoutLine *last;

  set_chunk (self, chunk);
  n = (guint)pango_layout_get_line_count (self->layout);
  g_array_append_vals (self->chunks, chunk, 1);
  self->at = self->chunks->len - 1;
  if (is_last || n == 1)
    {
      add_lines (self, n);
      return chunk->to;
    }
  add_lines (self, n - 1);
  last = pango_layout_get_line_readonly (self->layout, (int)n - 1);

  return chunk->from + (guint32)last->start_index;
}

/* Where Pango finds no place to break a line, it looks at all that follows for each. */
static guint32
find_end (const char *text, guint32 from, guint32 to)
{
  guint32 most = CHUNK_BYTES, end;

  if (to - from > SOLID_BYTES && memchr (text + from, ' ', SOLID_BYTES) == NULL)
    most = SOLID_BYTES;
  if (to - from <= most + most / 4)
    return to;
  for (end = from + most; (text[end] & 0xc0) == 0x80;)
    end--;

  return end;
}

static gboolean
break_paragraph (VrPageText *self, guint32 from, guint32 to, GCancellable *cancellable)
{
  VrDirection direction = vr_direction_of ((VrSlice){ self->text->str + from, to - from });

  do
    {
      Chunk chunk = { .from = from, .direction = direction, .first_line = self->lines->len };

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      chunk.to = find_end (self->text->str, from, to);
      from = break_chunk (self, &chunk, chunk.to == to);
    }
  while (from < to);

  return TRUE;
}

gboolean
vr_page_text_lay_out (VrPageText *self, PangoContext *context, const char *language, double width,
                      GCancellable *cancellable)
{
  const char *start = self->text->str;
  const char *end = start + self->text->len;

  g_return_val_if_fail (self->layout == NULL, FALSE);

  make_layout (self, context, language, width);
  for (const char *p = start; p < end;)
    {
      const char *next = memchr (p, '\n', (gsize)(end - p));

      next = next != NULL ? next : end;
      if (!break_paragraph (self, (guint32)(p - start), (guint32)(next - start), cancellable))
        return FALSE;
      p = next + 1;
    }

  return TRUE;
}

guint
vr_page_text_get_n_lines (const VrPageText *self)
{
  return self->lines->len;
}

double
vr_page_text_get_height (const VrPageText *self, guint line)
{
  return (double)g_array_index (self->lines, Line, line).height;
}

/* Makes the layout that of the chunk with @line, and tells which line of it that is. */
static guint
find_line (VrPageText *self, guint line)
{
  guint low = 0, high = self->chunks->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->chunks, Chunk, middle).first_line <= line)
        low = middle;
      else
        high = middle;
    }
  if (self->at != low)
    {
      self->at = low;
      set_chunk (self, &g_array_index (self->chunks, Chunk, low));
    }

  return line - g_array_index (self->chunks, Chunk, low).first_line;
}

/* The first run that ends behind @byte. */
static guint
find_run (const VrPageText *self, guint32 byte)
{
  guint low = 0, high = self->runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->runs, Run, middle).to <= byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

typedef void (*DrawFunc) (VrPageMark mark, const VrPageWords *words, cairo_t *cr);

static void
draw_run (PangoLayoutLine *line, VrSpan span, VrPageMark mark, VrPageWords words, DrawFunc draw,
          cairo_t *cr)
{
  double left = words.x;
  g_autofree int *ranges = NULL;
  int n_ranges;

  pango_layout_line_get_x_ranges (line, (int)span.from, (int)span.to, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      int start = ranges[2 * i];

      /* There is one for each font, from left to right. */
      while (i + 1 < n_ranges && ranges[2 * i + 2] == ranges[2 * i + 1])
        i++;
      words.x = left + pango_units_to_double (start);
      words.width = pango_units_to_double (ranges[2 * i + 1] - start);
      draw (mark, &words, cr);
    }
}

static void
draw_runs (const VrPageText *self, PangoLayoutLine *line, VrPageWords words, DrawFunc draw,
           cairo_t *cr)
{
  guint32 base = g_array_index (self->chunks, Chunk, self->at).from;
  guint32 from = base + (guint32)line->start_index;
  guint32 to = from + (guint32)line->length;

  for (guint i = find_run (self, from); i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);
      VrSpan span = { MAX (run->from, from) - base, MIN (run->to, to) - base };

      if (run->from >= to)
        break;
      draw_run (line, span, run->mark, words, draw, cr);
    }
}

void
vr_page_text_draw_line (VrPageText *self, guint index, cairo_t *cr, double x, double y)
{
  const Line *place = &g_array_index (self->lines, Line, index);
  guint at = find_line (self, index);
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, (int)at);
  VrPageWords words = { .x = x,
                        .baseline = y + (double)place->baseline,
                        .ascent = (double)self->ascent * 0.95,
                        .descent = (double)self->descent * 0.8 };

  draw_runs (self, line, words, vr_page_mark_draw_behind, cr);
  vr_ink_use (faces[self->face].ink, cr);
  cairo_move_to (cr, x + (double)place->x, words.baseline);
  pango_cairo_show_layout_line (cr, line);
  draw_runs (self, line, words, vr_page_mark_draw_over, cr);
}
