/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences come from in words: values in, words out. */
#include "vr-origins-words.h"

#include "vr-version-words.h"

#include <glib/gi18n-lib.h>

#define MINUTE ((gint64)60)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define MONTH (30 * DAY)
#define YEAR (365 * DAY)

static const VrBlamedSentence *
peek (const VrHistoryBlame *blame, guint sentence)
{
  guint n;

  return &vr_history_blame_peek_sentences (blame, &n)[sentence];
}

/* Up to two of the next larger unit: "26 hours" says more than "1 day". */
char *
vr_origins_words_dup_age (gint64 seconds)
{
  guint n;

  if (seconds < 2 * HOUR)
    {
      n = (guint)MAX (seconds / MINUTE, 1);
      return g_strdup_printf (ngettext ("%'u minute", "%'u minutes", n), n);
    }
  if (seconds < 2 * DAY)
    {
      n = (guint)(seconds / HOUR);
      return g_strdup_printf (ngettext ("%'u hour", "%'u hours", n), n);
    }
  if (seconds < 2 * MONTH)
    {
      n = (guint)(seconds / DAY);
      return g_strdup_printf (ngettext ("%'u day", "%'u days", n), n);
    }
  if (seconds < 2 * YEAR)
    {
      n = (guint)(seconds / MONTH);
      return g_strdup_printf (ngettext ("%'u month", "%'u months", n), n);
    }
  n = (guint)(seconds / YEAR);

  return g_strdup_printf (ngettext ("%'u year", "%'u years", n), n);
}

static char *
dup_age (const VrHistoryBlame *blame, const VrBlamedSentence *sentence)
{
  guint n = vr_history_blame_get_n_versions (blame);
  gint64 here = vr_history_blame_peek_version (blame, n)->published;

  if (sentence->changed == n)
    /* Translators: in a narrow margin, beside sentences that came with the version shown. */
    return g_strdup (_ ("new"));

  return vr_origins_words_dup_age (
      MAX (here - vr_history_blame_peek_version (blame, sentence->changed)->published, 0));
}

char *
vr_origins_words_dup_label (const VrHistoryBlame *blame, guint sentence, gboolean is_stacked)
{
  const VrBlamedSentence *known = peek (blame, sentence);
  g_autofree char *age = dup_age (blame, known);
  g_autofree char *number = NULL;

  if (known->changed != known->brought)
    /* Translators: in a narrow margin: the version that brought a sentence, and the one that
     * changed it last. */
    number = g_strdup_printf (_ ("%'u (%'u)"), known->brought, known->changed);
  else
    number = g_strdup_printf ("%'u", known->brought);
  if (is_stacked)
    return g_strdup_printf ("%s\n%s", number, age);

  /* Translators: in a narrow margin: a version’s number, and how long its words stood there, as in
   * “3 · 2 days”. */
  return g_strdup_printf (_ ("%s · %s"), number, age);
}

static char *
dup_time (const VrHistoryBlame *blame, guint number)
{
  const VrVersionText *version = vr_history_blame_peek_version (blame, number);
  g_autoptr (GDateTime) time = vr_version_text_dup_time (version->published, version->zone_minutes);

  return vr_version_words_dup_time (time, NULL);
}

char *
vr_origins_words_dup_told (const VrHistoryBlame *blame, guint sentence)
{
  const VrBlamedSentence *known = peek (blame, sentence);
  g_autofree char *brought = dup_time (blame, known->brought);
  GString *told = g_string_new (NULL);

  if (known->changed == known->brought)
    g_string_append_printf (told, _ ("Brought by version %'u, %s; unchanged since."),
                            known->brought, brought);
  else
    {
      g_autofree char *changed = dup_time (blame, known->changed);

      g_string_append_printf (
          told,
          _ ("Brought by version %'u, %s; gone or different in between, and last "
             "changed by version %'u, %s."),
          known->brought, brought, known->changed, changed);
    }
  if (known->origin < known->brought)
    {
      g_autofree char *origin = dup_time (blame, known->origin);

      g_string_append_c (told, ' ');
      g_string_append_printf (told, _ ("An earlier wording of it goes back to version %'u, %s."),
                              known->origin, origin);
    }

  return g_string_free (told, FALSE);
}

char *
vr_origins_words_dup_text (const VrHistoryBlame *blame, guint sentence)
{
  const VrBlamedSentence *known = peek (blame, sentence);
  VrSlice text =
      vr_article_get_paragraph_text (vr_history_blame_get_article (blame), known->paragraph);

  return g_strndup (text.text + known->span.from, known->span.to - known->span.from);
}

char *
vr_origins_words_dup_spoken (const VrHistoryBlame *blame, VrSpan sentences)
{
  GString *spoken = g_string_new (NULL);

  for (guint i = sentences.from; i < sentences.to; i++)
    {
      const VrBlamedSentence *known = peek (blame, i);
      g_autofree char *text = vr_origins_words_dup_text (blame, i);

      if (spoken->len > 0)
        g_string_append_c (spoken, ' ');
      if (i == sentences.from || known[-1].brought != known->brought
          || known[-1].changed != known->changed)
        {
          g_autofree char *age = dup_age (blame, known);

          /* Translators: said by a screen reader before sentences: the version that brought them,
           * and how long they stood there. */
          g_string_append_printf (spoken, _ ("Version %'u, %s:"), known->brought, age);
          g_string_append_c (spoken, ' ');
        }
      g_string_append (spoken, text);
    }

  return g_string_free (spoken, FALSE);
}
