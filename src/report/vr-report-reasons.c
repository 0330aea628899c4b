/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What earned a row its pairing, in words. */
#include "vr-report-reasons.h"

#include "vr-report-terms.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Log-odds that are shown as 0.0 are no reason. */
#define LEAST_ADDED 0.05f

guint
vr_report_rank_terms (const VrRow *row, VrAlignTerm ranked[VR_ALIGN_N_TERMS])
{
  guint n = 0;

  for (guint t = 0; t < VR_ALIGN_N_TERMS; t++)
    {
      guint at = n;

      if (fabsf (row->terms[t]) < LEAST_ADDED && t != VR_ALIGN_TERM_PINNED)
        continue;
      if (row->terms[t] == 0)
        continue;
      for (; at > 0 && row->terms[ranked[at - 1]] < row->terms[t]; at--)
        ranked[at] = ranked[at - 1];
      ranked[at] = t;
      n++;
    }

  return n;
}

char *
vr_report_dup_reasons (const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  VrAlignTerm ranked[VR_ALIGN_N_TERMS];
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;

  if (row.n_old == 0 || row.n_new == 0)
    return NULL;
  n = vr_report_rank_terms (&row, ranked);
  for (guint i = 0; i < n; i++)
    {
      double added = (double)row.terms[ranked[i]];

      g_string_append (list, i > 0 ? _ (", ") : "");
      g_string_append (list, vr_report_term_get_name (ranked[i]));
      /* What the reader said needs no measure. */
      if (ranked[i] != VR_ALIGN_TERM_PINNED)
        g_string_append_printf (list, " %s%.1f", added < 0 ? "−" : "+", fabs (added));
    }
  if (n == 0)
    return NULL;

  /* Translators: how sure a pairing is, and the list of what earned it. */
  return g_strdup_printf (_ ("Match %u%%: %s"), (guint)(CLAMP (row.score, 0, 1) * 100 + 1e-6),
                          list->str);
}
