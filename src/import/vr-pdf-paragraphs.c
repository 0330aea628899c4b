/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs out of the lines of a PDF document. */
#include "vr-pdf-paragraphs.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How much larger than the text's a heading's letters are, and how long one is at most. */
#define HEADING_SIZE 1.12
#define MAX_HEADING_BYTES 250
#define MAX_BOLD_HEADING_BYTES 120

/* Distances between the starts of lines: of the usual one, or of the letters' size where that is
 * not known. */
#define WIDE_STEP 1.22
#define WIDE_STEP_OF_SIZE 1.75

/* Indents, in letters' sizes. */
#define INDENT 0.7
#define QUOTE_INDENT 1.5

/* Of a column's width: what no line inside a sentence leaves free. */
#define MUCH_ROOM 0.4

#define MAX_STEP_SIZES 64

typedef struct
{
  GHashTable *words;
  double size;                  /* of the text */
  double steps[MAX_STEP_SIZES]; /* the usual distance of lines, by their size in points; 0: none */
} Measure;

/* A paragraph while it is put together. */
typedef struct
{
  GString *text;
  const VrPdfLine *first;
  const VrPdfLine *last;
  guint n_lines;
  double step;  /* of its lines, 0 where it has one */
  double left;  /* of its second line on: the least */
  double right; /* the most */
  gboolean is_bold;
} Paragraph;

typedef struct
{
  const Measure *measure;
  VrImportFlow *flow;
  Paragraph paragraph;
  GPtrArray *furniture; /* texts that wait for the paragraph's end */
  gboolean is_begun;    /* something was put */
} Walk;

/* The most frequent of @counts. */
static guint
find_most (const guint *counts, guint n)
{
  guint most = 0;

  for (guint i = 1; i < n; i++)
    if (counts[i] > counts[most])
      most = i;
  return most;
}

static guint
get_size_index (double size)
{
  return (guint)CLAMP (lround (size), 1, MAX_STEP_SIZES - 1);
}

/* The usual distance of lines of one size: of those where the line before was full. */
static void
measure_steps (Measure *self, const VrPdfLine *lines, guint n)
{
  enum
  {
    PER_POINT = 4,
    N_STEPS = 400,
  };
  g_autofree guint *counts = g_new0 (guint, MAX_STEP_SIZES * N_STEPS);

  for (guint i = 1; i < n; i++)
    {
      const VrPdfLine *line = &lines[i], *before = &lines[i - 1];
      double step = line->y2 - before->y2;

      if (line->run == before->run && !line->is_furniture && !before->is_furniture && step > 0
          && fabs (line->size - before->size) < 0.5 && step * PER_POINT < N_STEPS
          && step < WIDE_STEP_OF_SIZE * line->size)
        counts[get_size_index (line->size) * N_STEPS
               + (guint)lround (step * PER_POINT) % N_STEPS]++;
    }
  for (guint i = 0; i < MAX_STEP_SIZES; i++)
    self->steps[i] = find_most (counts + i * N_STEPS, N_STEPS) / (double)PER_POINT;
}

static void
measure_lines (Measure *self, const GArray *lines)
{
  const VrPdfLine *line = (const VrPdfLine *)lines->data;
  guint counts[MAX_STEP_SIZES] = { 0 };

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      vr_pdf_hyphens_learn (self->words, line[i].text);
      counts[get_size_index (line[i].size)] += (guint)strlen (line[i].text);
    }
  self->size = find_most (counts, MAX_STEP_SIZES);
  measure_steps (self, line, lines->len);
}

static gboolean
is_large (const Measure *measure, const VrPdfLine *line)
{
  return line->size > HEADING_SIZE * measure->size;
}

/* The length of the mark before an item of a list, with the white space behind it; 0 for none.
 * U+F0B7 and U+F0A7 are what Word's symbols come out as. */
static gsize
measure_bullet (const char *text)
{
  static const gunichar bullets[] = { 0x2022, 0x2023, 0x25E6, 0x25AA, 0x25CF, 0x25CB, 0x25A0,
                                      0x2043, 0x2219, 0xF0B7, 0xF0A7, 0x27A2, 0x2713, 0x25BA };
  gunichar c = g_utf8_get_char (text);
  const char *p = g_utf8_next_char (text);

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (c == bullets[i] && *p != '\0')
      {
        while (g_unichar_isspace (g_utf8_get_char (p)))
          p = g_utf8_next_char (p);
        return (gsize)(p - text);
      }
  return 0;
}

/* Whether @line goes on in the middle of a sentence, or of a word. */
static gboolean
is_within_sentence (const Paragraph *paragraph, const VrPdfLine *line)
{
  const GString *text = paragraph->text;
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text->str + text->len));

  return last == '-' || last == 0x2010 || last == 0x00AD
         || (g_unichar_islower (g_utf8_get_char (line->text))
             && (g_unichar_isalpha (last) || last == ',' || last == ';'));
}

/* Whether the first word of @line had had room behind the paragraph's last: it was not put there,
 * so a paragraph ended.  Lines that are not filled well leave some room inside a sentence. */
static gboolean
had_room (const Paragraph *paragraph, const VrPdfLine *line)
{
  const VrPdfLine *last = paragraph->last;
  double room = last->right - last->x2;

  return room > line->first_width + 0.4 * line->size
         && (room > MUCH_ROOM * (last->right - last->run_left)
             || !is_within_sentence (paragraph, line));
}

/* Lines below each other. */
static gboolean
is_apart (const Walk *walk, const VrPdfLine *line)
{
  const Paragraph *paragraph = &walk->paragraph;
  double step = line->y2 - paragraph->last->y2;
  double usual = walk->measure->steps[get_size_index (line->size)];

  if (is_large (walk->measure, line) || usual == 0)
    usual = WIDE_STEP_OF_SIZE / WIDE_STEP * line->size;
  if (paragraph->step > 0)
    usual = paragraph->step;
  return step > WIDE_STEP * usual;
}

/* A line that begins further right than the one before begins a paragraph, unless that one has a
 * bullet; one that begins further left than a whole block does, too. */
static gboolean
is_indented (const Paragraph *paragraph, const VrPdfLine *line)
{
  double x = line->x1 - line->run_left, last = paragraph->last->x1 - paragraph->last->run_left;
  gboolean is_hanging = paragraph->n_lines == 1 && measure_bullet (paragraph->text->str) > 0;

  if (is_hanging || line->run != paragraph->last->run)
    return line->run != paragraph->last->run && !is_hanging && line->x1 - line->run_left > 0
           && x > last + INDENT * line->size;
  return x > last + INDENT * line->size
         || (paragraph->n_lines > 1 && x < last - INDENT * line->size);
}

static gboolean
begins_paragraph (const Walk *walk, const VrPdfLine *line)
{
  const Paragraph *paragraph = &walk->paragraph;
  const VrPdfLine *last = paragraph->last;

  if (last == NULL)
    return FALSE;
  if (fabs (line->size - last->size) > 0.08 * last->size || line->is_bold != paragraph->is_bold)
    return TRUE;
  if (measure_bullet (line->text) > 0)
    return TRUE;
  if (line->run == last->run && is_apart (walk, line))
    return TRUE;
  if (is_large (walk->measure, line))
    return line->run != last->run;
  return is_indented (paragraph, line) || had_room (paragraph, line);
}

static void
begin (Paragraph *paragraph, const VrPdfLine *line)
{
  g_string_assign (paragraph->text, line->text);
  paragraph->first = paragraph->last = line;
  paragraph->n_lines = 1;
  paragraph->step = 0;
  paragraph->left = line->x1;
  paragraph->right = line->x2;
  paragraph->is_bold = line->is_bold;
}

static void
go_on (const Measure *measure, Paragraph *paragraph, const VrPdfLine *line)
{
  vr_pdf_hyphens_join (measure->words, paragraph->text, line->text);
  if (line->run == paragraph->last->run)
    paragraph->step = line->y2 - paragraph->last->y2;
  paragraph->left =
      paragraph->n_lines == 1 ? MAX (paragraph->left, line->x1) : MIN (paragraph->left, line->x1);
  paragraph->right = MAX (paragraph->right, line->x2);
  paragraph->last = line;
  paragraph->n_lines++;
}

/* Set in from both sides of its column, all of its lines. */
static gboolean
is_quote (const Paragraph *paragraph)
{
  const VrPdfLine *first = paragraph->first;
  double indent = QUOTE_INDENT * first->size;

  return paragraph->n_lines > 1 && first->run == paragraph->last->run
         && first->x1 - first->run_left > indent && paragraph->left - first->run_left > indent
         && first->run_right - paragraph->right > 0.5 * indent
         && first->run_right - first->right > 0.5 * indent;
}

static VrImportStyle
tell_style (const Walk *walk)
{
  const Paragraph *paragraph = &walk->paragraph;
  gsize n_bytes = paragraph->text->len;

  if (is_large (walk->measure, paragraph->first) && n_bytes < MAX_HEADING_BYTES)
    return (VrImportStyle){ VR_ROLE_SUBHEAD, N_ ("large letters"), walk->is_begun ? 2 : 1 };
  if (measure_bullet (paragraph->text->str) > 0)
    return (VrImportStyle){ VR_ROLE_LIST, N_ ("an item of a list") };
  if (paragraph->is_bold && n_bytes < MAX_BOLD_HEADING_BYTES
      && strchr (".,;:!?", paragraph->text->str[n_bytes - 1]) == NULL)
    return (VrImportStyle){ VR_ROLE_SUBHEAD, N_ ("bold letters"), 2 };
  if (is_quote (paragraph))
    return (VrImportStyle){ VR_ROLE_QUOTE, N_ ("set in from both sides") };
  return (VrImportStyle){ VR_ROLE_BODY, N_ ("a paragraph of text") };
}

static void
end (Walk *walk)
{
  Paragraph *paragraph = &walk->paragraph;

  if (paragraph->last != NULL)
    {
      VrImportStyle style = tell_style (walk);
      gsize n_bullet = measure_bullet (paragraph->text->str);

      vr_import_flow_put (walk->flow, paragraph->text->str + n_bullet, -1);
      vr_import_flow_end (walk->flow, style, 0);
      walk->is_begun = TRUE;
    }
  paragraph->last = NULL;
  for (guint i = 0; i < walk->furniture->len; i++)
    {
      vr_import_flow_put (walk->flow, walk->furniture->pdata[i], -1);
      vr_import_flow_end (
          walk->flow, (VrImportStyle){ VR_ROLE_FOOTER, N_ ("at the same place of several pages") },
          0);
    }
  g_ptr_array_set_size (walk->furniture, 0);
}

static void
take (Walk *walk, const VrPdfLine *line)
{
  if (line->is_furniture)
    {
      g_ptr_array_add (walk->furniture, line->text);
      if (walk->paragraph.last == NULL)
        end (walk);
      return;
    }
  if (begins_paragraph (walk, line))
    end (walk);
  if (walk->paragraph.last == NULL)
    begin (&walk->paragraph, line);
  else
    go_on (walk->measure, &walk->paragraph, line);
}

void
vr_pdf_paragraphs_put (const GArray *lines, VrImportFlow *flow)
{
  Measure measure = { 0 };
  g_autoptr (GPtrArray) furniture = g_ptr_array_new ();
  Walk walk = { .measure = &measure, .flow = flow, .furniture = furniture };

  measure_lines (&measure, lines);
  walk.paragraph.text = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    take (&walk, &g_array_index (lines, VrPdfLine, i));
  end (&walk);
  g_string_free (walk.paragraph.text, TRUE);
  g_hash_table_unref (measure.words);
}
