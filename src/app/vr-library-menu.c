/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's context menus, and the keys that are its lists' own. */
#include "vr-library-menu.h"

#include "vr-button-names.h"
#include "vr-resources.h"

/* By key, so far from where a row begins; a row of stories is about twice as wide. */
#define MENU_FROM_BEGIN_PX 130

typedef struct
{
  const char *id; /* of the menu, in its file */
  GtkWidget *page;
  GtkWidget *list;
  GtkWidget *popover; /* (nullable): made when it is first asked for; goes with the page */
} Menu;

static void
menu_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* A popover that closes leaves the keyboard to the first widget of the window. */
static void
closed_cb (Menu *menu)
{
  if (gtk_widget_get_mapped (menu->list))
    gtk_widget_grab_focus (menu->list);
}

static void
page_gone_cb (Menu *menu)
{
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

static void
make_popover (Menu *menu)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (VR_RESOURCES "vr-library-menu.ui");
  GMenuModel *model = G_MENU_MODEL (gtk_builder_get_object (builder, menu->id));

  menu->popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (menu->popover, menu->page);
  vr_button_names_watch_menu (GTK_POPOVER (menu->popover));
  g_signal_connect_swapped (menu->popover, "closed", G_CALLBACK (closed_cb), menu);
}

static void
pop_up (Menu *menu, double x, double y)
{
  GdkRectangle at = { .width = 1, .height = 1 };

  if (menu->popover == NULL)
    make_popover (menu);
  gtk_widget_translate_coordinates (menu->list, menu->page, x, y, &x, &y);
  at.x = (int)x;
  at.y = (int)y;
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &at);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

/* The list's own widget around what is at that place; NULL between rows. */
static GtkWidget *
find_row (Menu *menu, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (menu->list, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && gtk_widget_get_parent (widget) != menu->list)
    widget = widget != menu->list ? gtk_widget_get_parent (widget) : NULL;

  return widget;
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, Menu *menu)
{
  GtkWidget *row = find_row (menu, x, y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  pop_up (menu, x, y);
}

/* Below the words, which stand where a row begins, however wide it is. */
static double
find_words (GtkWidget *list, const graphene_rect_t *row)
{
  double from_begin = MIN (row->size.width / 2, MENU_FROM_BEGIN_PX);

  return gtk_widget_get_direction (list) == GTK_TEXT_DIR_RTL
             ? row->origin.x + row->size.width - from_begin
             : row->origin.x + from_begin;
}

/* By key the menu opens below the row that is stood on, which it is about. */
static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  Menu *menu = user_data;
  GtkWidget *row = gtk_widget_get_focus_child (menu->list);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, menu->list, &bounds))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  pop_up (menu, find_words (menu->list, &bounds),
          CLAMP (bounds.origin.y + bounds.size.height, 0, gtk_widget_get_height (menu->list)));

  return GDK_EVENT_STOP;
}

static void
add_key (GtkShortcutController *controller, const char *keys, GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys), action));
}

static GtkShortcutController *
attach (VrLibraryPage *page, GtkWidget *list, const char *id)
{
  Menu *menu = g_new0 (Menu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);

  *menu = (Menu){ id, GTK_WIDGET (page), list, NULL };
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  add_key (keys, "Menu|<Shift>F10", gtk_callback_action_new (menu_key_cb, menu, NULL));
  gtk_widget_add_controller (list, controller);
  g_signal_connect_data (page, "destroy", G_CALLBACK (page_gone_cb), menu, menu_free,
                         G_CONNECT_SWAPPED);

  return keys;
}

void
vr_library_menu_attach (VrLibraryPage *page)
{
  VrTimelineView *timeline = vr_library_page_get_timeline (page);
  GtkShortcutController *variants = attach (page, vr_library_page_get_list (page), "variant_menu");
  GtkShortcutController *versions =
      attach (page, vr_timeline_view_get_list (timeline), "version_menu");

  add_key (variants, "Delete|KP_Delete", gtk_named_action_new ("win.delete-variant"));
  add_key (variants, "<Shift>Delete|<Shift>KP_Delete", gtk_named_action_new ("win.delete-story"));
  add_key (versions, "<Control>c|<Control>Insert", gtk_named_action_new ("win.copy-version-name"));
}
