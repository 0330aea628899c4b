/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the margin of tracked changes: the reader's notes, and what earned a pairing. */
#include "vr-tracks-private.h"

#include "vr-report-terms.h"
#include "vr-report-words.h"

#include <glib/gi18n-lib.h>

/* What weighs less would be shown as zero. */
#define LEAST_TERM 0.005f

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
add_notes (GPtrArray *comments, guint32 row, const GPtrArray *notes)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    add_note (comments, row, g_ptr_array_index (notes, i));
}

static void
explain (GPtrArray *comments, const VrComparison *comparison, guint32 index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  g_autofree char *fate = NULL;
  GString *text;
  VrTrackComment *comment;

  if (row.n_old == 0 || row.n_new == 0 || !vr_comparison_is_change (comparison, index))
    return;
  fate = vr_report_dup_whole_fate (comparison, index, NULL);
  text = g_string_new (fate);
  for (guint term = 0; term < VR_ALIGN_N_TERMS; term++)
    if (ABS (row.terms[term]) >= LEAST_TERM)
      g_string_append_printf (text, "\n%s: %+.2f", vr_report_term_get_name ((VrAlignTerm)term),
                              (double)row.terms[term]);
  comment = g_new0 (VrTrackComment, 1);
  comment->row = index;
  comment->author = g_strdup ("Variorum");
  comment->text = g_string_free (text, FALSE);
  g_ptr_array_add (comments, comment);
}

/* The notes on each row, by its id; those on the whole go straight to @comments. */
static GHashTable *
sort_notes (GPtrArray *comments, const VrReportInfo *info)
{
  GHashTable *by_row =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; info != NULL && i < info->notes->len; i++)
    {
      VrReportNote *note = g_ptr_array_index (info->notes, i);
      GPtrArray *notes;

      if (note->row == NULL)
        {
          add_note (comments, G_MAXUINT32, note);
          continue;
        }
      notes = g_hash_table_lookup (by_row, note->row);
      if (notes == NULL)
        {
          notes = g_ptr_array_new ();
          g_hash_table_insert (by_row, note->row, notes);
        }
      g_ptr_array_add (notes, note);
    }

  return by_row;
}

GPtrArray *
vr_track_comments_new (const VrComparison *comparison, const VrReportOptions *options)
{
  GPtrArray *comments = g_ptr_array_new_with_free_func (free_comment);
  g_autoptr (GHashTable) by_row = sort_notes (comments, options->info);
  guint n = vr_comparison_get_n_rows (comparison);

  for (guint32 i = 0; i < n && (options->explain || g_hash_table_size (by_row) > 0); i++)
    {
      g_autofree char *id = NULL;

      if (options->explain)
        explain (comments, comparison, i);
      if (g_hash_table_size (by_row) > 0)
        {
          id = vr_comparison_dup_row_id (comparison, i);
          add_notes (comments, i, g_hash_table_lookup (by_row, id));
        }
    }

  return comments;
}
