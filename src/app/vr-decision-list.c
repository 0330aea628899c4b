/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader decided by hand, as a list: each can be taken back. */
#include "vr-decision-list.h"

#include "vr-report-cue.h"
#include "vr-explanation.h"
#include "vr-role-words.h"
#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>

static char *
dup_excerpt (VrComparison *comparison, VrSide side, guint32 index)
{
  return vr_report_dup_cue (
      vr_article_get_paragraph_text (vr_comparison_get_article (comparison, side), index), TRUE);
}

static char *
dup_excerpts (VrComparison *comparison, const VrOverride *pair)
{
  g_autofree char *old_excerpt = dup_excerpt (comparison, VR_SIDE_OLD, pair->old_index);
  g_autofree char *new_excerpt = dup_excerpt (comparison, VR_SIDE_NEW, pair->new_index);

  /* Translators: how a paragraph of the old article begins, and one of the new. */
  return g_strdup_printf (_ ("“%s” — “%s”"), old_excerpt, new_excerpt);
}

static GtkWidget *
make_remove_button (const char *action, guint32 first, guint32 second, const char *decision)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  /* Translators: %s is a decision: “Paragraphs 4 and 7 belong together”. */
  g_autofree char *label = g_strdup_printf (_ ("Remove: %s"), decision);

  gtk_widget_set_name (button, "undecide");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove This Decision"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", first, second);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

/* Takes @button, which removes the decision. */
static void
add_row (GtkListBox *list, const char *decision, const char *excerpts, GtkWidget *button)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (labels), vr_wrapped_label_new (decision, NULL));
  gtk_box_append (GTK_BOX (labels), vr_wrapped_label_new (excerpts, "dim-label"));
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_widget_add_css_class (box, "decision");
  gtk_box_append (GTK_BOX (box), labels);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, decision,
                                  -1);
  gtk_list_box_append (list, row);
}

static void
add_decision (GtkListBox *list, VrComparison *comparison, gboolean is_pair, const VrOverride *pair)
{
  g_autofree char *decision = vr_explanation_decision (is_pair, pair->old_index, pair->new_index);
  g_autofree char *excerpts = dup_excerpts (comparison, pair);

  add_row (list, decision, excerpts,
           make_remove_button ("win.undecide", pair->old_index, pair->new_index, decision));
}

static void
add_role (GtkListBox *list, VrComparison *comparison, const VrRoleChoice *choice)
{
  g_autofree char *decision = vr_role_words_dup_decision (choice);
  g_autofree char *excerpt = dup_excerpt (comparison, choice->side, choice->index);
  /* Translators: how a paragraph begins. */
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), excerpt);

  add_row (list, decision, quoted,
           make_remove_button ("win.undecide-role", choice->side, choice->index, decision));
}

void
vr_decision_list_fill (GtkListBox *list, VrComparison *comparison)
{
  VrOverrides *overrides = vr_comparison_get_overrides (comparison);
  const VrOverride *must = NULL, *must_not = NULL;
  const VrRoleChoice *roles;
  guint n_must = 0, n_must_not = 0, n_roles = 0, i = 0, k = 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  if (overrides == NULL)
    return;

  must = vr_overrides_peek_must (overrides, &n_must);
  must_not = vr_overrides_peek_must_not (overrides, &n_must_not);
  while (i < n_must || k < n_must_not)
    if (k == n_must_not || (i < n_must && vr_override_compare (&must[i], &must_not[k]) < 0))
      add_decision (list, comparison, TRUE, &must[i++]);
    else
      add_decision (list, comparison, FALSE, &must_not[k++]);
  roles = vr_overrides_peek_roles (overrides, &n_roles);
  for (guint role = 0; role < n_roles; role++)
    add_role (list, comparison, &roles[role]);
}
