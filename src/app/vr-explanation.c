/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons and decisions in words: pure formatting, as in vr-closures.h. */
#include "vr-explanation.h"

#include "vr-sureness.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
join_numbers (const guint32 *paragraphs, guint32 n)
{
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < n; i++)
    /* Translators: between the numbers of a list. */
    g_string_append_printf (text, "%s%'u", i > 0 ? _ (", ") : "", paragraphs[i] + 1);

  return g_string_free (text, FALSE);
}

char *
vr_explanation_place (const VrRow *row)
{
  g_autofree char *old_numbers = join_numbers (row->old_paragraphs, row->n_old);
  g_autofree char *new_numbers = join_numbers (row->new_paragraphs, row->n_new);
  g_autofree char *old_line = NULL;
  g_autofree char *new_line = NULL;

  if (row->n_old > 0)
    old_line = g_strdup_printf (
        ngettext ("Old article: paragraph %s", "Old article: paragraphs %s", row->n_old),
        old_numbers);
  if (row->n_new > 0)
    new_line = g_strdup_printf (
        ngettext ("New article: paragraph %s", "New article: paragraphs %s", row->n_new),
        new_numbers);
  if (old_line == NULL)
    return g_steal_pointer (&new_line);
  if (new_line == NULL)
    return g_steal_pointer (&old_line);

  return g_strdup_printf ("%s\n%s", old_line, new_line);
}

const char *
vr_explanation_sureness (double score)
{
  switch (vr_sureness_of (score))
    {
    case VR_SURENESS_SURE:
      /* Translators: how sure it is that two paragraphs belong together. */
      return _ ("Sure");
    case VR_SURENESS_LIKELY:
      return _ ("Likely");
    case VR_SURENESS_WEAK:
    default:
      return _ ("Weak");
    }
}

char *
vr_explanation_percent (double share)
{
  /* Translators: a share of a hundred. */
  return g_strdup_printf (_ ("%u%%"), (guint)floor (CLAMP (share, 0, 1) * 100 + 1e-6));
}

char *
vr_explanation_added (double log_odds)
{
  return g_strdup_printf ("%s%.1f", log_odds < 0 ? "−" : "+", fabs (log_odds));
}

char *
vr_explanation_pair (guint32 old_index, guint32 new_index)
{
  /* Translators: the numbers of a paragraph of the old article and of one of the new. */
  return g_strdup_printf (_ ("%'u and %'u"), old_index + 1, new_index + 1);
}

char *
vr_explanation_decision (gboolean is_pair, guint32 old_index, guint32 new_index)
{
  return g_strdup_printf (is_pair ? _ ("Paragraphs %'u and %'u belong together")
                                  : _ ("Paragraphs %'u and %'u are not the same"),
                          old_index + 1, new_index + 1);
}

char *
vr_explanation_undecided (guint32 old_index, guint32 new_index)
{
  return g_strdup_printf (_ ("What you decided on paragraphs %'u and %'u was removed."),
                          old_index + 1, new_index + 1);
}

char *
vr_explanation_paired (guint32 old_index, guint32 new_index)
{
  return g_strdup_printf (_ ("Paragraphs %'u and %'u are paired now."), old_index + 1,
                          new_index + 1);
}

char *
vr_explanation_unpaired (const VrRow *row)
{
  guint n = row->n_old + row->n_new;

  if (row->n_old == 1 && row->n_new == 1)
    return g_strdup_printf (_ ("Paragraphs %'u and %'u are no longer paired."),
                            row->old_paragraphs[0] + 1, row->new_paragraphs[0] + 1);

  return g_strdup_printf (
      ngettext ("%'u paragraph is no longer paired.", "%'u paragraphs are no longer paired.", n),
      n);
}

char *
vr_explanation_word (guint n_paragraphs)
{
  return g_strdup_printf (ngettext ("In %'u paragraph of both articles",
                                    "In %'u paragraphs of both articles", n_paragraphs),
                          n_paragraphs);
}

char *
vr_explanation_nearest (VrSide side, guint32 index, double likeness)
{
  g_autofree char *percent = vr_explanation_percent (likeness);

  /* Translators: the first is a paragraph's number, the second a share as “23%”. */
  return g_strdup_printf (side == VR_SIDE_OLD
                              ? _ ("Paragraph %'u of the old article shares %s of its rare words.")
                              : _ ("Paragraph %'u of the new article shares %s of its rare words."),
                          index + 1, percent);
}

gboolean
vr_explanation_is_pinned (const VrRow *row)
{
  return row->terms[VR_ALIGN_TERM_PINNED] > 0;
}
