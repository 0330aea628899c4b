/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which versions the paragraphs with a phrase stood: collected and joined. */
#include "vr-search-stays.h"

#include "vr-search-cursor.h"

/* A row of the index is stepped over in a twentieth of the time that looking one up takes. */
#define MAX_STEPS 16

struct _VrSearchStays
{
  gint64 variant;
  VrSearchCursor rows; /* the index's stays */
  GArray *read;        /* VrSearchStay: of the paragraph read last */
  GArray *kept;        /* VrSearchStay */
  GHashTable *known;   /* gint64, VrSearchStay: by variant, the longest that is kept */
};

VrSearchStays *
vr_search_stays_new (VrSearchIndex *index, gint64 variant)
{
  VrSearchStays *self = g_new0 (VrSearchStays, 1);

  self->rows = (VrSearchCursor){ index, VR_SEARCH_LIST_STAYS, MAX_STEPS };
  self->variant = variant;
  self->read = g_array_new (FALSE, FALSE, sizeof (VrSearchStay));
  self->kept = g_array_new (FALSE, FALSE, sizeof (VrSearchStay));
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  return self;
}

void
vr_search_stays_free (VrSearchStays *self)
{
  g_array_unref (self->read);
  g_array_unref (self->kept);
  g_hash_table_unref (self->known);
  g_free (self);
}

static gboolean
is_known (const VrSearchStays *self, const VrSearchStay *stay)
{
  const VrSearchStay *known = g_hash_table_lookup (self->known, &stay->variant);

  return known != NULL && known->first <= stay->first && stay->last <= known->last;
}

/* Reads the stays of the paragraph that the rows are at. */
static gboolean
read_stays (VrSearchStays *self)
{
  gint64 paragraph = self->rows.paragraph;
  gboolean is_new = FALSE;

  g_array_set_size (self->read, 0);
  for (; self->rows.paragraph == paragraph; vr_search_cursor_step (&self->rows))
    {
      sqlite3_stmt *row = self->rows.rows;
      VrSearchStay stay = { sqlite3_column_int64 (row, 1), (guint)sqlite3_column_int64 (row, 2),
                            sqlite3_column_type (row, 3) == SQLITE_NULL
                                ? G_MAXUINT
                                : (guint)sqlite3_column_int64 (row, 3) };

      if (self->variant != VR_SEARCH_ANY_VARIANT && self->variant != stay.variant)
        continue;
      is_new = is_new || !is_known (self, &stay);
      g_array_append_val (self->read, stay);
    }

  return is_new;
}

gboolean
vr_search_stays_read (VrSearchStays *self, gint64 paragraph)
{
  return vr_search_cursor_go_to (&self->rows, paragraph) && read_stays (self);
}

gboolean
vr_search_stays_read_next (VrSearchStays *self, gint64 *paragraph)
{
  if (self->rows.rows == NULL)
    vr_search_cursor_step (&self->rows);
  while (self->rows.paragraph != G_MAXINT64)
    {
      *paragraph = self->rows.paragraph;
      if (read_stays (self))
        return TRUE;
    }

  return FALSE;
}

/* The longest stay grows by those that it touches. */
static void
make_known (VrSearchStays *self, const VrSearchStay *stay)
{
  VrSearchStay *known = g_hash_table_lookup (self->known, &stay->variant);

  if (known == NULL)
    {
      known = g_memdup2 (stay, sizeof *stay);
      g_hash_table_insert (self->known, &known->variant, known);
    }
  else if (stay->first - 1 <= known->last && known->first - 1 <= stay->last)
    {
      known->first = MIN (known->first, stay->first);
      known->last = MAX (known->last, stay->last);
    }
  else if (stay->last - stay->first > known->last - known->first)
    *known = *stay;
}

void
vr_search_stays_keep (VrSearchStays *self)
{
  for (guint i = 0; i < self->read->len; i++)
    {
      const VrSearchStay *stay = &g_array_index (self->read, VrSearchStay, i);

      if (is_known (self, stay))
        continue;
      g_array_append_vals (self->kept, stay, 1);
      make_known (self, stay);
    }
}

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const VrSearchStay *stay_a = a;
  const VrSearchStay *stay_b = b;

  if (stay_a->variant != stay_b->variant)
    return stay_a->variant < stay_b->variant ? -1 : 1;

  return (stay_a->first > stay_b->first) - (stay_a->first < stay_b->first);
}

void
vr_search_stays_join (VrSearchStays *self)
{
  VrSearchStay *stays = (VrSearchStay *)(gpointer)self->kept->data;
  guint n = 0;

  g_array_sort (self->kept, compare_stays);
  for (guint i = 0; i < self->kept->len; i++)
    {
      VrSearchStay *before = n > 0 ? &stays[n - 1] : NULL;

      if (before != NULL && before->variant == stays[i].variant
          && stays[i].first - 1 <= before->last)
        before->last = MAX (before->last, stays[i].last);
      else
        stays[n++] = stays[i];
    }
  g_array_set_size (self->kept, n);
}

const VrSearchStay *
vr_search_stays_find (const VrSearchStays *self, gint64 variant, guint *n)
{
  const VrSearchStay *stays = (const VrSearchStay *)(gconstpointer)self->kept->data;
  guint from = 0;
  guint to = self->kept->len;

  while (from < to)
    {
      guint middle = (from + to) / 2;

      if (stays[middle].variant < variant)
        from = middle + 1;
      else
        to = middle;
    }
  for (to = from; to < self->kept->len && stays[to].variant == variant; to++)
    ;
  *n = to - from;

  return stays + from;
}
