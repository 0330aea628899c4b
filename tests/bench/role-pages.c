/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads copies of pages and labels their lines. */
#include "role-pages.h"

#include "vr-diff.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* ---- words ---- */

static void
number_words (GHashTable *numbers, VrSlice text, GArray *words)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *end = text.text + text.n_bytes;

  for (const char *p = text.text;; p = g_utf8_next_char (p))
    {
      gunichar c = p < end ? g_utf8_get_char (p) : ' ';

      if (g_unichar_isalnum (c) || c == '_')
        g_string_append_unichar (word, c);
      else if (word->len > 0)
        {
          guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, word->str));

          if (number == 0)
            {
              number = g_hash_table_size (numbers) + 1;
              g_hash_table_insert (numbers, g_strdup (word->str), GUINT_TO_POINTER (number));
            }
          g_array_append_val (words, number);
          g_string_truncate (word, 0);
        }
      if (p >= end)
        break;
    }
}

/* ---- reading ---- */

static void
label (RolePage *page, guint n_ids)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autofree guint *hits = g_new0 (guint, page->n);
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint32));
  VrDiffOptions options = { .minimal = TRUE };
  guint at = 0, first = G_MAXUINT, last = 0;

  for (guint32 i = 0; i < page->n; i++)
    for (guint j = 0; j < page->words[i]->len; j++)
      {
        g_array_append_val (all, g_array_index (page->words[i], guint32, j));
        g_array_append_val (owners, i);
      }
  vr_differ_run (differ, (guint32 *)(void *)all->data, all->len,
                 (guint32 *)(void *)page->gold->data, page->gold->len, n_ids, &options, hunks, NULL,
                 NULL, NULL);
  for (guint h = 0; h <= hunks->len; h++)
    {
      guint to = h < hunks->len ? g_array_index (hunks, VrHunk, h).old_from : all->len;

      for (; at < to; at++)
        hits[g_array_index (owners, guint32, at)]++;
      if (h < hunks->len)
        at = g_array_index (hunks, VrHunk, h).old_to;
    }
  for (guint i = 0; i < page->n; i++)
    {
      page->states[i] = page->words[i]->len > 0 && hits[i] * 2 >= page->words[i]->len;
      /* A stray word that the page's menu shares with the text. */
      if (page->states[i])
        {
          first = MIN (first, i);
          last = i;
        }
    }
  for (guint i = 0; i < page->n; i++)
    if (!page->states[i])
      page->states[i] = first == G_MAXUINT || i < first ? VR_ROLE_STATE_ABOVE
                        : i > last                      ? VR_ROLE_STATE_BELOW
                                                        : VR_ROLE_STATE_BETWEEN;
}

static void
measure (RolePage *page)
{
  g_autoptr (VrRoleFeatures) features = NULL;
  guint n = vr_paragraphs_get_n (page->paragraphs);

  page->n = n;
  page->lines = vr_role_lines_measure (page->paragraphs, G_MAXUINT32);
  page->features = g_new (guint16, (gsize)n * VR_ROLE_MAX_FEATURES);
  page->n_features = g_new (guint8, n);
  page->states = g_new0 (guint8, n);
  page->costs = g_new0 (float, n);
  page->words = g_new0 (GArray *, n);
  features = vr_role_features_new (page->lines, n);
  for (guint i = 0; i < n; i++)
    page->n_features[i] =
        vr_role_features_get (features, i, page->features + (gsize)i * VR_ROLE_MAX_FEATURES);
}

static RolePage *
read_page (const char *id, const char *copy, const char *gold, GHashTable *numbers, guint fold)
{
  RolePage *page = g_new0 (RolePage, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (copy, strlen (copy));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "copy", NULL);
  double n_words = 0;

  page->paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
  page->fold = fold;
  page->gold = g_array_new (FALSE, FALSE, sizeof (guint32));
  number_words (numbers, (VrSlice){ gold, strlen (gold) }, page->gold);
  measure (page);
  for (guint i = 0; i < page->n; i++)
    {
      page->words[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      number_words (numbers, vr_paragraphs_get_text (page->paragraphs, i), page->words[i]);
    }
  label (page, g_hash_table_size (numbers) + 1);
  n_words = page->gold->len + 20;
  for (guint i = 0; i < page->n; i++)
    page->costs[i] = 0.1 + MIN (30 * page->words[i]->len / n_words, 3);
  return page;
}

GPtrArray *
role_pages_read (const char *copies, const char *gold, guint n_folds)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *content = NULL;
  g_auto (GStrv) rows = NULL;
  GPtrArray *pages = g_ptr_array_new ();

  if (!json_parser_load_from_file (parser, gold, NULL)
      || !g_file_get_contents (copies, &content, NULL, NULL))
    g_error ("cannot read %s or %s", gold, copies);
  rows = g_strsplit (content, "\n", -1);
  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_autoptr (JsonParser) row = json_parser_new ();
      JsonObject *object, *page;
      const char *id;

      json_parser_load_from_data (row, rows[i], -1, NULL);
      object = json_node_get_object (json_parser_get_root (row));
      id = json_object_get_string_member (object, "id");
      page =
          json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), id);
      g_ptr_array_add (pages, read_page (id, json_object_get_string_member (object, "text"),
                                         json_object_get_string_member (page, "body"), numbers,
                                         g_str_hash (id) % n_folds));
    }
  return pages;
}

/* ---- pages of which people marked a few pieces only ---- */

static RolePage *
read_weak_page (JsonObject *object)
{
  RolePage *page = g_new0 (RolePage, 1);
  const char *copy = json_object_get_string_member (object, "text");
  JsonArray *known = json_object_get_array_member (object, "known");
  g_autoptr (GBytes) bytes = g_bytes_new (copy, strlen (copy));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "copy", NULL);

  page->paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_LINE);
  page->fold = G_MAXUINT - 1;
  measure (page);
  if (page->n != json_array_get_length (known))
    return NULL;
  page->known = g_new (gint8, page->n);
  for (guint i = 0; i < page->n; i++)
    page->known[i] = json_array_get_int_element (known, i);
  return page;
}

void
role_pages_read_weak (GPtrArray *pages, const char *path)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) rows = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    g_error ("cannot read %s", path);
  rows = g_strsplit (content, "\n", -1);
  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_autoptr (JsonParser) row = json_parser_new ();
      RolePage *page;

      json_parser_load_from_data (row, rows[i], -1, NULL);
      page = read_weak_page (json_node_get_object (json_parser_get_root (row)));
      if (page != NULL)
        g_ptr_array_add (pages, page);
    }
}

/* ---- variants: what a reader selects is seldom the whole page ---- */

/* Lines @keep of @page, as a page. */
static RolePage *
make_variant (const RolePage *page, const gboolean *keep)
{
  RolePage *variant = g_new0 (RolePage, 1);
  g_autoptr (VrRoleFeatures) features = NULL;

  variant->fold = page->fold;
  variant->lines = g_new0 (VrRoleLine, page->n + 1);
  variant->states = g_new0 (guint8, page->n + 1);
  variant->costs = g_new0 (float, page->n + 1);
  for (guint i = 0; i < page->n; i++)
    if (keep[i])
      {
        variant->lines[variant->n] = page->lines[i];
        variant->costs[variant->n] = page->costs[i];
        variant->states[variant->n++] = page->states[i];
      }
  variant->features = g_new (guint16, (gsize)variant->n * VR_ROLE_MAX_FEATURES + 1);
  variant->n_features = g_new (guint8, variant->n + 1);
  features = vr_role_features_new (variant->lines, variant->n);
  for (guint i = 0; i < variant->n; i++)
    variant->n_features[i] =
        vr_role_features_get (features, i, variant->features + (gsize)i * VR_ROLE_MAX_FEATURES);
  return variant;
}

/* Without a piece of what stands above and below the text, and without single lines of it. */
void
role_pages_add_variants (GPtrArray *pages, guint n_variants, GRand *rand)
{
  guint n = pages->len;

  for (guint v = 0; v < n_variants; v++)
    for (guint i = 0; i < n; i++)
      {
        RolePage *page = pages->pdata[i];
        g_autofree gboolean *keep = g_new (gboolean, page->n + 1);
        guint n_above = 0, n_below = 0;

        while (n_above < page->n && page->states[n_above] == VR_ROLE_STATE_ABOVE)
          n_above++;
        while (n_below < page->n && page->states[page->n - 1 - n_below] == VR_ROLE_STATE_BELOW)
          n_below++;
        n_above = g_rand_double (rand) * n_above;
        n_below = g_rand_double (rand) * n_below;
        for (guint j = 0; j < page->n; j++)
          keep[j] = j >= n_above && j < page->n - n_below
                    && (page->states[j] == VR_ROLE_STATE_TEXT || g_rand_double (rand) < 0.85);
        g_ptr_array_add (pages, make_variant (page, keep));
      }
}
