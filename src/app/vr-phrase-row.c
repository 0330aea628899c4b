/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of what became of a phrase, under its variant where that begins. */
#include "vr-phrase-row.h"

#include "vr-list-row.h"
#include "vr-phrase-words.h"
#include "vr-wrapped-label.h"

/* The labels of a row, one below the other. */
typedef enum
{
  VARIANT,
  SHARE,
  EVENT,
  CONTEXT,
  WHEN,
  N_LABELS,
} Part;

static const char *const classes[N_LABELS] = { "heading", "dim-label", "event", "context",
                                               "dim-label" };

GtkWidget *
vr_phrase_row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < N_LABELS; i++)
    gtk_box_append (GTK_BOX (box), vr_wrapped_label_new (NULL, classes[i]));

  return box;
}

static GtkLabel *
get_label (GtkWidget *row, Part part)
{
  GtkWidget *label = gtk_widget_get_first_child (row);

  for (guint i = 0; i < part; i++)
    label = gtk_widget_get_next_sibling (label);

  return GTK_LABEL (label);
}

static void
set_label (GtkWidget *row, Part part, const char *words)
{
  GtkLabel *label = get_label (row, part);

  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

/* Bold and underlined: colour would not be enough. */
static void
mark (GtkLabel *label, VrSpan match)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *marks[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                              pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = match.from;
      marks[i]->end_index = match.to;
      pango_attr_list_insert (attributes, marks[i]);
    }
  gtk_label_set_attributes (label, attributes);
}

void
vr_phrase_row_set_item (GtkWidget *row, VrPhraseItem *item)
{
  const VrPhraseLives *lives = vr_phrase_item_get_lives (item);
  guint index = vr_phrase_item_get_index (item);
  const VrFoundVariant *variant = vr_phrase_lives_peek_variant (lives, index);
  const VrVariantTitles *titles = vr_phrase_lives_peek_titles (lives, index);
  const VrPhraseEvent *event = vr_phrase_lives_peek_event (lives, index);
  gboolean begins = vr_phrase_lives_begins_variant (lives, index);
  g_autofree char *share = begins ? vr_phrase_words_dup_share (variant, titles->story) : NULL;
  g_autofree char *what = vr_phrase_words_dup_event (event);
  g_autofree char *when = vr_phrase_words_dup_when (event);
  g_autofree char *spoken = vr_phrase_words_dup_spoken (lives, index);

  set_label (row, VARIANT, begins ? titles->variant : NULL);
  set_label (row, SHARE, share);
  set_label (row, EVENT, what);
  set_label (row, CONTEXT, event->context);
  mark (get_label (row, CONTEXT), event->match);
  set_label (row, WHEN, when);
  vr_list_row_say (row, spoken);
}
