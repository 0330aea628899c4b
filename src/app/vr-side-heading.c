/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Above a column: what the article is called, where and when it was published, how it was read. */
#include "vr-side-heading.h"

#include "vr-closures.h"
#include "vr-direction.h"
#include "vr-role-words.h"
#include "vr-side-lists.h"

#include <glib/gi18n-lib.h>

/* The buttons, by what they open; the last one opens all. */
enum
{
  BUTTON_ENCODING,
  BUTTON_REPAIRS,
  BUTTON_FURNITURE,
  BUTTON_ALL,
  N_BUTTONS,
};

#define SPACING_PX 6
#define LINE_GAP_PX 2

struct _VrSideHeading
{
  GtkBox parent_instance;

  VrSide side;
  VrComparison *comparison;
  gboolean is_narrow;

  GtkLabel *title;
  GtkLabel *detail;
  GtkMenuButton *buttons[N_BUTTONS];
  GtkLabel *labels[N_BUTTONS];
};

G_DEFINE_FINAL_TYPE (VrSideHeading, vr_side_heading, GTK_TYPE_BOX)

static const guint lists_of[N_BUTTONS] = {
  [BUTTON_ENCODING] = VR_SIDE_LIST_ENCODING,
  [BUTTON_REPAIRS] = VR_SIDE_LIST_REPAIRS,
  [BUTTON_FURNITURE] = VR_SIDE_LIST_FURNITURE,
  [BUTTON_ALL] = VR_SIDE_LIST_ENCODING | VR_SIDE_LIST_REPAIRS | VR_SIDE_LIST_FURNITURE,
};

static GtkWidget *
make_content (VrSideHeading *self, guint button)
{
  guint lists = lists_of[button] & vr_side_lists_find (self->comparison, self->side);

  return vr_side_lists_new (self->comparison, self->side, lists, self->is_narrow);
}

/* Most readers open few of them, so that they are made when they are first asked for. */
static void
make_popover_cb (GtkMenuButton *menu_button, gpointer user_data)
{
  VrSideHeading *self = user_data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (menu_button) != NULL)
    return;
  popover = gtk_popover_new ();
  for (guint i = 0; i < N_BUTTONS; i++)
    if (self->buttons[i] == menu_button)
      {
        gtk_popover_set_child (GTK_POPOVER (popover), make_content (self, i));
        gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        gtk_widget_get_tooltip_text (GTK_WIDGET (menu_button)), -1);
      }
  gtk_menu_button_set_popover (menu_button, popover);
  /* It would stand on what was opened. */
  g_object_bind_property (popover, "visible", menu_button, "has-tooltip",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

/* What is open shows what became of it, but for encodings, of which one was chosen; what is closed
 * is made anew when it is asked for. */
static void
renew_popover (VrSideHeading *self, guint button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->buttons[button]);
  guint lists = lists_of[button] & vr_side_lists_find (self->comparison, self->side);

  if (popover == NULL)
    return;
  if (button == BUTTON_ENCODING || lists == 0 || !gtk_widget_get_mapped (GTK_WIDGET (popover)))
    {
      gtk_menu_button_popdown (self->buttons[button]);
      gtk_menu_button_set_popover (self->buttons[button], NULL);
      return;
    }
  gtk_popover_set_child (popover, make_content (self, button));
  gtk_widget_child_focus (GTK_WIDGET (popover), GTK_DIR_TAB_FORWARD);
}

static GtkLabel *
make_label (GtkBox *box, const char *name, PangoEllipsizeMode ellipsize)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, ellipsize);
  gtk_widget_set_name (GTK_WIDGET (label), name);
  gtk_box_append (box, GTK_WIDGET (label));

  return label;
}

static void
make_button (VrSideHeading *self, GtkBox *box, guint button, const char *tooltip, const char *name)
{
  GtkMenuButton *menu_button = GTK_MENU_BUTTON (gtk_menu_button_new ());

  gtk_widget_set_name (GTK_WIDGET (menu_button), name);
  gtk_widget_add_css_class (GTK_WIDGET (menu_button), "side-button");
  gtk_widget_set_valign (GTK_WIDGET (menu_button), GTK_ALIGN_CENTER);
  if (button == BUTTON_ALL)
    {
      gtk_menu_button_set_icon_name (menu_button, "view-more-symbolic");
      gtk_widget_add_css_class (GTK_WIDGET (menu_button), "flat");
    }
  else
    {
      self->labels[button] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_ellipsize (self->labels[button], PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (GTK_WIDGET (self->labels[button]), "detail");
      gtk_menu_button_set_child (menu_button, GTK_WIDGET (self->labels[button]));
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (menu_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
  gtk_menu_button_set_create_popup_func (menu_button, make_popover_cb, self, NULL);
  gtk_box_append (box, GTK_WIDGET (menu_button));
  self->buttons[button] = menu_button;
}

static void
make_first_line (VrSideHeading *self)
{
  gboolean is_old = self->side == VR_SIDE_OLD;

  self->title =
      make_label (GTK_BOX (self), is_old ? "old-title" : "new-title", PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
}

static void
make_second_line (VrSideHeading *self)
{
  GtkBox *line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING_PX));
  gboolean is_old = self->side == VR_SIDE_OLD;

  self->detail = make_label (line, is_old ? "old-detail" : "new-detail", PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "detail");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  make_button (self, line, BUTTON_ENCODING, _ ("Encoding"),
               is_old ? "old-encoding" : "new-encoding");
  make_button (self, line, BUTTON_REPAIRS, _ ("Repaired Characters"),
               is_old ? "old-repairs" : "new-repairs");
  make_button (self, line, BUTTON_FURNITURE, _ ("Page Furniture"),
               is_old ? "old-furniture" : "new-furniture");
  make_button (self, line, BUTTON_ALL,
               is_old ? _ ("How the Old Article Was Read") : _ ("How the New Article Was Read"),
               is_old ? "old-reading" : "new-reading");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (line));
}

static void
vr_side_heading_dispose (GObject *object)
{
  VrSideHeading *self = VR_SIDE_HEADING (object);

  g_clear_pointer (&self->comparison, vr_comparison_unref);

  G_OBJECT_CLASS (vr_side_heading_parent_class)->dispose (object);
}

static void
vr_side_heading_class_init (VrSideHeadingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vr_side_heading_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sideheading");
}

static void
vr_side_heading_init (VrSideHeading *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), LINE_GAP_PX);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
vr_side_heading_new (VrSide side)
{
  VrSideHeading *self = g_object_new (VR_TYPE_SIDE_HEADING, NULL);

  self->side = side;
  make_first_line (self);
  make_second_line (self);

  return GTK_WIDGET (self);
}

/* A title stands where its article's lines begin. */
static void
align_title (GtkLabel *label, const char *title)
{
  VrDirection direction = vr_direction_of ((VrSlice){ title, strlen (title) });
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;
  VrDirection other = is_rtl ? VR_DIRECTION_LEFT_TO_RIGHT : VR_DIRECTION_RIGHT_TO_LEFT;

  gtk_label_set_xalign (label, direction == other ? 1 : 0);
}

/* A name that somebody gave is shown as it is, of a path only its end. */
static char *
dup_file_name (VrText *text)
{
  const char *name = text != NULL ? vr_text_get_name (text) : "";

  return g_path_is_absolute (name) ? g_path_get_basename (name) : g_strdup (name);
}

/* "CNN · 16 April 2014 · story.html": where and when, and the file's name where the title is
 * another one. */
static char *
dup_detail (VrArticle *article, const char *file_name)
{
  const char *published = vr_article_get_fact (article, VR_FACT_PUBLISHED);
  g_autofree char *date = published != NULL ? vr_role_words_dup_date (published) : NULL;
  const char *const all[] = { vr_article_get_fact (article, VR_FACT_SITE), date,
                              g_str_equal (vr_article_get_title (article), file_name) ? NULL
                                                                                      : file_name };
  const char *parts[G_N_ELEMENTS (all) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL && *all[i] != '\0')
      parts[n++] = all[i];

  return g_strjoinv (" · ", (char **)parts);
}

static void
show_names (VrSideHeading *self, VrArticle *article)
{
  VrText *text = vr_article_get_text (article);
  g_autofree char *file_name = dup_file_name (text);
  const char *title = vr_article_get_title (article);

  gtk_label_set_label (self->title, title);
  /* A headline is known by how it begins, a name by its end too. */
  gtk_label_set_ellipsize (self->title, g_str_has_suffix (file_name, title) ? PANGO_ELLIPSIZE_MIDDLE
                                                                            : PANGO_ELLIPSIZE_END);
  align_title (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
}

/* Where nothing is to be said and there is no button that says the encoding, that is. */
static void
show_detail (VrSideHeading *self, const char *encoding)
{
  VrArticle *article = vr_comparison_get_article (self->comparison, self->side);
  VrText *text = vr_article_get_text (article);
  const char *name = text != NULL ? vr_text_get_name (text) : "";
  g_autofree char *file_name = dup_file_name (text);
  g_autofree char *detail = dup_detail (article, file_name);
  g_autofree char *whole = dup_detail (article, name);
  const char *words = *detail == '\0' && self->is_narrow ? encoding : detail;

  gtk_label_set_label (self->detail, words);
  /* Of a name alone the end is known too. */
  gtk_label_set_ellipsize (self->detail, g_str_equal (words, file_name) ? PANGO_ELLIPSIZE_MIDDLE
                                                                        : PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->detail, gtk_label_get_xalign (self->title));
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *words != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), whole);
}

/* What a button says is its name, with the side that it is of; what kind of thing that is, its
 * tooltip. */
static void
show_button (VrSideHeading *self, guint button, guint lists, const char *words)
{
  gboolean is_alone = button == BUTTON_ALL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->buttons[button]),
                          self->is_narrow == is_alone && (lists & lists_of[button]) != 0);
  if (words == NULL)
    return;
  gtk_label_set_label (self->labels[button], words);
  /* Translators: what assistive technology says of a button: "UTF-8, old article". */
  name = g_strdup_printf (self->side == VR_SIDE_OLD ? _ ("%s, old article") : _ ("%s, new article"),
                          words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[button]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_buttons (VrSideHeading *self)
{
  VrText *text = vr_article_get_text (vr_comparison_get_article (self->comparison, self->side));
  guint lists = vr_side_lists_find (self->comparison, self->side);
  g_autofree char *encoding =
      vr_closure_side (NULL, text != NULL ? vr_text_get_encoding (text) : "UTF-8",
                       text != NULL ? vr_text_get_n_replaced (text) : 0);
  g_autofree char *repairs =
      vr_role_words_dup_repairs (vr_side_lists_count_repairs (self->comparison, self->side));
  g_autofree char *furniture =
      vr_closure_furniture (vr_comparison_get_summary (self->comparison)->n_furniture[self->side]);

  show_detail (self, encoding);
  show_button (self, BUTTON_ENCODING, lists, encoding);
  show_button (self, BUTTON_REPAIRS, lists, repairs);
  show_button (self, BUTTON_FURNITURE, lists, furniture);
  show_button (self, BUTTON_ALL, lists, NULL);
}

void
vr_side_heading_set_comparison (VrSideHeading *self, VrComparison *comparison)
{
  g_return_if_fail (VR_IS_SIDE_HEADING (self));

  vr_comparison_ref (comparison);
  g_clear_pointer (&self->comparison, vr_comparison_unref);
  self->comparison = comparison;
  show_names (self, vr_comparison_get_article (comparison, self->side));
  show_buttons (self);
  for (guint i = 0; i < N_BUTTONS; i++)
    renew_popover (self, i);
}

void
vr_side_heading_set_narrow (VrSideHeading *self, gboolean is_narrow)
{
  g_return_if_fail (VR_IS_SIDE_HEADING (self));

  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  if (self->comparison != NULL)
    show_buttons (self);
}
