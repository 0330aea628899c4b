/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a text into paragraphs: blank lines between, one a line, or hard-wrapped. */
#include "vr-paragraphs.h"

#include "vr-array.h"
#include "vr-line-shapes.h"
#include "vr-wrapping.h"

#include <string.h>

/* A paragraph of several lines.  One more stands behind the last, as if one came behind the text,
 * so that each tells where the text before it ends and how many lines lie between. */
typedef struct
{
  guint32 index; /* of the paragraph */
  guint32 from;
  guint32 line; /* its first, counted without the blank ones */
  guint32 at;   /* where its text starts among the joined ones */
} Joint;

struct _VrParagraphs
{
  VrText *text; /* NULL for units */
  VrSlice source;
  VrParagraphMode mode;
  guint n_paragraphs;
  guint n_joints;
  guint n_runs;
  VrLine *spans; /* by paragraph; where it goes on, from is its joint's number */
  Joint *joints;
  VrLineRun *runs;
  char *owned; /* the texts of paragraphs of several lines or of all units, one behind the other */
};

/* Marks the lines that go on in the next; returns the mode that this makes. */
static VrParagraphMode
join_lines (const char *text, GArray *array, VrParagraphMode mode)
{
  guint n_neighbours = 0;

  if (mode == VR_PARAGRAPHS_LINE)
    return mode;
  if (mode != VR_PARAGRAPHS_BLANK && vr_wrapping_join (text, array, mode == VR_PARAGRAPHS_WRAPPED))
    return VR_PARAGRAPHS_WRAPPED;
  for (guint i = 0; i < array->len; i++)
    {
      VrLine *line = &g_array_index (array, VrLine, i);

      line->goes_on = mode == VR_PARAGRAPHS_BLANK && line->is_followed;
      n_neighbours += line->is_followed;
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
  /* Two and three hyphens are one dash: a typewriter's. */
  while (is_dash (g_utf8_get_char (last)) && last > text + line->from
         && is_dash (g_utf8_get_char (g_utf8_prev_char (last))))
    last = g_utf8_prev_char (last);
  if (!is_dash (a) || last == text + line->from)
    return TRUE;
  return vr_lines_space_before (text + line->from, last) > 0
         || (a == '-' && last + 1 == text + line->to
             && starts_with_conjunction (text + next->from, text + next->to));
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

/* Makes paragraphs of the lines, where they stand. */
static void
join_paragraphs (VrParagraphs *self, GArray *array)
{
  VrLine *lines = (VrLine *)array->data;
  g_autoptr (GArray) joints = g_array_new (FALSE, FALSE, sizeof (Joint));
  Joint joint = { 0 };

  for (guint n; joint.line < array->len; joint.line += n, joint.index++)
    {
      VrLine span = lines[joint.line];

      for (n = 1; lines[joint.line + n - 1].goes_on; n++)
        ;
      if (n > 1)
        {
          /* Joined lines are never longer than they were with the line ends between. */
          if (self->owned == NULL)
            self->owned = g_malloc (self->source.n_bytes - span.from);
          joint.from = span.from;
          span.from = joints->len;
          g_array_append_val (joints, joint);
          joint.at += join (self->source.text, lines + joint.line, n, self->owned + joint.at);
          span.to = lines[joint.line + n - 1].to;
        }
      lines[joint.index] = span;
    }
  g_array_append_val (joints, joint);
  g_array_set_size (array, joint.index);
  self->owned = g_realloc (self->owned, joint.at);
  self->joints = vr_array_take (joints, &self->n_joints);
}

VrParagraphs *
vr_paragraphs_new (VrText *text, VrParagraphMode mode)
{
  VrParagraphs *self = g_atomic_rc_box_new0 (VrParagraphs);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (VrLineRun));
  g_autoptr (GArray) lines = NULL;

  self->text = vr_text_ref (text);
  self->source.text = vr_text_peek (text, &self->source.n_bytes);
  lines = vr_lines_new (self->source.text, self->source.n_bytes, runs);
  self->runs = vr_array_take (runs, &self->n_runs);
  self->mode = join_lines (self->source.text, lines, mode);
  join_paragraphs (self, lines);
  self->spans = vr_array_take (lines, &self->n_paragraphs);
  return self;
}

VrParagraphs *
vr_paragraphs_new_from_units (const char *const *units, guint n_units)
{
  VrParagraphs *self = g_atomic_rc_box_new0 (VrParagraphs);
  GString *all = g_string_new (NULL);

  self->mode = VR_PARAGRAPHS_LINE;
  self->n_paragraphs = n_units;
  self->spans = g_new0 (VrLine, n_units);
  for (guint i = 0; i < n_units; i++)
    {
      self->spans[i].from = all->len;
      g_string_append (all, units[i]);
      self->spans[i].to = all->len;
      g_string_append_c (all, '\n');
    }
  self->n_joints = self->n_runs = 1;
  self->joints = g_new (Joint, 1);
  *self->joints = (Joint){ .index = n_units, .line = n_units };
  self->runs = g_new (VrLineRun, 1);
  *self->runs = (VrLineRun){ .number = 1, .step = 1 };
  self->source.n_bytes = all->len;
  self->source.text = self->owned = g_string_free (all, FALSE);
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

  g_clear_pointer (&self->text, vr_text_unref);
  g_free (self->spans);
  g_free (self->joints);
  g_free (self->runs);
  g_free (self->owned);
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

/* The first joint behind paragraph @index, which has none. */
static const Joint *
find_joint (const VrParagraphs *self, guint index)
{
  guint low = 0, high = self->n_joints - 1;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->joints[middle].index < index)
        low = middle + 1;
      else
        high = middle;
    }
  return &self->joints[low];
}

VrSlice
vr_paragraphs_get_text (const VrParagraphs *self, guint index)
{
  VrLine span = self->spans[index];
  const Joint *joint;

  if (!span.goes_on)
    return (VrSlice){ self->source.text + span.from, span.to - span.from };
  joint = &self->joints[span.from];
  return (VrSlice){ self->owned + joint->at, joint[1].at - joint->at };
}

VrParagraph
vr_paragraphs_get (const VrParagraphs *self, guint index)
{
  VrSlice text = vr_paragraphs_get_text (self, index);
  VrLine span = self->spans[index];
  const Joint *joint = span.goes_on ? &self->joints[span.from] : find_joint (self, index);
  /* Up to the next joint each paragraph is one line. */
  guint32 line = joint->line - (joint->index - index);
  guint32 number = vr_lines_get_number (self->runs, self->n_runs, line);
  VrParagraph paragraph = { text.text, text.n_bytes, span.from, span.to, number, number };

  if (span.goes_on)
    {
      paragraph.from = joint->from;
      paragraph.last_line += joint[1].line - line - (joint[1].index - index);
    }
  return paragraph;
}

VrSlice
vr_paragraphs_get_source (const VrParagraphs *self)
{
  return self->source;
}

VrParagraphMode
vr_paragraphs_get_mode (const VrParagraphs *self)
{
  return self->mode;
}
