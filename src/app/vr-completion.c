/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of stories and variants, offered while one is typed. */
#include "vr-completion.h"

#include "vr-variant.h"

#include <string.h>

/* Anywhere in the name, as a story is known by more than its first word. */
static gboolean
matches (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer user_data)
{
  GtkTreeModel *model = gtk_entry_completion_get_model (completion);
  g_autofree char *word = NULL;
  g_autofree char *word_slug = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *slug = vr_variant_dup_slug (key);
  g_autofree char *wanted = NULL;

  gtk_tree_model_get (model, iter, 0, &word, -1);
  if (word == NULL || slug == NULL)
    return FALSE;
  word_slug = vr_variant_dup_slug (word);
  folded = g_utf8_casefold (word_slug != NULL ? word_slug : word, -1);
  wanted = g_utf8_casefold (slug, -1);

  return !g_str_equal (folded, wanted) && strstr (folded, wanted) != NULL;
}

GtkListStore *
vr_completion_new (GtkEntry *entry)
{
  GtkListStore *store = gtk_list_store_new (1, G_TYPE_STRING);
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  gtk_tree_sortable_set_sort_column_id (GTK_TREE_SORTABLE (store), 0, GTK_SORT_ASCENDING);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_match_func (completion, matches, NULL, NULL);
  gtk_entry_set_completion (entry, completion);

  return store;
}

void
vr_completion_add (GtkListStore *store, const char *name)
{
  gtk_list_store_insert_with_values (store, NULL, -1, 0, name, -1);
}
