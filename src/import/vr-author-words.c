/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in bylines, in several languages. */
#include "vr-author-words.h"

#include <string.h>

/* Longer ones are no names, even of several people. */
#define MAX_BYTES 120
#define MAX_WORDS 10

/* What stands before a name, in lower case, the longer ones first where one begins another; a
 * colon may follow. */
static const char *const prefixes[] = {
  "post author by",
  "post author",
  "veröffentlicht am von",
  "über",
  "vom",
  "autoren:",
  "autoren",
  "auteur:",
  "auteur",
  "a post by",
  "a story by",
  "eine kolumne von",
  "ein interview von",
  "foto:",
  "pressemitteilung von",
  "rezension von",
  "artikel von",
  "article écrit par",
  "artikel:",
  "view all posts by",
  "all posts by",
  "posts by",
  "zeige alle beiträge von",
  "alle beiträge von",
  "alle beiträge anzeigen von",
  "alle artikel von",
  "weitere artikel von",
  "beiträge von",
  "veröffentlicht von",
  "verfasst von",
  "geschrieben von",
  "gepostet von",
  "erstellt von",
  "eingestellt von",
  "ein beitrag von",
  "ein artikel von",
  "ein gastbeitrag von",
  "gastbeitrag von",
  "eine analyse von",
  "ein kommentar von",
  "kommentar von",
  "ein essay von",
  "interview von",
  "interview:",
  "aus dem englischen von",
  "redaktion:",
  "text:",
  "text von",
  "text und fotos:",
  "protokoll:",
  "von unserem autor",
  "von unserer autorin",
  "posted by",
  "written by",
  "published by",
  "story by",
  "article by",
  "words by",
  "contributed by",
  "reported by",
  "submitted by",
  "created by",
  "author:",
  "autor/in:",
  "autorin:",
  "autoren:",
  "autor:",
  "authors:",
  "author",
  "autorin",
  "autor",
  "verfasser:",
  "écrit par",
  "publié par",
  "rédigé par",
  "propos recueillis par",
  "escrito por",
  "publicado por",
  "di:",
  "scritto da",
  "napisał",
  "autorzy:",
  "автор:",
  "by:",
  "von:",
  "par:",
  "por:",
  "by",
  "von",
  "par",
  "por",
  "di",
  "door",
  "av",
  "od",
  "@",
};

/* What ends a name. */
static const char *const enders[] = { " | ",
                                      " – ",
                                      " — ",
                                      " - ",
                                      " · ",
                                      " • ",
                                      " / 1",
                                      " / 2",
                                      " / 0",
                                      " / 3",
                                      " am ",
                                      " on ",
                                      " vom ",
                                      " le ",
                                      " / dpa",
                                      "\n",
                                      " um ",
                                      ", den ",
                                      " in ",
                                      " • ",
                                      " >",
                                      " («",
                                      " (@",
                                      " Follow",
                                      " @",
                                      " Published",
                                      " Updated",
                                      " Veröffentlicht",
                                      " Stand",
                                      " Shares",
                                      " Posted",
                                      " Lesezeit",
                                      " veröffentlicht",
                                      "Follow",
                                      "(" };

/* No name but a word that stands where one could. */
static const char *const no_names[] = {
  "admin",
  "administrator",
  "wordpressadmin",
  "webmaster",
  "author",
  "autor",
  "redaktion:",
  "menu",
  "themegrill",
  "posted by",
  "facebook",
  "twitter",
  "kommentare",
  "comments",
  "unknown",
  "anonymous",
  "gast",
  "null",
  "name",
  "name*",
  "posted",
  "published",
  "veröffentlicht",
  "contributors",
  "autoren",
  "zur person",
  "interview",
  "welcome",
  "send an e-mail to the author",
  "abgelegt unter",
  "über diese website",
  "diese website",
  "den autor",
  "die autorin",
  "den autoren",
  "uns",
  "mich",
  "name (erforderlich)",
  "afficher mon profil complet",
  "redaktion und autor",
  "guest",
  "teilen",
  "über den autor",
  "about the author",
  "mehr",
  "more",
  "login",
  "staff",
  "n/a",
};

static gboolean
ends_word (const char *at)
{
  return *at == '\0' || *at == ' ' || *at == ':' || at[-1] == ':' || at[-1] == '@';
}

/* Returns what follows a prefix, @text itself where there is none. */
static const char *
skip_prefix (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  /* Case folding keeps the bytes of what is compared. */
  for (guint i = 0; i < G_N_ELEMENTS (prefixes) && strlen (lower) == strlen (text); i++)
    {
      gsize n = strlen (prefixes[i]);

      if (strncmp (lower, prefixes[i], n) == 0 && ends_word (text + n) && text[n] != '\0')
        {
          const char *rest = text + n;

          return rest + strspn (rest, " :");
        }
    }
  return text;
}

gboolean
vr_author_is_announced (const char *text)
{
  return skip_prefix (text) != text;
}

static void
cut_end (char *name)
{
  char *comma;

  for (guint i = 0; i < G_N_ELEMENTS (enders); i++)
    {
      char *end = strstr (name, enders[i]);

      if (end != NULL && end > name)
        *end = '\0';
    }
  /* A date behind a comma. */
  comma = strpbrk (name, "0123456789");
  if (comma != NULL && comma - name > 8 && (comma[-1] == ' ' || comma[-1] == '('))
    *comma = '\0';
  g_strchomp (name);
  while (*name != '\0' && strchr (",;:(|-", name[strlen (name) - 1]) != NULL)
    {
      name[strlen (name) - 1] = '\0';
      g_strchomp (name);
    }
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

static gboolean
is_no_name (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  if (strlen (name) < 2 || strlen (name) > MAX_BYTES || count_words (name) > MAX_WORDS
      || strstr (name, "://") != NULL || g_str_has_prefix (name, "www.")
      || strchr (name, '@') != NULL || g_str_has_prefix (name, "{"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (no_names); i++)
    if (g_str_equal (lower, no_names[i]))
      return TRUE;
  if (g_str_has_suffix (lower, " sagt") || g_str_has_suffix (lower, " says")
      || strstr (lower, "geteilt von") != NULL)
    return TRUE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

char *
vr_author_find (const char *text)
{
  static const char *const middles[] = { " von ", " by ",    " par ",    " por ", " Von ",
                                         " By ",  "Autor: ", "Author: ", "Text: " };

  for (guint i = 0; i < G_N_ELEMENTS (middles); i++)
    {
      const char *found = strstr (text, middles[i]);
      char *name = found != NULL ? vr_author_clean (found + strlen (middles[i])) : NULL;

      if (name != NULL)
        return name;
    }
  return NULL;
}

char *
vr_author_clean (const char *text)
{
  g_autofree char *name = NULL;

  if (strstr (text, "://") != NULL || g_str_has_prefix (text, "{"))
    return NULL;
  name = g_strstrip (g_strdup (skip_prefix (text)));
  cut_end (name);
  return is_no_name (name) ? NULL : g_steal_pointer (&name);
}
