/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a phrase in words: values in, words out. */
#include "vr-phrase-words.h"

#include "vr-isolate.h"
#include "vr-version-words.h"

#include <glib/gi18n-lib.h>

char *
vr_phrase_words_dup_event (const VrPhraseEvent *event)
{
  guint number = event->version.number;

  switch (event->kind)
    {
    case VR_PHRASE_APPEARED:
      return g_strdup_printf (_ ("Appeared in version %'u"), number);
    case VR_PHRASE_BACK:
      return g_strdup_printf (_ ("Came back in version %'u"), number);
    case VR_PHRASE_VANISHED:
      return g_strdup_printf (_ ("Vanished in version %'u"), number);
    default:
      return g_strdup_printf (_ ("Stands in version %'u, the last one"), number);
    }
}

char *
vr_phrase_words_dup_when (const VrPhraseEvent *event)
{
  g_autoptr (GDateTime) time =
      vr_version_text_dup_time (event->version.published, event->version.zone_minutes);

  return vr_version_words_dup_time (time, NULL);
}

char *
vr_phrase_words_dup_share (const VrFoundVariant *variant, const char *story)
{
  g_autofree char *name = vr_isolate_dup (story);
  guint n = 0;

  for (guint i = 0; i < variant->n_spans; i++)
    n += variant->spans[i].last.number - variant->spans[i].first.number + 1;

  /* Translators: the name of a story, and how many versions of one of its variants have a phrase.
   */
  return g_strdup_printf (
      ngettext ("%s · in %'u of %'u version", "%s · in %'u of %'u versions", variant->n_versions),
      name, n, variant->n_versions);
}

char *
vr_phrase_words_dup_spoken (const VrPhraseLives *lives, guint index)
{
  const VrVariantTitles *titles = vr_phrase_lives_peek_titles (lives, index);
  const VrPhraseEvent *event = vr_phrase_lives_peek_event (lives, index);
  g_autofree char *what = vr_phrase_words_dup_event (event);
  g_autofree char *when = vr_phrase_words_dup_when (event);
  g_autofree char *spoken = NULL;

  /* Translators: said by a screen reader: what became of a phrase, when, and in which variant of
   * which story. */
  spoken = g_strdup_printf (_ ("%s, %s: %s, of the story %s."), what, when, titles->variant,
                            titles->story);

  return event->context != NULL ? g_strconcat (spoken, " ", event->context, NULL)
                                : g_steal_pointer (&spoken);
}
