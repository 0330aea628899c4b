/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to look twice at in a history: headlines changed, silent edits, texts that are back. */
#include "vr-history-flags.h"

#include "vr-compare.h"
#include "vr-history-headline.h"
#include "vr-history-silent.h"
#include "vr-history-snapshot.h"
#include "vr-known-flags.h"
#include "vr-version-text.h"

typedef struct
{
  VrVersionFlags flags;
  gboolean is_found;
} Entry;

struct _VrHistoryFlags
{
  VrArchive *archive;
  GArray *versions; /* VrVersion */
  Entry *entries;
  GHashTable *numbers; /* char *id, guint: NULL until needed */
  GArray *backs;       /* guint, for each version: the number it goes back to; NULL until needed */
  VrKnownFlags *known; /* NULL until needed */
  VrArticle *article;  /* of version @article_index, the last one read */
  guint article_index;
  GCancellable *cancellable; /* (nullable) */
};

VrHistoryFlags *
vr_history_flags_new (VrArchive *archive, GArray *versions)
{
  VrHistoryFlags *self = g_new0 (VrHistoryFlags, 1);

  self->archive = archive;
  self->versions = g_array_ref (versions);
  self->entries = g_new0 (Entry, versions->len);

  return self;
}

void
vr_history_flags_free (VrHistoryFlags *self)
{
  for (guint i = 0; i < self->versions->len; i++)
    vr_version_flags_clear (&self->entries[i].flags);
  g_free (self->entries);
  g_clear_pointer (&self->known, vr_known_flags_free);
  g_array_unref (self->versions);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->backs, g_array_unref);
  g_clear_pointer (&self->article, vr_article_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

void
vr_history_flags_set_cancellable (VrHistoryFlags *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

static const VrVersion *
get_version (const VrHistoryFlags *self, guint index)
{
  return &g_array_index (self->versions, VrVersion, index);
}

static guint
find_number (const char *id, gpointer data)
{
  VrHistoryFlags *self = data;

  if (self->numbers == NULL)
    {
      self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < self->versions->len; i++)
        g_hash_table_insert (self->numbers, (gpointer)get_version (self, i)->id,
                             GUINT_TO_POINTER (get_version (self, i)->number));
    }

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, id));
}

/* For each text, by what git calls it, the last version before that had it; 0 where that is the one
 * right before, as then nothing is back. */
static GArray *
make_backs (const GArray *texts)
{
  g_autoptr (GHashTable) lasts = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *backs = g_array_sized_new (FALSE, FALSE, sizeof (guint), texts->len);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_array_index (texts, VrVersionText, i).text;
      guint back = GPOINTER_TO_UINT (g_hash_table_lookup (lasts, text));

      if (back == i)
        back = 0;
      g_array_append_val (backs, back);
      g_hash_table_insert (lasts, (gpointer)text, GUINT_TO_POINTER (i + 1));
    }

  return backs;
}

/* As long as the list is. */
static gboolean
find_backs (VrHistoryFlags *self, GError **error)
{
  const char *last = get_version (self, self->versions->len - 1)->id;
  g_autoptr (GArray) texts = NULL;
  gboolean is_rest;

  if (self->backs != NULL)
    return TRUE;
  texts = vr_version_text_list (self->archive, last, NULL, &is_rest, self->cancellable, error);
  if (texts != NULL)
    self->backs = make_backs (texts);

  return texts != NULL;
}

/* Whoever lists goes from the last version to the first, so one of the two was read already. */
static VrArticle *
read_article (VrHistoryFlags *self, guint index, GError **error)
{
  if (self->article != NULL && self->article_index == index)
    return vr_article_ref (self->article);

  return vr_history_read (self->archive, get_version (self, index)->id, error);
}

static void
remember_article (VrHistoryFlags *self, guint index, VrArticle *article)
{
  g_clear_pointer (&self->article, vr_article_unref);
  self->article = vr_article_ref (article);
  self->article_index = index;
}

/* The version that @index goes back to; somebody may have written between the two listings. */
static const char *
get_back (const VrHistoryFlags *self, guint index)
{
  guint number = index < self->backs->len ? g_array_index (self->backs, guint, index) : 0;

  return number > 0 ? get_version (self, number - 1)->id : NULL;
}

/* As a snapshot would have told. */
static char *
compare (VrHistoryFlags *self, guint index, GError **error)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrArticle) after = read_article (self, index, error);
  g_autoptr (VrArticle) before = after != NULL ? read_article (self, index - 1, error) : NULL;
  g_autoptr (VrComparison) comparison = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  if (before == NULL || !find_backs (self, error))
    return NULL;
  comparison = vr_compare (before, after, &options, NULL, NULL, NULL, error);
  if (comparison == NULL)
    return NULL;
  remember_article (self, index - 1, before);
  vr_history_flags_append (lines, comparison, get_back (self, index));
  g_string_erase (lines, 0, (gssize)strspn (lines->str, "\n"));

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* What whoever kept the version did not say. */
static gboolean
find_out (VrHistoryFlags *self, guint index, VrVersionFlags *flags, GError **error)
{
  const char *lines;

  if (self->known == NULL)
    self->known = vr_known_flags_new (self->archive, self->versions);
  lines = vr_known_flags_get (self->known, index);
  if (lines == NULL)
    {
      char *found = g_cancellable_set_error_if_cancelled (self->cancellable, error)
                        ? NULL
                        : compare (self, index, error);

      if (found == NULL)
        return FALSE;
      lines = vr_known_flags_put (self->known, index, found);
    }
  vr_version_flags_read (flags, lines, find_number, self);

  return TRUE;
}

const VrVersionFlags *
vr_history_flags_get (VrHistoryFlags *self, guint index, GError **error)
{
  Entry *entry = &self->entries[index];
  const char *trailers = get_version (self, index)->trailers;

  if (!entry->is_found)
    {
      if (vr_version_flags_are_told (trailers, index))
        vr_version_flags_read (&entry->flags, trailers, find_number, self);
      else if (index > 0 && !find_out (self, index, &entry->flags, error))
        return NULL;
      vr_version_flags_look_back (&entry->flags, self->versions, index);
      entry->is_found = TRUE;
    }

  return &entry->flags;
}

void
vr_history_flags_append (GString *message, const VrComparison *comparison, const char *back_to)
{
  VrChangedWords words = { 0 };
  g_autofree char *silent = NULL;
  gboolean headline_changed = FALSE;

  if (comparison != NULL)
    {
      silent = vr_history_silent_dup_reason (comparison);
      headline_changed = vr_history_headline_is_changed (comparison);
      words = vr_report_get_changed_words (comparison);
    }
  vr_version_flags_append (message, headline_changed, silent, back_to,
                           comparison != NULL ? &words : NULL);
}
