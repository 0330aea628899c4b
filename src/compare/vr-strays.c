/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences that left one row and came up in another. */
#include "vr-strays.h"

static gboolean
stray_equal (gconstpointer a, gconstpointer b)
{
  const VrStray *left = a, *right = b;

  return left->hash == right->hash && left->n_words == right->n_words;
}

static guint
stray_hash (gconstpointer stray)
{
  return (guint)((const VrStray *)stray)->hash;
}

/* One sentence that stands exactly once among the strays of a side; the others could be anyone's.
 */
static GHashTable *
index_unique (GArray *strays)
{
  GHashTable *index = g_hash_table_new (stray_hash, stray_equal);

  for (guint i = 0; i < strays->len; i++)
    {
      VrStray *stray = &g_array_index (strays, VrStray, i);
      gpointer key, value;

      if (g_hash_table_lookup_extended (index, stray, &key, &value))
        g_hash_table_insert (index, key, NULL);
      else
        g_hash_table_insert (index, stray, stray);
    }

  return index;
}

/* Both rows list the sentence, each with both of its places. */
static void
join (GArray *sentences, const VrStray *from, const VrStray *to)
{
  VrSentence sentence = { VR_SENTENCE_MOVED, from->paragraph, to->paragraph, from->span, to->span };

  g_array_index (sentences, VrSentence, from->sentence) = sentence;
  g_array_index (sentences, VrSentence, to->sentence) = sentence;
}

void
vr_strays_join (GArray *sentences, GArray *const strays[VR_N_SIDES])
{
  g_autoptr (GHashTable) old_index = NULL;
  g_autoptr (GHashTable) new_index = NULL;
  GHashTableIter iter;
  gpointer value;

  if (strays[VR_SIDE_OLD]->len == 0 || strays[VR_SIDE_NEW]->len == 0)
    return;

  old_index = index_unique (strays[VR_SIDE_OLD]);
  new_index = index_unique (strays[VR_SIDE_NEW]);
  g_hash_table_iter_init (&iter, old_index);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const VrStray *partner = value != NULL ? g_hash_table_lookup (new_index, value) : NULL;

      if (partner != NULL)
        join (sentences, value, partner);
    }
}
