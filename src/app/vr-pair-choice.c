/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph that another can be paired with, as an object of a list. */
#include "vr-pair-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _VrPairChoice
{
  GObject parent_instance;

  guint index;
  char *title;
  char *text;
};

G_DEFINE_FINAL_TYPE (VrPairChoice, vr_pair_choice, G_TYPE_OBJECT)

static void
vr_pair_choice_finalize (GObject *object)
{
  VrPairChoice *self = VR_PAIR_CHOICE (object);

  g_free (self->title);
  g_free (self->text);

  G_OBJECT_CLASS (vr_pair_choice_parent_class)->finalize (object);
}

static void
vr_pair_choice_class_init (VrPairChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_pair_choice_finalize;
}

static void
vr_pair_choice_init (VrPairChoice *self)
{
}

VrPairChoice *
vr_pair_choice_new (guint index, const char *fate, const char *closeness, const char *text)
{
  VrPairChoice *self = g_object_new (VR_TYPE_PAIR_CHOICE, NULL);

  self->index = index;
  if (closeness != NULL)
    /* Translators: as below, with how near it is: “Paragraph 4 · edited · closest match”. */
    self->title = g_strdup_printf (_ ("Paragraph %'u · %s · %s"), index + 1, fate, closeness);
  else
    /* Translators: a paragraph’s number, and what became of it: “Paragraph 4 · edited”. */
    self->title = g_strdup_printf (_ ("Paragraph %'u · %s"), index + 1, fate);
  self->text = g_strdup (text);

  return self;
}

guint
vr_pair_choice_get_index (VrPairChoice *self)
{
  g_return_val_if_fail (VR_IS_PAIR_CHOICE (self), 0);

  return self->index;
}

const char *
vr_pair_choice_get_title (VrPairChoice *self)
{
  g_return_val_if_fail (VR_IS_PAIR_CHOICE (self), NULL);

  return self->title;
}

const char *
vr_pair_choice_get_text (VrPairChoice *self)
{
  g_return_val_if_fail (VR_IS_PAIR_CHOICE (self), NULL);

  return self->text;
}

gboolean
vr_pair_choice_matches (VrPairChoice *self, const char *query, const VrPattern *pattern)
{
  VrSlice text;
  VrSpan match;
  g_autofree char *number = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (VR_IS_PAIR_CHOICE (self), FALSE);

  if (pattern == NULL)
    return TRUE;
  number = g_strdup_printf ("%u", self->index + 1);
  shown = g_strdup_printf ("%'u", self->index + 1);
  text = (VrSlice){ self->text, strlen (self->text) };

  return g_str_equal (number, query) || g_str_equal (shown, query)
         || vr_pattern_find (pattern, text, 0, &match);
}
