/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks words up in a language's abbreviation list. */
#include "vr-abbreviations.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string.h>

/* No entry of a list is longer, in bytes; checked when a list is read. */
#define LONGEST_ENTRY_BYTES 31

#define N_LAST_BYTES 128

struct _VrAbbreviations
{
  GHashTable *abbreviations; /* (element-type utf8 VrAbbreviationKind) */
  GHashTable *starters;
  gboolean has_ordinals;
  /* For each last byte, its case aside, the lengths of the abbreviations that end in it as bits;
   * spares most words the look-up. */
  guint32 lengths[N_LAST_BYTES];
};

/* Upper and lower case of a letter are the same here; letters beyond ASCII all are 0. */
static guint
last_byte (const char *word, gsize n_bytes)
{
  char byte = word[n_bytes - 1];
  return (guint8)byte >= 0x80 ? 0 : (guint)byte | 0x20;
}

static void
read_word (VrAbbreviations *self, VrAbbreviationKind kind, char *word)
{
  g_assert (strlen (word) <= LONGEST_ENTRY_BYTES);
  if (kind == VR_ABBREVIATION_STARTER)
    g_hash_table_add (self->starters, word);
  else if (!g_hash_table_contains (self->abbreviations, word))
    {
      self->lengths[last_byte (word, strlen (word))] |= 1u << strlen (word);
      g_hash_table_insert (self->abbreviations, word, GUINT_TO_POINTER (kind));
    }
  else
    g_free (word);
}

static VrAbbreviationKind
read_section (VrAbbreviations *self, const char *name)
{
  static const struct
  {
    const char *name;
    VrAbbreviationKind kind;
  } sections[] = {
    { "[never]", VR_ABBREVIATION_NEVER },
    { "[either]", VR_ABBREVIATION_EITHER },
    { "[number]", VR_ABBREVIATION_NUMBER },
    { "[starter]", VR_ABBREVIATION_STARTER },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (strcmp (sections[i].name, name) == 0)
      return sections[i].kind;
  g_assert (strcmp (name, "[ordinals]") == 0);
  self->has_ordinals = TRUE;
  return VR_ABBREVIATION_NONE;
}

static void
read_list (VrAbbreviations *self, const char *list)
{
  VrAbbreviationKind kind = VR_ABBREVIATION_NONE;
  while (*list != '\0')
    {
      gsize n_bytes = strcspn (list, " \n");
      if (n_bytes > 0)
        {
          g_autofree char *word = g_strndup (list, n_bytes);
          if (word[0] == '[')
            kind = read_section (self, word);
          else
            read_word (self, kind, g_steal_pointer (&word));
        }
      list += n_bytes;
      list += strspn (list, " \n");
    }
}

static VrAbbreviations *
new_list (const char *language)
{
  VrAbbreviations *self = g_new0 (VrAbbreviations, 1);
  self->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->starters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const VrAbbreviationSource *source = vr_abbreviation_sources; source->language; source++)
    if (strcmp (source->language, language) == 0)
      read_list (self, source->list);
  return self;
}

const VrAbbreviations *
vr_abbreviations_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *lists = NULL; /* (element-type utf8 VrAbbreviations), kept for good */
  g_autofree char *code = g_strndup (language, strcspn (language, "-_"));
  if (strcmp (code, "no") == 0 || strcmp (code, "nn") == 0)
    memcpy (code, "nb", 2); /* Norwegian under its other codes */

  g_mutex_lock (&mutex);
  if (lists == NULL)
    lists = g_hash_table_new (g_str_hash, g_str_equal);
  VrAbbreviations *list = g_hash_table_lookup (lists, code);
  if (list == NULL)
    {
      list = new_list (code);
      g_hash_table_insert (lists, g_steal_pointer (&code), list);
    }
  g_mutex_unlock (&mutex);
  return list;
}

gboolean
vr_abbreviations_are_known (const VrAbbreviations *self)
{
  return g_hash_table_size (self->starters) > 0;
}

gboolean
vr_abbreviations_have_ordinals (const VrAbbreviations *self)
{
  return self->has_ordinals;
}

/* Writes @word with all letters from number @first on in lower case; FALSE if it is too long. */
static gboolean
lower (VrSlice word, guint first, char lowered[LONGEST_ENTRY_BYTES + 1])
{
  gsize n_written = 0;
  guint n_points = 0;
  for (gsize at = 0; at < word.n_bytes; n_points++)
    {
      gint32 point;
      U8_NEXT (word.text, at, word.n_bytes, point);
      if (n_points >= first)
        point = u_tolower (point);
      if (point < 0 || n_written + U8_LENGTH (point) > LONGEST_ENTRY_BYTES)
        return FALSE;
      U8_APPEND_UNSAFE (lowered, n_written, point);
    }
  lowered[n_written] = '\0';
  return TRUE;
}

VrAbbreviationKind
vr_abbreviations_find (const VrAbbreviations *self, VrSlice word)
{
  char spelling[LONGEST_ENTRY_BYTES + 1];
  if (word.n_bytes == 0 || word.n_bytes > LONGEST_ENTRY_BYTES)
    return VR_ABBREVIATION_NONE;
  guint last = last_byte (word.text, word.n_bytes);
  if (last != 0 && !(self->lengths[last] & 1u << word.n_bytes))
    return VR_ABBREVIATION_NONE;
  memcpy (spelling, word.text, word.n_bytes);
  spelling[word.n_bytes] = '\0';
  gpointer kind = g_hash_table_lookup (self->abbreviations, spelling);
  for (guint first = 2; kind == NULL && first-- > 0;)
    if (lower (word, first, spelling))
      kind = g_hash_table_lookup (self->abbreviations, spelling);
  return (VrAbbreviationKind)GPOINTER_TO_UINT (kind);
}

gboolean
vr_abbreviations_is_starter (const VrAbbreviations *self, VrSlice word)
{
  char spelling[LONGEST_ENTRY_BYTES + 1];
  if (word.n_bytes == 0 || word.n_bytes > LONGEST_ENTRY_BYTES)
    return FALSE;
  memcpy (spelling, word.text, word.n_bytes);
  spelling[word.n_bytes] = '\0';
  return g_hash_table_contains (self->starters, spelling);
}
