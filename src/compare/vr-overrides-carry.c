/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader decided by hand, carried over to the same articles read again. */
#include "vr-interner.h"
#include "vr-overrides.h"

/* Where the paragraphs of a side are now. */
typedef struct
{
  gboolean is_same; /* the very same article: all are where they were */
  guint32 *now;     /* by number before; G_MAXUINT32 for one that is gone */
  guint32 n;
} Map;

static guint32
put_paragraph (VrInterner *texts, VrArticle *article, guint32 index)
{
  VrSlice text = vr_article_get_paragraph_text (article, index);

  return vr_interner_put (texts, text.text, text.n_bytes);
}

/* The paragraphs of one text are a chain, in order, from which each one before takes the first. */
static void
map_paragraphs (Map *self, VrArticle *before, VrArticle *after)
{
  g_autoptr (VrInterner) texts = vr_interner_new ();
  guint32 n = vr_article_get_n_paragraphs (after);
  g_autofree guint32 *firsts = g_new (guint32, MAX (n, 1)); /* by text */
  g_autofree guint32 *nexts = g_new (guint32, MAX (n, 1));
  guint32 n_texts;

  for (guint32 i = n; i-- > 0;)
    {
      guint32 known = vr_interner_get_n_ids (texts);
      guint32 text = put_paragraph (texts, after, i);

      nexts[i] = text < known ? firsts[text] : G_MAXUINT32;
      firsts[text] = i;
    }
  n_texts = vr_interner_get_n_ids (texts);
  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 text = put_paragraph (texts, before, i);

      self->now[i] = text < n_texts ? firsts[text] : G_MAXUINT32;
      if (self->now[i] != G_MAXUINT32)
        firsts[text] = nexts[self->now[i]];
    }
}

/* Other letters for the same bytes: a paragraph whose words are others now is the one that stands
 * at its place, the third of its line where it was the third. */
static void
map_places (Map *self, VrArticle *before, VrArticle *after)
{
  guint32 n = vr_article_get_n_paragraphs (after), place = 0;
  g_autofree guint8 *is_taken = g_new0 (guint8, MAX (n, 1));

  for (guint32 i = 0; i < self->n; i++)
    if (self->now[i] != G_MAXUINT32)
      is_taken[self->now[i]] = TRUE;
  for (guint32 i = 0; i < self->n; i++)
    {
      guint line = vr_article_get_source_line (before, i);

      while (place < n && vr_article_get_source_line (after, place) < line)
        place++;
      if (place == n || vr_article_get_source_line (after, place) > line)
        continue;
      if (self->now[i] == G_MAXUINT32 && !is_taken[place])
        self->now[i] = place;
      place++;
    }
}

static gboolean
has_same_source (VrArticle *before, VrArticle *after)
{
  VrText *a = vr_article_get_text (before), *b = vr_article_get_text (after);

  return a != NULL && b != NULL && vr_text_get_source_bytes (a) == vr_text_get_source_bytes (b)
         && g_str_equal (vr_text_get_sha256 (a), vr_text_get_sha256 (b));
}

static void
map_init (Map *self, VrArticle *before, VrArticle *after)
{
  *self = (Map){ .is_same = before == after };
  if (self->is_same)
    return;
  self->n = vr_article_get_n_paragraphs (before);
  self->now = g_new (guint32, MAX (self->n, 1));
  map_paragraphs (self, before, after);
  if (has_same_source (before, after))
    map_places (self, before, after);
}

static guint32
map_find (const Map *self, guint32 index)
{
  if (self->is_same)
    return index;

  return index < self->n ? self->now[index] : G_MAXUINT32;
}

typedef struct
{
  Map maps[VR_N_SIDES];
  guint n_lost;
} Carry;

static gboolean
carry_pair (VrOverride *pair, gpointer user_data)
{
  Carry *self = user_data;

  *pair = (VrOverride){ map_find (&self->maps[VR_SIDE_OLD], pair->old_index),
                        map_find (&self->maps[VR_SIDE_NEW], pair->new_index) };
  if (pair->old_index != G_MAXUINT32 && pair->new_index != G_MAXUINT32)
    return TRUE;
  self->n_lost++;

  return FALSE;
}

static gboolean
carry_role (VrRoleChoice *choice, gpointer user_data)
{
  Carry *self = user_data;

  choice->index = map_find (&self->maps[choice->side], choice->index);
  if (choice->index != G_MAXUINT32)
    return TRUE;
  self->n_lost++;

  return FALSE;
}

VrOverrides *
vr_overrides_carry (const VrOverrides *self, VrArticle *const before[VR_N_SIDES],
                    VrArticle *const after[VR_N_SIDES], guint *n_lost)
{
  g_autoptr (VrOverrides) carried = NULL;
  Carry carry = { .n_lost = 0 };

  *n_lost = 0;
  if (vr_overrides_get_n (self) == 0)
    return NULL;

  for (guint side = 0; side < VR_N_SIDES; side++)
    map_init (&carry.maps[side], before[side], after[side]);
  carried = vr_overrides_map (self, carry_pair, carry_role, &carry);
  *n_lost = carry.n_lost;
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (carry.maps[side].now);
  if (vr_overrides_get_n (carried) == 0)
    return NULL;

  return g_steal_pointer (&carried);
}
