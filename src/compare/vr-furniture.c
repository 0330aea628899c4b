/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is of the pages and not of the articles: told apart, paired by itself, out of the way. */
#include "vr-align.h"
#include "vr-engine.h"
#include "vr-hash.h"

#include <string.h>

/* A line of fewer tokens may stand in a menu and be a subhead of the other text by chance. */
#define RESCUED_TOKENS 4

/* What furniture and text are looked up by: a paragraph's tokens. */
typedef struct
{
  const guint32 *ids;
  guint32 n;
} Key;

static Key
get_key (const VrEngine *self, guint side, guint32 paragraph)
{
  guint32 first = vr_engine_first_token (self, side, paragraph);

  return (Key){ self->ids[side] + first, vr_engine_end_token (self, side, paragraph) - first };
}

static guint
hash_key (gconstpointer key)
{
  const Key *self = key;

  return (guint)vr_hash_bytes (self->n, (const char *)self->ids, self->n * sizeof *self->ids);
}

static gboolean
is_equal_key (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->n == other->n && memcmp (one->ids, other->ids, one->n * sizeof *one->ids) == 0;
}

/* The paragraphs of a side that are furniture, or those that are not, by their tokens: a GArray of
 * their numbers each, rising. */
static GHashTable *
index_side (const VrEngine *self, guint side, gboolean furniture)
{
  GHashTable *table =
      g_hash_table_new_full (hash_key, is_equal_key, g_free, (GDestroyNotify)g_array_unref);

  for (guint32 i = 0; i < self->n_paragraphs[side]; i++)
    {
      Key key = get_key (self, side, i);
      GArray *numbers;

      if (vr_engine_is_furniture (self, side, i) != furniture)
        continue;
      numbers = g_hash_table_lookup (table, &key);
      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_hash_table_insert (table, g_memdup2 (&key, sizeof key), numbers);
        }
      g_array_append_val (numbers, i);
    }

  return table;
}

static gboolean
needs_roles (const VrEngine *self, const VrOverrides *overrides)
{
  guint n_roles = 0;

  if (overrides != NULL)
    (void)vr_overrides_peek_roles (overrides, &n_roles);

  return n_roles > 0 || vr_article_has_furniture (self->articles[0])
         || vr_article_has_furniture (self->articles[1]);
}

/* What the reader said of roles, and who is said to be a pair takes part. */
static void
apply_overrides (VrEngine *self, const VrOverrides *overrides, guint8 *told[VR_N_SIDES])
{
  guint n;
  const VrOverride *pairs = vr_overrides_peek_must (overrides, &n);
  const VrRoleChoice *choices;

  for (guint i = 0; i < n; i++)
    {
      guint32 members[VR_N_SIDES] = { pairs[i].old_index, pairs[i].new_index };

      for (guint side = 0; side < VR_N_SIDES; side++)
        {
          guint number = vr_engine_side (self, side);

          told[number][members[side]] = TRUE;
          if (vr_engine_is_furniture (self, number, members[side]))
            self->roles[number][members[side]] = VR_ROLE_BODY;
        }
    }
  choices = vr_overrides_peek_roles (overrides, &n);
  for (guint i = 0; i < n; i++)
    {
      guint number = vr_engine_side (self, choices[i].side);

      told[number][choices[i].index] = TRUE;
      self->roles[number][choices[i].index] = (guint8)choices[i].role;
    }
}

/* What looks like furniture on one side and is text on the other was taken for it wrongly: it
 * becomes what the other side has.  Not where the text stands on this side too: pages name their
 * article in their lists. */
static void
rescue_side (const VrEngine *self, guint side, const guint8 *told, guint8 *rescued)
{
  g_autoptr (GHashTable) own = index_side (self, side, FALSE);
  g_autoptr (GHashTable) others = index_side (self, 1 - side, FALSE);

  for (guint32 i = 0; i < self->n_paragraphs[side]; i++)
    {
      Key key = get_key (self, side, i);
      const GArray *found;

      rescued[i] = self->roles[side][i];
      if (!vr_engine_is_furniture (self, side, i) || told[i] || key.n < RESCUED_TOKENS
          || g_hash_table_contains (own, &key))
        continue;
      found = g_hash_table_lookup (others, &key);
      if (found != NULL)
        rescued[i] = self->roles[1 - side][g_array_index (found, guint32, 0)];
    }
}

void
vr_furniture_find (VrEngine *self, const VrOverrides *overrides)
{
  guint8 *told[VR_N_SIDES], *rescued[VR_N_SIDES];

  if (!needs_roles (self, overrides))
    return;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint32 n = self->n_paragraphs[side];

      self->roles[side] = g_new (guint8, n + 1);
      told[side] = g_new0 (guint8, n + 1);
      rescued[side] = g_new (guint8, n + 1);
      for (guint32 i = 0; i < n; i++)
        self->roles[side][i] = (guint8)vr_article_get_role (self->articles[side], i);
    }
  if (overrides != NULL)
    apply_overrides (self, overrides, told);
  for (guint side = 0; side < VR_N_SIDES; side++)
    rescue_side (self, side, told[side], rescued[side]);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_free (self->roles[side]);
      self->roles[side] = rescued[side];
      g_free (told[side]);
    }
}

/* The paragraphs of a side that are aligned: which they are, and back. */
typedef struct
{
  guint32 *paragraphs; /* by unit */
  guint32 *numbers;    /* by unit: of its tokens */
  guint32 *units;      /* by paragraph; G_MAXUINT32 for furniture */
  guint32 n;
} Chosen;

static void
choose (const VrEngine *self, guint side, Chosen *chosen)
{
  guint32 n = self->n_paragraphs[side];

  *chosen = (Chosen){ g_new (guint32, n + 1), g_new (guint32, n + 1), g_new (guint32, n + 1), 0 };
  for (guint32 i = 0; i < n; i++)
    {
      chosen->units[i] = G_MAXUINT32;
      if (vr_engine_is_furniture (self, side, i))
        continue;
      chosen->units[i] = chosen->n;
      chosen->numbers[chosen->n] = self->numbers[side][i];
      chosen->paragraphs[chosen->n++] = i;
    }
}

static void
chosen_clear (Chosen *chosen)
{
  g_free (chosen->paragraphs);
  g_free (chosen->numbers);
  g_free (chosen->units);
}

static gboolean
choose_pair (VrOverride *pair, gpointer user_data)
{
  const Chosen *chosen = user_data;

  *pair = (VrOverride){ chosen[0].units[pair->old_index], chosen[1].units[pair->new_index] };

  return pair->old_index != G_MAXUINT32 && pair->new_index != G_MAXUINT32;
}

static gboolean
drop_role (VrRoleChoice *choice, gpointer user_data)
{
  return FALSE;
}

/* The first of several equal lines on one side is the first of them on the other. */
static void
link_furniture (const VrEngine *self, VrLinks *links)
{
  g_autoptr (GHashTable) first = index_side (self, 0, TRUE);
  g_autoptr (GHashTable) second = index_side (self, 1, TRUE);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const GArray *mine = value, *others = g_hash_table_lookup (second, key);

      for (guint i = 0; others != NULL && i < MIN (mine->len, others->len); i++)
        vr_links_add_exact (links, g_array_index (mine, guint32, i),
                            g_array_index (others, guint32, i));
    }
  vr_links_sort (links);
}

gboolean
vr_furniture_align (VrEngine *self, const VrOverrides *overrides, VrLinks *links, GError **error)
{
  g_autoptr (VrOverrides) mapped = NULL;
  VrAlignUnits units[VR_N_SIDES];
  Chosen chosen[VR_N_SIDES];
  gboolean done;

  for (guint side = 0; side < VR_N_SIDES; side++)
    units[side] = (VrAlignUnits){ self->tokens[side], NULL, self->n_paragraphs[side] };
  if (self->roles[0] == NULL)
    return vr_align (units, self->interner, overrides, links, self->cancellable, error);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      choose (self, side, &chosen[side]);
      units[side].numbers = chosen[side].numbers;
      units[side].n = chosen[side].n;
    }
  if (overrides != NULL)
    mapped = vr_overrides_map (overrides, choose_pair, drop_role, chosen);
  done = vr_align (units, self->interner, mapped, links, self->cancellable, error);
  for (guint i = 0; done && i < vr_links_get_n (links); i++)
    {
      VrLink *link = vr_links_get (links, i);

      link->old_index = chosen[0].paragraphs[link->old_index];
      link->new_index = chosen[1].paragraphs[link->new_index];
    }
  if (done)
    link_furniture (self, links);
  for (guint side = 0; side < VR_N_SIDES; side++)
    chosen_clear (&chosen[side]);

  return done;
}
