/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report on all versions of an article tells: plain structs, filled by whoever has them. */
#include "vr-report-history.h"

#include <glib/gi18n-lib.h>

static void
free_step (gpointer data)
{
  VrReportStep *step = data;

  vr_report_witness_clear (&step->witness);
  g_free (step->sha256);
  g_free (step->headline);
  g_ptr_array_unref (step->flags);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

VrReportHistory *
vr_report_history_new (const char *story, const char *variant)
{
  VrReportHistory *self = g_new0 (VrReportHistory, 1);

  self->story = g_strdup (story);
  self->variant = g_strdup (variant);
  self->steps = g_ptr_array_new_with_free_func (free_step);

  return self;
}

void
vr_report_history_free (VrReportHistory *self)
{
  g_free (self->story);
  g_free (self->variant);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

VrReportStep *
vr_report_history_add_step (VrReportHistory *self)
{
  VrReportStep *step = g_new0 (VrReportStep, 1);

  step->flags = g_ptr_array_new_with_free_func (g_free);
  step->changes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->steps, step);
  step->number = self->steps->len;

  return step;
}

const VrReportStep *
vr_report_history_peek_step (const VrReportHistory *self, guint index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, index);
}

char *
vr_report_history_dup_title (const VrReportHistory *self)
{
  for (guint i = self->steps->len; i-- > 0;)
    {
      const char *title = vr_report_history_peek_step (self, i)->witness.title;

      if (title != NULL && *title != '\0')
        return g_strdup (title);
    }

  return g_strdup_printf ("%s/%s", self->story, self->variant);
}

char *
vr_report_history_dup_summary (const VrReportHistory *self)
{
  guint n = self->steps->len;
  VrChangedWords words = { 0 };
  g_autofree char *versions = g_strdup_printf (ngettext ("%'u version", "%'u versions", n), n);
  g_autofree char *changed = NULL;

  for (guint i = 0; i < n; i++)
    {
      const VrChangedWords *step = &vr_report_history_peek_step (self, i)->words;

      words.removed += step->removed;
      words.added += step->added;
      words.moved += step->moved;
    }
  changed = vr_changed_words_to_string (&words);
  if (changed == NULL)
    /* Translators: how many versions an article has: "12 versions." */
    return g_strdup_printf (_ ("%s."), versions);

  /* Translators: how many versions an article has, and how many words changed in all: "12 versions:
   * 340 words removed, 512 words added." */
  return g_strdup_printf (_ ("%s: %s"), versions, changed);
}
