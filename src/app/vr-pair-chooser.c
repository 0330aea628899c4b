/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which paragraph of the other article one belongs to. */
#include "vr-pair-chooser.h"

#include "vr-list-row.h"
#include "vr-report-fate.h"
#include "vr-pair-choice.h"
#include "vr-reasons.h"
#include "vr-resources.h"

#include <glib/gi18n-lib.h>

/* So many of the paragraphs that are most like it stand first, and say so. */
#define MAX_LIKELY 5

/* Two lines of the list, and something to search in. */
#define MAX_TEXT_BYTES 2048

/* A paragraph that wants a partner. */
typedef struct
{
  VrSide side;
  guint32 index;
} Subject;

struct _VrPairChooser
{
  AdwWindow parent_instance;

  VrWordIndex *words;
  GArray *subjects; /* Subject */
  GListStore *choices;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  char *searched;
  VrPattern *pattern; /* of what is searched for; NULL for nothing */

  /* Template widgets */
  GtkDropDown *subject_drop_down;
  GtkWidget *header_bar;
  GtkLabel *subject_label;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkWidget *pair_button;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrPairChooser, vr_pair_chooser, ADW_TYPE_WINDOW)

static const Subject *
get_subject (VrPairChooser *self)
{
  guint selected = gtk_drop_down_get_selected (self->subject_drop_down);

  return &g_array_index (self->subjects, Subject, selected < self->subjects->len ? selected : 0);
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrPairChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_lines (GTK_LABEL (text), 2);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (box, "choice");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrPairChooser *self)
{
  VrPairChoice *choice = VR_PAIR_CHOICE (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *text = gtk_widget_get_next_sibling (title);
  /* Translators: said by a screen reader: a paragraph’s number, and how it begins. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), vr_pair_choice_get_title (choice),
                                            vr_pair_choice_get_text (choice));

  gtk_label_set_label (GTK_LABEL (title), vr_pair_choice_get_title (choice));
  gtk_label_set_label (GTK_LABEL (text), vr_pair_choice_get_text (choice));
  vr_list_row_say (box, label);
}

static gboolean
is_partner (const VrRow *row, const Subject *subject)
{
  guint n;
  const guint32 *own = vr_row_peek_paragraphs (row, subject->side, &n);

  /* In a group it is not known who belongs to whom; there the reader may say so. */
  return row->n_old == 1 && row->n_new == 1 && n == 1 && own[0] == subject->index;
}

static VrPairChoice *
make_choice (VrComparison *comparison, guint row_index, VrSide side, guint index,
             const char *closeness)
{
  VrSlice text =
      vr_article_get_paragraph_text (vr_comparison_get_article (comparison, side), index);
  g_autofree char *fate = vr_report_dup_kind (comparison, row_index);
  g_autofree char *shown = g_utf8_make_valid (text.text, MIN (text.n_bytes, MAX_TEXT_BYTES));

  return vr_pair_choice_new (index, fate, closeness, shown);
}

/* The row of each paragraph of @side. */
static guint *
list_rows (VrComparison *comparison, VrSide side)
{
  guint n = vr_article_get_n_paragraphs (vr_comparison_get_article (comparison, side));
  guint *rows = g_new0 (guint, MAX (n, 1));

  for (guint r = 0; r < vr_comparison_get_n_rows (comparison); r++)
    {
      VrRow row = vr_comparison_get_row (comparison, r);
      guint n_members;
      const guint32 *members = vr_row_peek_paragraphs (&row, side, &n_members);

      for (guint i = 0; i < n_members; i++)
        rows[members[i]] = r;
    }

  return rows;
}

/* Takes the most likely one of those left out of @likeness, if it is near. */
static guint
take_likeliest (float *likeness, guint n)
{
  guint best = VR_NO_PARAGRAPH;

  for (guint i = 0; i < n; i++)
    if (likeness[i] >= VR_REASONS_NEAR && (best == VR_NO_PARAGRAPH || likeness[i] > likeness[best]))
      best = i;
  if (best != VR_NO_PARAGRAPH)
    likeness[best] = -1;

  return best;
}

/* The most likely ones first, then all others as they stand in the article. */
static void
list_choices (VrPairChooser *self)
{
  const Subject *subject = get_subject (self);
  VrSide side = 1 - subject->side;
  VrComparison *comparison = vr_word_index_get_comparison (self->words);
  guint n = vr_article_get_n_paragraphs (vr_comparison_get_article (comparison, side));
  g_autofree guint *rows = list_rows (comparison, side);
  g_autofree float *likeness = g_new (float, MAX (n, 1));
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  guint best;

  vr_reasons_measure (self->words, subject->side, subject->index, likeness);
  for (guint i = 0; i < n; i++)
    {
      VrRow row = vr_comparison_get_row (comparison, rows[i]);

      if (is_partner (&row, subject))
        likeness[i] = -1;
    }
  for (guint i = 0; i < MAX_LIKELY; i++)
    if ((best = take_likeliest (likeness, n)) != VR_NO_PARAGRAPH)
      g_ptr_array_add (choices, make_choice (comparison, rows[best], side, best,
                                             i == 0 ? _ ("closest match") : _ ("close match")));
  for (guint i = 0; i < n; i++)
    if (likeness[i] >= 0)
      g_ptr_array_add (choices, make_choice (comparison, rows[i], side, i, NULL));

  g_list_store_splice (self->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->choices)),
                       choices->pdata, choices->len);
}

static void
update_stack (VrPairChooser *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "nothing" : "list");
  gtk_widget_set_sensitive (self->pair_button, !is_empty);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  VrPairChooser *self = VR_PAIR_CHOOSER (user_data);

  return vr_pair_choice_matches (VR_PAIR_CHOICE (item),
                                 gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
                                 self->pattern);
}

static void
search_cb (VrPairChooser *self)
{
  g_clear_pointer (&self->pattern, vr_pattern_free);
  g_free (self->searched);
  self->searched = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  self->pattern = vr_pattern_new (self->searched);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, 0);
  update_stack (self);
}

static void
subject_cb (VrPairChooser *self)
{
  if (self->subjects->len == 0)
    return;
  list_choices (self);
  gtk_single_selection_set_selected (self->selection, 0);
  update_stack (self);
}

static void
choose_cb (VrPairChooser *self)
{
  VrPairChoice *choice = gtk_single_selection_get_selected_item (self->selection);
  const Subject *subject = get_subject (self);
  guint other;

  if (choice == NULL)
    return;
  other = vr_pair_choice_get_index (choice);
  if (subject->side == VR_SIDE_OLD)
    g_signal_emit (self, signals[CHOSEN], 0, subject->index, other);
  else
    g_signal_emit (self, signals[CHOSEN], 0, other, subject->index);
  gtk_window_close (GTK_WINDOW (self));
}

/* Return may come before the entry tells what was typed last: it means what is read in it. */
static void
entry_activate_cb (VrPairChooser *self)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), self->searched))
    search_cb (self);
  choose_cb (self);
}

static void
close_cb (VrPairChooser *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (GtkListView *list_view, guint position, VrPairChooser *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  choose_cb (self);
}

/* From the entry, the arrows move what is chosen, so that a hand need not leave it. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        VrPairChooser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return FALSE;
  selected = keyval == GDK_KEY_Down ? MIN (selected + 1, n - 1) : selected - (selected > 0);
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", selected);

  return TRUE;
}

/* The list's own Tab would stop at every paragraph before it comes to the buttons. */
static gboolean
list_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             VrPairChooser *self)
{
  if (keyval == GDK_KEY_Tab)
    return gtk_widget_child_focus (self->header_bar, GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return GDK_EVENT_PROPAGATE;
}

static void
vr_pair_chooser_dispose (GObject *object)
{
  VrPairChooser *self = VR_PAIR_CHOOSER (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_PAIR_CHOOSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->choices);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->words, vr_word_index_unref);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_clear_pointer (&self->pattern, vr_pattern_free);
  g_clear_pointer (&self->searched, g_free);

  G_OBJECT_CLASS (vr_pair_chooser_parent_class)->dispose (object);
}

static void
vr_pair_chooser_class_init (VrPairChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_pair_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-pair-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, VrPairChooser, subject_drop_down);
  gtk_widget_class_bind_template_child (widget_class, VrPairChooser, header_bar);
  gtk_widget_class_bind_template_child (widget_class, VrPairChooser, subject_label);
  gtk_widget_class_bind_template_child (widget_class, VrPairChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VrPairChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, VrPairChooser, list_view);
  gtk_widget_class_bind_template_child (widget_class, VrPairChooser, pair_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vr_pair_chooser_init (VrPairChooser *self)
{
  GtkFilterListModel *filtered;

  self->subjects = g_array_new (FALSE, FALSE, sizeof (Subject));
  self->searched = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button inside is what has the keyboard. */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->subject_drop_down))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The paragraph to pair"), -1);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
  self->choices = g_list_store_new (VR_TYPE_PAIR_CHOICE);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->choices)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

static void
add_subject (VrPairChooser *self, VrSide side, guint32 index)
{
  Subject subject = { side, index };

  g_array_append_val (self->subjects, subject);
}

static void
add_subjects (VrPairChooser *self, const VrRow *row)
{
  for (guint32 i = 0; i < row->n_new; i++)
    add_subject (self, VR_SIDE_NEW, row->new_paragraphs[i]);
  for (guint32 i = 0; i < row->n_old; i++)
    add_subject (self, VR_SIDE_OLD, row->old_paragraphs[i]);
}

static void
show_subjects (VrPairChooser *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->subjects->len; i++)
    {
      const Subject *subject = &g_array_index (self->subjects, Subject, i);
      char *name =
          g_strdup_printf (subject->side == VR_SIDE_OLD ? _ ("Paragraph %'u of the Old Article")
                                                        : _ ("Paragraph %'u of the New Article"),
                           subject->index + 1);

      gtk_label_set_label (self->subject_label, name);
      gtk_string_list_take (names, name);
    }
  gtk_drop_down_set_model (self->subject_drop_down, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->subject_drop_down), self->subjects->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->subject_label), self->subjects->len == 1);
  g_object_unref (names);
}

/* Above a narrow window it is no wider. */
static void
fit (VrPairChooser *self, GtkWindow *parent)
{
  int room = gtk_widget_get_width (GTK_WIDGET (parent));
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (room > 0 && room < width)
    gtk_window_set_default_size (GTK_WINDOW (self), room, height);
}

VrPairChooser *
vr_pair_chooser_new (GtkWindow *parent, VrWordIndex *words, const VrRow *row)
{
  VrPairChooser *self = g_object_new (VR_TYPE_PAIR_CHOOSER, "transient-for", parent, NULL);

  self->words = vr_word_index_ref (words);
  fit (self, parent);
  add_subjects (self, row);
  show_subjects (self);
  subject_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return self;
}

VrComparison *
vr_pair_chooser_get_comparison (VrPairChooser *self)
{
  g_return_val_if_fail (VR_IS_PAIR_CHOOSER (self), NULL);

  return vr_word_index_get_comparison (self->words);
}
