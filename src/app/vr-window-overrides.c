/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's corrections: two that are not the same, two that are, and taking a word back. */
#include "vr-window-overrides.h"

#include "vr-explanation.h"
#include "vr-pair-chooser.h"
#include "vr-window-history.h"

static gboolean
get_selected_row (VrWindow *self, VrRow *row)
{
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);
  guint position = vr_compare_page_get_selected (self->compare_page);

  if (plan == NULL || position == VR_PAIR_NONE || vr_pair_plan_get_fold (plan, position) > 0)
    return FALSE;
  *row = vr_pair_plan_get_row (plan, position);

  return TRUE;
}

gboolean
vr_window_can_unpair (VrWindow *self)
{
  VrRow row;

  return get_selected_row (self, &row) && row.n_old > 0 && row.n_new > 0;
}

gboolean
vr_window_can_pair (VrWindow *self)
{
  VrComparison *comparison = vr_window_get_comparison (self);
  VrRow row;

  if (comparison == NULL || !get_selected_row (self, &row))
    return FALSE;
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (vr_article_get_n_paragraphs (vr_comparison_get_article (comparison, side)) == 0)
      return FALSE;

  return TRUE;
}

static VrOverrides *
copy_overrides (VrWindow *self)
{
  return vr_overrides_copy (vr_document_get_overrides (vr_window_begin_step (self)));
}

static void
decide (VrWindow *self, VrOverrides *overrides, const char *sentence)
{
  g_autoptr (VrDocument) document = vr_document_with_overrides (
      vr_window_get_document (self), vr_overrides_get_n (overrides) > 0 ? overrides : NULL);

  vr_window_push_document (self, document, sentence);
}

static void
unpair (VrWindow *self, const VrRow *row)
{
  g_autoptr (VrOverrides) overrides = copy_overrides (self);
  g_autofree char *sentence = vr_explanation_unpaired (row);

  for (guint32 i = 0; i < row->n_old; i++)
    for (guint32 k = 0; k < row->n_new; k++)
      vr_overrides_must_not_pair (overrides, row->old_paragraphs[i], row->new_paragraphs[k]);
  decide (self, overrides, sentence);
}

static void
unpair_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrRow row;

  if (get_selected_row (self, &row))
    unpair (self, &row);
}

/* Two of a group: the others stay together. */
static void
unpair_two_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  guint32 old_index, new_index;
  VrRow row;

  g_variant_get (parameter, "(uu)", &old_index, &new_index);
  row =
      (VrRow){ .n_old = 1, .n_new = 1, .old_paragraphs = &old_index, .new_paragraphs = &new_index };
  unpair (VR_WINDOW (user_data), &row);
}

static void
pair_two (VrWindow *self, guint32 old_index, guint32 new_index)
{
  g_autoptr (VrOverrides) overrides = copy_overrides (self);
  g_autofree char *sentence = vr_explanation_paired (old_index, new_index);

  vr_overrides_must_pair (overrides, old_index, new_index);
  decide (self, overrides, sentence);
}

static void
pair_two_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  guint32 old_index, new_index;

  g_variant_get (parameter, "(uu)", &old_index, &new_index);
  pair_two (VR_WINDOW (user_data), old_index, new_index);
}

/* Whether the paragraphs are those that the reader chose from: others may be shown by now. */
static gboolean
has_articles (VrWindow *self, const VrComparison *comparison)
{
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);

  for (guint side = 0; plan != NULL && side < VR_N_SIDES; side++)
    if (vr_comparison_get_article (vr_pair_plan_get_comparison (plan), side)
        != vr_comparison_get_article (comparison, side))
      return FALSE;

  return plan != NULL;
}

static void
chosen_cb (VrPairChooser *chooser, guint old_index, guint new_index, VrWindow *self)
{
  if (has_articles (self, vr_pair_chooser_get_comparison (chooser)))
    pair_two (self, old_index, new_index);
}

static void
present_chooser (VrWindow *self, VrWordIndex *words)
{
  VrPairChooser *chooser;
  VrRow row;

  if (!get_selected_row (self, &row))
    return;
  chooser = vr_pair_chooser_new (GTK_WINDOW (self), words, &row);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
pair_with_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_window_with_words (VR_WINDOW (user_data), present_chooser);
}

static void
undecide_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrOverrides) overrides = copy_overrides (self);
  g_autofree char *sentence = NULL;
  guint32 old_index, new_index;

  g_variant_get (parameter, "(uu)", &old_index, &new_index);
  if (!vr_overrides_remove (overrides, old_index, new_index))
    return;
  sentence = vr_explanation_undecided (old_index, new_index);
  decide (self, overrides, sentence);
}

static const GActionEntry entries[] = {
  { .name = "unpair", .activate = unpair_action },
  { .name = "unpair-two", .activate = unpair_two_action, .parameter_type = "(uu)" },
  { .name = "pair-two", .activate = pair_two_action, .parameter_type = "(uu)" },
  { .name = "pair-with", .activate = pair_with_action },
  { .name = "undecide", .activate = undecide_action, .parameter_type = "(uu)" },
};

void
vr_window_add_override_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  vr_window_add_explain_actions (self);
}
