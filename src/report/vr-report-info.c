/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report tells of two versions and their reader besides the comparison: plain structs. */
#include "vr-report-info.h"

#include <glib/gi18n-lib.h>

static void
free_note (gpointer data)
{
  VrReportNote *note = data;

  g_free (note->row);
  g_free (note->text);
  g_free (note->author);
  g_free (note->time);
  g_free (note);
}

VrReportInfo *
vr_report_info_new (void)
{
  VrReportInfo *self = g_new0 (VrReportInfo, 1);

  self->notes = g_ptr_array_new_with_free_func (free_note);

  return self;
}

void
vr_report_witness_clear (VrReportWitness *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->author);
  g_free (self->time);
  g_free (self->commit);
  g_free (self->url);
}

void
vr_report_info_free (VrReportInfo *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    vr_report_witness_clear (&self->witnesses[side]);
  g_ptr_array_unref (self->notes);
  g_free (self->time);
  g_free (self);
}

void
vr_report_info_add_note (VrReportInfo *self, const char *row, const char *text, const char *author,
                         const char *time)
{
  VrReportNote *note = g_new0 (VrReportNote, 1);

  g_return_if_fail (text != NULL);

  note->row = g_strdup (row);
  note->text = g_strdup (text);
  note->author = g_strdup (author);
  note->time = g_strdup (time);
  g_ptr_array_add (self->notes, note);
}

static void
free_notes (gpointer notes)
{
  g_ptr_array_unref (notes);
}

GHashTable *
vr_report_info_sort_notes (const VrReportInfo *self, const VrComparison *comparison)
{
  guint n_notes = self != NULL ? self->notes->len : 0;
  g_autoptr (GHashTable) rows = NULL;
  GHashTable *notes;

  if (n_notes == 0)
    return NULL;
  rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    g_hash_table_insert (rows, vr_comparison_dup_row_id (comparison, i), GUINT_TO_POINTER (i));
  notes = g_hash_table_new_full (NULL, NULL, NULL, free_notes);
  for (guint i = 0; i < n_notes; i++)
    {
      VrReportNote *note = g_ptr_array_index (self->notes, i);
      gpointer row;
      GPtrArray *list;

      if (note->row == NULL || !g_hash_table_lookup_extended (rows, note->row, NULL, &row))
        row = GUINT_TO_POINTER (VR_NOTE_NO_ROW);
      list = g_hash_table_lookup (notes, row);
      if (list == NULL)
        g_hash_table_insert (notes, row, list = g_ptr_array_new ());
      g_ptr_array_add (list, note);
    }

  return notes;
}

const GPtrArray *
vr_report_peek_notes (GHashTable *notes, guint32 row)
{
  return notes != NULL ? g_hash_table_lookup (notes, GUINT_TO_POINTER (row)) : NULL;
}

static void
add_stray (VrReportInfo *self, const VrRowNote *note)
{
  g_autofree char *text = NULL;

  /* Translators: how a paragraph begins that is in neither version any more, and a note on it. */
  if (note->about != NULL)
    text = g_strdup_printf (_ ("On “%s”, which is no longer there: %s"), note->about, note->text);
  vr_report_info_add_note (self, NULL, text != NULL ? text : note->text, NULL, note->time);
}

void
vr_report_info_add_notes (VrReportInfo *self, const VrNotes *notes, const VrComparison *comparison)
{
  g_autofree guint32 *rows = vr_notes_find_rows (notes, comparison);

  for (guint i = 0; i < vr_notes_get_n (notes); i++)
    {
      const VrRowNote *note = vr_notes_peek (notes, i);
      g_autofree char *id =
          rows[i] != VR_NOTE_NO_ROW ? vr_comparison_dup_row_id (comparison, rows[i]) : NULL;

      if (id != NULL)
        vr_report_info_add_note (self, id, note->text, NULL, note->time);
      else
        add_stray (self, note);
    }
}

char *
vr_report_dup_witness_name (const VrReportInfo *info, const VrComparison *comparison, VrSide side)
{
  const VrText *text = vr_article_get_text (vr_comparison_get_article (comparison, side));
  g_autofree char *base = NULL;

  if (info != NULL && info->witnesses[side].name != NULL)
    return g_strdup (info->witnesses[side].name);
  if (text == NULL)
    return g_strdup (side == VR_SIDE_OLD ? _ ("Old version") : _ ("New version"));
  base = g_path_get_basename (vr_text_get_name (text));

  return g_filename_display_name (base);
}

char *
vr_report_dup_witness_title (const VrReportInfo *info, const VrComparison *comparison, VrSide side)
{
  const char *title = vr_article_get_title (vr_comparison_get_article (comparison, side));

  if (info != NULL && info->witnesses[side].title != NULL)
    title = info->witnesses[side].title;

  return title != NULL && *title != '\0' ? g_strdup (title)
                                         : vr_report_dup_witness_name (info, comparison, side);
}

GDateTime *
vr_report_dup_time (const VrReportInfo *info)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds;
  GDateTime *time = NULL;

  if (info != NULL && info->time != NULL)
    return *info->time != '\0' ? g_date_time_new_from_iso8601 (info->time, NULL) : NULL;
  if (epoch != NULL && g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    time = g_date_time_new_from_unix_utc ((gint64)seconds);
  for (guint side = VR_N_SIDES; time == NULL && info != NULL && side-- > 0;)
    if (info->witnesses[side].time != NULL)
      time = g_date_time_new_from_iso8601 (info->witnesses[side].time, NULL);

  return time;
}

char *
vr_report_dup_shown_time (const char *time)
{
  g_autoptr (GDateTime) date = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d %H:%M:%S UTC%:z") : g_strdup (time);
}
