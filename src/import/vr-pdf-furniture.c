/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF document has on every page: running titles, page numbers. */
#include "vr-pdf-lines.h"

#include <math.h>
#include <string.h>

/* Of the page's height: where such lines stand, from either end. */
#define MARGIN 0.16

/* Points by which the same line may stand elsewhere on another page. */
#define SAME_HEIGHT 3.0

#define MAX_NUMBER_LETTERS 4

/* Numbers differ from page to page. */
static char *
dup_shape (const char *text)
{
  GString *shape = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isdigit (*p))
      g_string_append_c (shape, *p);
    else if (shape->len == 0 || shape->str[shape->len - 1] != '#')
      g_string_append_c (shape, '#');
  return g_string_free (shape, FALSE);
}

static gboolean
is_in_margin (const VrPdfLine *line)
{
  return line->y2 < MARGIN * line->page_height || line->y1 > (1 - MARGIN) * line->page_height;
}

/* A number alone, perhaps between dashes, at the edge of a page. */
static gboolean
is_page_number (const VrPdfLine *line)
{
  guint n_digits = 0;

  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        n_digits++;
      else if (c != '-' && c != ' ' && c != 0x2013 && c != 0x2014 && c != '/')
        return FALSE;
    }
  return n_digits > 0 && n_digits <= MAX_NUMBER_LETTERS;
}

/* Marks @line, and those of the same shape on other pages at the same height. */
static void
mark_same (GPtrArray *same, VrPdfLine *line)
{
  for (guint i = 0; i < same->len; i++)
    {
      VrPdfLine *other = same->pdata[i];

      if (other->page != line->page && fabs (other->y1 - line->y1) < SAME_HEIGHT)
        {
          other->is_furniture = line->is_furniture = TRUE;
          return;
        }
    }
}

void
vr_pdf_lines_mark_furniture (GArray *lines)
{
  g_autoptr (GHashTable) by_shape =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      VrPdfLine *line = &g_array_index (lines, VrPdfLine, i);
      g_autofree char *shape = NULL;
      GPtrArray *same;

      if (!is_in_margin (line))
        continue;
      line->is_furniture = is_page_number (line);
      shape = dup_shape (line->text);
      same = g_hash_table_lookup (by_shape, shape);
      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (by_shape, g_steal_pointer (&shape), same);
        }
      mark_same (same, line);
      g_ptr_array_add (same, line);
    }
}
