/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the elements of a page are called by their tags, classes, ids and roles. */
#include "vr-extract-marks.h"

#include <string.h>

/* Longer names are machines' talk. */
#define MAX_WORD 40
/* So many words of a name are read. */
#define MAX_WORDS 24

typedef struct
{
  GHashTable *words;     /* to bits */
  GPtrArray *beginnings; /* of words with a star, their bits in @beginning_bits */
  GArray *beginning_bits;
  GHashTable *names; /* whole attributes that were read before, to bits */
} Lexicon;

static const guint32 tag_marks[VR_HTML_N_TAGS] = {
  [VR_HTML_NAV] = VR_MARK_BIT (VR_MARK_NAV),
  [VR_HTML_MENU] = VR_MARK_BIT (VR_MARK_NAV),
  [VR_HTML_HEADER] = VR_MARK_BIT (VR_MARK_HEADER),
  [VR_HTML_FOOTER] = VR_MARK_BIT (VR_MARK_FOOTER),
  [VR_HTML_ASIDE] = VR_MARK_BIT (VR_MARK_SIDE),
  [VR_HTML_FIGURE] = VR_MARK_BIT (VR_MARK_CAPTION),
  [VR_HTML_FIGCAPTION] = VR_MARK_BIT (VR_MARK_CAPTION),
  [VR_HTML_CAPTION] = VR_MARK_BIT (VR_MARK_CAPTION),
  [VR_HTML_FORM] = VR_MARK_BIT (VR_MARK_FORM),
  [VR_HTML_FIELDSET] = VR_MARK_BIT (VR_MARK_FORM),
  [VR_HTML_LABEL] = VR_MARK_BIT (VR_MARK_FORM),
  [VR_HTML_SELECT] = VR_MARK_BIT (VR_MARK_FORM),
  [VR_HTML_BUTTON] = VR_MARK_BIT (VR_MARK_FORM),
  [VR_HTML_TIME] = VR_MARK_BIT (VR_MARK_DATE),
  [VR_HTML_BLOCKQUOTE] = VR_MARK_BIT (VR_MARK_QUOTE),
  [VR_HTML_NOSCRIPT] = VR_MARK_BIT (VR_MARK_HIDDEN),
};

static void
add_word (Lexicon *lexicon, char *word, VrMark mark)
{
  gsize n = strlen (word);
  guint32 bits = VR_MARK_BIT (mark);

  if (word[n - 1] == '*')
    {
      word[n - 1] = '\0';
      g_ptr_array_add (lexicon->beginnings, word);
      g_array_append_val (lexicon->beginning_bits, bits);
      return;
    }
  bits |= GPOINTER_TO_UINT (g_hash_table_lookup (lexicon->words, word));
  g_hash_table_replace (lexicon->words, word, GUINT_TO_POINTER (bits));
}

static Lexicon *
lexicon_new (void)
{
  Lexicon *self = g_new0 (Lexicon, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->beginnings = g_ptr_array_new_with_free_func (g_free);
  self->beginning_bits = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  for (VrMark mark = 0; mark < VR_N_MARKS; mark++)
    {
      g_autofree char **words = g_strsplit (vr_mark_words[mark], " ", -1);

      for (guint i = 0; words[i] != NULL; i++)
        add_word (self, words[i], mark);
    }
  return self;
}

static void
lexicon_free (Lexicon *self)
{
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->beginnings);
  g_array_unref (self->beginning_bits);
  g_hash_table_unref (self->names);
  g_free (self);
}

static guint32
look_up (const Lexicon *self, const char *word)
{
  guint32 bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));

  for (guint i = 0; i < self->beginnings->len; i++)
    {
      const char *beginning = g_ptr_array_index (self->beginnings, i);

      if (*beginning == *word && g_str_has_prefix (word, beginning))
        bits |= g_array_index (self->beginning_bits, guint32, i);
    }
  return bits;
}

/* Cuts the next word off @at, in lower case: letters up to a capital behind a small one, or to
 * what is no letter. */
static const char *
next_word (const char *at, char *word)
{
  gsize n = 0;

  while (*at != '\0' && !g_ascii_isalpha (*at))
    at++;
  for (; g_ascii_isalnum (*at); at++)
    {
      if (n > 0 && g_ascii_isupper (*at) && g_ascii_islower (at[-1]))
        break;
      if (n < MAX_WORD - 1)
        word[n++] = g_ascii_tolower (*at);
    }
  while (n > 1 && g_ascii_isdigit (word[n - 1]) && word[0] != 'h')
    n--;
  word[n] = '\0';
  return at;
}

static guint32
read_name (Lexicon *self, const char *name)
{
  char both[2 * MAX_WORD] = "";
  gpointer known;
  guint32 bits = 0;
  const char *at = name;

  if (g_hash_table_lookup_extended (self->names, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  for (guint i = 0; i < MAX_WORDS && *at != '\0'; i++)
    {
      char word[MAX_WORD];
      gsize n_last = strlen (both);

      at = next_word (at, word);
      if (*word == '\0')
        break;
      bits |= look_up (self, word);
      if (n_last > 0)
        {
          strcpy (both + n_last, word);
          bits |= look_up (self, both);
        }
      strcpy (both, word);
    }
  g_hash_table_insert (self->names, (gpointer)name, GUINT_TO_POINTER (bits));
  return bits;
}

guint32 *
vr_extract_mark_nodes (const VrHtmlPage *page)
{
  static const char *const names[] = { "class",          "id",         "itemprop", "role",
                                       "data-component", "data-testid" };
  guint32 *marks = g_new0 (guint32, page->n_nodes);
  Lexicon *lexicon = lexicon_new ();

  for (guint32 i = 0; i < page->n_nodes; i++)
    {
      const VrHtmlNode *node = &page->nodes[i];

      if (node->tag == VR_HTML_TEXT || node->tag == VR_HTML_BODY || node->tag == VR_HTML_HTML)
        continue;
      marks[i] = tag_marks[node->tag];
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        {
          const char *name = vr_html_page_get_attribute (page, i, names[k]);

          if (name != NULL && *name != '\0')
            marks[i] |= read_name (lexicon, name);
        }
    }
  lexicon_free (lexicon);
  return marks;
}
