/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that counts quiet differences, and asks how much of them shall be seen. */
#include "vr-quiet-button.h"

#include "vr-closures.h"

#include <glib/gi18n-lib.h>

#define ROW_SPACING_PX 6
#define COLUMN_SPACING_PX 18

struct _VrQuietButton
{
  GtkWidget parent_instance;

  VrComparison *comparison;
  GtkMenuButton *button;
  gboolean is_narrow;
};

enum
{
  PROP_0,
  PROP_NARROW,
};

G_DEFINE_FINAL_TYPE (VrQuietButton, vr_quiet_button, GTK_TYPE_WIDGET)

/* By bit of VrQuiet. */
static const struct
{
  const char *action;
  const char *name;
} classes[VR_N_QUIET] = {
  { "win.quiet-typographic", N_ ("Typography") },
  { "win.quiet-space", N_ ("White Space") },
  { "win.quiet-case", N_ ("Upper and Lower Case") },
  { "win.quiet-punctuation", N_ ("Punctuation") },
  { "win.quiet-dateline", N_ ("Datelines") },
  { "win.quiet-repair", N_ ("Repaired Characters") },
};

static const struct
{
  const char *target;
  const char *label;
} shows[] = {
  { "shown", N_ ("Shown") },
  { "faint", N_ ("Faint") },
  { "hidden", N_ ("Hidden") },
};

static GtkWidget *
make_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);

  return label;
}

/* Three linked buttons, of which one is pressed. */
static GtkWidget *
make_choice (guint bit)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "homogeneous", TRUE, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (box, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (classes[bit].name), -1);
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      /* Translators: what assistive technology says of a button: "Typography: Faint". */
      g_autofree char *label =
          g_strdup_printf (_ ("%s: %s"), _ (classes[bit].name), _ (shows[i].label));

      /* GTK 4.18 goes by the label that a button made itself before the name that it is given. */
      gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (_ (shows[i].label)));
      gtk_widget_add_css_class (button, "text-button");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", shows[i].target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), classes[bit].action);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

/* The name and the count stand above the choice, so that a narrow window has room for it. */
static void
add_class (VrQuietButton *self, GtkGrid *grid, guint bit)
{
  const VrSummary *summary = vr_comparison_get_summary (self->comparison);
  g_autofree char *n = g_strdup_printf ("%'u", (guint)summary->n_quiet[bit]);
  GtkWidget *count = make_label (n, 1);

  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_grid_attach (grid, make_label (_ (classes[bit].name), 0), 0, 2 * (int)bit, 1, 1);
  gtk_grid_attach (grid, count, 1, 2 * (int)bit, 1, 1);
  gtk_grid_attach (grid, make_choice (bit), 0, 2 * (int)bit + 1, 2, 1);
}

/* Most readers never open it, so it is built when it is first asked for. */
static void
make_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  VrQuietButton *self = VR_QUIET_BUTTON (user_data);
  const VrOptions *options = vr_comparison_get_options (self->comparison);
  GtkWidget *popover, *grid;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (grid), ROW_SPACING_PX);
  gtk_grid_set_column_spacing (GTK_GRID (grid), COLUMN_SPACING_PX);
  gtk_widget_add_css_class (grid, "quiet-classes");
  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    if (options->quiet & (1u << bit))
      add_class (self, GTK_GRID (grid), bit);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Quiet Differences"), -1);
  gtk_menu_button_set_popover (button, popover);
}

static guint64
count_quiet (VrQuietButton *self)
{
  const VrSummary *summary;
  guint64 n = 0;

  if (self->comparison == NULL)
    return 0;
  summary = vr_comparison_get_summary (self->comparison);
  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    n += summary->n_quiet[bit];

  return n;
}

static void
update (VrQuietButton *self)
{
  guint n = (guint)count_quiet (self);
  g_autofree char *label = vr_closure_quiet (n);
  g_autofree char *number = g_strdup_printf ("%'u", n);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_menu_button_set_label (self->button, self->is_narrow ? number : label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
vr_quiet_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VrQuietButton *self = VR_QUIET_BUTTON (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->is_narrow = g_value_get_boolean (value);
  update (self);
}

static void
vr_quiet_button_dispose (GObject *object)
{
  VrQuietButton *self = VR_QUIET_BUTTON (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;
  g_clear_pointer (&self->comparison, vr_comparison_unref);

  G_OBJECT_CLASS (vr_quiet_button_parent_class)->dispose (object);
}

static void
vr_quiet_button_class_init (VrQuietButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = vr_quiet_button_set_property;
  G_OBJECT_CLASS (klass)->dispose = vr_quiet_button_dispose;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quietbutton");
}

static void
vr_quiet_button_init (VrQuietButton *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  gtk_widget_set_name (GTK_WIDGET (self->button), "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_menu_button_set_direction (self->button, GTK_ARROW_UP);
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Quiet Differences"));
  gtk_menu_button_set_create_popup_func (self->button, make_popover_cb, self, NULL);
  update (self);
}

void
vr_quiet_button_set_comparison (VrQuietButton *self, VrComparison *comparison)
{
  g_return_if_fail (VR_IS_QUIET_BUTTON (self));

  gtk_menu_button_set_popover (self->button, NULL);
  vr_comparison_ref (comparison);
  g_clear_pointer (&self->comparison, vr_comparison_unref);
  self->comparison = comparison;
  update (self);
}
