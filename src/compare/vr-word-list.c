/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interns lists of words in the spellings that a sentence has them in. */
#include "vr-word-list.h"

#include <string.h>

static void
put_word (VrInterner *interner, const char *word, gsize n_bytes, GArray *ids)
{
  guint32 id = vr_interner_put (interner, word, n_bytes);

  g_array_append_val (ids, id);
}

/* The other way round, asking of each of 50,000 keys whether it is in a list, costs milliseconds.
 */
void
vr_word_list_put (const char *list, gboolean in_capitals, VrInterner *interner, GArray *ids)
{
  const char *word = list + 1;

  while (*word != '\0')
    {
      const char *space = strchr (word, ' ');
      g_autofree char *capital = NULL;
      g_autofree char *title = NULL;

      put_word (interner, word, space - word, ids);
      capital = g_utf8_strup (word, g_utf8_next_char (word) - word);
      title = g_strdup_printf ("%s%.*s", capital, (int)(space - g_utf8_next_char (word)),
                               g_utf8_next_char (word));
      put_word (interner, title, strlen (title), ids);
      if (in_capitals)
        {
          g_autofree char *capitals = g_utf8_strup (word, space - word);

          put_word (interner, capitals, strlen (capitals), ids);
        }
      word = space + 1;
    }
}
