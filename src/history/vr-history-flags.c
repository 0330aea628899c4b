/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to look twice at in a history: headlines changed, silent edits, texts that are back. */
#include "vr-history-flags.h"

#include "vr-compare.h"
#include "vr-history-headline.h"
#include "vr-history-silent.h"
#include "vr-history-snapshot.h"
#include "vr-version-text.h"

/* Says that flags were looked for, even where none was found, and by which rules. */
#define FLAGS VR_VERSION_TRAILER "Flags: 1"
#define HEADLINE VR_VERSION_TRAILER "Headline: changed"
#define SILENT VR_VERSION_TRAILER "Silent-Edit: "
#define BACK VR_VERSION_TRAILER "Back-To: "

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
  GArray *texts;      /* VrVersionText, NULL until needed */
  VrArticle *article; /* of version @article_index, the last one read */
  guint article_index;
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
    g_free (self->entries[i].flags.silent);
  g_free (self->entries);
  g_array_unref (self->versions);
  g_clear_pointer (&self->texts, g_array_unref);
  g_clear_pointer (&self->article, vr_article_unref);
  g_free (self);
}

static const VrVersion *
get_version (const VrHistoryFlags *self, guint index)
{
  return &g_array_index (self->versions, VrVersion, index);
}

static guint
find_number (const VrHistoryFlags *self, const char *id)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (g_str_equal (get_version (self, i)->id, id))
      return get_version (self, i)->number;

  return 0;
}

static void
read_trailers (VrHistoryFlags *self, const char *trailers, VrVersionFlags *flags)
{
  g_auto (GStrv) lines = g_strsplit (trailers, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_equal (*line, HEADLINE))
        flags->headline_changed = TRUE;
      else if (g_str_has_prefix (*line, SILENT) && flags->silent == NULL)
        flags->silent = g_strdup (*line + strlen (SILENT));
      else if (g_str_has_prefix (*line, BACK))
        flags->back_to = find_number (self, *line + strlen (BACK));
    }
}

/* The texts of all versions by what git calls them: as long as the list is. */
static gboolean
list_texts (VrHistoryFlags *self, GError **error)
{
  const char *last = get_version (self, self->versions->len - 1)->id;
  gboolean is_rest;

  if (self->texts == NULL)
    self->texts = vr_version_text_list (self->archive, last, NULL, &is_rest, NULL, error);

  return self->texts != NULL;
}

static guint
find_back (const VrHistoryFlags *self, guint index)
{
  const char *text = g_array_index (self->texts, VrVersionText, index).text;

  if (g_str_equal (g_array_index (self->texts, VrVersionText, index - 1).text, text))
    return 0;
  for (guint i = index - 1; i > 0; i--)
    if (g_str_equal (g_array_index (self->texts, VrVersionText, i - 1).text, text))
      return i;

  return 0;
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

static gboolean
compare (VrHistoryFlags *self, guint index, VrVersionFlags *flags, GError **error)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrArticle) after = read_article (self, index, error);
  g_autoptr (VrArticle) before = after != NULL ? read_article (self, index - 1, error) : NULL;
  g_autoptr (VrComparison) comparison = NULL;

  if (before == NULL || !list_texts (self, error))
    return FALSE;
  comparison = vr_compare (before, after, &options, NULL, NULL, NULL, error);
  if (comparison == NULL)
    return FALSE;
  remember_article (self, index - 1, before);
  flags->headline_changed = vr_history_headline_is_changed (comparison);
  flags->silent = vr_history_silent_dup_reason (comparison);
  /* Somebody may have written between the two listings. */
  if (index < self->texts->len)
    flags->back_to = find_back (self, index);

  return TRUE;
}

const VrVersionFlags *
vr_history_flags_get (VrHistoryFlags *self, guint index, GError **error)
{
  Entry *entry = &self->entries[index];
  const char *trailers = get_version (self, index)->trailers;

  if (!entry->is_found)
    {
      if (trailers != NULL && g_str_has_prefix (trailers, FLAGS "\n"))
        read_trailers (self, trailers, &entry->flags);
      else if (index > 0 && !compare (self, index, &entry->flags, error))
        return NULL;
      entry->is_found = TRUE;
    }

  return &entry->flags;
}

void
vr_history_flags_append (GString *message, const VrComparison *comparison, const char *back_to)
{
  g_autofree char *silent = comparison != NULL ? vr_history_silent_dup_reason (comparison) : NULL;

  while (message->len > 0 && message->str[message->len - 1] == '\n')
    g_string_truncate (message, message->len - 1);
  g_string_append (message, "\n\n" FLAGS "\n");
  if (comparison != NULL && vr_history_headline_is_changed (comparison))
    g_string_append (message, HEADLINE "\n");
  if (silent != NULL)
    g_string_append_printf (message, SILENT "%s\n", silent);
  if (back_to != NULL)
    g_string_append_printf (message, BACK "%s\n", back_to);
  g_string_truncate (message, message->len - 1);
}
