/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum log, and stories where libgit2 is needed to list them. */
#include "vr-cli-archive.h"
#include "vr-history-flags.h"
#include "vr-json-writer.h"
#include "vr-kept-comparison.h"
#include "vr-note.h"
#include "vr-story-list.h"

#include <glib/gi18n.h>
#include <stdio.h>

VrStatus
vr_cmd_stories_opened (int argc, char **argv)
{
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) variants = NULL;
  g_autoptr (GPtrArray) comparisons = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (VrCliWords) words = { 0 };

  if (!vr_story_list_parse (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  variants = vr_archive_list_variants (archive, NULL, &error);
  comparisons = variants != NULL ? vr_kept_comparison_list (archive, &error) : NULL;
  if (comparisons == NULL)
    return vr_cli_fail_with (error);
  return vr_story_list_print (variants, comparisons, words.is_json);
}

static void
print_flags (const VrVersionFlags *flags)
{
  if (flags->headline_changed)
    printf ("    %s\n", _ ("headline changed"));
  if (flags->silent != NULL)
    {
      g_autofree char *silent = vr_cli_dup_plain (flags->silent);

      printf ("    ");
      printf (_ ("silent edit: %s"), silent);
      printf ("\n");
    }
  if (flags->back_to > 0)
    {
      printf ("    ");
      printf (_ ("back to version %u"), flags->back_to);
      printf ("\n");
    }
}

static void
print_version (const VrVersion *version, const VrVersionFlags *flags, const GPtrArray *notes)
{
  g_autofree char *time = vr_cli_dup_time (version->published);
  g_autofree char *summary = vr_cli_dup_plain (version->summary);

  printf ("%u  %.7s  %s  %s", version->number, version->id, time, summary);
  for (guint i = 0; version->labels != NULL && i < version->labels->len; i++)
    printf (" [%s]", (const char *)g_ptr_array_index (version->labels, i));
  printf ("\n");
  print_flags (flags);
  vr_cli_print_notes (notes);
}

static void
write_flags (const VrVersionFlags *flags, VrJsonWriter *json)
{
  vr_json_writer_name (json, "flags");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "headline_changed", boolean, flags->headline_changed);
  vr_json_writer_put (json, "silent", string, flags->silent);
  vr_json_writer_name (json, "back_to");
  if (flags->back_to > 0)
    vr_json_writer_uint (json, flags->back_to);
  else
    vr_json_writer_null (json);
  vr_json_writer_end (json, '}');
}

static void
write_words (const VrChangedWords *words, VrJsonWriter *json)
{
  vr_json_writer_name (json, "words");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "removed", uint, words->removed);
  vr_json_writer_put (json, "added", uint, words->added);
  vr_json_writer_put (json, "moved", uint, words->moved);
  vr_json_writer_end (json, '}');
}

static void
write_version (const VrVersion *version, const VrVersionFlags *flags, const GPtrArray *notes,
               VrJsonWriter *json)
{
  vr_json_writer_break_line (json);
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "number", uint, version->number);
  vr_json_writer_put (json, "id", string, version->id);
  vr_json_writer_name (json, "published");
  vr_cli_write_time (json, version->published);
  vr_json_writer_name (json, "retrieved");
  vr_cli_write_time (json, version->retrieved);
  vr_json_writer_name (json, "seen");
  vr_cli_write_time (json, version->seen);
  vr_json_writer_put (json, "summary", string, version->summary);
  vr_json_writer_name (json, "labels");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; version->labels != NULL && i < version->labels->len; i++)
    vr_json_writer_string (json, g_ptr_array_index (version->labels, i));
  vr_json_writer_end (json, ']');
  write_words (&flags->words, json);
  write_flags (flags, json);
  vr_json_writer_name (json, "notes");
  vr_cli_write_notes (json, notes);
  vr_json_writer_end (json, '}');
}

/* What is listed of a variant, or of a saved comparison, which has nothing to look twice at. */
typedef struct
{
  GArray *versions;
  GHashTable *notes;
  VrHistoryFlags *flags; /* NULL for a saved comparison */
} Listing;

static void
clear_listing (Listing *listing)
{
  g_clear_pointer (&listing->versions, g_array_unref);
  g_clear_pointer (&listing->notes, g_hash_table_unref);
  g_clear_pointer (&listing->flags, vr_history_flags_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, clear_listing)

static gboolean
make_listing (Listing *listing, VrArchive *archive, const char *name, GError **error)
{
  listing->versions = vr_version_list (archive, name, error);
  listing->notes = listing->versions != NULL ? vr_note_list (archive, name, error) : NULL;
  if (listing->notes == NULL)
    return FALSE;
  if (!vr_kept_comparison_is_name (name))
    listing->flags = vr_history_flags_new (archive, listing->versions);
  return TRUE;
}

/* @json: NULL for text.  A version whose text cannot be read ends the list. */
static gboolean
put_versions (const Listing *listing, VrJsonWriter *json, GError **error)
{
  static const VrVersionFlags none = { 0 };

  for (guint i = listing->versions->len; i > 0; i--)
    {
      const VrVersion *version = &g_array_index (listing->versions, VrVersion, i - 1);
      const GPtrArray *notes = g_hash_table_lookup (listing->notes, version->id);
      const VrVersionFlags *flags =
          listing->flags != NULL ? vr_history_flags_get (listing->flags, i - 1, error) : &none;

      if (flags == NULL)
        return FALSE;
      if (json != NULL)
        write_version (version, flags, notes, json);
      else
        print_version (version, flags, notes);
    }

  return TRUE;
}

static VrStatus
list_versions (VrArchive *archive, const char *name, gboolean is_json)
{
  g_autoptr (GError) error = NULL;
  g_auto (Listing) listing = { 0 };
  g_autoptr (VrOutput) output = NULL;
  VrJsonWriter json;

  if (!make_listing (&listing, archive, name, &error))
    return vr_cli_fail_with (error);
  if (!is_json)
    return put_versions (&listing, NULL, &error) ? VR_STATUS_DONE : vr_cli_fail_with (error);
  output = vr_cli_open_output ();
  json = (VrJsonWriter)VR_JSON_WRITER_INIT (output);
  vr_json_writer_begin (&json, '[');
  if (!put_versions (&listing, &json, &error))
    return vr_cli_fail_with (error);
  vr_json_writer_end (&json, ']');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

VrStatus
vr_cmd_log (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;

  if (!vr_cli_parse_words (
          &words, "log", "STORY/VARIANT",
          _ ("Lists the versions of a variant, newest first: number, id, time, what "
             "changed, labels, what to look twice at, and notes."),
          &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 2)
    return vr_cli_fail (_ ("log needs one variant, STORY/VARIANT; “variorum stories” lists them."));
  archive = vr_cli_open_archive (&words);
  return archive != NULL ? list_versions (archive, argv[1], words.is_json) : VR_STATUS_TROUBLE;
}
