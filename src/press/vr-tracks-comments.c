/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the margin of tracked changes: the reader's notes, and what earned a pairing. */
#include "vr-tracks-private.h"

#include "vr-report-reasons.h"
#include "vr-report-words.h"

#include <glib/gi18n-lib.h>

static void
free_comment (gpointer data)
{
  VrTrackComment *comment = data;

  g_free (comment->author);
  g_clear_pointer (&comment->time, g_date_time_unref);
  g_free (comment->text);
  g_free (comment);
}

static GDateTime *
parse_time (const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return time != NULL ? g_date_time_to_utc (time) : NULL;
}

static void
add_note (GPtrArray *comments, guint32 row, const VrReportNote *note)
{
  VrTrackComment *comment = g_new0 (VrTrackComment, 1);

  comment->row = row;
  /* Translators: who wrote a note, where that is not known. */
  comment->author = g_strdup (note->author != NULL ? note->author : _ ("Reader"));
  comment->time = parse_time (note->time);
  comment->text = g_strdup (note->text);
  g_ptr_array_add (comments, comment);
}

static void
explain (GPtrArray *comments, const VrComparison *comparison, guint32 row)
{
  g_autofree char *reasons = vr_report_dup_reasons (comparison, row);
  g_autofree char *fate = NULL;
  VrTrackComment *comment;

  if (reasons == NULL || !vr_comparison_is_change (comparison, row))
    return;
  fate = vr_report_dup_whole_fate (comparison, row, NULL);
  comment = g_new0 (VrTrackComment, 1);
  comment->row = row;
  comment->author = g_strdup ("Variorum");
  comment->text = g_strdup_printf ("%s\n%s", fate, reasons);
  g_ptr_array_add (comments, comment);
}

static void
add_notes (GPtrArray *comments, GHashTable *notes, guint32 row)
{
  const GPtrArray *list = vr_report_peek_notes (notes, row);

  for (guint i = 0; list != NULL && i < list->len; i++)
    add_note (comments, row, g_ptr_array_index (list, i));
}

GPtrArray *
vr_track_comments_new (const VrComparison *comparison, const VrReportOptions *options)
{
  GPtrArray *comments = g_ptr_array_new_with_free_func (free_comment);
  g_autoptr (GHashTable) notes = vr_report_info_sort_notes (options->info, comparison);
  guint n = vr_comparison_get_n_rows (comparison);

  add_notes (comments, notes, VR_NOTE_NO_ROW);
  for (guint32 i = 0; i < n; i++)
    {
      if (options->explain)
        explain (comments, comparison, i);
      add_notes (comments, notes, i);
    }

  return comments;
}
