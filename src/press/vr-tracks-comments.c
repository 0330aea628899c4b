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

/* Which row each note stands at; G_MAXUINT32 for the whole comparison, and for a row of other texts
 * than these. */
static guint32 *
find_rows (const VrComparison *comparison, const GPtrArray *notes)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 *found = g_new (guint32, MAX (notes->len, 1));

  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    g_hash_table_insert (rows, vr_comparison_dup_row_id (comparison, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < notes->len; i++)
    {
      const VrReportNote *note = g_ptr_array_index (notes, i);
      gpointer row;

      found[i] = note->row != NULL && g_hash_table_lookup_extended (rows, note->row, NULL, &row)
                     ? GPOINTER_TO_UINT (row)
                     : G_MAXUINT32;
    }

  return found;
}

/* Whole first, then by row; what was written first, and the explanation, keeps its place. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const VrTrackComment *one = *(const VrTrackComment *const *)a;
  const VrTrackComment *other = *(const VrTrackComment *const *)b;

  return one->row + 1 < other->row + 1 ? -1 : one->row + 1 > other->row + 1;
}

GPtrArray *
vr_track_comments_new (const VrComparison *comparison, const VrReportOptions *options)
{
  GPtrArray *comments = g_ptr_array_new_with_free_func (free_comment);
  guint n = vr_comparison_get_n_rows (comparison);

  for (guint32 i = 0; i < n && options->explain; i++)
    explain (comments, comparison, i);
  if (options->info != NULL && options->info->notes->len > 0)
    {
      const GPtrArray *notes = options->info->notes;
      g_autofree guint32 *rows = find_rows (comparison, notes);

      for (guint i = 0; i < notes->len; i++)
        add_note (comments, rows[i], g_ptr_array_index (notes, i));
      g_ptr_array_sort (comments, compare_rows);
    }

  return comments;
}
