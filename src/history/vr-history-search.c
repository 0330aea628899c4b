/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which versions a phrase stands: where it appeared, vanished and came back. */
#include "vr-history-search.h"

#include "vr-pattern.h"
#include "vr-search-index.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Letters that the index looks up at once, and how many such groups of a phrase: more of them take
 * longer than what they leave out. */
#define GROUP_POINTS 3
#define MAX_GROUPS 6

/* Rows between two looks at whether it is cancelled. */
#define ROWS_AT_ONCE 256

/* A row of the index is stepped over in a twentieth of the time that looking one up takes. */
#define MAX_STEPS 16

struct _VrHistorySearch
{
  GArray *variants; /* VrFoundVariant */
};

/* A paragraph with the phrase stood in these versions of a variant. */
typedef struct
{
  gint64 variant;
  guint first;
  guint last;
} Stay;

/* Where in the list of stays, which is in the order of paragraphs, it is being read. */
typedef struct
{
  sqlite3_stmt *rows;
  gint64 paragraph; /* of the row read last; the largest number behind the last one */
} StayCursor;

/* What is being looked for, and what has been found. */
typedef struct
{
  VrArchive *archive;
  VrPattern *pattern;
  char *folded;
  const char *name; /* NULL for all */
  GArray *stays;    /* Stay */
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
  g_clear_pointer (&self->stays, g_array_unref);
  g_clear_pointer (&self->variants, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* Groups of letters from all over the phrase that its paragraphs must have; NULL for a phrase too
 * short for one. */
static char *
dup_groups (const char *folded)
{
  glong n_groups = g_utf8_strlen (folded, -1) - GROUP_POINTS + 1;
  glong n = MIN (n_groups, MAX_GROUPS);
  g_autoptr (GString) query = g_string_new (NULL);

  for (glong i = 0; i < n; i++)
    {
      const char *from =
          g_utf8_offset_to_pointer (folded, n > 1 ? i * (n_groups - 1) / (n - 1) : 0);
      const char *to = g_utf8_offset_to_pointer (from, GROUP_POINTS);

      g_string_append (query, i > 0 ? " AND \"" : "\"");
      for (; from < to; from++)
        {
          g_string_append_c (query, *from);
          if (*from == '"')
            g_string_append_c (query, '"');
        }
      g_string_append_c (query, '"');
    }

  return n > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}

/* Goes to the first stay of @paragraph or one behind, on from the last one asked for: to step over
 * what is near is quicker than to look it up. */
static void
go_to_stays (StayCursor *self, VrSearchIndex *index, gint64 paragraph)
{
  if (self->rows == NULL || paragraph - MAX_STEPS > self->paragraph)
    {
      self->rows = vr_search_index_ask (index, VR_SEARCH_LIST_STAYS);
      if (self->rows != NULL)
        sqlite3_bind_int64 (self->rows, 1, paragraph);
      self->paragraph = -1;
    }
  while (self->paragraph < paragraph)
    self->paragraph = vr_search_index_next (index, self->rows)
                          ? sqlite3_column_int64 (self->rows, 0)
                          : G_MAXINT64;
}

/* Paragraphs are asked for in rising order. */
static gboolean
list_stays (Search *self, StayCursor *cursor, VrSearchIndex *index, gint64 paragraph)
{
  go_to_stays (cursor, index, paragraph);
  while (cursor->paragraph == paragraph)
    {
      sqlite3_stmt *row = cursor->rows;
      Stay stay = { sqlite3_column_int64 (row, 1), (guint)sqlite3_column_int64 (row, 2),
                    sqlite3_column_type (row, 3) == SQLITE_NULL
                        ? G_MAXUINT
                        : (guint)sqlite3_column_int64 (row, 3) };

      g_array_append_val (self->stays, stay);
      cursor->paragraph =
          vr_search_index_next (index, row) ? sqlite3_column_int64 (row, 0) : G_MAXINT64;
    }

  return index->trouble == SQLITE_OK;
}

static gboolean
has_phrase (const Search *self, sqlite3_stmt *row)
{
  VrSlice text = { (const char *)sqlite3_column_text (row, 1),
                   (gsize)sqlite3_column_bytes (row, 1) };
  VrSpan match;

  return text.text != NULL && vr_pattern_find (self->pattern, text, 0, &match);
}

static gboolean
find_paragraphs (Search *self, VrSearchIndex *index, GCancellable *cancellable, GError **error)
{
  g_autofree char *groups = dup_groups (self->folded);
  sqlite3_stmt *list =
      vr_search_index_ask (index, groups != NULL ? VR_SEARCH_MATCH : VR_SEARCH_ALL);
  StayCursor cursor = { NULL, 0 };
  guint n_rows = 0;

  if (list == NULL)
    return FALSE;
  if (groups != NULL)
    sqlite3_bind_text (list, 1, groups, -1, SQLITE_STATIC);
  while (vr_search_index_next (index, list))
    {
      if (++n_rows % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (has_phrase (self, list)
          && !list_stays (self, &cursor, index, sqlite3_column_int64 (list, 0)))
        return FALSE;
    }

  return index->trouble == SQLITE_OK;
}

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const Stay *stay_a = a;
  const Stay *stay_b = b;

  if (stay_a->variant != stay_b->variant)
    return stay_a->variant < stay_b->variant ? -1 : 1;

  return (stay_a->first > stay_b->first) - (stay_a->first < stay_b->first);
}

/* Sorts the stays and joins those that touch: what is left are the phrase's own. */
static void
join_stays (GArray *stays)
{
  guint n = 0;

  g_array_sort (stays, compare_stays);
  for (guint i = 0; i < stays->len; i++)
    {
      Stay stay = g_array_index (stays, Stay, i);
      Stay *before = n > 0 ? &g_array_index (stays, Stay, n - 1) : NULL;

      if (before != NULL && before->variant == stay.variant && stay.first - 1 <= before->last)
        before->last = MAX (before->last, stay.last);
      else
        g_array_index (stays, Stay, n++) = stay;
    }
  g_array_set_size (stays, n);
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
fill_span (VrSearchIndex *index, const Stay *stay, guint n_versions, VrFoundSpan *span)
{
  guint last = MIN (stay->last, n_versions);

  return get_version (index, stay->variant, stay->first, &span->first)
         && get_version (index, stay->variant, last, &span->last)
         && (last == n_versions || get_version (index, stay->variant, last + 1, &span->vanished));
}

static guint
count_stays_of (const GArray *stays, guint from)
{
  guint to = from;

  while (to < stays->len
         && g_array_index (stays, Stay, to).variant == g_array_index (stays, Stay, from).variant)
    to++;

  return to - from;
}

/* Where the stays of a variant begin, as the stays are in its order; their number if there is none.
 */
static guint
find_stays_of (const GArray *stays, gint64 variant)
{
  guint from = 0;
  guint to = stays->len;

  while (from < to)
    {
      guint middle = (from + to) / 2;

      if (g_array_index (stays, Stay, middle).variant < variant)
        from = middle + 1;
      else
        to = middle;
    }
  if (from < stays->len && g_array_index (stays, Stay, from).variant != variant)
    return stays->len;

  return from;
}

static gboolean
add_variant (Search *self, VrSearchIndex *index, sqlite3_stmt *row)
{
  guint from = find_stays_of (self->stays, sqlite3_column_int64 (row, 2));
  const char *name = (const char *)sqlite3_column_text (row, 0);
  VrFoundVariant variant = { .n_versions = (guint)sqlite3_column_int64 (row, 3) };

  if (from == self->stays->len || (self->name != NULL && g_strcmp0 (name, self->name) != 0))
    return TRUE;
  variant.name = g_strdup (name);
  variant.n_spans = count_stays_of (self->stays, from);
  variant.spans = g_new0 (VrFoundSpan, variant.n_spans);
  g_array_append_val (self->variants, variant);
  for (guint i = 0; i < variant.n_spans; i++)
    if (!fill_span (index, &g_array_index (self->stays, Stay, from + i), variant.n_versions,
                    &variant.spans[i]))
      return FALSE;

  return TRUE;
}

static int
compare_variants (gconstpointer a, gconstpointer b)
{
  return strcmp (((const VrFoundVariant *)a)->name, ((const VrFoundVariant *)b)->name);
}

static gboolean
find_variants (Search *self, VrSearchIndex *index)
{
  sqlite3_stmt *list = vr_search_index_ask (index, VR_SEARCH_LIST_VARIANTS);

  while (vr_search_index_next (index, list))
    if (!add_variant (self, index, list))
      return FALSE;
  g_array_sort (self->variants, compare_variants);

  return index->trouble == SQLITE_OK;
}

/* One transaction: what another program adds meanwhile is not half in the result. */
static gboolean
look (Search *self, VrSearchIndex *index, GCancellable *cancellable, GError **error)
{
  gboolean is_done;

  if (!vr_search_index_do_it (index, VR_SEARCH_BEGIN_READING)
      || !find_paragraphs (self, index, cancellable, error))
    return FALSE;
  join_stays (self->stays);
  is_done = find_variants (self, index);

  return is_done && vr_search_index_do_it (index, VR_SEARCH_COMMIT);
}

/* Returns whether the index at @path, or one in memory, gave an answer; without one @error is set
 * unless the index itself is to blame, and then @trouble says how. */
static gboolean
try (Search *self, const char *path, int *trouble, const VrProgress *progress,
     GCancellable *cancellable, GError **error)
{
  g_autoptr (VrSearchIndex) index = vr_search_index_new (path);
  gboolean is_done;

  g_array_set_size (self->stays, 0);
  g_array_set_size (self->variants, 0);
  is_done = index->trouble == SQLITE_OK
            && vr_search_index_update (index, self->archive, progress, cancellable, error)
            && look (self, index, cancellable, error);
  *trouble = index->trouble;

  return is_done;
}

static void
remove_index (const char *path)
{
  static const char *const ends[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
}

/* Whether the file itself is fine, or at least cannot be made better by making it anew. */
static gboolean
is_out_of_reach (int trouble)
{
  switch (trouble & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_NOMEM:
      return TRUE;
    default:
      return FALSE;
    }
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
  if (!is_done && problem == NULL && !is_out_of_reach (trouble))
    {
      remove_index (path);
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
  self->stays = g_array_new (FALSE, FALSE, sizeof (Stay));
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

  remove_index (path);
}
