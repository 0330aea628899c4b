/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the library: a variant, under its story where that begins. */
#include "vr-library-row.h"

#include "vr-list-row.h"
#include "vr-version-words.h"
#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>

#define NO_WORDS "\302\240"
#define ITEM_KEY "vr-library-item"

static GtkLabel *
get_name_label (GtkWidget *row)
{
  return GTK_LABEL (gtk_widget_get_first_child (gtk_widget_get_last_child (row)));
}

static GtkLabel *
get_figures_label (GtkWidget *row)
{
  return GTK_LABEL (gtk_widget_get_last_child (gtk_widget_get_last_child (row)));
}

GtkWidget *
vr_library_row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *story = vr_wrapped_label_new (NULL, "story");
  GtkWidget *variant = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figures = vr_wrapped_label_new (NO_WORDS, "dim-label");

  gtk_widget_add_css_class (story, "heading");
  gtk_widget_add_css_class (variant, "variant");
  gtk_box_append (GTK_BOX (variant), vr_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (variant), figures);
  gtk_widget_add_css_class (figures, "caption");
  gtk_box_append (GTK_BOX (box), story);
  gtk_box_append (GTK_BOX (box), variant);

  return box;
}

static void
set_spoken (GtkWidget *row, VrLibraryItem *item, const char *figures)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  /* Translators: said by a screen reader: a variant, and the story that it belongs to. */
  g_string_printf (spoken, _ ("%s, of the story %s"), vr_library_item_get_variant (item),
                   vr_library_item_get_story (item));
  if (figures != NULL)
    g_string_append_printf (spoken, "; %s", figures);
  vr_list_row_say (row, spoken->str);
}

static void
update (GtkWidget *row, VrLibraryItem *item)
{
  const VrVariantFigures *figures = vr_library_item_peek_figures (item);
  g_autofree char *words = figures != NULL ? vr_version_words_dup_figures (figures, NULL) : NULL;

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)),
                       vr_library_item_get_story (item));
  gtk_label_set_label (get_name_label (row), vr_library_item_get_variant (item));
  /* The line is there before its words are. */
  gtk_label_set_label (get_figures_label (row), words != NULL ? words : NO_WORDS);
  set_spoken (row, item, words);
}

static void
changed_cb (VrLibraryItem *item, GtkWidget *row)
{
  update (row, item);
}

void
vr_library_row_set_item (GtkWidget *row, VrLibraryItem *item)
{
  GtkWidget *story = gtk_widget_get_first_child (row);
  VrLibraryItem *before = g_object_get_data (G_OBJECT (row), ITEM_KEY);

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, changed_cb, row);
  g_object_set_data_full (G_OBJECT (row), ITEM_KEY, g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "changed", G_CALLBACK (changed_cb), row, 0);
  gtk_widget_set_visible (story, vr_library_item_begins_story (item));
  /* What a command line calls it. */
  gtk_widget_set_tooltip_text (row, vr_library_item_get_name (item));
  update (row, item);
}

const char *
vr_library_row_get_name (GtkWidget *row)
{
  VrLibraryItem *item = g_object_get_data (G_OBJECT (row), ITEM_KEY);

  return item != NULL ? vr_library_item_get_name (item) : NULL;
}
