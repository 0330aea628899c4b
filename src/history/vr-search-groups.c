/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which letters of a phrase to look up in the index: the rarest, as told by a sample. */
#include "vr-search-groups.h"

#include "vr-pattern.h"

#define GROUP_POINTS 3

/* A sample of some kilobytes is read in half a millisecond. */
#define N_SAMPLES 48

/* Groups of a long phrase that are considered, from all over it. */
#define MAX_CONSIDERED 32

/* Groups looked up: each more takes longer than what it leaves out (measured in made-up histories
 * of 100,000 versions). */
#define MAX_GROUPS 3

/* Where more of the sample has the rarest group, looking up is slower than reading all. */
#define MAX_FREQUENCY (N_SAMPLES / 3)

typedef struct
{
  char *letters;
  guint frequency; /* how many of the sample have it */
} Group;

static void
clear_group (gpointer data)
{
  g_free (((Group *)data)->letters);
}

static void
add_group (GArray *groups, const char *from)
{
  const char *to = g_utf8_offset_to_pointer (from, GROUP_POINTS);
  Group group = { g_strndup (from, (gsize)(to - from)), 0 };

  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (g_array_index (groups, Group, i).letters, group.letters))
      {
        g_free (group.letters);
        return;
      }
  g_array_append_val (groups, group);
}

/* The different groups of the phrase. */
static GArray *
list_groups (const char *folded)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  glong n_groups = g_utf8_strlen (folded, -1) - GROUP_POINTS + 1;
  glong n = MIN (n_groups, MAX_CONSIDERED);

  g_array_set_clear_func (groups, clear_group);
  for (glong i = 0; i < n; i++)
    add_group (groups, g_utf8_offset_to_pointer (folded, n > 1 ? i * (n_groups - 1) / (n - 1) : 0));

  return groups;
}

static void
count_groups (GArray *groups, VrSearchIndex *index, sqlite3_stmt *row)
{
  g_autofree char *folded = vr_pattern_fold (vr_search_index_peek_text (index, row, 0));

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      group->frequency += strstr (folded, group->letters) != NULL;
    }
}

static gint64
get_last_paragraph (VrSearchIndex *index)
{
  sqlite3_stmt *get = vr_search_index_ask (index, VR_SEARCH_GET_LAST_PARAGRAPH);
  gint64 last = vr_search_index_next (index, get) ? sqlite3_column_int64 (get, 0) : 0;

  sqlite3_reset (get);

  return last;
}

static void
read_samples (VrSearchIndex *index, GArray *groups)
{
  gint64 last = get_last_paragraph (index);

  for (gint64 i = 0; i < N_SAMPLES; i++)
    {
      sqlite3_stmt *get = vr_search_index_ask (index, VR_SEARCH_GET_PARAGRAPH_FROM);

      if (get == NULL)
        return;
      sqlite3_bind_int64 (get, 1, i * (last / N_SAMPLES) + i * (last % N_SAMPLES) / N_SAMPLES);
      if (vr_search_index_next (index, get))
        count_groups (groups, index, get);
      sqlite3_reset (get);
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *group_a = a;
  const Group *group_b = b;

  return (group_a->frequency > group_b->frequency) - (group_a->frequency < group_b->frequency);
}

/* What stands between quotes is letters and nothing else to FTS5; a quote in it is doubled. */
static void
append_group (GString *query, const char *letters)
{
  g_string_append (query, query->len > 0 ? " AND \"" : "\"");
  for (const char *p = letters; *p != '\0'; p++)
    {
      g_string_append_c (query, *p);
      if (*p == '"')
        g_string_append_c (query, '"');
    }
  g_string_append_c (query, '"');
}

char *
vr_search_groups_choose (VrSearchIndex *index, const char *folded)
{
  g_autoptr (GArray) groups = list_groups (folded);
  GString *query;

  if (groups->len == 0)
    return NULL;
  read_samples (index, groups);
  g_array_sort (groups, compare_groups);
  if (g_array_index (groups, Group, 0).frequency > MAX_FREQUENCY)
    return NULL;
  query = g_string_new (NULL);
  for (guint i = 0; i < MIN (groups->len, MAX_GROUPS); i++)
    append_group (query, g_array_index (groups, Group, i).letters);

  return g_string_free (query, FALSE);
}
