/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The refs of a repository read from their files, without libgit2. */
#include "vr-ref-files.h"

#include "vr-variant.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define HEX_DIGITS 40
/* More than a ref's file ever has that is ours to read. */
#define MAX_FILE_BYTES 4096
/* Git itself makes no names that are deeper. */
#define MAX_DEPTH 64

typedef struct
{
  const char *repository_path;
  GHashTable *refs;
} Listing;

static gboolean
is_hex (const char *text)
{
  return strspn (text, "0123456789abcdef") >= HEX_DIGITS;
}

/* What the file of a ref says; NULL where that is nothing that git writes. */
static char *
parse_target (const char *text)
{
  if (g_str_has_prefix (text, "ref: "))
    return g_strdup ("");
  if (is_hex (text) && (text[HEX_DIGITS] == '\0' || g_ascii_isspace (text[HEX_DIGITS])))
    return g_strndup (text, HEX_DIGITS);

  return NULL;
}

/* Takes no notice of one that was removed meanwhile. */
static gboolean
read_file (Listing *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->repository_path, name, NULL);
  char text[MAX_FILE_BYTES];
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  gssize n;
  char *target;

  if (fd < 0)
    return errno == ENOENT;
  n = read (fd, text, sizeof text - 1);
  close (fd);
  if (n < 0)
    return FALSE;
  text[n] = '\0';
  target = parse_target (text);
  if (target != NULL)
    g_hash_table_insert (self->refs, g_strdup (name), target);

  return target != NULL;
}

static gboolean read_folder (Listing *self, const char *folder, guint depth);

static gboolean
read_below (Listing *self, const char *folder, const char *file, guint depth)
{
  g_autofree char *name = g_strconcat (folder, file, NULL);
  g_autofree char *path = g_build_filename (self->repository_path, name, NULL);
  g_autofree char *below = NULL;
  struct stat status;

  /* Somebody is writing the ref of which this is the lock. */
  if (g_str_has_suffix (file, ".lock"))
    return TRUE;
  if (g_lstat (path, &status) != 0)
    return errno == ENOENT;
  if (S_ISREG (status.st_mode))
    return read_file (self, name);
  below = g_strconcat (name, "/", NULL);

  return S_ISDIR (status.st_mode) && read_folder (self, below, depth + 1);
}

/* @folder ends in a slash. */
static gboolean
read_folder (Listing *self, const char *folder, guint depth)
{
  g_autofree char *path = g_build_filename (self->repository_path, folder, NULL);
  g_autoptr (GDir) dir = NULL;
  const char *file;

  errno = 0;
  dir = depth < MAX_DEPTH ? g_dir_open (path, 0, NULL) : NULL;
  if (dir == NULL)
    return depth < MAX_DEPTH && errno == ENOENT;
  while ((file = g_dir_read_name (dir)) != NULL)
    if (!read_below (self, folder, file, depth))
      return FALSE;

  return TRUE;
}

/* A line of `packed-refs`: an id, a space, a name. */
typedef struct
{
  const char *at;
  const char *name;
  gsize n_name;
  const char *next;
} Line;

static gboolean
parse_line (const char *at, const char *end, Line *line)
{
  const char *break_ = memchr (at, '\n', (gsize)(end - at));

  line->at = at;
  line->next = break_ != NULL ? break_ + 1 : end;
  if (break_ == NULL || break_ - at < HEX_DIGITS + 2 || !is_hex (at) || at[HEX_DIGITS] != ' ')
    return FALSE;
  line->name = at + HEX_DIGITS + 1;
  line->n_name = (gsize)(break_ - line->name);

  return memchr (line->name, '\0', line->n_name) == NULL;
}

/* Below, within or above those that begin with @folder. */
static int
compare_to_folder (const Line *line, const char *folder)
{
  gsize n = strlen (folder);
  int order = memcmp (line->name, folder, MIN (line->n_name, n));

  return order != 0 ? order : line->n_name < n ? -1 : 0;
}

/* What an annotated tag points at, or a comment, is told in a line that begins so. */
static gboolean
is_aside (const char *at)
{
  return *at == '^' || *at == '#';
}

/* Of lines in order, the first that is not before @folder; NULL where one is none. */
static const char *
find_first (const char *begin, const char *end, const char *folder)
{
  const char *low = begin, *high = end;

  while (low < high)
    {
      const char *middle = low + (high - low) / 2;
      Line line;

      while (middle > low && (middle[-1] != '\n' || is_aside (middle)))
        middle--;
      if (!parse_line (middle, end, &line))
        return NULL;
      if (compare_to_folder (&line, folder) >= 0)
        high = middle;
      else
        {
          low = line.next;
          while (low < high && is_aside (low))
            low = (const char *)memchr (low, '\n', (gsize)(end - low)) + 1;
        }
    }

  return low;
}

/* A file of its own tells more recently. */
static void
add_packed (Listing *self, const Line *line)
{
  g_autofree char *name = g_strndup (line->name, line->n_name);

  if (!g_hash_table_contains (self->refs, name))
    g_hash_table_insert (self->refs, g_steal_pointer (&name), g_strndup (line->at, HEX_DIGITS));
}

static gboolean
read_lines (Listing *self, const char *at, const char *end, const char *folder, gboolean is_sorted)
{
  while (at < end)
    {
      Line line;
      int order;

      if (is_aside (at))
        {
          at = (const char *)memchr (at, '\n', (gsize)(end - at)) + 1;
          continue;
        }
      if (!parse_line (at, end, &line))
        return FALSE;
      order = compare_to_folder (&line, folder);
      if (order == 0)
        add_packed (self, &line);
      else if (order > 0 && is_sorted)
        return TRUE;
      at = line.next;
    }

  return TRUE;
}

/* Git and libgit2 say in the first line whether the names are in order. */
static gboolean
read_packed (Listing *self, const char *folder)
{
  static const char head[] = "# pack-refs with:";
  g_autofree char *path = g_build_filename (self->repository_path, "packed-refs", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  const char *at = file != NULL ? g_mapped_file_get_contents (file) : NULL;
  const char *end = at != NULL ? at + g_mapped_file_get_length (file) : NULL;
  gboolean is_sorted = FALSE;

  if (file == NULL)
    return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  if (at == NULL)
    return TRUE;
  /* From here on every line has its end. */
  if (end[-1] != '\n')
    return FALSE;
  if (g_str_has_prefix (at, "# "))
    {
      g_autofree char *first =
          g_strndup (at, (gsize)((const char *)memchr (at, '\n', (gsize)(end - at)) - at));

      at += strlen (first) + 1;
      is_sorted = g_str_has_prefix (first, head) && strstr (first, " sorted") != NULL;
    }
  if (is_sorted)
    at = find_first (at, end, folder);

  return at != NULL && read_lines (self, at, end, folder, is_sorted);
}

/* The files first: who packs refs writes them into the one file before he removes them. */
GHashTable *
vr_ref_files_list (const char *repository_path, const char *folder)
{
  g_autoptr (GHashTable) refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Listing listing = { repository_path, refs };

  return read_folder (&listing, folder, 0) && read_packed (&listing, folder)
             ? g_steal_pointer (&refs)
             : NULL;
}

gboolean
vr_ref_files_find (const char *repository_path, const char *kind, const char *name, git_oid *id,
                   gboolean *found)
{
  g_autofree char *ref = g_strconcat (kind, name, NULL);
  g_autofree char *folder = g_strndup (ref, (gsize)(strrchr (ref, '/') + 1 - ref));
  g_autoptr (GHashTable) refs = vr_ref_files_list (repository_path, folder);
  const char *target = refs != NULL ? g_hash_table_lookup (refs, ref) : NULL;

  *found = target != NULL;

  return refs != NULL && (target == NULL || vr_git_parse_id (target, id));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
vr_ref_files_choose_names (GHashTable *refs, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, refs);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *name = (const char *)key + strlen (prefix);

      if (vr_variant_is_name (name))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}
