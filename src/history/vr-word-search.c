/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of many rows of words a text has: all looked for at once. */
#include "vr-word-search.h"

#include "vr-hash.h"

#define ROOT 0
#define NO_ROW G_MAXUINT

/* What has been read of a row.  The states before the last ones of rows are told apart by their
 * words, so that rows with the same beginning share them. */
typedef struct
{
  guint parent;
  guint32 word; /* that leads here from the parent */
  guint depth;  /* words read */
  guint fall;   /* the longest other beginning of a row that ends here */
  guint row;    /* that is whole here, or NO_ROW */
  guint next;   /* the nearest state on the way of falls where a row is whole, or ROOT */
} State;

struct _VrWordSearch
{
  GArray *states;   /* State */
  GHashTable *ways; /* guint64: state and word, to state */
  guint n_rows;
};

static State *
peek_state (const VrWordSearch *self, guint state)
{
  return &g_array_index (self->states, State, state);
}

static guint
add_state (VrWordSearch *self, guint parent, guint32 word, guint depth)
{
  State state = { parent, word, depth, ROOT, NO_ROW, ROOT };

  g_array_append_val (self->states, state);

  return self->states->len - 1;
}

/* Many states go on with the same word, and g_int64_hash() sees little else. */
static guint
hash_way (gconstpointer key)
{
  return (guint)(vr_hash_bytes (0, key, sizeof (guint64)) >> 32);
}

VrWordSearch *
vr_word_search_new (void)
{
  VrWordSearch *self = g_new0 (VrWordSearch, 1);

  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  self->ways = g_hash_table_new_full (hash_way, g_int64_equal, g_free, NULL);
  add_state (self, ROOT, 0, 0);

  return self;
}

void
vr_word_search_free (VrWordSearch *self)
{
  g_array_unref (self->states);
  g_hash_table_unref (self->ways);
  g_free (self);
}

/* No way leads to the root, which therefore means that there is none. */
static guint
follow (const VrWordSearch *self, guint state, guint32 word)
{
  guint64 key = (guint64)state << 32 | word;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ways, &key));
}

guint
vr_word_search_add (VrWordSearch *self, const guint32 *words, guint n_words)
{
  guint state = ROOT;

  for (guint i = 0; i < n_words; i++)
    {
      guint next = follow (self, state, words[i]);

      if (next == ROOT)
        {
          guint64 key = (guint64)state << 32 | words[i];

          next = add_state (self, state, words[i], i + 1);
          g_hash_table_insert (self->ways, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (next));
        }
      state = next;
    }
  if (peek_state (self, state)->row == NO_ROW)
    peek_state (self, state)->row = self->n_rows++;

  return peek_state (self, state)->row;
}

/* Where reading @word leads from @state. */
static guint
step (const VrWordSearch *self, guint state, guint32 word)
{
  guint next = follow (self, state, word);

  while (next == ROOT && state != ROOT)
    {
      state = peek_state (self, state)->fall;
      next = follow (self, state, word);
    }

  return next;
}

static int
compare_depths (gconstpointer a, gconstpointer b, gpointer data)
{
  const VrWordSearch *self = data;
  guint depth_a = peek_state (self, *(const guint *)a)->depth;
  guint depth_b = peek_state (self, *(const guint *)b)->depth;

  return (depth_a > depth_b) - (depth_a < depth_b);
}

void
vr_word_search_prepare (VrWordSearch *self)
{
  g_autofree guint *order = g_new (guint, self->states->len);

  for (guint i = 0; i < self->states->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)self->states->len, sizeof *order, compare_depths, self);
  for (guint i = 0; i < self->states->len; i++)
    {
      State *state = peek_state (self, order[i]);
      const State *fall;

      if (state->depth > 1)
        state->fall = step (self, peek_state (self, state->parent)->fall, state->word);
      fall = peek_state (self, state->fall);
      state->next = fall->row != NO_ROW ? state->fall : fall->next;
    }
}

void
vr_word_search_run (const VrWordSearch *self, const guint32 *words, guint n_words,
                    VrWordSearchFunc func, gpointer user_data)
{
  guint state = ROOT;

  for (guint i = 0; i < n_words; i++)
    {
      state = step (self, state, words[i]);
      for (guint at = state; at != ROOT; at = peek_state (self, at)->next)
        if (peek_state (self, at)->row != NO_ROW)
          func (peek_state (self, at)->row, user_data);
    }
}
