/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a text into paragraphs: blank lines between, one a line, or hard-wrapped. */
#include "vr-paragraphs.h"

#include "vr-line-shapes.h"
#include "vr-wrapping.h"

#include <string.h>

struct _VrParagraphs
{
  VrText *text;
  VrParagraphMode mode;
  guint n_paragraphs;
  VrParagraph *paragraphs;
  char *joined; /* the texts of paragraphs of several lines, one behind the other */
};

/* Marks the lines that go on in the next; returns the mode that this makes. */
static VrParagraphMode
join_lines (const char *text, GArray *array, VrParagraphMode mode)
{
  VrLine *lines = (VrLine *)array->data;
  guint n_neighbours = 0;

  if (mode == VR_PARAGRAPHS_LINE)
    return mode;
  if (mode != VR_PARAGRAPHS_BLANK && vr_wrapping_join (text, array, mode == VR_PARAGRAPHS_WRAPPED))
    return VR_PARAGRAPHS_WRAPPED;
  for (guint i = 0; i + 1 < array->len; i++)
    {
      lines[i].goes_on = mode == VR_PARAGRAPHS_BLANK && vr_lines_are_neighbours (&lines[i]);
      n_neighbours += vr_lines_are_neighbours (&lines[i]);
    }
  if (mode != VR_PARAGRAPHS_AUTO)
    return mode;
  return n_neighbours == 0 && array->len > 1 ? VR_PARAGRAPHS_BLANK : VR_PARAGRAPHS_LINE;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x00AD || (c >= 0x2010 && c <= 0x2015);
}

/* "pre- and postwar": the hyphen stands for a word's end, and a space follows it. */
static gboolean
starts_with_conjunction (const char *p, const char *end)
{
  static const char *const conjunctions[] = { "and ",   "or ", "to ",  "und ", "oder ", "bis ",
                                              "sowie ", "en ", "och ", "og ",  "eller " };

  for (gsize i = 0; i < G_N_ELEMENTS (conjunctions); i++)
    {
      gsize n = strlen (conjunctions[i]);

      if (n <= (gsize)(end - p) && memcmp (p, conjunctions[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether two joined lines have a space between: not between characters of scripts that have
 * none, nor where the line was broken behind a dash or within a word. */
static gboolean
needs_space (const char *text, const VrLine *line, const VrLine *next)
{
  const char *last = g_utf8_prev_char (text + line->to);
  gunichar a = g_utf8_get_char (last), b = g_utf8_get_char (text + next->from);

  if (vr_line_is_spaceless (a) && vr_line_is_spaceless (b))
    return FALSE;
  if (!is_dash (a) || last == text + line->from)
    return TRUE;
  return vr_lines_space_before (text + line->from, last) > 0
         || (a == '-' && starts_with_conjunction (text + next->from, text + next->to));
}

/* Writes the lines one behind the other to @out; returns how many bytes. */
static guint32
join (const char *text, const VrLine *lines, guint n_lines, char *out)
{
  char *p = out;

  for (guint i = 0; i < n_lines; i++)
    {
      guint32 n = lines[i].to - lines[i].from;

      memcpy (p, text + lines[i].from, n);
      p += n;
      if (i + 1 < n_lines && needs_space (text, &lines[i], &lines[i + 1]))
        *p++ = ' ';
    }
  return p - out;
}

static void
add_paragraph (VrParagraphs *self, const char *text, const VrLine *lines, guint n_lines,
               char **joined)
{
  const VrLine *first = &lines[0], *last = &lines[n_lines - 1];
  VrParagraph *paragraph = &self->paragraphs[self->n_paragraphs++];

  *paragraph = (VrParagraph){ text + first->from, first->to - first->from, first->from,
                              last->to,           first->number,           last->number };
  if (n_lines == 1)
    return;
  paragraph->text = *joined;
  paragraph->n_bytes = join (text, lines, n_lines, *joined);
  *joined += paragraph->n_bytes;
}

VrParagraphs *
vr_paragraphs_new (VrText *text, VrParagraphMode mode)
{
  VrParagraphs *self = g_atomic_rc_box_new0 (VrParagraphs);
  gsize n_bytes;
  const char *bytes = vr_text_peek (text, &n_bytes);
  g_autoptr (GArray) array = vr_lines_new (bytes, n_bytes);
  const VrLine *lines = (const VrLine *)array->data;
  char *joined = NULL;

  self->text = vr_text_ref (text);
  self->mode = join_lines (bytes, array, mode);
  self->paragraphs = g_new (VrParagraph, array->len);
  for (guint i = 0, n; i < array->len; i += n)
    {
      for (n = 1; lines[i + n - 1].goes_on; n++)
        ;
      /* Joined lines are never longer than they were with the line ends between. */
      if (n > 1 && joined == NULL)
        joined = self->joined = g_malloc (n_bytes);
      add_paragraph (self, bytes, lines + i, n, &joined);
    }
  self->paragraphs = g_renew (VrParagraph, self->paragraphs, self->n_paragraphs);
  return self;
}

VrParagraphs *
vr_paragraphs_ref (VrParagraphs *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VrParagraphs *self = data;

  vr_text_unref (self->text);
  g_free (self->paragraphs);
  g_free (self->joined);
}

void
vr_paragraphs_unref (VrParagraphs *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
vr_paragraphs_get_n (const VrParagraphs *self)
{
  return self->n_paragraphs;
}

const VrParagraph *
vr_paragraphs_peek (const VrParagraphs *self)
{
  return self->paragraphs;
}

VrParagraphMode
vr_paragraphs_get_mode (const VrParagraphs *self)
{
  return self->mode;
}
