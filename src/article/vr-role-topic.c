/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers the words of a text, and asks how many of a line's are among them. */
#include "vr-role-topic.h"

#include "vr-role-phrases.h"

/* Shorter words stand in any text. */
#define WORD_CHARS 4

#define FNV_BASIS 0x811c9dc5u
#define FNV_PRIME 0x01000193u

struct _VrRoleTopic
{
  const VrParagraphs *paragraphs;
  GHashTable *words; /* hashes */
};

typedef void (*WordFunc) (guint32 hash, gpointer data);

VrRoleTopic *
vr_role_topic_new (const VrParagraphs *paragraphs)
{
  VrRoleTopic *self = g_new0 (VrRoleTopic, 1);

  self->paragraphs = paragraphs;
  self->words = g_hash_table_new (g_direct_hash, g_direct_equal);
  return self;
}

void
vr_role_topic_free (VrRoleTopic *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

static guint32
mix (guint32 hash, gunichar c)
{
  for (; c > 0; c >>= 8)
    hash = (hash ^ (c & 0xff)) * FNV_PRIME;
  return hash;
}

static void
walk_words (VrSlice text, WordFunc take, gpointer data)
{
  const char *end = text.text + text.n_bytes;
  guint32 hash = FNV_BASIS;
  guint n_chars = 0;
  gunichar wide = 0;

  for (const char *p = text.text; p < end && p < text.text + VR_ROLE_LOOK_BYTES;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_wide = g_unichar_isalpha (c) && g_unichar_iswide (c);

      if (is_wide && wide != 0)
        take (mix (mix (FNV_BASIS, wide), c), data);
      wide = is_wide ? c : 0;
      if (!is_wide && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          hash = mix (hash, g_unichar_tolower (c));
          n_chars++;
          continue;
        }
      if (n_chars >= WORD_CHARS)
        take (hash, data);
      hash = FNV_BASIS;
      n_chars = 0;
    }
  if (n_chars >= WORD_CHARS)
    take (hash, data);
}

static void
add_word (guint32 hash, gpointer data)
{
  g_hash_table_add (data, GUINT_TO_POINTER (hash));
}

void
vr_role_topic_add (VrRoleTopic *self, guint index)
{
  walk_words (vr_paragraphs_get_text (self->paragraphs, index), add_word, self->words);
}

typedef struct
{
  GHashTable *words;
  guint n, n_shared;
} Count;

static void
count_word (guint32 hash, gpointer data)
{
  Count *count = data;

  count->n++;
  count->n_shared += g_hash_table_contains (count->words, GUINT_TO_POINTER (hash)) != FALSE;
}

guint
vr_role_topic_share (const VrRoleTopic *self, guint index, guint *n_shared)
{
  Count count = { self->words, 0, 0 };

  walk_words (vr_paragraphs_get_text (self->paragraphs, index), count_word, &count);
  *n_shared = count.n_shared;
  return count.n > 0 ? 100 * count.n_shared / count.n : 0;
}
