/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report on all versions of an article tells: plain structs, filled by whoever has them. */
#include "vr-report-history.h"

#include "vr-report-json.h"
#include "vr-report-manifest.h"

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
  g_ptr_array_unref (step->notes);
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
  g_free (self->time);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

VrReportStep *
vr_report_history_add_step (VrReportHistory *self)
{
  VrReportStep *step = g_new0 (VrReportStep, 1);

  step->flags = g_ptr_array_new_with_free_func (g_free);
  step->changes = g_ptr_array_new_with_free_func (g_free);
  step->notes = g_ptr_array_new_with_free_func (g_free);
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

static void
write_version (VrJsonWriter *json, const VrReportStep *step)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "number", uint, step->number);
  vr_json_writer_put (json, "name", string, step->witness.name);
  vr_json_writer_put (json, "time", string, step->witness.time);
  vr_json_writer_put (json, "commit", string, step->witness.commit);
  vr_json_writer_put (json, "sha256", string, step->sha256);
  vr_json_writer_name (json, "notes");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < step->notes->len; i++)
    vr_json_writer_string (json, g_ptr_array_index (step->notes, i));
  vr_json_writer_end (json, ']');
  vr_json_writer_end (json, '}');
}

static void
write_making (VrJsonWriter *json, const VrReportHistory *self, const char *format,
              const char *made_with)
{
  g_autoptr (GDateTime) time = vr_report_history_dup_time (self);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "format", string, format);
  vr_report_manifest_write_words (json);
  vr_json_writer_put (json, "time", string, text);
  if (made_with != NULL)
    vr_json_writer_put (json, "made_with", string, made_with);
  vr_json_writer_end (json, '}');
}

char *
vr_report_history_dup_manifest (const VrReportHistory *self, const char *format,
                                const char *made_with)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (text);
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "schema", string, VR_MANIFEST_HISTORY_SCHEMA);
  vr_json_writer_name (&json, "engine");
  vr_report_json_write_engine (&json);
  vr_json_writer_name (&json, "report");
  write_making (&json, self, format, made_with);
  vr_json_writer_put (&json, "story", string, self->story);
  vr_json_writer_put (&json, "variant", string, self->variant);
  vr_json_writer_name (&json, "versions");
  vr_json_writer_begin (&json, '[');
  for (guint i = 0; i < self->steps->len; i++)
    write_version (&json, vr_report_history_peek_step (self, i));
  vr_json_writer_end (&json, ']');
  vr_output_put_char (output, ',');
  vr_output_flush (output);

  return vr_manifest_dup_harmless (text);
}

GDateTime *
vr_report_history_dup_time (const VrReportHistory *self)
{
  g_autoptr (VrReportInfo) info = vr_report_info_new ();

  info->time = g_strdup (self->time);
  for (guint i = self->steps->len; i-- > 0 && info->witnesses[VR_SIDE_NEW].time == NULL;)
    info->witnesses[VR_SIDE_NEW].time =
        g_strdup (vr_report_history_peek_step (self, i)->witness.time);

  return vr_report_dup_time (info);
}
