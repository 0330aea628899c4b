/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum log and stories where libgit2 is needed to list them. */
#include "vr-cli-archive.h"
#include "vr-history-flags.h"
#include "vr-kept-comparison.h"
#include "vr-log-list.h"
#include "vr-note.h"
#include "vr-story-list.h"

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
      vr_log_list_put (version, flags, notes, json);
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
vr_cmd_log_opened (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;

  if (!vr_log_list_parse (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words);
  return archive != NULL ? list_versions (archive, argv[1], words.is_json) : VR_STATUS_TROUBLE;
}
