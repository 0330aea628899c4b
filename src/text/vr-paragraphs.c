/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a text into paragraphs: blank lines between, one a line, or hard-wrapped. */
#include "vr-paragraphs.h"

#include "vr-lines.h"

#include <string.h>

struct _VrParagraphs
{
  VrText *text;
  VrParagraphMode mode;
  guint n_paragraphs;
  VrParagraph *paragraphs;
  char *joined; /* the texts of paragraphs of several lines, one behind the other */
};

static gboolean
are_adjacent (const VrLine *a, const VrLine *b)
{
  return b->number == a->number + 1 && !a->ends_paragraph;
}

static VrParagraphMode
detect_mode (const VrLine *lines, guint n_lines)
{
  for (guint i = 1; i < n_lines; i++)
    if (are_adjacent (&lines[i - 1], &lines[i]))
      return VR_PARAGRAPHS_LINE;
  return n_lines > 1 ? VR_PARAGRAPHS_BLANK : VR_PARAGRAPHS_LINE;
}

/* Writes the lines one behind the other to @out; returns how many bytes. */
static guint32
join (const char *text, const VrLine *lines, guint n_lines, char *out)
{
  char *p = out;

  for (guint i = 0; i < n_lines; i++)
    {
      guint32 n = lines[i].to - lines[i].from;

      if (i > 0)
        *p++ = ' ';
      memcpy (p, text + lines[i].from, n);
      p += n;
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
  char *joined;

  self->text = vr_text_ref (text);
  self->mode = mode == VR_PARAGRAPHS_AUTO ? detect_mode (lines, array->len) : mode;
  self->paragraphs = g_new (VrParagraph, array->len);
  if (self->mode != VR_PARAGRAPHS_LINE)
    self->joined = g_malloc (n_bytes + 1);
  joined = self->joined;
  for (guint i = 0; i < array->len;)
    {
      guint n = 1;

      if (self->mode != VR_PARAGRAPHS_LINE)
        while (i + n < array->len && are_adjacent (&lines[i + n - 1], &lines[i + n]))
          n++;
      add_paragraph (self, bytes, lines + i, n, &joined);
      i += n;
    }
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
