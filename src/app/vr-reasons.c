/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the side sheet: terms as bars, words as chips, the pairs of a group. */
#include "vr-reasons.h"

#include "vr-explanation.h"
#include "vr-report-terms.h"
#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_WORDS 8
#define MAX_PAIRS 24

/* Log-odds that are shown as 0.0 are no reason. */
#define LEAST_ADDED 0.05f

static void
empty (GtkWidget *container)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    if (GTK_IS_GRID (container))
      gtk_grid_remove (GTK_GRID (container), child);
    else
      gtk_flow_box_remove (GTK_FLOW_BOX (container), child);
}

/* The terms that count, the strongest first, then those against. */
static guint
rank_terms (const VrRow *row, VrAlignTerm ranked[VR_ALIGN_N_TERMS])
{
  guint n = 0;

  for (guint t = 0; t < VR_ALIGN_N_TERMS; t++)
    {
      guint at = n;

      /* What the reader said needs no measure. */
      if (fabsf (row->terms[t]) < LEAST_ADDED || t == VR_ALIGN_TERM_PINNED)
        continue;
      for (; at > 0 && row->terms[ranked[at - 1]] < row->terms[t]; at--)
        ranked[at] = ranked[at - 1];
      ranked[at] = t;
      n++;
    }

  return n;
}

static void
add_term (GtkGrid *grid, int at, VrAlignTerm term, float added, float strongest)
{
  GtkWidget *name = vr_wrapped_label_new (vr_report_term_get_name (term), NULL);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);
  g_autofree char *figure = vr_explanation_added ((double)added);
  GtkWidget *label = gtk_label_new (figure);
  GtkWidget *widgets[] = { name, bar, label };

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double)(fabsf (added) / strongest));
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, added < 0 ? "against" : "for");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, vr_report_term_get_name (term),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, vr_report_term_get_meaning (term), -1);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      gtk_widget_set_tooltip_text (widgets[i], widgets[i] == label
                                                   ? _ ("How much this speaks for the match (+) "
                                                        "or against it (−)")
                                                   : vr_report_term_get_meaning (term));
      gtk_grid_attach (grid, widgets[i], (int)i, at, 1, 1);
    }
}

gboolean
vr_reasons_fill_terms (GtkGrid *grid, const VrRow *row)
{
  VrAlignTerm ranked[VR_ALIGN_N_TERMS];
  guint n = rank_terms (row, ranked);
  float strongest = 0;

  empty (GTK_WIDGET (grid));
  for (guint i = 0; i < n; i++)
    strongest = MAX (strongest, fabsf (row->terms[ranked[i]]));
  for (guint i = 0; i < n; i++)
    add_term (grid, (int)i, ranked[i], row->terms[ranked[i]], strongest);

  return n > 0;
}

static GtkWidget *
make_chip (const VrSharedWord *word)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *text = g_strndup (word->text.text, word->text.n_bytes);
  g_autofree char *rarity = vr_explanation_word (word->n_paragraphs);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, "chip");
  gtk_widget_set_tooltip_text (label, rarity);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), label);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_set_halign (child, GTK_ALIGN_START);

  return child;
}

gboolean
vr_reasons_fill_words (GtkFlowBox *flow, const VrRow *row, VrWordIndex *words)
{
  g_autoptr (GArray) shared = vr_word_index_find_shared (words, row, MAX_WORDS);

  empty (GTK_WIDGET (flow));
  for (guint i = 0; i < shared->len; i++)
    gtk_flow_box_append (flow, make_chip (&g_array_index (shared, VrSharedWord, i)));

  return shared->len > 0;
}

static GtkWidget *
make_part_button (guint32 old_index, guint32 new_index)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-cut-symbolic");
  g_autofree char *pair = vr_explanation_pair (old_index, new_index);
  /* Translators: %s are two paragraphs’ numbers: “4 and 7”. */
  g_autofree char *label = g_strdup_printf (_ ("Not the Same: %s"), pair);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Not the Same"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", old_index, new_index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.unpair-two");

  return button;
}

static void
add_pair (GtkGrid *grid, int at, guint32 old_index, guint32 new_index, float likeness)
{
  g_autofree char *pair = vr_explanation_pair (old_index, new_index);
  g_autofree char *percent = vr_explanation_percent ((double)likeness);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);
  GtkWidget *figure = gtk_label_new (percent);

  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double)likeness);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (bar, _ ("How many of their rare words both have"));
  gtk_widget_add_css_class (figure, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, pair, -1);
  gtk_grid_attach (grid, vr_wrapped_label_new (pair, NULL), 0, at, 1, 1);
  gtk_grid_attach (grid, bar, 1, at, 1, 1);
  gtk_grid_attach (grid, figure, 2, at, 1, 1);
  gtk_grid_attach (grid, make_part_button (old_index, new_index), 3, at, 1, 1);
}

void
vr_reasons_fill_pairs (GtkGrid *grid, const VrRow *row, VrWordIndex *words)
{
  int n = 0;

  empty (GTK_WIDGET (grid));
  for (guint32 i = 0; i < row->n_old; i++)
    for (guint32 k = 0; k < row->n_new && n < MAX_PAIRS; k++)
      {
        float likeness =
            vr_word_index_get_likeness (words, row->old_paragraphs[i], row->new_paragraphs[k]);

        /* In a split or a merge each belongs to the one; in what was recast only some do. */
        if (likeness > 0 || row->n_old == 1 || row->n_new == 1)
          add_pair (grid, n++, row->old_paragraphs[i], row->new_paragraphs[k], likeness);
      }
}

gboolean
vr_reasons_measure (VrWordIndex *words, VrSide side, guint32 index, float *likeness)
{
  VrOverrides *overrides = vr_comparison_get_overrides (vr_word_index_get_comparison (words));
  gboolean is_parted = FALSE;
  guint n = 0;
  const VrOverride *parted = overrides != NULL ? vr_overrides_peek_must_not (overrides, &n) : NULL;

  vr_word_index_measure (words, side, index, likeness);
  for (guint i = 0; i < n; i++)
    if ((side == VR_SIDE_OLD ? parted[i].old_index : parted[i].new_index) == index)
      {
        likeness[side == VR_SIDE_OLD ? parted[i].new_index : parted[i].old_index] = 0;
        is_parted = TRUE;
      }

  return is_parted;
}

guint
vr_reasons_find_nearest (VrWordIndex *words, VrSide side, guint32 index, float *likeness,
                         gboolean *is_parted)
{
  VrArticle *other = vr_comparison_get_article (vr_word_index_get_comparison (words), 1 - side);
  guint n = vr_article_get_n_paragraphs (other);
  g_autofree float *all = g_new (float, MAX (n, 1));
  guint nearest = VR_NO_PARAGRAPH;

  *likeness = 0;
  *is_parted = vr_reasons_measure (words, side, index, all);
  for (guint i = 0; i < n; i++)
    if (all[i] > *likeness)
      {
        *likeness = all[i];
        nearest = i;
      }

  return nearest;
}
