/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a file in git, taken into the archive. */
#include "vr-import-private.h"

#include "vr-article-reading.h"
#include "vr-published.h"
#include "vr-snapshot.h"
#include "vr-variant.h"
#include "vr-version-private.h"
#include "vr-version-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_diff, git_diff_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_tree_entry, git_tree_entry_free)

/* Whole folders move at once; libgit2's own limit is 200 files, git's 1000. */
#define RENAME_LIMIT 1000

/* What is at hand while versions are taken in. */
typedef struct
{
  git_repository *repository; /* NULL for files */
  const GArray *steps;
  const char *story;
  const char *variant;
  guint next;
  GPtrArray *skipped;
  const char *language; /* of the last version that tells it; static */
  /* Of the version at hand. */
  GBytes *source;
  VrArticle *article;
} Taking;

static void
clear_step (gpointer data)
{
  VrImportStep *step = data;

  g_clear_pointer (&step->bytes, g_bytes_unref);
  g_free (step->charset);
  g_free (step->path);
  g_free (step->author);
  g_free (step->message);
  g_clear_pointer (&step->published, g_date_time_unref);
  g_clear_pointer (&step->retrieved, g_date_time_unref);
}

GArray *
vr_import_new_steps (void)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (VrImportStep));

  g_array_set_clear_func (steps, clear_step);

  return steps;
}

void
vr_import_free (VrImport *self)
{
  g_clear_pointer (&self->skipped, g_ptr_array_unref);
  g_free (self);
}

static void
drop_version (Taking *self)
{
  g_clear_pointer (&self->source, g_bytes_unref);
  g_clear_pointer (&self->article, vr_article_unref);
}

static GBytes *
read_blob (git_repository *repository, const VrImportStep *step, GError **error)
{
  g_autoptr (git_blob) blob = NULL;

  if (!vr_git_check (git_blob_lookup (&blob, repository, &step->blob),
                     git_repository_path (repository), error))
    return NULL;

  return g_bytes_new (git_blob_rawcontent (blob), (gsize)git_blob_rawsize (blob));
}

/* A history may begin with a few words, or with a text that is translated later. */
static void
keep_language (Taking *self)
{
  const char *language = vr_article_get_language (self->article);

  if (!g_str_equal (language, "und") || self->language == NULL)
    self->language = language;
  else if (!g_str_equal (self->language, "und"))
    {
      VrArticle *article = vr_article_with_language (self->article, self->language);

      vr_article_unref (self->article);
      self->article = article;
    }
}

/* FALSE without an error for what is no text. */
static gboolean
read_version (Taking *self, const VrImportStep *step, GError **error)
{
  const VrReading reading = { .declared = step->charset,
                              .url = step->bytes != NULL ? step->path : NULL };
  g_autoptr (GError) trouble = NULL;

  self->source = step->bytes != NULL        ? g_bytes_ref (step->bytes)
                 : self->repository != NULL ? read_blob (self->repository, step, error)
                                            : vr_text_read_bytes (step->path, error);
  if (self->source == NULL)
    return FALSE;
  self->article = vr_article_read_bytes (self->source, step->path, &reading, NULL, &trouble);
  if (self->article == NULL)
    {
      g_ptr_array_add (self->skipped, g_strdup (trouble->message));
      return FALSE;
    }
  keep_language (self);

  return TRUE;
}

static gboolean
take_next (gpointer data, VrSnapshot *snapshot, const char **message, GError **error)
{
  Taking *self = data;

  while (self->next < self->steps->len)
    {
      const VrImportStep *step = &g_array_index (self->steps, VrImportStep, self->next++);
      g_autoptr (GError) trouble = NULL;

      drop_version (self);
      if (!read_version (self, step, &trouble))
        {
          if (trouble == NULL)
            continue;
          g_propagate_error (error, g_steal_pointer (&trouble));
          return FALSE;
        }
      *snapshot = (VrSnapshot){ self->story, self->variant,   self->article,   self->source,
                                step->path,  step->retrieved, step->published, step->author };
      *message = step->message;
      return TRUE;
    }

  return FALSE;
}

VrImport *
vr_import_write (VrArchive *archive, git_repository *repository, const GArray *steps,
                 const char *story, const char *variant, GError **error)
{
  g_autofree char *name = vr_variant_dup_name (story, variant, error);
  g_autoptr (VrImport) import = g_new0 (VrImport, 1);
  Taking taking = { repository, steps, story, variant };
  gboolean is_done;

  import->skipped = g_ptr_array_new_with_free_func (g_free);
  taking.skipped = import->skipped;
  is_done =
      name != NULL
      && vr_snapshot_write_series (archive, name, take_next, &taking, &import->n_versions, error);
  drop_version (&taking);
  import->n_same = steps->len - import->n_versions - import->skipped->len;

  return is_done ? g_steal_pointer (&import) : NULL;
}

/* Where the file stands in a commit's tree.  Returns: whether it does. */
static gboolean
find_blob (const git_commit *commit, const char *path, git_oid *blob)
{
  g_autoptr (git_tree) tree = NULL;
  g_autoptr (git_tree_entry) entry = NULL;

  if (git_commit_tree (&tree, commit) < 0 || git_tree_entry_bypath (&entry, tree, path) < 0
      || git_tree_entry_type (entry) != GIT_OBJECT_BLOB)
    return FALSE;
  git_oid_cpy (blob, git_tree_entry_id (entry));

  return TRUE;
}

/* Looks for a blob in a tree; a file of the same last name is liked best. */
typedef struct
{
  const git_oid *blob;
  char *name;
  char *path;
  gboolean is_named_so;
} Looking;

static int
look_at (const char *folder, const git_tree_entry *entry, void *data)
{
  Looking *self = data;
  gboolean is_named_so = g_str_equal (git_tree_entry_name (entry), self->name);

  if (git_oid_equal (git_tree_entry_id (entry), self->blob)
      && (self->path == NULL || (is_named_so && !self->is_named_so)))
    {
      g_free (self->path);
      self->path = g_strconcat (folder, git_tree_entry_name (entry), NULL);
      self->is_named_so = is_named_so;
    }

  return 0;
}

/* The very same file in @parent, which was moved or copied; or NULL. */
static char *
find_same (const git_commit *parent, const git_oid *blob, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (git_tree) tree = NULL;
  Looking looking = { .blob = blob, .name = name };

  if (git_commit_tree (&tree, parent) == 0)
    git_tree_walk (tree, GIT_TREEWALK_PRE, look_at, &looking);

  return looking.path;
}

/* What the file was called in @parent, by what git calls alike; or NULL. */
static char *
find_alike (git_repository *repository, const git_commit *commit, const git_commit *parent,
            const char *path)
{
  git_diff_find_options options = GIT_DIFF_FIND_OPTIONS_INIT;
  g_autoptr (git_tree) old_tree = NULL;
  g_autoptr (git_tree) new_tree = NULL;
  g_autoptr (git_diff) diff = NULL;

  options.flags = GIT_DIFF_FIND_RENAMES;
  options.rename_limit = RENAME_LIMIT;
  if (git_commit_tree (&old_tree, parent) < 0 || git_commit_tree (&new_tree, commit) < 0
      || git_diff_tree_to_tree (&diff, repository, old_tree, new_tree, NULL) < 0
      || git_diff_find_similar (diff, &options) < 0)
    return NULL;
  for (gsize i = 0; i < git_diff_num_deltas (diff); i++)
    {
      const git_diff_delta *delta = git_diff_get_delta (diff, i);

      if (delta->status == GIT_DELTA_RENAMED && g_str_equal (delta->new_file.path, path))
        return g_strdup (delta->old_file.path);
    }

  return NULL;
}

/* What the file was called in @parent, which does not have it under this name; or NULL.  An empty
 * file is like any other empty one, and comes from none. */
static char *
find_old_path (git_repository *repository, const git_commit *commit, const git_commit *parent,
               const git_oid *blob, const char *path)
{
  git_oid empty;
  char *old;

  git_odb_hash (&empty, "", 0, GIT_OBJECT_BLOB);
  if (git_oid_equal (blob, &empty))
    return NULL;
  old = find_same (parent, blob, path);

  return old != NULL ? old : find_alike (repository, commit, parent, path);
}

/* What a commit says, in whichever encoding it says that it does. */
static char *
dup_utf8 (const git_commit *commit, const char *text, gssize n_bytes)
{
  const char *encoding = git_commit_message_encoding (commit);
  char *utf8 =
      encoding != NULL ? g_convert (text, n_bytes, "UTF-8", encoding, NULL, NULL, NULL) : NULL;

  return utf8 != NULL ? utf8 : g_utf8_make_valid (text, n_bytes);
}

/* "Name <address>" as it stands there: libgit2 would take the period off "Ann L.". */
static char *
dup_author (const git_commit *commit)
{
  const git_signature *author = git_commit_author (commit);
  g_autofree char *name = g_strdup_printf ("%s <%s>", author->name, author->email);
  const char *line = strstr (git_commit_raw_header (commit), "\nauthor ");
  const char *end = line != NULL ? strchr (line + 1, '\n') : NULL;
  const char *mark = end != NULL ? g_strrstr_len (line, end - line, ">") : NULL;

  if (mark == NULL)
    return dup_utf8 (commit, name, -1);
  line += strlen ("\nauthor ");

  return dup_utf8 (commit, line, mark + 1 - line);
}

static void
add_step (GArray *steps, const git_commit *commit, const char *path, const git_oid *blob)
{
  const char *message = git_commit_message (commit);
  VrImportStep step = { .blob = *blob, .path = g_strdup (path) };
  git_time published = vr_published_read (git_commit_author (commit)->when, message);

  step.author = dup_author (commit);
  step.message = g_strchomp (dup_utf8 (commit, message != NULL ? message : "", -1));
  step.published = vr_version_record_dup_time (&published);
  step.retrieved = vr_version_record_dup_time (&git_commit_committer (commit)->when);
  g_array_append_val (steps, step);
}

/* The last commit before @commit that has @path: a file that was away and came back goes on. */
static git_commit *
find_before_gap (const git_commit *commit, const char *path)
{
  g_autoptr (git_commit) before = NULL;
  git_oid blob;

  git_commit_dup (&before, (git_commit *)commit);
  while (before != NULL && !find_blob (before, path, &blob))
    {
      git_commit *parent = NULL;

      if (git_commit_parentcount (before) > 0)
        git_commit_parent (&parent, before, 0);
      git_commit_free (before);
      before = parent;
    }

  return g_steal_pointer (&before);
}

/* The parent that has the very same file; else the first that has it; else the first, under the
 * name that it has there, which @path becomes; else the last one before a time without it.  NULL
 * where the file begins. */
static git_commit *
find_before (git_repository *repository, const git_commit *commit, const git_oid *blob, char **path,
             gboolean *is_same)
{
  g_autoptr (git_commit) found = NULL;
  g_autoptr (git_commit) first = NULL;
  char *old;

  *is_same = FALSE;
  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    {
      g_autoptr (git_commit) parent = NULL;
      git_oid own;

      if (git_commit_parent (&parent, commit, i) < 0)
        continue;
      if (find_blob (parent, *path, &own))
        {
          *is_same = git_oid_equal (&own, blob);
          if (*is_same)
            return g_steal_pointer (&parent);
          if (found == NULL)
            found = g_steal_pointer (&parent);
        }
      else if (i == 0)
        first = g_steal_pointer (&parent);
    }
  if (found != NULL || first == NULL)
    return g_steal_pointer (&found);
  old = find_old_path (repository, commit, first, blob, *path);
  if (old == NULL)
    return find_before_gap (first, *path);
  g_free (*path);
  *path = old;

  return g_steal_pointer (&first);
}

static void
follow (git_repository *repository, const git_commit *last, const char *path, GArray *steps)
{
  g_autofree char *name = g_strdup (path);
  g_autoptr (git_commit) commit = NULL;
  git_oid blob;

  git_commit_dup (&commit, (git_commit *)last);
  while (commit != NULL && find_blob (commit, name, &blob))
    {
      g_autofree char *here = g_strdup (name);
      gboolean is_same;
      git_commit *before = find_before (repository, commit, &blob, &name, &is_same);

      if (!is_same)
        add_step (steps, commit, here, &blob);
      git_commit_free (commit);
      commit = before;
    }
}

static void
reverse (GArray *steps)
{
  for (guint i = 0; i < steps->len / 2; i++)
    {
      VrImportStep *a = &g_array_index (steps, VrImportStep, i);
      VrImportStep *b = &g_array_index (steps, VrImportStep, steps->len - 1 - i);
      VrImportStep c = *a;

      *a = *b;
      *b = c;
    }
}

/* The path as git's trees have it, whether it is given from the top or from the current folder. */
static char *
dup_inner_path (git_repository *repository, const char *path)
{
  const char *top = git_repository_workdir (repository);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  if (top != NULL && g_path_is_absolute (path) && g_str_has_prefix (whole, top))
    return g_strdup (whole + strlen (top));

  return g_strdup (path);
}

VrImport *
vr_import_git (VrArchive *archive, const char *repository, const char *path, const char *story,
               const char *variant, GError **error)
{
  g_autoptr (git_repository) other = NULL;
  g_autoptr (git_reference) head = NULL;
  g_autoptr (git_object) commit = NULL;
  g_autoptr (GArray) steps = vr_import_new_steps ();
  g_autofree char *inner = NULL;

  if (git_repository_open_ext (&other, repository, 0, NULL) < 0
      || git_repository_head (&head, other) < 0
      || git_reference_peel (&commit, head, GIT_OBJECT_COMMIT) < 0)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                   _ ("“%s” is no git repository with a history that could be read."), repository);
      return NULL;
    }
  inner = dup_inner_path (other, path);
  follow (other, (git_commit *)commit, inner, steps);
  if (steps->len == 0)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                   _ ("There is no file “%s” in the last commit of “%s”."), path, repository);
      return NULL;
    }
  reverse (steps);

  return vr_import_write (archive, other, steps, story, variant, error);
}
