/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum search: in which versions a phrase stands. */
#include "vr-cli-archive.h"
#include "vr-cli-progress.h"
#include "vr-history-search.h"
#include "vr-json-writer.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_event (char *event, const VrFoundVersion *version)
{
  g_autofree char *words = event;
  g_autoptr (GDateTime) time = vr_version_text_dup_time (version->published, version->zone_minutes);
  g_autofree char *text = vr_cli_dup_time (time);

  printf ("  %s  %.7s  %s\n", words, version->id, text);
}

static void
print_variant (const VrFoundVariant *variant)
{
  const VrFoundSpan *last = &variant->spans[variant->n_spans - 1];

  printf ("%s\n", variant->name);
  for (guint i = 0; i < variant->n_spans; i++)
    {
      const VrFoundSpan *span = &variant->spans[i];
      guint first = span->first.number, vanished = span->vanished.number;

      print_event (i == 0 ? g_strdup_printf (_ ("appeared in version %u"), first)
                          : g_strdup_printf (_ ("came back in version %u"), first),
                   &span->first);
      if (vanished != 0)
        print_event (g_strdup_printf (_ ("vanished in version %u"), vanished), &span->vanished);
    }
  if (last->vanished.number == 0)
    print_event (g_strdup_printf (_ ("stands in version %u, the last one"), last->last.number),
                 &last->last);
}

static void
put_version (VrJsonWriter *json, const VrFoundVersion *version)
{
  if (version->number == 0)
    vr_json_writer_null (json);
  else
    vr_cli_write_version (json, version->number, version->id, version->published,
                          version->zone_minutes);
}

static void
write_variant (const VrFoundVariant *variant, VrJsonWriter *json)
{
  vr_json_writer_break_line (json);
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "variant", string, variant->name);
  vr_json_writer_put (json, "versions", uint, variant->n_versions);
  vr_json_writer_name (json, "spans");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < variant->n_spans; i++)
    {
      vr_json_writer_begin (json, '{');
      vr_json_writer_name (json, "first");
      put_version (json, &variant->spans[i].first);
      vr_json_writer_name (json, "last");
      put_version (json, &variant->spans[i].last);
      vr_json_writer_name (json, "vanished");
      put_version (json, &variant->spans[i].vanished);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
  vr_json_writer_end (json, '}');
}

static VrStatus
write_json (const VrFoundVariant *variants, guint n)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '[');
  for (guint i = 0; i < n; i++)
    write_variant (&variants[i], &json);
  vr_json_writer_end (&json, ']');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

static VrStatus
tell (const VrHistorySearch *search, gboolean is_json)
{
  guint n;
  const VrFoundVariant *variants = vr_history_search_peek_variants (search, &n);
  VrStatus status = VR_STATUS_DONE;

  if (is_json)
    status = write_json (variants, n);
  else
    for (guint i = 0; i < n; i++)
      print_variant (&variants[i]);
  return status == VR_STATUS_DONE && n == 0 ? VR_STATUS_DIFFERENT : status;
}

VrStatus
vr_cmd_search (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrHistorySearch) search = NULL;
  g_autoptr (GError) error = NULL;
  VrCliProgress progress;
  VrProgress told;

  if (!vr_cli_parse_words (&words, "search", "PHRASE [STORY/VARIANT]",
                           _ ("Tells in which versions PHRASE appeared, vanished and came back, as "
                              "the window finds it:\nwhatever its case, its quotes and its white "
                              "space. Exit status 1 means that none has it."),
                           &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 2 && argc != 3)
    return vr_cli_fail (_ ("search needs a phrase, in quotes where it has spaces, and at most one "
                           "variant, STORY/VARIANT."));
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  told = vr_cli_progress_begin (&progress, _ ("Reading new versions for the search: %u %%"));
  search =
      vr_history_search_new (archive, argv[1], argc == 3 ? argv[2] : NULL, &told, NULL, &error);
  vr_cli_progress_end (&progress);
  return search != NULL ? tell (search, words.is_json) : vr_cli_fail_with (error);
}
