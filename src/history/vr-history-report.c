/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report on all versions of a variant tells, from the archive. */
#include "vr-history-report.h"

#include "vr-compare.h"
#include "vr-history-flags.h"
#include "vr-history-snapshot.h"
#include "vr-note.h"
#include "vr-report-words.h"
#include "vr-variant-titles.h"
#include "vr-version-about.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  VrArchive *archive;
  const char *name;
  GArray *versions; /* VrVersion, all of the variant */
  GHashTable *notes;
  VrHistoryFlags *flags;
  VrArticle *after; /* of the version told last, which is the next one's neighbour; NULL at first */
  guint from;
  guint end;
} Telling;

static void
clear_telling (Telling *self)
{
  g_clear_pointer (&self->flags, vr_history_flags_free);
  g_clear_pointer (&self->versions, g_array_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->after, vr_article_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Telling, clear_telling)

static const VrVersion *
get_version (const Telling *self, guint index)
{
  return &g_array_index (self->versions, VrVersion, index);
}

/* Where version @id stands; @otherwise for none. */
static gboolean
find_index (const Telling *self, const char *id, guint otherwise, guint *index, GError **error)
{
  *index = otherwise;
  for (guint i = 0; id != NULL && i < self->versions->len; i++)
    if (g_str_equal (get_version (self, i)->id, id))
      {
        *index = i;
        return TRUE;
      }
  if (id != NULL)
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND, _ ("%.7s is no version of “%s”."), id,
                 self->name);

  return id == NULL;
}

static gboolean
begin (Telling *self, VrHistoryRange range, GError **error)
{
  guint last;

  self->versions = vr_version_list (self->archive, self->name, error);
  self->notes = self->versions != NULL ? vr_note_list (self->archive, self->name, error) : NULL;
  if (self->notes == NULL || !find_index (self, range.from, 0, &self->from, error)
      || !find_index (self, range.to, self->versions->len - 1, &last, error))
    return FALSE;
  if (last < self->from)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("Version %u is before version %u: the history would end before it begins."),
                   last + 1, self->from + 1);
      return FALSE;
    }
  self->end = last + 1;
  self->flags = vr_history_flags_new (self->archive, self->versions);

  return TRUE;
}

static void
fill_witness (const Telling *self, const VrVersion *version, VrVersionAbout *about,
              VrReportStep *step)
{
  step->number = version->number;
  step->witness.name = g_strdup_printf ("%s@%u", self->name, version->number);
  step->witness.title = g_steal_pointer (&about->title);
  step->witness.author = g_steal_pointer (&about->author);
  step->witness.time = g_date_time_format (version->published, "%Y-%m-%dT%H:%M:%S%:z");
  step->witness.commit = g_strdup (version->id);
  step->sha256 = g_steal_pointer (&about->sha256);
}

/* An author is "Name <address>"; nobody's address is for a report. */
static char *
dup_note (const VrNote *note)
{
  g_autofree char *author = g_strdup (note->author != NULL ? note->author : "");

  if (*author != '<')
    author[strcspn (author, "<")] = '\0';
  g_strchomp (author);
  if (*author == '\0')
    return note->at != NULL ? g_strdup_printf (_ ("Note on “%s”: %s"), note->at, note->text)
                            : g_strdup_printf (_ ("Note: %s"), note->text);

  /* Translators: who noted something, at which words of the article, and what. */
  return note->at != NULL
             ? g_strdup_printf (_ ("%s noted on “%s”: %s"), author, note->at, note->text)
             : g_strdup_printf (_ ("%s noted: %s"), author, note->text);
}

static void
fill_notes (const Telling *self, const VrVersion *version, VrReportStep *step)
{
  const GPtrArray *notes = g_hash_table_lookup (self->notes, version->id);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_ptr_array_add (step->notes, dup_note (g_ptr_array_index (notes, i)));
}

static gboolean
fill_flags (Telling *self, guint index, VrReportStep *step, GError **error)
{
  const VrVersionFlags *flags = vr_history_flags_get (self->flags, index, error);

  if (flags == NULL)
    return FALSE;
  g_ptr_array_unref (step->flags);
  step->flags = vr_version_flags_list (flags, TRUE);

  return TRUE;
}

static VrArticle *
read_article (Telling *self, guint index, GError **error)
{
  return vr_history_read (self->archive, get_version (self, index)->id, error);
}

/* From the last version to the first, as the flags are found out at the least cost: each text is
 * read once. */
static gboolean
fill_changes (Telling *self, guint index, GCancellable *cancellable, VrReportStep *step,
              GError **error)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrArticle) before = NULL;
  g_autoptr (VrComparison) comparison = NULL;

  if (index == 0)
    {
      step->headline = g_strdup (_ ("First version."));
      return TRUE;
    }
  if (self->after == NULL)
    self->after = read_article (self, index, error);
  before = self->after != NULL ? read_article (self, index - 1, error) : NULL;
  if (before != NULL)
    comparison = vr_compare (before, self->after, &options, NULL, NULL, cancellable, error);
  if (comparison == NULL)
    return FALSE;
  step->headline = vr_report_dup_summary (comparison);
  step->words = vr_report_get_changed_words (comparison);
  g_ptr_array_unref (step->changes);
  step->changes = vr_report_list_changes (comparison, G_MAXUINT);
  vr_article_unref (self->after);
  self->after = g_steal_pointer (&before);

  return TRUE;
}

static gboolean
fill_step (Telling *self, guint index, GCancellable *cancellable, VrReportStep *step,
           GError **error)
{
  const VrVersion *version = get_version (self, index);
  g_auto (VrVersionAbout) about = { 0 };

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !vr_version_about_read (self->archive, version->id, &about, error))
    return FALSE;
  fill_witness (self, version, &about, step);
  fill_notes (self, version, step);

  return fill_flags (self, index, step, error)
         && fill_changes (self, index, cancellable, step, error);
}

static gboolean
fill_steps (Telling *self, VrReportHistory *history, const VrProgress *progress,
            GCancellable *cancellable, GError **error)
{
  guint n = self->end - self->from;

  for (guint i = 0; i < n; i++)
    vr_report_history_add_step (history);
  vr_history_flags_set_cancellable (self->flags, cancellable);
  for (guint i = n; i-- > 0;)
    {
      vr_progress_tell (progress, n - i, n);
      if (!fill_step (self, self->from + i, cancellable, g_ptr_array_index (history->steps, i),
                      error))
        return FALSE;
    }

  return TRUE;
}

VrReportHistory *
vr_history_report_new (VrArchive *archive, const char *name, VrHistoryRange range,
                       const VrProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (Telling) self = { .archive = archive, .name = name };
  g_auto (VrVariantTitles) titles = { NULL, NULL };
  g_autoptr (VrReportHistory) history = NULL;

  if (!begin (&self, range, error))
    return NULL;
  vr_variant_titles_read_last (archive, name, &titles);
  history = vr_report_history_new (titles.story, titles.variant);

  return fill_steps (&self, history, progress, cancellable, error) ? g_steal_pointer (&history)
                                                                   : NULL;
}
