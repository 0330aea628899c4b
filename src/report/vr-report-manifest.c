/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report carries so that others can check it: data/variorum-manifest-1.schema.json. */
#include "vr-report-manifest.h"

#include "vr-options-json.h"
#include "vr-overrides-json.h"
#include "vr-report-json.h"

#include <glib/gi18n-lib.h>

/* Written as the reader's numbers are, it tells of their way. */
#define NUMBER 1234567u

/* What tells of where a file stood tells it in the manifest too, so that it can be written again.
 */
static char *
dup_source_name (const VrReportFormat *format, const VrComparison *comparison,
                 const VrReportInfo *info, VrSide side)
{
  const VrText *text = vr_article_get_text (vr_comparison_get_article (comparison, side));

  if ((format->flags & VR_REPORT_WHOLE) != 0 && text != NULL)
    return g_utf8_make_valid (vr_text_get_name (text), -1);

  return vr_report_dup_witness_name (info, comparison, side);
}

static void
write_source (VrJsonWriter *json, const VrReportFormat *format, const VrComparison *comparison,
              const VrReportInfo *info, VrSide side)
{
  static const VrReportWitness unknown = { 0 };
  const VrReportWitness *witness = info != NULL ? &info->witnesses[side] : &unknown;
  VrArticle *article = vr_comparison_get_article (comparison, side);
  const VrText *text = vr_article_get_text (article);
  g_autofree char *name = dup_source_name (format, comparison, info, side);

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "name", string, name);
  if (text != NULL)
    {
      vr_json_writer_put (json, "sha256", string, vr_text_get_sha256 (text));
      vr_json_writer_put (json, "bytes", uint, vr_text_get_source_bytes (text));
      vr_json_writer_put (json, "encoding", string, vr_text_get_encoding (text));
      vr_json_writer_put (json, "decided_by", string, vr_text_get_decided_by (text));
    }
  vr_json_writer_put (json, "named", string, witness->name);
  vr_json_writer_put (json, "title", string, witness->title);
  vr_json_writer_put (json, "author", string, witness->author);
  vr_json_writer_put (json, "time", string, witness->time);
  vr_json_writer_put (json, "commit", string, witness->commit);
  vr_json_writer_put (json, "url", string, witness->url);
  vr_json_writer_end (json, '}');
}

/* The time that the report bears, which its reader may not have in the environment. */
static void
write_time (VrJsonWriter *json, const VrReportInfo *info)
{
  g_autoptr (GDateTime) time = vr_report_dup_time (info);
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  vr_json_writer_put (json, "time", string, text);
}

void
vr_report_manifest_write_words (VrJsonWriter *json)
{
  g_autofree char *numbers = g_strdup_printf ("%'u", NUMBER);

  /* Translators: the code of the language that these words are in, e.g. de. */
  vr_json_writer_put (json, "language", string, C_ ("code of this language", "en"));
  vr_json_writer_put (json, "numbers", string, numbers);
}

/* What is for programs has no words for people, and is the same everywhere. */
static void
write_report (VrJsonWriter *json, const VrReportFormat *format, const VrReportOptions *options)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "format", string, format->name);
  if ((format->flags & VR_REPORT_WHOLE) == 0)
    vr_report_manifest_write_words (json);
  write_time (json, options->info);
  vr_json_writer_name (json, "context");
  if (options->context == VR_REPORT_ALL)
    vr_json_writer_null (json);
  else
    vr_json_writer_uint (json, options->context);
  vr_json_writer_put (json, "critical", boolean, options->critical);
  vr_json_writer_put (json, "quiet", boolean, options->quiet);
  vr_json_writer_put (json, "explain", boolean, options->explain);
  if (options->furniture != VR_REPORT_FURNITURE_AUTO)
    vr_json_writer_put (json, "furniture", string,
                        vr_report_furniture_get_nick (options->furniture));
  if (options->row != NULL)
    vr_json_writer_put (json, "row", string, options->row);
  vr_json_writer_put (json, "layout", string, vr_report_layout_get_nick (options->layout));
  if (options->made_with != NULL)
    vr_json_writer_put (json, "made_with", string, options->made_with);
  vr_json_writer_end (json, '}');
}

static void
write_notes (VrJsonWriter *json, const VrReportInfo *info)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; info != NULL && i < info->notes->len; i++)
    {
      const VrReportNote *note = g_ptr_array_index (info->notes, i);

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "row", string, note->row);
      vr_json_writer_put (json, "text", string, note->text);
      vr_json_writer_put (json, "author", string, note->author);
      vr_json_writer_put (json, "time", string, note->time);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

/* Where all of it stands in the report, the seal is a sum of it. */
static void
write_comparison (VrJsonWriter *json, const VrReportFormat *format, const VrComparison *comparison,
                  const VrReportOptions *options)
{
  gboolean is_whole = (format->flags & VR_REPORT_WHOLE) != 0 && options->context == VR_REPORT_ALL
                      && !vr_report_folds_furniture (options, TRUE);
  g_autofree char *sum = is_whole ? NULL : vr_report_dup_comparison_sum (comparison);

  vr_json_writer_begin (json, '{');
  if (sum != NULL)
    vr_json_writer_put (json, "sha256", string, sum);
  vr_json_writer_name (json, "summary");
  vr_report_json_write_summary (json, comparison);
  vr_json_writer_end (json, '}');
}

char *
vr_report_dup_comparison_sum (const VrComparison *comparison)
{
  g_autoptr (VrOutput) output = vr_output_new_for_nothing ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  char sum[VR_SHA256_HEX_BYTES];

  vr_output_begin_sum (output);
  vr_report_json_write_rows (&json, comparison);
  vr_report_json_write_summary (&json, comparison);
  vr_output_end_sum (output, "", sum);

  return g_strdup (sum);
}

/* Behind what it follows: all but the closing brace. */
static void
write_manifest (VrJsonWriter *json, const VrReportFormat *format, const VrComparison *comparison,
                const VrReportOptions *options)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "schema", string, VR_MANIFEST_SCHEMA);
  vr_json_writer_name (json, "engine");
  vr_report_json_write_engine (json);
  vr_json_writer_name (json, "report");
  write_report (json, format, options);
  vr_json_writer_name (json, "options");
  vr_json_writer_begin (json, '{');
  vr_options_write_json (vr_comparison_get_options (comparison), json);
  vr_json_writer_end (json, '}');
  vr_json_writer_name (json, "overrides");
  vr_overrides_write_json (vr_comparison_get_overrides (comparison), json);
  vr_json_writer_name (json, "old");
  write_source (json, format, comparison, options->info, VR_SIDE_OLD);
  vr_json_writer_name (json, "new");
  write_source (json, format, comparison, options->info, VR_SIDE_NEW);
  vr_json_writer_name (json, "notes");
  write_notes (json, options->info);
  vr_json_writer_name (json, "comparison");
  write_comparison (json, format, comparison, options);
}

/* Those three stand inside of strings alone. */
char *
vr_manifest_dup_harmless (const GString *json)
{
  GString *harmless = g_string_sized_new (json->len + 2);
  const char *end = json->str + json->len;

  for (const char *p = json->str; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x7f && strchr ("<>&", (int)c) == NULL)
        g_string_append_c (harmless, (char)c);
      else if (c <= 0xffff)
        g_string_append_printf (harmless, "\\u%04x", c);
      else
        g_string_append_printf (harmless, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10),
                                0xdc00 + ((c - 0x10000) & 0x3ff));
    }

  return g_string_free (harmless, FALSE);
}

char *
vr_report_dup_manifest (const VrReportFormat *format, const VrComparison *comparison,
                        const VrReportOptions *options)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (text);
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  write_manifest (&json, format, comparison, options);
  vr_output_put_char (output, ',');
  vr_output_flush (output);

  return vr_manifest_dup_harmless (text);
}

void
vr_report_seal_write (VrOutput *output, const char *suffix)
{
  gboolean is_quick = vr_output_has_quick_sum (output);
  g_autofree char *rest =
      g_strconcat (is_quick ? VR_MANIFEST_QUICK_ZEROS : VR_MANIFEST_ZEROS, "\"", suffix, NULL);
  char sum[VR_SHA256_HEX_BYTES];

  vr_output_put (output, is_quick ? VR_MANIFEST_QUICK_SEAL : VR_MANIFEST_SEAL);
  vr_output_end_sum (output, rest, sum);
  vr_output_put (output, sum);
  vr_output_put_char (output, '"');
  vr_output_put (output, suffix);
}

void
vr_report_manifest_write (const VrReportFormat *format, const VrComparison *comparison,
                          const VrReportOptions *options, VrOutput *output, const char *suffix)
{
  g_autofree char *manifest = vr_report_dup_manifest (format, comparison, options);
  g_autofree char *rest = g_strconcat ("}", suffix, NULL);

  vr_output_put (output, manifest);
  vr_report_seal_write (output, rest);
}

void
vr_report_manifest_write_beside (const VrReportFormat *format, const VrComparison *comparison,
                                 const VrReportOptions *options, const char *name, GBytes *report,
                                 VrOutput *output)
{
  g_autofree char *manifest = vr_report_dup_manifest (format, comparison, options);
  g_autofree char *valid = g_filename_display_name (name);
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (report, &n_bytes);
  char sum[VR_SHA256_HEX_BYTES];

  vr_sha256_hex (bytes, n_bytes, sum);
  vr_output_begin_sum (output);
  vr_output_put (output, manifest);
  vr_json_writer_name (&json, "file");
  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "name", string, valid);
  vr_json_writer_put (&json, "sha256", string, sum);
  vr_json_writer_put (&json, "bytes", uint, n_bytes);
  vr_json_writer_end (&json, '}');
  vr_output_put_char (output, ',');
  vr_report_seal_write (output, "}\n");
}
