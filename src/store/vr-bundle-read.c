/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A git bundle taken into the archive. */
#include "vr-bundle.h"

#include "vr-join.h"
#include "vr-leftovers.h"
#include "vr-record.h"
#include "vr-refs.h"
#include "vr-sync-private.h"
#include "vr-variant.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define REFS "refs/"
#define VERSION_2 "# v2 git bundle\n"
#define VERSION_3 "# v3 git bundle\n"
#define SHA1 "@object-format=sha1\n"
/* A ref's name is shorter than a file's path. */
#define MAX_LINE 8192
#define CHUNK_BYTES (64 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FILE, fclose)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_indexer, git_indexer_free)

/* What a header tells. */
typedef struct
{
  GPtrArray *refs; /* that an archive can take */
  GArray *ids;     /* git_oid of each */
  GArray *needed;  /* git_oid: what it goes on from */
} Header;

static void
clear_header (Header *self)
{
  g_ptr_array_unref (self->refs);
  g_array_unref (self->ids);
  g_array_unref (self->needed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Header, clear_header)

static gboolean
fail_damaged (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is damaged, cut short or no exported archive; nothing of it was taken in."),
               name);

  return FALSE;
}

static gboolean
fail_needs_more (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” goes on from versions that are not in this archive; import those first."),
               name);

  return FALSE;
}

static gboolean
fail_reading (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code), _ ("“%s” cannot be read: %s."),
               name, g_strerror (code));

  return FALSE;
}

/* Whether @ref is of a variant, of a kind that archives have. */
static gboolean
is_ours (const char *ref)
{
  for (guint i = 0; i < VR_REFS_N_KINDS; i++)
    {
      g_autofree char *prefix = g_strconcat (REFS, vr_refs_kinds[i], NULL);

      if (g_str_has_prefix (ref, prefix))
        {
          g_auto (GStrv) parts = g_strsplit (ref + strlen (prefix), "/", 3);
          g_autofree char *name =
              g_strv_length (parts) > 1 ? g_strconcat (parts[0], "/", parts[1], NULL) : NULL;

          return name != NULL && vr_variant_is_name (name) && git_reference_is_valid_name (ref);
        }
    }

  return FALSE;
}

/* FALSE for what is no line of a header. */
static gboolean
read_line (Header *self, char *line)
{
  gboolean is_needed = *line == '-';
  char *word = is_needed ? line + 1 : line;
  char *space = strchr (word, ' ');
  git_oid id;

  if (space != NULL)
    *space = '\0';
  if (!vr_git_parse_id (word, &id) || (space == NULL && !is_needed))
    return FALSE;
  if (is_needed)
    g_array_append_val (self->needed, id);
  else if (is_ours (space + 1))
    {
      g_ptr_array_add (self->refs, g_strdup (space + 1));
      g_array_append_val (self->ids, id);
    }

  return TRUE;
}

static gboolean
read_header (FILE *file, Header *self)
{
  char line[MAX_LINE];
  gboolean is_first = TRUE;

  while (fgets (line, sizeof line, file) != NULL)
    {
      gsize n = strlen (line);

      if (n == 0 || line[n - 1] != '\n')
        return FALSE;
      if (n == 1)
        return !is_first;
      if (is_first ? !g_str_equal (line, VERSION_2) && !g_str_equal (line, VERSION_3)
                   : !g_str_equal (line, SHA1))
        {
          line[n - 1] = '\0';
          if (is_first || !read_line (self, line))
            return FALSE;
        }
      is_first = FALSE;
    }

  return FALSE;
}

/* Each object is hashed on the way into the index.  Libgit2 1.5 could look whether what it names is
 * there, but frees none of those that are known already. */
static gboolean
index_pack (VrArchive *archive, FILE *file, const char *folder, const char *path, GError **error)
{
  git_indexer_progress progress = { 0 };
  g_autoptr (git_indexer) indexer = NULL;
  g_autofree char *chunk = g_malloc (CHUNK_BYTES);
  g_autoptr (GError) trouble = NULL;
  gsize n;
  int result;

  result = git_indexer_new (&indexer, folder, 0444, archive->odb, NULL);
  while (result == 0 && (n = fread (chunk, 1, CHUNK_BYTES, file)) > 0)
    result = git_indexer_append (indexer, chunk, n, &progress);
  if (ferror (file))
    return fail_reading (path, errno, error);
  if (result == 0)
    result = git_indexer_commit (indexer, &progress);
  if (vr_git_check (result, archive->path, &trouble))
    return TRUE;
  /* What is wrong with the pack is not the archive's fault. */
  if (trouble->domain == VR_ERROR)
    return fail_damaged (path, error);
  g_propagate_error (error, g_steal_pointer (&trouble));

  return FALSE;
}

static gboolean
take_pack (VrArchive *archive, FILE *file, const Header *header, const char *path, GError **error)
{
  g_autofree char *folder = vr_join_make_folder (archive, error);
  gboolean has_all = FALSE;
  gboolean is_done = folder != NULL && index_pack (archive, file, folder, path, error)
                     && vr_archive_sync_all (folder, error)
                     && vr_join_adopt (archive, folder, header->ids, &has_all, error);

  if (folder != NULL)
    vr_archive_remove_all (folder);

  return is_done && (has_all || fail_damaged (path, error));
}

/* A head that is no commit is nobody's version. */
static gboolean
is_fit (VrArchive *archive, const char *ref, const git_oid *id)
{
  gboolean is_text = g_str_has_prefix (ref, VR_ARCHIVE_SEEN) || g_str_has_prefix (ref, VR_RECORDS);
  gboolean is_label = g_str_has_prefix (ref, VR_ARCHIVE_TAGS);
  git_object_t type;
  gsize n_bytes;

  return git_odb_read_header (&n_bytes, &type, archive->odb, id) == 0
         && (!is_text || type == GIT_OBJECT_BLOB)
         && (is_text || is_label || type == GIT_OBJECT_COMMIT);
}

/* Where what comes from elsewhere stands until it is joined. */
static gboolean
set_refs (VrArchive *archive, const Header *header, const char *path, GError **error)
{
  for (guint i = 0; i < header->refs->len; i++)
    {
      const char *ref = g_ptr_array_index (header->refs, i);
      const git_oid *id = &g_array_index (header->ids, git_oid, i);
      g_autofree char *there = g_strconcat (VR_SYNC, ref + strlen (REFS), NULL);
      g_autoptr (git_reference) reference = NULL;

      if (!is_fit (archive, ref, id))
        return fail_damaged (path, error);
      if (!vr_git_check (git_reference_create (&reference, archive->repository, there, id, 1, NULL),
                         archive->path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_needed (VrArchive *archive, const Header *header)
{
  for (guint i = 0; i < header->needed->len; i++)
    if (!git_odb_exists (archive->odb, &g_array_index (header->needed, git_oid, i)))
      return FALSE;

  return TRUE;
}

static gboolean
take_in (VrArchive *archive, FILE *file, const char *path, VrSync *result, GError **error)
{
  g_auto (Header) header = { g_ptr_array_new_with_free_func (g_free),
                             g_array_new (FALSE, FALSE, sizeof (git_oid)),
                             g_array_new (FALSE, FALSE, sizeof (git_oid)) };
  /* Whoever chooses a file wants what is in it, also where that was erased once. */
  g_autoptr (GHashTable) nothing = g_hash_table_new (g_str_hash, g_str_equal);

  errno = 0;
  if (!read_header (file, &header))
    return ferror (file) ? fail_reading (path, errno, error) : fail_damaged (path, error);
  if (!has_needed (archive, &header))
    return fail_needs_more (path, error);
  if (header.refs->len == 0)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is a git bundle, but has no stories of an archive."), name);
      return FALSE;
    }

  return take_pack (archive, file, &header, path, error) && set_refs (archive, &header, path, error)
         && vr_sync_take (archive, path, nothing, result, error);
}

gboolean
vr_bundle_read (VrArchive *archive, const char *path, VrSync *result, GError **error)
{
  g_autoptr (FILE) file = g_fopen (path, "rbe");
  g_auto (VrArchiveLock) lock = -1;
  g_auto (VrArchiveLock) packs_lock = -1;
  gboolean is_done;

  *result = (VrSync){ 0 };
  if (file == NULL)
    return fail_reading (path, errno, error);
  lock = vr_archive_lock_sync (archive, error);
  packs_lock = lock >= 0 ? vr_archive_lock_packs (archive, TRUE, error) : -1;
  if (packs_lock < 0)
    return FALSE;
  vr_leftovers_clean_sync (archive);
  vr_join_clean (archive);
  is_done = vr_sync_forget (archive, error) && take_in (archive, file, path, result, error);

  return vr_sync_forget (archive, is_done ? error : NULL) && is_done;
}
