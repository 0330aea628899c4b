/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libgit2 behind one door: begun once, its errors as ours. */
#include "vr-git.h"

#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <git2/sys/odb_backend.h>
#include <glib/gi18n-lib.h>

/* Written once, before anybody reads it. */
vr_git_calls_table vr_git_calls;

/* With all that it needs in turn it takes as long to load as an article takes to compare. */
static gboolean
open_library (void)
{
  static const char *const names[] = { VR_GIT_CALLS_NAMES };
  void *library = dlopen (VR_GIT_LIBRARY, RTLD_NOW | RTLD_LOCAL);
  gpointer *calls = (gpointer *)&vr_git_calls;

  G_STATIC_ASSERT (sizeof vr_git_calls == G_N_ELEMENTS (names) * sizeof (gpointer));
  for (guint i = 0; library != NULL && i < G_N_ELEMENTS (names); i++)
    {
      calls[i] = dlsym (library, names[i]);
      if (calls[i] == NULL)
        return FALSE;
    }

  return library != NULL;
}

static void
begin (void)
{
  static const int levels[] = { GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                                GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL };

  git_libgit2_init ();
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    git_libgit2_opts (GIT_OPT_SET_SEARCH_PATH, levels[i], "");
  git_libgit2_opts (GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
}

gboolean
vr_git_begin (const char *name, GError **error)
{
  enum
  {
    MISSING = 1,
    BEGUN,
  };
  static gsize state;

  if (g_once_init_enter (&state))
    {
      gboolean is_open = open_library ();

      if (is_open)
        begin ();
      g_once_init_leave (&state, is_open ? BEGUN : MISSING);
    }
  if (state != BEGUN)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("The archive “%s” cannot be opened without %s; install that."), name,
                 VR_GIT_LIBRARY);

  return state == BEGUN;
}

void
vr_git_fail_errno (GError **error, int saved_errno, const char *path)
{
  int code = (int)g_io_error_from_errno (saved_errno);

  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    g_set_error (error, G_IO_ERROR, code,
                 _ ("There is no room left for the archive “%s”; nothing was changed in it. Make "
                    "room on its disk and try again."),
                 path);
  else if (saved_errno == EROFS)
    g_set_error (error, G_IO_ERROR, code,
                 _ ("The archive “%s” is on a disk that can only be read; copy it to another."),
                 path);
  else if (saved_errno == EACCES || saved_errno == EPERM)
    g_set_error (error, G_IO_ERROR, code,
                 _ ("The archive “%s” may not be opened or changed; ask its owner for permission."),
                 path);
  else
    g_set_error (error, G_IO_ERROR, code,
                 _ ("The archive “%s” cannot be read or written (%s); check its disk."), path,
                 g_strerror (saved_errno));
}

/* libgit2 1.5 keeps no errno; its message ends with what the system says.  0 for what is no trouble
 * of the system's. */
static int
find_errno (const git_error *trouble, int saved_errno)
{
  static const int known[] = { ENOSPC, EDQUOT, EROFS, EACCES, EPERM, EIO };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_suffix (trouble->message, g_strerror (known[i])))
      return known[i];

  if (trouble->klass != GIT_ERROR_OS)
    return 0;

  return saved_errno != 0 ? saved_errno : EIO;
}

gboolean
vr_git_check (int code, const char *name, GError **error)
{
  int saved_errno = errno;
  const git_error *trouble = git_error_last ();
  int trouble_errno;

  if (code >= 0)
    return TRUE;
  trouble_errno = trouble != NULL ? find_errno (trouble, saved_errno) : 0;
  if (code == GIT_ENOTFOUND && (trouble == NULL || trouble->klass == GIT_ERROR_REFERENCE))
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("The archive “%s” has nothing of that name."), name);
  else if (code == GIT_EOWNER)
    vr_git_fail_errno (error, EACCES, name);
  else if (code == GIT_ELOCKED)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                 _ ("Another program is changing the archive “%s”; try again in a minute."), name);
  else if (trouble_errno != 0)
    vr_git_fail_errno (error, trouble_errno, name);
  else
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 _ ("The archive “%s” is damaged (%s); “variorum archive check” tells what is, "
                    "and “variorum archive repair” saves the rest."),
                 name, trouble != NULL ? trouble->message : "?");

  return FALSE;
}

gboolean
vr_git_parse_id (const char *text, git_oid *id)
{
  if (strlen (text) != GIT_OID_HEXSZ)
    return FALSE;
  for (guint i = 0; i < GIT_OID_RAWSZ; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]);
      int low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      id->id[i] = (guint8)(high << 4 | low);
    }

  return TRUE;
}

char *
vr_git_write_hex (char *hex, const git_oid *id)
{
  static const char digits[] = "0123456789abcdef";

  for (guint i = 0; i < GIT_OID_RAWSZ; i++)
    {
      hex[2 * i] = digits[id->id[i] >> 4];
      hex[2 * i + 1] = digits[id->id[i] & 15];
    }
  hex[GIT_OID_HEXSZ] = '\0';

  return hex;
}

static guint
hash_id (gconstpointer id)
{
  guint hash;

  memcpy (&hash, ((const git_oid *)id)->id, sizeof hash);

  return hash;
}

static gboolean
are_equal_ids (gconstpointer a, gconstpointer b)
{
  return memcmp (((const git_oid *)a)->id, ((const git_oid *)b)->id, GIT_OID_RAWSZ) == 0;
}

GHashTable *
vr_git_new_ids (GDestroyNotify free_value)
{
  return g_hash_table_new_full (hash_id, are_equal_ids, g_free, free_value);
}

gboolean
vr_git_add_id (GHashTable *ids, const git_oid *id)
{
  if (g_hash_table_contains (ids, id))
    return FALSE;

  return g_hash_table_add (ids, g_memdup2 (id, sizeof *id));
}

int
vr_git_write_first (git_odb *odb, git_object_t type, const void *data, gsize n_bytes, git_oid *id)
{
  git_odb_backend *backend;
  int result = git_odb_hash (id, data, n_bytes, type);

  if (result == 0)
    result = git_odb_get_backend (&backend, odb, 0);

  if (result < 0 || backend->exists (backend, id))
    return result;

  return backend->write (backend, id, data, n_bytes, type);
}
