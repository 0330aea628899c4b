/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores which lines of a page were taken for its text. */
#include "role-pages.h"

#include <string.h>

static void
count_runs (GHashTable *counts, const guint32 *words, guint n, gint step)
{
  for (guint i = 0; n > 0 && i < (n > 3 ? n - 3 : 1); i++)
    {
      guint m = MIN (4, n - i);
      g_autoptr (GBytes) key = g_bytes_new (words + i, m * sizeof *words);
      gint *count = g_hash_table_lookup (counts, key);

      if (count == NULL)
        {
          count = g_new0 (gint, 2);
          g_hash_table_insert (counts, g_bytes_ref (key), count);
        }
      count[step]++;
    }
}

static void
print_faults (const RolePage *page, const guint8 *states, double precision, double recall)
{
  if (precision >= 0.9 && recall >= 0.9)
    return;
  g_print ("== precision %.3f recall %.3f\n", precision, recall);
  for (guint i = 0; i < page->n; i++)
    if ((states[i] == VR_ROLE_STATE_TEXT) != (page->states[i] == VR_ROLE_STATE_TEXT))
      {
        VrSlice text = vr_paragraphs_get_text (page->paragraphs, i);

        g_print ("  %s %u: %.*s\n", states[i] == VR_ROLE_STATE_TEXT ? "+" : "-", i,
                 (int)MIN (text.n_bytes, 110), text.text);
      }
}

void
role_score_add (RoleScore *score, const RolePage *page, const guint8 *states, gboolean is_loud)
{
  g_autoptr (GHashTable) counts =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, g_free);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer value;
  double hit = 0, extra = 0, lost = 0;

  for (guint i = 0; i < page->n; i++)
    if (states[i] == VR_ROLE_STATE_TEXT)
      g_array_append_vals (found, page->words[i]->data, page->words[i]->len);
  count_runs (counts, (guint32 *)(void *)page->gold->data, page->gold->len, 0);
  count_runs (counts, (guint32 *)(void *)found->data, found->len, 1);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      gint *count = value;

      hit += MIN (count[0], count[1]);
      lost += MAX (count[0] - count[1], 0);
      extra += MAX (count[1] - count[0], 0);
    }
  if (hit + extra > 0)
    {
      score->precision += hit / (hit + extra);
      score->n_precision++;
    }
  if (hit + lost > 0)
    {
      score->recall += hit / (hit + lost);
      score->n_recall++;
    }
  score->n++;
  score->n_equal +=
      found->len == page->gold->len && memcmp (found->data, page->gold->data, found->len * 4) == 0;
  if (is_loud)
    print_faults (page, states, hit / MAX (hit + extra, 1), hit / MAX (hit + lost, 1));
}

void
role_score_print (const RoleScore *score, const char *name)
{
  double p = score->precision / score->n_precision, r = score->recall / score->n_recall;

  g_print ("%s: pages %.0f F1 %.4f precision %.4f recall %.4f accuracy %.3f\n", name, score->n,
           2 * p * r / (p + r), p, r, score->n_equal / score->n);
}
