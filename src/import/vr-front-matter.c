/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between two lines of "---" before a Markdown text: simple YAML. */
#include "vr-front-matter.h"

#include <string.h>

/* As long as a list of names may be. */
#define MAX_LIST 4096

/* Of the names that are in use: one line, "name: value", or a list. */
static const struct
{
  const char *name;
  VrFact fact;
} keys[] = {
  { "title", VR_FACT_HEADLINE },
  { "subtitle", VR_FACT_DEK },
  { "description", VR_FACT_DEK },
  { "author", VR_FACT_BYLINE },
  { "authors", VR_FACT_BYLINE },
  { "date", VR_FACT_PUBLISHED },
  { "published", VR_FACT_PUBLISHED },
  { "updated", VR_FACT_UPDATED },
  { "modified", VR_FACT_UPDATED },
  { "lastmod", VR_FACT_UPDATED },
  { "section", VR_FACT_SECTION },
  { "category", VR_FACT_SECTION },
  { "url", VR_FACT_URL },
  { "canonical_url", VR_FACT_URL },
  { "lang", VR_FACT_LANGUAGE },
  { "language", VR_FACT_LANGUAGE },
};

/* The next line of [*@text, @end), without its end; *@text goes behind it. */
static VrSlice
next_line (const char **text, const char *end)
{
  const char *from = *text, *to = memchr (from, '\n', (gsize)(end - from));

  *text = to != NULL ? to + 1 : end;
  if (to == NULL)
    to = end;
  if (to > from && to[-1] == '\r')
    to--;
  return (VrSlice){ from, (gsize)(to - from) };
}

static gboolean
is_mark (VrSlice line, const char *mark)
{
  while (line.n_bytes > 0 && g_ascii_isspace (line.text[line.n_bytes - 1]))
    line.n_bytes--;
  return line.n_bytes == strlen (mark) && memcmp (line.text, mark, line.n_bytes) == 0;
}

/* Without white space, and without the quotes that may stand around it. */
static char *
dup_plain (const char *value, gsize n_bytes)
{
  char *plain = g_strstrip (g_strndup (value, n_bytes));
  gsize n = strlen (plain);

  if (n >= 2 && (*plain == '"' || *plain == '\'') && plain[n - 1] == *plain)
    {
      memmove (plain, plain + 1, n - 2);
      plain[n - 2] = '\0';
    }
  return plain;
}

/* [a, b] */
static char *
dup_value (const char *value, gsize n_bytes)
{
  char *plain = dup_plain (value, n_bytes);
  gsize n = strlen (plain);
  g_auto (GStrv) parts = NULL;

  if (n < 2 || *plain != '[' || plain[n - 1] != ']')
    return plain;
  plain[n - 1] = '\0';
  parts = g_strsplit (plain + 1, ",", -1);
  g_free (plain);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = dup_plain (parts[i], strlen (parts[i]));

      g_free (parts[i]);
      parts[i] = part;
    }
  return g_strjoinv (", ", parts);
}

/* Returns what the line is about, for the items that may follow; VR_N_FACTS for nothing. */
static VrFact
take_line (VrFrontMatter *self, VrSlice line, guint number)
{
  const char *colon = memchr (line.text, ':', line.n_bytes);
  gsize n_name = colon != NULL ? (gsize)(colon - line.text) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strlen (keys[i].name) == n_name
        && g_ascii_strncasecmp (keys[i].name, line.text, n_name) == 0)
      {
        VrFact fact = keys[i].fact;

        if (self->facts[fact] != NULL && *self->facts[fact] != '\0')
          return VR_N_FACTS;
        g_free (self->facts[fact]);
        self->facts[fact] = dup_value (colon + 1, line.n_bytes - n_name - 1);
        if (fact == VR_FACT_HEADLINE)
          self->title_line = number;
        return *self->facts[fact] == '\0' ? fact : VR_N_FACTS;
      }
  return VR_N_FACTS;
}

/* - a.  What goes on for longer than names do is no list of names. */
static gboolean
take_item (VrFrontMatter *self, VrSlice line, VrFact fact)
{
  g_autofree char *text = g_strstrip (g_strndup (line.text, line.n_bytes));
  g_autofree char *item = NULL;
  g_autofree char *before = NULL;

  if (fact == VR_N_FACTS || !g_str_has_prefix (text, "- "))
    return FALSE;
  if (strlen (self->facts[fact]) > MAX_LIST)
    return TRUE;
  item = dup_plain (text + 2, strlen (text + 2));
  before = g_steal_pointer (&self->facts[fact]);
  self->facts[fact] =
      *before != '\0' ? g_strconcat (before, ", ", item, NULL) : g_steal_pointer (&item);
  return TRUE;
}

void
vr_front_matter_read (VrFrontMatter *self, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes, *p = text;
  VrFact fact = VR_N_FACTS;

  *self = (VrFrontMatter){ 0 };
  if (!is_mark (next_line (&p, end), "---"))
    return;
  for (guint number = 2; p < end; number++)
    {
      VrSlice line = next_line (&p, end);

      if (is_mark (line, "---") || is_mark (line, "..."))
        {
          self->n_bytes = (gsize)(p - text);
          self->n_lines = number;
          return;
        }
      if (!take_item (self, line, fact))
        fact = take_line (self, line, number);
    }
  vr_front_matter_clear (self); /* a thematic break, and no end */
}

void
vr_front_matter_clear (VrFrontMatter *self)
{
  for (guint i = 0; i < VR_N_FACTS; i++)
    g_clear_pointer (&self->facts[i], g_free);
  *self = (VrFrontMatter){ 0 };
}
