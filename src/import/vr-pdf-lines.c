/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a PDF document's pages, in the order in which they are read, and where they stand.
 */
#include "vr-pdf-lines.h"

#include <math.h>
#include <string.h>

/* Who says that there are more means no good. */
#define MAX_PAGES 20000

/* Words of one line that are set apart to fill it: in letters' heights. */
#define MAX_WORD_GAP 7.0

/* Lines that begin at the same place, in points. */
#define SAME_PLACE 2.5

/* Sizes are told apart by half a point. */
#define PER_POINT 2
#define MAX_SIZES 256

/* A page while its lines are taken from it. */
typedef struct
{
  PopplerRectangle *places; /* of each character */
  guint n_places;
  GList *attributes; /* of PopplerTextAttributes, of all its text, in order */
  guint number;
  double height;
} Page;

static void
clear_line (gpointer data)
{
  g_free (((VrPdfLine *)data)->text);
}

static gboolean
is_bold_font (const char *name)
{
  return name != NULL
         && (strstr (name, "Bold") != NULL || strstr (name, "bold") != NULL
             || strstr (name, "Black") != NULL || strstr (name, "Heavy") != NULL);
}

/* The size that most of the characters [@from, @to) have, and whether all are bold; 0 where nothing
 * tells.  Steps on in the list, as lines come in order. */
static double
find_size (Page *page, int from, int to, gboolean *is_bold)
{
  guint counts[MAX_SIZES] = { 0 };
  guint most = 0;

  *is_bold = TRUE;
  while (page->attributes != NULL
         && ((PopplerTextAttributes *)page->attributes->data)->end_index < from)
    page->attributes = page->attributes->next;
  for (const GList *l = page->attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *attributes = l->data;
      int n = MIN (attributes->end_index + 1, to) - MAX (attributes->start_index, from);
      double size = CLAMP (attributes->font_size, 0, (MAX_SIZES - 1) / PER_POINT);
      guint rounded = (guint)lround (size * PER_POINT);

      if (attributes->start_index >= to)
        break;
      counts[rounded] += (guint)MAX (n, 0);
      *is_bold = *is_bold && is_bold_font (attributes->font_name);
      if (counts[rounded] > counts[most])
        most = rounded;
    }
  *is_bold = *is_bold && most > 0;
  return (double)most / PER_POINT;
}

static void
add_place (VrPdfLine *line, const PopplerRectangle *place, gboolean is_first)
{
  line->x1 = is_first ? place->x1 : MIN (line->x1, place->x1);
  line->x2 = is_first ? place->x2 : MAX (line->x2, place->x2);
  line->y1 = is_first ? place->y1 : MIN (line->y1, place->y1);
  line->y2 = is_first ? place->y2 : MAX (line->y2, place->y2);
}

/* Takes the characters [@from, @to) of the page, which begin at @text. */
static VrPdfLine
take_line (Page *page, const char *text, gsize n_bytes, guint from, guint to)
{
  VrPdfLine line = { .page = page->number, .page_height = page->height };
  double size = find_size (page, (int)from, (int)to, &line.is_bold);
  const char *p = text;
  gboolean is_first_word = TRUE;

  for (guint i = from; i < to && i < page->n_places; i++, p = g_utf8_next_char (p))
    {
      is_first_word = is_first_word && *p != ' ';
      add_place (&line, &page->places[i], i == from);
      if (is_first_word)
        line.first_width = line.x2 - line.x1;
    }
  line.text = g_strstrip (g_strndup (text, n_bytes));
  line.size = size > 0 ? size : line.y2 - line.y1;
  return line;
}

/* Whether @line stands on the same line of the page as @before, to its right. */
static gboolean
is_beside (const VrPdfLine *before, const VrPdfLine *line)
{
  return before->page == line->page && fabs (before->y2 - line->y2) < 0.3 * line->size
         && line->x1 - before->x2 > -0.5 * line->size && fabs (before->size - line->size) < 0.5;
}

static void
join (VrPdfLine *before, VrPdfLine *line)
{
  char *text = g_strconcat (before->text, " ", line->text, NULL);

  g_free (before->text);
  g_free (line->text);
  before->text = text;
  before->x2 = line->x2;
  before->y1 = MIN (before->y1, line->y1);
  before->y2 = MAX (before->y2, line->y2);
  before->is_bold = before->is_bold && line->is_bold;
}

/* The words of a line that is filled may be set far apart; but cells of a table are, too. */
static void
join_pieces (GArray *lines, VrPdfLine *pieces, guint n)
{
  const VrPdfLine *above =
      lines->len > 0 ? &g_array_index (lines, VrPdfLine, lines->len - 1) : NULL;
  gboolean is_filled = above != NULL && above->page == pieces[0].page
                       && fabs (above->x2 - pieces[n - 1].x2) < SAME_PLACE
                       && fabs (above->x1 - pieces[0].x1) < MAX_WORD_GAP * pieces[0].size;

  for (guint i = 0; i < n; i++)
    {
      VrPdfLine *last = i > 0 ? &g_array_index (lines, VrPdfLine, lines->len - 1) : NULL;

      if (last != NULL && (is_filled || pieces[i].x1 - last->x2 < MAX_WORD_GAP * pieces[i].size))
        join (last, &pieces[i]);
      else
        g_array_append_val (lines, pieces[i]);
    }
}

/* Takes the pieces of lines together. */
static GArray *
join_lines (GArray *pieces)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (VrPdfLine));
  VrPdfLine *piece = (VrPdfLine *)pieces->data;

  for (guint first = 0, end; first < pieces->len; first = end)
    {
      for (end = first + 1; end < pieces->len && is_beside (&piece[end - 1], &piece[end]);)
        end++;
      join_pieces (lines, &piece[first], end - first);
    }
  g_array_unref (pieces);
  g_array_set_clear_func (lines, clear_line);
  return lines;
}

static void
add_line (GArray *lines, VrPdfLine line)
{
  if (*line.text == '\0')
    g_free (line.text);
  else
    g_array_append_val (lines, line);
}

static void
take_page (GArray *lines, PopplerPage *page, guint number)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GList *attributes = poppler_page_get_text_attributes (page);
  Page taken = { .attributes = attributes, .number = number };
  guint from = 0;

  poppler_page_get_size (page, NULL, &taken.height);
  if (text != NULL && g_utf8_validate (text, -1, NULL)
      && poppler_page_get_text_layout (page, &places, &taken.n_places))
    {
      taken.places = places;
      for (const char *p = text; *p != '\0';)
        {
          gsize n_bytes = strcspn (p, "\n");
          guint n = (guint)g_utf8_strlen (p, (gssize)n_bytes);

          if (n > 0)
            add_line (lines, take_line (&taken, p, n_bytes, from, from + n));
          from += n + 1;
          p += n_bytes + (p[n_bytes] != '\0');
        }
    }
  poppler_page_free_text_attributes (attributes);
}

GArray *
vr_pdf_lines_new (PopplerDocument *document)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (VrPdfLine));
  int n_pages = MIN (poppler_document_get_n_pages (document), MAX_PAGES);

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      if (page != NULL)
        take_page (lines, page, (guint)i);
      g_clear_object (&page);
    }
  return join_lines (lines);
}

/* Up to the end of the run that begins at @first; it gets its number. */
static guint
end_run (GArray *lines, guint first, guint number)
{
  VrPdfLine *line = (VrPdfLine *)lines->data;
  const VrPdfLine *before = &line[first];
  guint i;

  for (i = first; i < lines->len; i++)
    {
      if (line[i].is_furniture)
        continue;
      if (line[i].page != before->page || line[i].y1 < before->y1 - before->size
          || line[i].x1 > before->x2 + before->size)
        break;
      line[i].run = number;
      before = &line[i];
    }
  return i;
}

/* How far lines reach that begin where @self does; where it is alone, the whole run. */
static void
span_run (VrPdfLine *self, const VrPdfLine *lines, guint n)
{
  guint n_same = 0;

  self->right = self->x2;
  self->run_left = self->x1;
  self->run_right = self->x2;
  for (guint i = 0; i < n; i++)
    if (!lines[i].is_furniture)
      {
        self->run_left = MIN (self->run_left, lines[i].x1);
        self->run_right = MAX (self->run_right, lines[i].x2);
        if (fabs (lines[i].x1 - self->x1) < SAME_PLACE && fabs (lines[i].size - self->size) < 0.5)
          {
            self->right = MAX (self->right, lines[i].x2);
            n_same++;
          }
      }
  if (n_same < 2)
    self->right = self->run_right;
}

void
vr_pdf_lines_settle (GArray *lines)
{
  VrPdfLine *line = (VrPdfLine *)lines->data;
  guint number = 1;

  for (guint first = 0; first < lines->len;)
    {
      guint end;

      if (line[first].is_furniture)
        {
          first++;
          continue;
        }
      end = end_run (lines, first, number++);
      for (guint i = first; i < end; i++)
        span_run (&line[i], &line[first], end - first);
      first = end;
    }
}
