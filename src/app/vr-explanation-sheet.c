/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side sheet: why the selected paragraphs were paired, and what the reader decided. */
#include "vr-explanation-sheet.h"

#include "vr-decision-list.h"
#include "vr-explanation.h"
#include "vr-note-list.h"
#include "vr-reasons.h"
#include "vr-resources.h"
#include "vr-row-words.h"

#include <glib/gi18n-lib.h>

struct _VrExplanationSheet
{
  GtkWidget parent_instance;

  VrOverrides *decided; /* those that the list shows */
  VrPairPlan *noted;    /* the whole plan whose notes the list shows */

  /* Template widgets */
  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkWidget *close_button;
  GtkWidget *nothing_label;
  GtkWidget *fate_box;
  GtkLabel *fate_label;
  GtkLabel *place_label;
  GtkWidget *pinned_box;
  GtkWidget *score_box;
  GtkLabel *score_label;
  GtkLevelBar *score_bar;
  GtkWidget *terms_box;
  GtkGrid *terms_grid;
  GtkWidget *words_box;
  GtkFlowBox *words_flow;
  GtkWidget *pairs_box;
  GtkGrid *pairs_grid;
  GtkWidget *nearest_box;
  GtkLabel *nearest_label;
  GtkWidget *nearest_button;
  GtkWidget *correct_box;
  GtkWidget *unpair_button;
  GtkWidget *decided_box;
  GtkListBox *decided_list;
  GtkWidget *notes_box;
  GtkListBox *notes_list;
};

G_DEFINE_FINAL_TYPE (VrExplanationSheet, vr_explanation_sheet, GTK_TYPE_WIDGET)

/* What stands inside a sentence elsewhere is a heading here. */
static char *
dup_capitalized (const char *words)
{
  g_autofree char *first = NULL;
  const char *rest = words;

  if (*words != '\0')
    rest = g_utf8_next_char (words);
  first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}

static void
show_fate (VrExplanationSheet *self, VrPairPlan *plan, guint position, const VrRow *row)
{
  g_autofree char *fate = vr_row_words_dup_fate (plan, position);
  g_autofree char *heading = NULL;
  g_autofree char *place = vr_explanation_place (row);

  heading = dup_capitalized (fate);
  gtk_label_set_label (self->fate_label, heading);
  gtk_label_set_label (self->place_label, place);
  gtk_widget_set_visible (self->pinned_box, vr_explanation_is_pinned (row));
}

static void
show_score (VrExplanationSheet *self, const VrRow *row)
{
  g_autofree char *percent = vr_explanation_percent (row->score);
  /* Translators: how sure a pairing is, in a word and in percent: “Likely · 63%”. */
  g_autofree char *score =
      g_strdup_printf (_ ("%s · %s"), vr_explanation_sureness (row->score), percent);

  gtk_label_set_label (self->score_label, score);
  gtk_level_bar_set_value (self->score_bar, CLAMP (row->score, 0, 1));
}

static char *
dup_nothing_near (gboolean is_parted)
{
  return g_strdup (is_parted ? _ ("Nothing else on the other side comes close.")
                             : _ ("Nothing on the other side comes close."));
}

static void
show_nearest (VrExplanationSheet *self, const VrRow *row, VrWordIndex *words)
{
  VrSide side = row->n_old > 0 ? VR_SIDE_OLD : VR_SIDE_NEW;
  guint32 index = side == VR_SIDE_OLD ? row->old_paragraphs[0] : row->new_paragraphs[0];
  float likeness = 0;
  gboolean is_parted = FALSE;
  guint nearest = words != NULL
                      ? vr_reasons_find_nearest (words, side, index, &likeness, &is_parted)
                      : VR_NO_PARAGRAPH;
  gboolean is_near = nearest != VR_NO_PARAGRAPH && likeness >= VR_REASONS_NEAR;
  g_autofree char *sentence = is_near ? vr_explanation_nearest (1 - side, nearest, (double)likeness)
                                      : dup_nothing_near (is_parted);

  gtk_label_set_label (self->nearest_label, sentence);
  gtk_widget_set_visible (self->nearest_button, is_near);
  if (is_near)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->nearest_button), "(uu)",
                                        side == VR_SIDE_OLD ? index : nearest,
                                        side == VR_SIDE_OLD ? nearest : index);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->nearest_button), "win.pair-two");
    }
}

/* Of what has no partner it is told why not. */
static void
show_title (VrExplanationSheet *self, gboolean is_paired)
{
  const char *title = is_paired ? _ ("Why Paired") : _ ("Why Not Paired");

  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (self->unpair_button, is_paired);
}

static void
show_row (VrExplanationSheet *self, VrPairPlan *plan, guint position, VrWordIndex *words)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  gboolean is_paired = row.n_old > 0 && row.n_new > 0;
  gboolean is_group = is_paired && row.n_old + row.n_new > 2;

  show_title (self, is_paired);
  show_fate (self, plan, position, &row);
  gtk_widget_set_visible (self->score_box, is_paired && !vr_explanation_is_pinned (&row));
  gtk_widget_set_visible (self->nearest_box, !is_paired && words != NULL);
  gtk_widget_set_visible (self->pairs_box, is_group && words != NULL);
  if (is_paired)
    show_score (self, &row);
  else
    show_nearest (self, &row, words);
  gtk_widget_set_visible (self->terms_box, vr_reasons_fill_terms (self->terms_grid, &row));
  gtk_widget_set_visible (self->words_box,
                          is_paired && words != NULL
                              && vr_reasons_fill_words (self->words_flow, &row, words));
  if (is_group && words != NULL)
    vr_reasons_fill_pairs (self->pairs_grid, &row, words);
}

/* What is focused goes away with the old list. */
static void
show_decisions (VrExplanationSheet *self, VrComparison *comparison)
{
  VrOverrides *overrides = vr_comparison_get_overrides (comparison);
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->decided_list)) != NULL;

  gtk_widget_set_visible (self->decided_box, vr_overrides_get_n (overrides) > 0);
  if (overrides == self->decided)
    return;
  g_clear_pointer (&self->decided, vr_overrides_unref);
  self->decided = overrides != NULL ? vr_overrides_ref (overrides) : NULL;
  vr_decision_list_fill (self->decided_list, comparison);
  if (has_focus && !gtk_widget_child_focus (GTK_WIDGET (self->decided_list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->close_button);
}

static void
show_notes (VrExplanationSheet *self, VrPairPlan *plan)
{
  VrPairPlan *whole = plan != NULL ? vr_pair_plan_get_whole (plan) : NULL;
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->notes_list)) != NULL;

  gtk_widget_set_visible (self->notes_box, whole != NULL && vr_pair_plan_get_notes (whole) != NULL);
  if (whole == self->noted)
    return;
  g_clear_pointer (&self->noted, vr_pair_plan_unref);
  if (whole == NULL)
    return;
  self->noted = vr_pair_plan_ref (whole);
  vr_note_list_fill (self->notes_list, whole);
  if (has_focus && !gtk_widget_child_focus (GTK_WIDGET (self->notes_list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->close_button);
}

void
vr_explanation_sheet_explain (VrExplanationSheet *self, VrPairPlan *plan, guint position,
                              VrWordIndex *words)
{
  gboolean is_row =
      plan != NULL && position != VR_PAIR_NONE && vr_pair_plan_get_fold (plan, position) == 0;
  GtkWidget *parts[] = { self->score_box, self->terms_box,   self->words_box,
                         self->pairs_box, self->nearest_box, NULL };

  g_return_if_fail (VR_IS_EXPLANATION_SHEET (self));

  gtk_widget_set_visible (self->nothing_label, !is_row);
  gtk_widget_set_visible (self->fate_box, is_row);
  gtk_widget_set_visible (self->correct_box, is_row);
  for (guint i = 0; parts[i] != NULL && !is_row; i++)
    gtk_widget_set_visible (parts[i], FALSE);
  if (is_row)
    show_row (self, plan, position, words);
  else
    show_title (self, TRUE);
  if (plan != NULL)
    show_decisions (self, vr_pair_plan_get_comparison (plan));
  else
    gtk_widget_set_visible (self->decided_box, FALSE);
  show_notes (self, plan);
}

void
vr_explanation_sheet_reveal_decisions (VrExplanationSheet *self)
{
  g_return_if_fail (VR_IS_EXPLANATION_SHEET (self));

  /* Focus brings it into view, once it is laid out. */
  gtk_widget_child_focus (GTK_WIDGET (self->decided_list), GTK_DIR_TAB_FORWARD);
}

void
vr_explanation_sheet_reveal_notes (VrExplanationSheet *self)
{
  g_return_if_fail (VR_IS_EXPLANATION_SHEET (self));

  gtk_widget_child_focus (GTK_WIDGET (self->notes_list), GTK_DIR_TAB_FORWARD);
}

static void
vr_explanation_sheet_dispose (GObject *object)
{
  VrExplanationSheet *self = VR_EXPLANATION_SHEET (object);
  GtkWidget *child;

  g_clear_pointer (&self->decided, vr_overrides_unref);
  g_clear_pointer (&self->noted, vr_pair_plan_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_EXPLANATION_SHEET);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vr_explanation_sheet_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VR_RESOURCES "vr-explanation-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, title_label);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, close_button);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, fate_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, fate_label);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, place_label);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, pinned_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, score_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, score_label);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, score_bar);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, terms_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, terms_grid);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, words_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, words_flow);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, pairs_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, pairs_grid);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, nearest_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, nearest_label);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, nearest_button);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, correct_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, unpair_button);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, decided_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, decided_list);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, notes_box);
  gtk_widget_class_bind_template_child (widget_class, VrExplanationSheet, notes_list);
}

static void
vr_explanation_sheet_class_init (VrExplanationSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_explanation_sheet_dispose;
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "explanationsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vr_explanation_sheet_init (VrExplanationSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

VrExplanationSheet *
vr_explanation_sheet_new (void)
{
  return g_object_new (VR_TYPE_EXPLANATION_SHEET, NULL);
}
