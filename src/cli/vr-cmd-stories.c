/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum stories and variorum log: what the archive has. */
#include "vr-cli-archive.h"
#include "vr-history-flags.h"
#include "vr-json-writer.h"
#include "vr-kept-comparison.h"
#include "vr-note.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* A story: its variants, and what else is kept of it. */
typedef struct
{
  char *name;
  GPtrArray *variants;
  GPtrArray *comparisons;
} Story;

static void
free_story (gpointer data)
{
  Story *story = data;

  g_free (story->name);
  g_ptr_array_unref (story->variants);
  g_ptr_array_unref (story->comparisons);
  g_free (story);
}

static Story *
find_story (GTree *stories, const char *name)
{
  g_autofree char *word = g_strndup (name, strcspn (name, "/"));
  Story *story = g_tree_lookup (stories, word);

  if (story == NULL)
    {
      story = g_new0 (Story, 1);
      story->name = g_steal_pointer (&word);
      story->variants = g_ptr_array_new_with_free_func (g_free);
      story->comparisons = g_ptr_array_new_with_free_func (g_free);
      g_tree_insert (stories, story->name, story);
    }
  return story;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer unused)
{
  return strcmp (a, b);
}

/* In byte order; NULL on trouble. */
static GTree *
list_stories (VrArchive *archive, GError **error)
{
  g_autoptr (GTree) stories = g_tree_new_full (compare_names, NULL, NULL, free_story);
  g_autoptr (GPtrArray) variants = vr_archive_list_variants (archive, NULL, error);
  g_autoptr (GPtrArray) comparisons =
      variants != NULL ? vr_kept_comparison_list (archive, error) : NULL;

  if (comparisons == NULL)
    return NULL;
  for (guint i = 0; i < variants->len; i++)
    {
      const char *name = g_ptr_array_index (variants, i);

      g_ptr_array_add (find_story (stories, name)->variants, g_strdup (strchr (name, '/') + 1));
    }
  for (guint i = 0; i < comparisons->len; i++)
    {
      const char *name = g_ptr_array_index (comparisons, i);

      g_ptr_array_add (find_story (stories, name)->comparisons, g_strdup (strchr (name, '/') + 1));
    }
  return g_steal_pointer (&stories);
}

static gboolean
print_story (gpointer unused, gpointer value, gpointer data)
{
  const Story *story = value;

  printf ("%s\n", story->name);
  for (guint i = 0; i < story->variants->len; i++)
    printf ("  %s\n", (const char *)g_ptr_array_index (story->variants, i));
  for (guint i = 0; i < story->comparisons->len; i++)
    printf ("  %s\n", (const char *)g_ptr_array_index (story->comparisons, i));
  return FALSE;
}

static void
write_names (VrJsonWriter *json, const GPtrArray *names)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < names->len; i++)
    vr_json_writer_string (json, g_ptr_array_index (names, i));
  vr_json_writer_end (json, ']');
}

static gboolean
write_story (gpointer unused, gpointer value, gpointer data)
{
  const Story *story = value;
  VrJsonWriter *json = data;

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "story", string, story->name);
  vr_json_writer_name (json, "variants");
  write_names (json, story->variants);
  vr_json_writer_name (json, "comparisons");
  write_names (json, story->comparisons);
  vr_json_writer_end (json, '}');
  return FALSE;
}

VrStatus
vr_cmd_stories (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GTree) stories = NULL;
  g_autoptr (GError) error = NULL;

  if (!vr_cli_parse_words (&words, "stories", NULL,
                           _ ("Lists the stories, their variants, and the saved comparisons that "
                              "are kept with them."),
                           &argc, &argv))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  stories = list_stories (archive, &error);
  if (stories == NULL)
    return vr_cli_fail_with (error);
  if (words.is_json)
    {
      g_autoptr (VrOutput) output = vr_cli_open_output ();
      VrJsonWriter json = VR_JSON_WRITER_INIT (output);

      vr_json_writer_begin (&json, '[');
      g_tree_foreach (stories, write_story, &json);
      vr_json_writer_end (&json, ']');
      return vr_cli_close_line (output, VR_STATUS_DONE);
    }
  g_tree_foreach (stories, print_story, NULL);
  return VR_STATUS_DONE;
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
