/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which versions a phrase stands: where it appeared, vanished and came back. */
#include "vr-history-search.h"

#include "vr-pattern.h"
#include "vr-search-cursor.h"
#include "vr-search-groups.h"
#include "vr-search-stays.h"

#include <glib/gi18n-lib.h>

/* Rows between two looks at whether it is cancelled. */
#define ROWS_AT_ONCE 256
/* Whoever brings the index up to date is waited for; then one in memory does. */
#define WAIT_MS 20000
/* A paragraph of the index is stepped over in a fifth of the time that looking it up takes. */
#define MAX_TEXT_STEPS 4

struct _VrHistorySearch
{
  GArray *variants; /* VrFoundVariant */
};

/* What is being looked for, and what has been found. */
typedef struct
{
  VrArchive *archive;
  VrPattern *pattern;
  char *folded;
  const char *name; /* NULL for all */
  GArray *variants; /* VrFoundVariant */
} Search;

static void
clear_variant (gpointer data)
{
  VrFoundVariant *variant = data;

  g_free (variant->name);
  g_free (variant->spans);
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->pattern, vr_pattern_free);
  g_free (self->folded);
  g_clear_pointer (&self->variants, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* Paragraphs of the index, one after the other, of which some have the phrase. */
typedef struct
{
  VrSearchIndex *index;
  sqlite3_stmt *list; /* those with the letters of the phrase; NULL for all */
  VrSearchStays *stays;
  VrSearchCursor texts;
} Candidates;

/* Whether there is another one that stood where the phrase is not known to stand. */
static gboolean
next_candidate (Candidates *self, gint64 *paragraph)
{
  if (self->list == NULL)
    return vr_search_stays_read_next (self->stays, paragraph);
  while (vr_search_index_next (self->index, self->list))
    {
      *paragraph = sqlite3_column_int64 (self->list, 0);
      if (vr_search_stays_read (self->stays, *paragraph))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_phrase (const Search *self, Candidates *candidates, gint64 paragraph)
{
  VrSpan match;

  return vr_search_cursor_go_to (&candidates->texts, paragraph)
         && vr_pattern_find (
             self->pattern,
             vr_search_index_peek_text (candidates->index, candidates->texts.rows, 1), 0, &match);
}

static gboolean
find_paragraphs (const Search *self, VrSearchIndex *index, VrSearchStays *stays,
                 GCancellable *cancellable, GError **error)
{
  g_autofree char *groups = vr_search_groups_choose (index, self->folded);
  Candidates candidates = { .index = index,
                            .stays = stays,
                            .texts = { index, VR_SEARCH_LIST_TEXTS, MAX_TEXT_STEPS } };
  gint64 paragraph;
  guint n_rows = 0;

  if (groups != NULL)
    {
      candidates.list = vr_search_index_ask (index, VR_SEARCH_MATCH);
      if (candidates.list == NULL)
        return FALSE;
      sqlite3_bind_text (candidates.list, 1, groups, -1, SQLITE_STATIC);
    }
  while (next_candidate (&candidates, &paragraph))
    {
      if (++n_rows % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (has_phrase (self, &candidates, paragraph))
        vr_search_stays_keep (stays);
    }
  vr_search_stays_join (stays);

  return index->trouble == SQLITE_OK;
}

static gboolean
get_version (VrSearchIndex *index, gint64 variant, guint number, VrFoundVersion *version)
{
  sqlite3_stmt *get = vr_search_index_ask (index, VR_SEARCH_GET_VERSION);
  const char *id;

  if (get == NULL)
    return FALSE;
  sqlite3_bind_int64 (get, 1, variant);
  sqlite3_bind_int64 (get, 2, number);
  if (!vr_search_index_next (index, get))
    {
      vr_search_index_give_up (index);
      return FALSE;
    }
  version->number = number;
  id = (const char *)sqlite3_column_text (get, 0);
  g_strlcpy (version->id, id != NULL ? id : "", sizeof version->id);
  version->published = sqlite3_column_int64 (get, 1);
  version->zone_minutes = (int)sqlite3_column_int64 (get, 2);
  sqlite3_reset (get);

  return TRUE;
}

static gboolean
fill_span (VrSearchIndex *index, const VrSearchStay *stay, guint n_versions, VrFoundSpan *span)
{
  guint last = MIN (stay->last, n_versions);

  return get_version (index, stay->variant, stay->first, &span->first)
         && get_version (index, stay->variant, last, &span->last)
         && (last == n_versions || get_version (index, stay->variant, last + 1, &span->vanished));
}

static gboolean
add_variant (Search *self, VrSearchIndex *index, const VrSearchStays *stays, sqlite3_stmt *row)
{
  VrFoundVariant variant = { .n_versions = (guint)sqlite3_column_int64 (row, 3) };
  const VrSearchStay *own =
      vr_search_stays_find (stays, sqlite3_column_int64 (row, 2), &variant.n_spans);
  VrSlice name;

  if (variant.n_spans == 0)
    return TRUE;
  name = vr_search_index_peek_text (index, row, 0);
  variant.name = g_strndup (name.text, name.n_bytes);
  variant.spans = g_new0 (VrFoundSpan, variant.n_spans);
  g_array_append_val (self->variants, variant);
  for (guint i = 0; i < variant.n_spans; i++)
    if (!fill_span (index, &own[i], variant.n_versions, &variant.spans[i]))
      return FALSE;

  return TRUE;
}

static int
compare_variants (gconstpointer a, gconstpointer b)
{
  return strcmp (((const VrFoundVariant *)a)->name, ((const VrFoundVariant *)b)->name);
}

static gboolean
find_variants (Search *self, VrSearchIndex *index, const VrSearchStays *stays)
{
  sqlite3_stmt *list = vr_search_index_ask (index, VR_SEARCH_LIST_VARIANTS);

  while (vr_search_index_next (index, list))
    if (!add_variant (self, index, stays, list))
      return FALSE;
  g_array_sort (self->variants, compare_variants);

  return index->trouble == SQLITE_OK;
}

/* The number of the only variant that is asked about. */
static gint64
get_variant (const Search *self, VrSearchIndex *index)
{
  sqlite3_stmt *find =
      self->name != NULL ? vr_search_index_ask (index, VR_SEARCH_FIND_VARIANT) : NULL;
  gint64 variant = VR_SEARCH_ANY_VARIANT;

  if (find == NULL)
    return variant;
  sqlite3_bind_text (find, 1, self->name, -1, SQLITE_STATIC);
  if (vr_search_index_next (index, find))
    variant = sqlite3_column_int64 (find, 0);
  else
    vr_search_index_give_up (index);
  sqlite3_reset (find);

  return variant;
}

/* One transaction: what another program adds meanwhile is not half in the result. */
static gboolean
look (Search *self, VrSearchIndex *index, GCancellable *cancellable, GError **error)
{
  g_autoptr (VrSearchStays) stays = NULL;

  if (!vr_search_index_do_it (index, VR_SEARCH_BEGIN_READING))
    return FALSE;
  stays = vr_search_stays_new (index, get_variant (self, index));

  return index->trouble == SQLITE_OK && find_paragraphs (self, index, stays, cancellable, error)
         && find_variants (self, index, stays) && vr_search_index_do_it (index, VR_SEARCH_COMMIT);
}

/* Returns whether the index at @path, or one in memory, gave an answer; without one @error is set
 * unless the index itself is to blame, and then @trouble says how. */
static gboolean
try (Search *self, const char *path, int *trouble, const VrProgress *progress,
     GCancellable *cancellable, GError **error)
{
  g_autoptr (VrSearchIndex) index = vr_search_index_new (path, WAIT_MS);
  gboolean is_done;

  g_array_set_size (self->variants, 0);
  is_done = index->trouble == SQLITE_OK
            && vr_search_index_update (index, self->archive, progress, cancellable, error)
            && look (self, index, cancellable, error);
  *trouble = index->trouble;

  return is_done;
}

/* The index as it is, one made anew where it is broken, one in memory where that does not help. */
static gboolean
find (Search *self, const VrProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autofree char *path =
      g_build_filename (vr_archive_get_path (self->archive), VR_HISTORY_INDEX_NAME, NULL);
  g_autoptr (GError) problem = NULL;
  gboolean is_done;
  int trouble;

  is_done = try (self, path, &trouble, progress, cancellable, &problem);
  if (!is_done && problem == NULL && !vr_search_index_is_out_of_reach (trouble))
    {
      vr_search_index_remove (path);
      is_done = try (self, path, &trouble, progress, cancellable, &problem);
    }
  if (!is_done && problem == NULL)
    is_done = try (self, NULL, &trouble, progress, cancellable, &problem);
  if (is_done)
    return TRUE;
  if (problem == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The archive “%s” cannot be searched: %s."),
                 vr_archive_get_path (self->archive), sqlite3_errstr (trouble));
  else
    g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

static gboolean
begin_search (Search *self, const char *phrase, GError **error)
{
  VrSlice text = { phrase, strlen (phrase) };
  g_autofree char *last = NULL;

  self->pattern = g_utf8_validate (phrase, -1, NULL) ? vr_pattern_new (phrase) : NULL;
  if (self->pattern == NULL)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("A phrase to search for needs at least one letter or mark."));
      return FALSE;
    }
  self->folded = vr_pattern_fold (text);
  self->variants = g_array_new (FALSE, TRUE, sizeof (VrFoundVariant));
  g_array_set_clear_func (self->variants, clear_variant);
  if (self->name == NULL)
    return TRUE;
  last = vr_version_find_last (self->archive, self->name, error);

  return last != NULL;
}

static void
clear (gpointer data)
{
  VrHistorySearch *self = data;

  g_clear_pointer (&self->variants, g_array_unref);
}

VrHistorySearch *
vr_history_search_new (VrArchive *archive, const char *phrase, const char *name,
                       const VrProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (Search) search = { .archive = archive, .name = name };
  VrHistorySearch *self;

  if (!begin_search (&search, phrase, error) || !find (&search, progress, cancellable, error))
    return NULL;
  self = g_atomic_rc_box_new0 (VrHistorySearch);
  self->variants = g_steal_pointer (&search.variants);

  return self;
}

VrHistorySearch *
vr_history_search_ref (VrHistorySearch *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vr_history_search_unref (VrHistorySearch *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const VrFoundVariant *
vr_history_search_peek_variants (const VrHistorySearch *self, guint *n)
{
  *n = self->variants->len;

  return (const VrFoundVariant *)(gconstpointer)self->variants->data;
}

void
vr_history_forget_index (VrArchive *archive)
{
  g_autofree char *path =
      g_build_filename (vr_archive_get_path (archive), VR_HISTORY_INDEX_NAME, NULL);

  vr_search_index_remove (path);
}
