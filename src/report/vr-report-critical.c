/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical changes in words. */
#include "vr-report-critical.h"

#include "vr-end-mark.h"
#include "vr-report-summary.h"
#include "vr-report.h"

#include <glib/gi18n-lib.h>

/* Enough of what stands in quotation marks to find it. */
#define QUOTED_MAX_CELLS 48

/* What was changed on one side; NULL where that side has nothing. */
static char *
dup_side (VrSlice text, VrSpan span)
{
  if (span.to == span.from)
    return NULL;
  return vr_report_dup_excerpt ((VrSlice){ text.text + span.from, span.to - span.from },
                                QUOTED_MAX_CELLS);
}

static char *
dup_number_words (VrCritical kind, const char *old_text, const char *new_text)
{
  if (old_text == NULL)
    return g_strdup_printf (_ ("number “%s” added"), new_text);
  if (new_text == NULL)
    return g_strdup_printf (_ ("number “%s” removed"), old_text);
  if (kind == VR_CRITICAL_DECIMAL)
    return g_strdup_printf (_ ("decimal point or thousands mark changed from “%s” to “%s”"),
                            old_text, new_text);
  if (kind == VR_CRITICAL_SIGN)
    return g_strdup_printf (_ ("minus sign changed from “%s” to “%s”"), old_text, new_text);
  return g_strdup_printf (_ ("number changed from “%s” to “%s”"), old_text, new_text);
}

/* Sentences of their own, as “question mark” bends differently in each in many languages. */
static const char *
get_mark_words (VrEndMark old_mark, VrEndMark new_mark)
{
  static const char *const words[VR_N_END_MARKS][VR_N_END_MARKS] = {
    [VR_END_MARK_NONE] = { [VR_END_MARK_QUESTION] = N_ ("question mark added"),
                           [VR_END_MARK_EXCLAMATION] = N_ ("exclamation mark added") },
    [VR_END_MARK_STOP] = { [VR_END_MARK_QUESTION] = N_ ("full stop became a question mark"),
                           [VR_END_MARK_EXCLAMATION] =
                               N_ ("full stop became an exclamation mark") },
    [VR_END_MARK_QUESTION] = { [VR_END_MARK_NONE] = N_ ("question mark removed"),
                               [VR_END_MARK_STOP] = N_ ("question mark became a full stop"),
                               [VR_END_MARK_EXCLAMATION] =
                                   N_ ("question mark became an exclamation mark") },
    [VR_END_MARK_EXCLAMATION] = { [VR_END_MARK_NONE] = N_ ("exclamation mark removed"),
                                  [VR_END_MARK_STOP] = N_ ("exclamation mark became a full stop"),
                                  [VR_END_MARK_QUESTION] =
                                      N_ ("exclamation mark became a question mark") },
  };

  g_return_val_if_fail (words[old_mark][new_mark] != NULL, "");
  return _ (words[old_mark][new_mark]);
}

static VrEndMark
get_mark (const char *text)
{
  return text != NULL ? vr_end_mark_get ((VrSlice){ text, strlen (text) }) : VR_END_MARK_NONE;
}

/* What stands between the marks, which may be curly or not, with spaces inside or not. */
static char *
dup_quoted (const char *marked)
{
  const char *start = g_utf8_next_char (marked);
  const char *last = marked + strlen (marked);

  last = last > start ? g_utf8_prev_char (last) : start;
  /* Where it was cut short, the last character stands for what is left out. */
  if (g_utf8_get_char (last) == 0x2026)
    last = g_utf8_next_char (last);
  return g_strstrip (g_strndup (start, (gsize)(MAX (last, start) - start)));
}

static char *
dup_quotes_words (const char *old_text, const char *new_text)
{
  g_autofree char *quoted = dup_quoted (new_text != NULL ? new_text : old_text);

  return g_strdup_printf (new_text != NULL ? _ ("quotation marks put on “%s”")
                                           : _ ("quotation marks taken off “%s”"),
                          quoted);
}

static char *
dup_change (const VrReportTexts *row, const VrCriticalChange *change)
{
  g_autofree char *old_text = dup_side (row->sides[VR_SIDE_OLD], change->old_span);
  g_autofree char *new_text = dup_side (row->sides[VR_SIDE_NEW], change->new_span);

  switch (change->kind)
    {
    case VR_CRITICAL_NUMBER:
    case VR_CRITICAL_DECIMAL:
    case VR_CRITICAL_SIGN:
      return dup_number_words (change->kind, old_text, new_text);
    case VR_CRITICAL_NEGATION:
      return new_text != NULL ? g_strdup_printf (_ ("“%s” added"), new_text)
                              : g_strdup_printf (_ ("“%s” removed"), old_text);
    case VR_CRITICAL_END_MARK:
      return g_strdup (get_mark_words (get_mark (old_text), get_mark (new_text)));
    case VR_CRITICAL_QUOTES:
      return dup_quotes_words (old_text, new_text);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
list_changes (const VrComparison *comparison, guint row_index)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  GString *list = g_string_new (NULL);
  g_auto (VrReportTexts) texts;

  vr_report_texts_init (&texts, comparison, row_index);
  for (guint32 i = 0; i < row.n_critical; i++)
    {
      g_autofree char *words = dup_change (&texts, &row.criticals[i]);

      if (i > 0)
        g_string_append (list, _ ("; "));
      g_string_append (list, words);
    }

  return g_string_free (list, FALSE);
}

char *
vr_report_dup_critical (const VrComparison *comparison, guint row)
{
  return vr_comparison_is_critical (comparison, row) ? list_changes (comparison, row) : NULL;
}
