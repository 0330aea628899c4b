/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each version of a timeline changed, as far as it is known, and the scale of all of them. */
#include "vr-timeline-figures.h"

#include "vr-store-lookup.h"

/* A timeline as short is compared as a whole: a second's work for a thread. */
#define SHORT 400

struct _VrTimelineFigures
{
  GObject parent_instance;

  VrLookup *lookup;
  GHashTable *shown; /* of keys, how often; those of which the scale is made */
  guint64 scale;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrTimelineFigures, vr_timeline_figures, G_TYPE_OBJECT)

static guint64
sum_words (const VrChangedWords *words)
{
  return words->removed + words->added + words->moved;
}

static void
answered_cb (VrTimelineFigures *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const VrVersionFlags *flags = vr_lookup_peek (self->lookup, key);

      if (flags != NULL)
        self->scale = MAX (self->scale, sum_words (&flags->words));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vr_timeline_figures_dispose (GObject *object)
{
  VrTimelineFigures *self = VR_TIMELINE_FIGURES (object);

  if (self->lookup != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->lookup, self);
      vr_lookup_set_context (self->lookup, NULL, NULL);
    }
  g_clear_object (&self->lookup);
  g_clear_pointer (&self->shown, g_hash_table_unref);

  G_OBJECT_CLASS (vr_timeline_figures_parent_class)->dispose (object);
}

static void
vr_timeline_figures_class_init (VrTimelineFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vr_timeline_figures_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_timeline_figures_init (VrTimelineFigures *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lookup = vr_store_lookup_new_for_versions ();
  g_signal_connect_swapped (self->lookup, "answered", G_CALLBACK (answered_cb), self);
}

VrTimelineFigures *
vr_timeline_figures_new (void)
{
  return g_object_new (VR_TYPE_TIMELINE_FIGURES, NULL);
}

static void
unwant_all (VrTimelineFigures *self)
{
  GHashTableIter iter;
  gpointer key, n;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, &n))
    for (guint i = 0; i < GPOINTER_TO_UINT (n); i++)
      vr_lookup_unwant (self->lookup, key);
  g_hash_table_remove_all (self->shown);
}

void
vr_timeline_figures_set_versions (VrTimelineFigures *self, GArray *versions, guint64 n_most_words)
{
  g_return_if_fail (VR_IS_TIMELINE_FIGURES (self));

  unwant_all (self);
  self->scale = n_most_words;
  vr_store_lookup_set_versions (self->lookup, versions);
  for (guint i = versions != NULL && versions->len <= SHORT ? versions->len : 0; i > 0; i--)
    vr_timeline_figures_want (self, &g_array_index (versions, VrVersion, i - 1));
}

void
vr_timeline_figures_renew (VrTimelineFigures *self, GArray *versions, guint64 n_most_words)
{
  g_return_if_fail (VR_IS_TIMELINE_FIGURES (self));

  self->scale = MAX (self->scale, n_most_words);
  vr_store_lookup_set_versions (self->lookup, versions);
}

void
vr_timeline_figures_want (VrTimelineFigures *self, const VrVersion *version)
{
  char *key = vr_store_lookup_dup_version_key (version);
  guint n;

  g_return_if_fail (VR_IS_TIMELINE_FIGURES (self));

  vr_lookup_want (self->lookup, key);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->shown, key));
  g_hash_table_insert (self->shown, key, GUINT_TO_POINTER (n + 1));
}

void
vr_timeline_figures_unwant (VrTimelineFigures *self, const VrVersion *version)
{
  g_autofree char *key = vr_store_lookup_dup_version_key (version);
  guint n;

  g_return_if_fail (VR_IS_TIMELINE_FIGURES (self));

  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->shown, key));
  /* Of a timeline that is not shown any more, all were taken back. */
  if (n == 0)
    return;
  vr_lookup_unwant (self->lookup, key);
  if (n > 1)
    g_hash_table_insert (self->shown, g_steal_pointer (&key), GUINT_TO_POINTER (n - 1));
  else
    g_hash_table_remove (self->shown, key);
}

const VrVersionFlags *
vr_timeline_figures_peek (VrTimelineFigures *self, const VrVersion *version)
{
  g_autofree char *key = vr_store_lookup_dup_version_key (version);

  g_return_val_if_fail (VR_IS_TIMELINE_FIGURES (self), NULL);

  return vr_lookup_peek (self->lookup, key);
}

guint64
vr_timeline_figures_get_scale (VrTimelineFigures *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_FIGURES (self), 0);

  return self->scale;
}
