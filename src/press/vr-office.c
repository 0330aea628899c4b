/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents with tracked changes have in common, whoever's format they are in. */
#include "vr-office.h"

#include "vr-report-manifest.h"
#include "vr-report-markup.h"
#include "vr-report-summary.h"

#include <glib/gi18n-lib.h>

#define COMMENT_START "{"
#define COMMENT_END "}"

/* Where a time must stand and none is known. */
#define START_OF_TIME "1970-01-01T00:00:00Z"

static void
find_author (VrOffice *self)
{
  const VrReportInfo *info = self->options->info;
  const VrReportWitness *witness = info != NULL ? &info->witnesses[VR_SIDE_NEW] : NULL;
  g_autoptr (GDateTime) time = NULL;

  if (witness != NULL && witness->time != NULL)
    time = g_date_time_new_from_iso8601 (witness->time, NULL);
  self->time = time != NULL ? g_date_time_to_utc (time) : NULL;
  self->author =
      g_strdup (witness != NULL && witness->author != NULL ? witness->author : "Variorum");
  /* Translators: %s is an author; whose tracked changes those are that compare equal, such as
   * curly against straight quotation marks. */
  self->quiet_author = g_strdup_printf (_ ("%s (quiet)"), self->author);
}

void
vr_office_init (VrOffice *self, const VrComparison *comparison, const VrReportOptions *options,
                VrOutput *output)
{
  const VrReportInfo *info = options->info;
  g_autofree char *old_name = vr_report_dup_witness_name (info, comparison, VR_SIDE_OLD);
  g_autofree char *new_name = vr_report_dup_witness_name (info, comparison, VR_SIDE_NEW);
  g_autofree char *summary = vr_report_dup_summary (comparison);
  g_autofree char *changes = g_strdup_printf (
      _ ("Tracked changes from “%s” to “%s”: who accepts all of them has the new text, who rejects "
         "all of them the old one."),
      old_name, new_name);

  *self = (VrOffice){ .comparison = comparison, .options = options, .output = output };
  find_author (self);
  self->title = vr_report_dup_witness_title (info, comparison, VR_SIDE_NEW);
  self->description = g_strdup_printf ("%s %s", changes, summary);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const char *language =
          vr_article_get_language (vr_comparison_get_article (comparison, (VrSide)side));

      self->languages[side] = g_strcmp0 (language, "und") != 0 ? language : NULL;
    }
  self->tracks = vr_tracks_new (comparison, options);
}

void
vr_office_clear (VrOffice *self)
{
  g_clear_pointer (&self->tracks, vr_tracks_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->quiet_author, g_free);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
}

char *
vr_office_dup_time (GDateTime *time)
{
  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

char *
vr_office_dup_needed_time (const VrOffice *self)
{
  g_autoptr (GDateTime) known =
      self->time != NULL ? g_date_time_ref (self->time) : vr_report_dup_time (self->options->info);
  g_autoptr (GDateTime) utc = known != NULL ? g_date_time_to_utc (known) : NULL;

  return utc != NULL ? vr_office_dup_time (utc) : g_strdup (START_OF_TIME);
}

const char *
vr_office_get_author (const VrOffice *self, const VrTrack *track)
{
  return track->quiet ? self->quiet_author : self->author;
}

void
vr_office_put_element (VrOutput *output, const char *name, const char *attributes, const char *text)
{
  vr_output_put_char (output, '<');
  vr_output_put (output, name);
  if (attributes != NULL)
    {
      vr_output_put_char (output, ' ');
      vr_output_put (output, attributes);
    }
  vr_output_put_char (output, '>');
  vr_markup_put_string (output, text);
  vr_output_put (output, "</");
  vr_output_put (output, name);
  vr_output_put_char (output, '>');
}

VrOfficeLanguage
vr_office_classify (const char *language)
{
  static const char *const asian[] = { "zh", "ja", "ko", NULL };
  static const char *const complex[] = { "ar", "fa", "he", "hi", "ur", "yi", "th", "bn", "ta",
                                         "te", "mr", "ne", "km", "lo", "my", "ps", NULL };

  if (language != NULL && g_strv_contains (asian, language))
    return VR_OFFICE_ASIAN;
  if (language != NULL && g_strv_contains (complex, language))
    return VR_OFFICE_COMPLEX;
  return VR_OFFICE_WESTERN;
}

gboolean
vr_office_is_wide (VrSlice text)
{
  const char *end = text.text + text.n_bytes;

  for (const char *p = text.text; p < end; p = g_utf8_next_char (p))
    if ((guchar)*p >= 0xe1 && g_unichar_iswide (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

char *
vr_office_dup_manifest (const VrOffice *self, const char *format)
{
  char *manifest =
      vr_report_dup_manifest (vr_report_find_format (format), self->comparison, self->options);

  manifest[strlen (manifest) - 1] = '}';

  return manifest;
}

void
vr_office_save (const VrOffice *self, const VrOfficePart *parts, guint n_parts)
{
  g_auto (VrZip) zip;

  vr_output_begin_sum (self->output);
  vr_zip_init (&zip, self->output);
  for (guint i = 0; i < n_parts && !vr_output_has_failed (self->output); i++)
    {
      g_autoptr (GString) contents = g_string_new (NULL);
      g_autoptr (VrOutput) output = vr_output_new_in_memory (contents);

      parts[i].write (self, output);
      vr_output_flush (output);
      vr_zip_add (&zip, parts[i].name, contents, !parts[i].is_stored);
    }
  vr_zip_end (&zip, (guint16)strlen (COMMENT_START VR_MANIFEST_SEAL) + VR_SHA256_HEX_BYTES - 1
                        + (guint16)strlen ("\"" COMMENT_END));
  vr_output_put (self->output, COMMENT_START);
  vr_report_seal_write (self->output, COMMENT_END);
}
