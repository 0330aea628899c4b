/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of an archive's paragraphs, brought up to date. */
#include "vr-search-index.h"

#include "vr-hash.h"
#include "vr-paragraphs.h"
#include "vr-pattern.h"

/* What is written at once: syncing the disk takes as long as indexing some hundred versions. */
#define VERSIONS_AT_ONCE 5000
/* Between two words about how far it is. */
#define MIN_STEP 0.005

/* A paragraph of a version; the slice is that version's. */
typedef struct
{
  VrSlice text;
  guint hash;
  gint64 id; /* of the index */
} Paragraph;

/* A version's text and its different paragraphs. */
typedef struct
{
  VrParagraphs *paragraphs;
  Paragraph *items;
  GHashTable *set; /* Paragraph */
} Content;

/* One variant, being brought up to date. */
typedef struct
{
  VrSearchIndex *index;
  VrArchive *archive;
  gint64 variant;
  guint n_versions; /* in the index */
  char last[VR_VERSION_ID_BYTES];
  Content *content; /* of the last version in the index */
} Update;

/* How far all of it is. */
typedef struct
{
  const VrProgress *told;
  double last; /* what was told */
  guint n_done;
  guint n; /* variants */
} Progress;

/* Of the variant at hand @n_indexed of @n_versions are there. */
static void
tell (Progress *self, guint n_indexed, guint n_versions)
{
  double fraction = (self->n_done + (double)n_indexed / MAX (n_versions, 1)) / self->n;

  if (self->told == NULL || self->told->func == NULL || fraction < self->last + MIN_STEP)
    return;
  self->last = fraction;
  self->told->func (fraction, self->told->user_data);
}

static void
content_free (Content *self)
{
  g_clear_pointer (&self->set, g_hash_table_unref);
  g_clear_pointer (&self->paragraphs, vr_paragraphs_unref);
  g_free (self->items);
  g_free (self);
}

static void
update_clear (Update *self)
{
  g_clear_pointer (&self->content, content_free);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Update, update_clear)

static guint
hash_paragraph (gconstpointer data)
{
  return ((const Paragraph *)data)->hash;
}

static gboolean
equal_paragraphs (gconstpointer a, gconstpointer b)
{
  return vr_slice_is_equal (((const Paragraph *)a)->text, ((const Paragraph *)b)->text);
}

/* What is no text has no paragraphs: nobody's version keeps the others from being found. */
static Content *
content_new (GBytes *bytes)
{
  Content *self = g_new0 (Content, 1);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "", NULL);
  guint n;

  self->set = g_hash_table_new (hash_paragraph, equal_paragraphs);
  if (text == NULL)
    return self;
  self->paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_LINE);
  n = vr_paragraphs_get_n (self->paragraphs);
  self->items = g_new0 (Paragraph, n);
  for (guint i = 0; i < n; i++)
    {
      Paragraph *item = &self->items[i];

      item->text = vr_paragraphs_get_text (self->paragraphs, i);
      item->hash = (guint)vr_hash_bytes (0, item->text.text, item->text.n_bytes);
      if (g_hash_table_lookup (self->set, item) == NULL)
        g_hash_table_add (self->set, item);
    }

  return self;
}

static gboolean
add_paragraph (VrSearchIndex *index, Paragraph *paragraph)
{
  g_autofree char *folded = vr_pattern_fold (paragraph->text);
  sqlite3_stmt *add = vr_search_index_ask (index, VR_SEARCH_ADD_PARAGRAPH);
  sqlite3_stmt *add_letters = vr_search_index_ask (index, VR_SEARCH_ADD_LETTERS);

  if (add_letters == NULL)
    return FALSE;
  sqlite3_bind_int64 (add, 1, paragraph->hash);
  sqlite3_bind_text (add, 2, paragraph->text.text, (int)paragraph->text.n_bytes, SQLITE_STATIC);
  if (!vr_search_index_do (index, add))
    return FALSE;
  paragraph->id = sqlite3_last_insert_rowid (index->db);
  sqlite3_bind_int64 (add_letters, 1, paragraph->id);
  sqlite3_bind_text (add_letters, 2, folded, -1, SQLITE_STATIC);

  return vr_search_index_do (index, add_letters);
}

/* The paragraph's number in the index, which has it afterwards. */
static gboolean
put_paragraph (VrSearchIndex *index, Paragraph *paragraph)
{
  sqlite3_stmt *find = vr_search_index_ask (index, VR_SEARCH_FIND_PARAGRAPH);

  if (find == NULL)
    return FALSE;
  sqlite3_bind_int64 (find, 1, paragraph->hash);
  sqlite3_bind_text (find, 2, paragraph->text.text, (int)paragraph->text.n_bytes, SQLITE_STATIC);
  if (!vr_search_index_next (index, find))
    return index->trouble == SQLITE_OK && add_paragraph (index, paragraph);
  paragraph->id = sqlite3_column_int64 (find, 0);
  sqlite3_reset (find);

  return TRUE;
}

static gboolean
add_stay (const Update *self, gint64 paragraph, guint number)
{
  sqlite3_stmt *add = vr_search_index_ask (self->index, VR_SEARCH_ADD_STAY);

  if (add == NULL)
    return FALSE;
  sqlite3_bind_int64 (add, 1, paragraph);
  sqlite3_bind_int64 (add, 2, self->variant);
  sqlite3_bind_int64 (add, 3, number);

  return vr_search_index_do (self->index, add);
}

static gboolean
end_stay (const Update *self, gint64 paragraph, guint last)
{
  sqlite3_stmt *end = vr_search_index_ask (self->index, VR_SEARCH_END_STAY);

  if (end == NULL)
    return FALSE;
  sqlite3_bind_int64 (end, 1, paragraph);
  sqlite3_bind_int64 (end, 2, self->variant);
  sqlite3_bind_int64 (end, 3, last);

  return vr_search_index_do (self->index, end);
}

/* Gives the paragraphs of @content their numbers; those that @before has too stay on. */
static gboolean
put_content (const Update *self, const Content *before, Content *content, guint number)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, content->set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Paragraph *paragraph = key;
      const Paragraph *same = before != NULL ? g_hash_table_lookup (before->set, key) : NULL;

      if (same != NULL)
        paragraph->id = same->id;
      else if (!put_paragraph (self->index, paragraph)
               || (number > 0 && !add_stay (self, paragraph->id, number)))
        return FALSE;
    }
  if (before == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, before->set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_lookup (content->set, key) == NULL
        && !end_stay (self, ((const Paragraph *)key)->id, number - 1))
      return FALSE;

  return TRUE;
}

static gboolean
add_version (const Update *self, const VrVersionText *version, guint number)
{
  sqlite3_stmt *add = vr_search_index_ask (self->index, VR_SEARCH_ADD_VERSION);

  if (add == NULL)
    return FALSE;
  sqlite3_bind_int64 (add, 1, self->variant);
  sqlite3_bind_int64 (add, 2, number);
  sqlite3_bind_text (add, 3, version->id, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (add, 4, version->published);
  sqlite3_bind_int64 (add, 5, version->zone_minutes);

  return vr_search_index_do (self->index, add);
}

static gboolean
index_text (Update *self, const VrVersionText *version, guint number, GError **error)
{
  g_autoptr (GBytes) bytes = vr_version_text_read (self->archive, version->text, error);
  g_autoptr (Content) content = bytes != NULL ? content_new (bytes) : NULL;

  if (content == NULL || !put_content (self, self->content, content, number))
    return FALSE;
  g_clear_pointer (&self->content, content_free);
  self->content = g_steal_pointer (&content);

  return TRUE;
}

static gboolean
index_versions (Update *self, const GArray *versions, Progress *progress, GCancellable *cancellable,
                GError **error)
{
  for (guint i = 0; i < versions->len; i++)
    {
      const VrVersionText *version = &g_array_index (versions, VrVersionText, i);
      guint number = self->n_versions + i + 1;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_version (self, version, number))
        return FALSE;
      if ((i == 0 || !g_str_equal (version[-1].text, version->text))
          && !index_text (self, version, number, error))
        return FALSE;
      tell (progress, i + 1, versions->len);
    }

  return TRUE;
}

/* The paragraphs of the last version in the index, whose stays go on. */
static gboolean
read_last (Update *self, GError **error)
{
  g_autoptr (GBytes) bytes = vr_version_read_text (self->archive, self->last, error);

  if (bytes == NULL)
    return FALSE;
  self->content = content_new (bytes);

  return put_content (self, NULL, self->content, 0);
}

static gboolean
forget (VrSearchIndex *index, gint64 variant, gboolean with_name)
{
  const VrSearchStatement statements[] = { VR_SEARCH_FORGET_VERSIONS, VR_SEARCH_FORGET_STAYS,
                                           VR_SEARCH_FORGET_FLAGS, VR_SEARCH_FORGET_TEXTS,
                                           VR_SEARCH_FORGET_VARIANT };

  for (guint i = 0; i < G_N_ELEMENTS (statements) - !with_name; i++)
    {
      sqlite3_stmt *statement = vr_search_index_ask (index, statements[i]);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, variant);
      if (!vr_search_index_do (index, statement))
        return FALSE;
    }

  return TRUE;
}

/* What only a forgotten variant had. */
static gboolean
forget_orphans (VrSearchIndex *index)
{
  sqlite3_stmt *list = vr_search_index_ask (index, VR_SEARCH_LIST_ORPHANS);

  while (vr_search_index_next (index, list))
    {
      g_autofree char *folded = vr_pattern_fold (vr_search_index_peek_text (index, list, 1));
      sqlite3_stmt *letters = vr_search_index_ask (index, VR_SEARCH_FORGET_LETTERS);
      sqlite3_stmt *paragraph = vr_search_index_ask (index, VR_SEARCH_FORGET_PARAGRAPH);

      if (paragraph == NULL)
        return FALSE;
      sqlite3_bind_int64 (letters, 1, sqlite3_column_int64 (list, 0));
      sqlite3_bind_text (letters, 2, folded, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (paragraph, 1, sqlite3_column_int64 (list, 0));
      if (!vr_search_index_do (index, letters) || !vr_search_index_do (index, paragraph))
        return FALSE;
    }

  return index->trouble == SQLITE_OK;
}

/* What the index has of @name by now: another program may have been at it. */
static gboolean
find_variant (Update *self, const char *name)
{
  return vr_search_index_find_variant (self->index, name, &self->variant, self->last,
                                       &self->n_versions)
         || (self->index->trouble == SQLITE_OK
             && vr_search_index_add_variant (self->index, name, &self->variant));
}

static gboolean
set_last (const Update *self, const char *last, guint n_versions)
{
  sqlite3_stmt *set = vr_search_index_ask (self->index, VR_SEARCH_SET_LAST);

  if (set == NULL)
    return FALSE;
  sqlite3_bind_int64 (set, 1, self->variant);
  sqlite3_bind_text (set, 2, last, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (set, 3, n_versions);

  return vr_search_index_do (self->index, set);
}

/* Counts the versions that it adds in @n_added. */
static gboolean
update_variant (VrSearchIndex *index, VrArchive *archive, const char *name, const char *last,
                Progress *progress, guint *n_added, GCancellable *cancellable, GError **error)
{
  g_auto (Update) self = { .index = index, .archive = archive };
  g_autoptr (GArray) versions = NULL;
  gboolean is_rest, is_anew;

  if (!find_variant (&self, name))
    return FALSE;
  versions = vr_version_text_list (archive, last, self.n_versions > 0 ? self.last : NULL, &is_rest,
                                   cancellable, error);
  if (versions == NULL)
    return FALSE;
  is_anew = !is_rest && self.n_versions > 0;
  if (is_rest ? !read_last (&self, error) : is_anew && !forget (index, self.variant, FALSE))
    return FALSE;
  if (!is_rest)
    self.n_versions = 0;
  *n_added += versions->len;

  return index_versions (&self, versions, progress, cancellable, error)
         && set_last (&self, last, self.n_versions + versions->len)
         && (!is_anew || forget_orphans (index));
}

static gboolean
forget_variants (VrSearchIndex *index, const GArray *gone)
{
  for (guint i = 0; i < gone->len; i++)
    if (!forget (index, g_array_index (gone, gint64, i), TRUE))
      return FALSE;

  return forget_orphans (index);
}

/* What is in the index as it should be is taken out of @lasts; what should not be is in @gone. */
static gboolean
find_stale (VrSearchIndex *index, GHashTable *lasts, GArray *gone)
{
  sqlite3_stmt *list = vr_search_index_ask (index, VR_SEARCH_LIST_VARIANTS);

  while (vr_search_index_next (index, list))
    {
      const char *name = (const char *)sqlite3_column_text (list, 0);
      const char *last = name != NULL ? g_hash_table_lookup (lasts, name) : NULL;
      gint64 id = sqlite3_column_int64 (list, 2);

      if (last == NULL)
        g_array_append_val (gone, id);
      else if (g_strcmp0 (last, (const char *)sqlite3_column_text (list, 1)) == 0)
        g_hash_table_remove (lasts, name);
    }

  return index->trouble == SQLITE_OK;
}

/* Brings variants up to date, from the one that @iter is at to where enough has been added. */
static gboolean
update_some (VrSearchIndex *self, VrArchive *archive, GHashTableIter *iter, Progress *progress,
             GCancellable *cancellable, GError **error)
{
  guint n_added = 0;
  gpointer name, last;

  while (n_added < VERSIONS_AT_ONCE && g_hash_table_iter_next (iter, &name, &last))
    {
      if (!update_variant (self, archive, name, last, progress, &n_added, cancellable, error))
        return FALSE;
      progress->n_done++;
    }

  return TRUE;
}

static gboolean
update_all (VrSearchIndex *self, VrArchive *archive, GHashTable *lasts, const VrProgress *told,
            GCancellable *cancellable, GError **error)
{
  Progress progress = { .told = told, .n = g_hash_table_size (lasts) };
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, lasts);
  while (progress.n_done < progress.n)
    {
      if (!vr_search_index_do_it (self, VR_SEARCH_BEGIN)
          || !vr_search_index_end (
              self, update_some (self, archive, &iter, &progress, cancellable, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
vr_search_index_update (VrSearchIndex *self, VrArchive *archive, const VrProgress *progress,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) lasts = vr_archive_list_lasts (archive, error);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (lasts == NULL || !find_stale (self, lasts, gone))
    return FALSE;
  if (gone->len > 0
      && (!vr_search_index_do_it (self, VR_SEARCH_BEGIN)
          || !vr_search_index_end (self, forget_variants (self, gone))))
    return FALSE;

  return update_all (self, archive, lasts, progress, cancellable, error);
}
