/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions by name: story/variant@latest, @3, @2014-04-16, @label, or a commit's id. */
#include "vr-version-name.h"

#include "vr-json-reader.h"
#include "vr-kept-comparison.h"
#include "vr-label.h"
#include "vr-variant.h"
#include "vr-version-private.h"

#include <glib/gi18n-lib.h>

#define LATEST "latest"
#define DAY_CHARS 10 /* 2014-04-16 */
#define MAX_NUMBER_DIGITS 9
#define HEX_DIGITS "0123456789abcdef"

gboolean
vr_version_name_is_number (const char *word, guint *number)
{
  gsize n = strlen (word);

  *number = 0;
  if (n == 0 || n > MAX_NUMBER_DIGITS || strspn (word, "0123456789") != n)
    return FALSE;
  *number = (guint)g_ascii_strtoull (word, NULL, 10);

  return TRUE;
}

gboolean
vr_version_name_is_id (const char *word)
{
  gsize n = strlen (word);

  return n >= VR_VERSION_NAME_MIN_DIGITS && n <= GIT_OID_HEXSZ && strspn (word, HEX_DIGITS) == n;
}

GDateTime *
vr_version_name_read_time (const char *word)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *whole = NULL;

  if (strlen (word) == DAY_CHARS)
    whole = g_strconcat (word, "T23:59:59.999", NULL);

  return g_date_time_new_from_iso8601 (whole != NULL ? whole : word, zone);
}

gboolean
vr_version_name_is_taken (const char *word)
{
  g_autoptr (GDateTime) time = vr_version_name_read_time (word);
  guint number;

  return time != NULL || g_str_equal (word, LATEST) || vr_version_name_is_id (word)
         || strspn (word, "0123456789") == strlen (word)
         || vr_version_name_is_number (word, &number);
}

static char *
fail_none (VrArchive *archive, const char *text, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
               _ ("There is no version “%s” in the archive “%s”; “variorum log” lists them."),
               valid, archive->path);

  return NULL;
}

static char *
find_by_number (const GArray *versions, guint number)
{
  if (number == 0 || number > versions->len)
    return NULL;

  return g_strdup (g_array_index (versions, VrVersion, number - 1).id);
}

static char *
find_by_time (const GArray *versions, GDateTime *time)
{
  for (guint i = versions->len; i > 0; i--)
    {
      const VrVersion *version = &g_array_index (versions, VrVersion, i - 1);

      if (g_date_time_compare (version->retrieved, time) <= 0)
        return g_strdup (version->id);
    }

  return NULL;
}

static char *
find_by_id (const GArray *versions, const char *word)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const VrVersion *version = &g_array_index (versions, VrVersion, i);

      if (g_str_has_prefix (version->id, word))
        return g_strdup (version->id);
    }

  return NULL;
}

static char *
find_by_label (VrArchive *archive, const char *name, const char *word)
{
  g_autofree char *slug = vr_variant_dup_slug (word);
  g_autofree char *ref = NULL;
  g_autofree char *hex = NULL;
  git_oid id;

  if (slug == NULL)
    return NULL;
  ref = g_strconcat (VR_ARCHIVE_TAGS, name, "/", slug, NULL);
  if (git_reference_name_to_id (&id, archive->repository, ref) < 0)
    return NULL;
  hex = g_malloc (VR_GIT_HEX_BYTES);

  return git_oid_tostr (g_steal_pointer (&hex), VR_GIT_HEX_BYTES, &id);
}

/* @word is what stands behind the @, or "latest". */
static char *
find_in_variant (VrArchive *archive, const char *name, const char *word, GError **error)
{
  g_autoptr (GArray) versions = vr_version_list (archive, name, error);
  g_autoptr (GDateTime) time = vr_version_name_read_time (word);
  guint number;

  if (versions == NULL)
    return NULL;
  if (g_str_equal (word, LATEST))
    return find_by_number (versions, versions->len);
  if (vr_version_name_is_number (word, &number))
    return find_by_number (versions, number);
  if (time != NULL)
    return find_by_time (versions, time);
  if (vr_version_name_is_id (word))
    return find_by_id (versions, word);

  return find_by_label (archive, name, word);
}

static char *
find_commit (VrArchive *archive, const char *text)
{
  g_autoptr (git_commit) commit = NULL;
  char *hex;
  git_oid id;

  if (git_oid_fromstrn (&id, text, strlen (text)) < 0
      || git_commit_lookup_prefix (&commit, archive->repository, &id, strlen (text)) < 0)
    return NULL;
  hex = g_malloc (VR_GIT_HEX_BYTES);

  return git_oid_tostr (hex, VR_GIT_HEX_BYTES, git_commit_id (commit));
}

char *
vr_version_resolve (VrArchive *archive, const char *text, GError **error)
{
  const char *at = strrchr (text, '@');
  g_autofree char *name = at != NULL ? g_strndup (text, (gsize)(at - text)) : g_strdup (text);
  const char *word = at != NULL ? at + 1 : LATEST;
  g_autoptr (GError) trouble = NULL;
  char *id;

  if (at == NULL && vr_version_name_is_id (text))
    {
      id = find_commit (archive, text);
      return id != NULL ? id : fail_none (archive, text, error);
    }
  if (!g_utf8_validate (text, -1, NULL) || !vr_variant_is_name (name))
    return fail_none (archive, text, error);
  id = find_in_variant (archive, name, word, &trouble);
  if (id != NULL || trouble == NULL)
    return id != NULL ? id : fail_none (archive, text, error);
  g_propagate_error (error, g_steal_pointer (&trouble));

  return NULL;
}

static gboolean
is_among (VrArchive *archive, const char *name, const git_oid *id)
{
  g_autofree char *last = vr_version_find_last (archive, name, NULL);
  git_oid tip;

  return last != NULL && vr_git_parse_id (last, &tip)
         && (git_oid_equal (&tip, id)
             || git_graph_descendant_of (archive->repository, &tip, id) == 1);
}

/* The first of @names whose versions @id is among. */
static char *
find_branch (VrArchive *archive, const GPtrArray *names, const git_oid *id)
{
  for (guint i = 0; i < names->len; i++)
    if (is_among (archive, g_ptr_array_index (names, i), id))
      return g_strdup (g_ptr_array_index (names, i));

  return NULL;
}

/* Where a version says that it is, which saves looking at every branch; a guess. */
static char *
dup_told_variant (VrArchive *archive, const char *id)
{
  g_autoptr (GBytes) metadata = vr_version_read_metadata (archive, id, NULL);
  gsize n_bytes = 0;
  const char *json = metadata != NULL ? g_bytes_get_data (metadata, &n_bytes) : NULL;
  g_autoptr (JsonNode) node = json != NULL ? vr_json_read (json, n_bytes, id, NULL) : NULL;
  JsonObject *object =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *story = object != NULL ? vr_json_peek_string (object, "story") : NULL;
  const char *variant = object != NULL ? vr_json_peek_string (object, "variant") : NULL;

  return story != NULL && variant != NULL ? vr_variant_dup_name (story, variant, NULL) : NULL;
}

char *
vr_version_dup_variant (VrArchive *archive, const char *text, const char *id, GError **error)
{
  const char *at = strrchr (text, '@');
  g_autofree char *name = at != NULL ? g_strndup (text, (gsize)(at - text)) : g_strdup (text);
  g_autofree char *told = NULL;
  g_autoptr (GPtrArray) variants = NULL;
  g_autoptr (GPtrArray) comparisons = NULL;
  char *found;
  git_oid commit;

  if (vr_variant_is_name (name))
    return g_steal_pointer (&name);
  if (!vr_git_check (git_oid_fromstr (&commit, id), archive->path, error))
    return NULL;
  told = dup_told_variant (archive, id);
  if (told != NULL && is_among (archive, told, &commit))
    return g_steal_pointer (&told);
  variants = vr_archive_list_variants (archive, NULL, error);
  comparisons = variants != NULL ? vr_kept_comparison_list (archive, error) : NULL;
  if (comparisons == NULL)
    return NULL;
  found = find_branch (archive, variants, &commit);
  if (found == NULL)
    found = find_branch (archive, comparisons, &commit);

  return found != NULL ? found : fail_none (archive, text, error);
}
