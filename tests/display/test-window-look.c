/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says once, and what fits into a narrow one. */
#include "vr-pair-chooser.h"
#include "vr-resources.h"
#include "vr-row-content.h"
#include "vr-row-heights.h"
#include "vr-window-private.h"
#include "window-fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A telephone's; the desktop's “Large Text” is 125 %, and its settings go on from there. */
#define NARROW_PX 360
#define TALL_PX 640
#define LARGE_PERCENT 150

#define QUAY "The quay will be rebuilt by spring, the mayor said on Monday.\n"

/* The name of a file stands above its text once, as the title where there is no headline. */
static void
test_names (void)
{
  VrWindow *window = fixture_open_texts (QUAY, "Quay to be rebuilt\n\n" QUAY, 1180);

  g_assert_cmpstr (fixture_label_of (window, "old-title"), ==, "old.txt");
  g_assert_cmpstr (fixture_label_of (window, "old-detail"), ==, "");
  g_assert_cmpstr (fixture_label_of (window, "new-title"), ==, "Quay to be rebuilt");
  g_assert_cmpstr (fixture_label_of (window, "new-detail"), ==, "new.txt");
  fixture_close_window (window);
}

/* What tells two versions apart is the end of their names, which a narrow column would cut. */
static void
test_names_of_versions (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static (QUAY, strlen (QUAY));
  const VrSource sources[] = { { "The-quay/Harbour-Post@4", NULL, text, "UTF-8" },
                               { "The-quay/Harbour-Post@5", NULL, text, "UTF-8" } };
  g_autoptr (VrDocument) document = vr_document_new (sources, &(VrOptions)VR_OPTIONS_INIT, NULL);
  VrWindow *window = fixture_open_document (document);

  g_assert_cmpstr (fixture_label_of (window, "old-title"), ==, "Harbour-Post@4");
  g_assert_cmpstr (fixture_label_of (window, "new-title"), ==, "Harbour-Post@5");
  g_assert_cmpstr (fixture_label_of (window, "new-detail"), ==, "The-quay/Harbour-Post@5");
  g_assert_cmpint (
      gtk_label_get_ellipsize (GTK_LABEL (fixture_find_named (GTK_WIDGET (window), "new-title"))),
      ==, PANGO_ELLIPSIZE_MIDDLE);
  fixture_close_window (window);
}

/* Above one column a long title has the room that the other does not need, and that beside it. */
static void
test_long_names (void)
{
  VrWindow *window = fixture_open_texts (
      QUAY, "Quay to be rebuilt by spring, says mayor who lost the last vote\n\n" QUAY, 1180);
  GtkWidget *title = fixture_find_named (GTK_WIDGET (window), "new-title");
  GtkWidget *first = fixture_find_named (GTK_WIDGET (window), "old-title");

  g_action_group_activate_action (G_ACTION_GROUP (window), "view", g_variant_new_string ("inline"));
  fixture_wait_ms (200);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (title))));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (first))));
  g_action_group_activate_action (G_ACTION_GROUP (window), "view",
                                  g_variant_new_string ("side-by-side"));
  fixture_close_window (window);
}

/* Where a row stood, its first line and the note beside it are one line, and so is the button. */
static void
test_stub (void)
{
  VrWindow *window = fixture_open_pair (40, 1180);
  VrPairPlan *plan = vr_compare_page_get_plan (vr_window_get_compare_page (window));
  GtkWidget *list = fixture_find_named (GTK_WIDGET (window), "rows");
  g_autoptr (VrRowHeights) heights = vr_row_heights_new (gtk_widget_get_pango_context (list));
  guint position = fixture_find (plan, VR_ROW_MOVED, TRUE);
  g_autoptr (VrRowContent) content = NULL;
  int x, y, line;

  vr_row_heights_set_plan (heights, plan);
  vr_row_heights_set_near (heights, 0, 100);
  vr_row_heights_get (heights, position, 1100);
  content = vr_row_content_new (plan, position, vr_row_heights_peek_style (heights));
  line = VR_ROW_PAD_PX + vr_row_heights_peek_style (heights)->line_height / 2;
  vr_row_content_get_button (content, &x, &y);
  g_assert_cmpint (ABS (y + VR_ROW_NOTE_PX / 2 - line), <=, 2);
  fixture_close_window (window);
}

/* How often @text is read in what is seen of @widget. */
static guint
count_seen (GtkWidget *widget, const char *text)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return 1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_seen (child, text);

  return n;
}

/* A file that is read for as long as nothing comes out of it. */
static char *
make_slow_file (void)
{
  char *path = fixture_write ("slow.txt", "", 0);

  g_assert_no_errno (unlink (path));
  g_assert_no_errno (mkfifo (path, 0600));

  return path;
}

static void
end_slow_file (const char *path)
{
  int fd = open (path, O_WRONLY | O_NONBLOCK);

  g_assert_no_errno (fd);
  close (fd);
}

static void
assert_says_it_compares (VrWindow *window)
{
  fixture_wait_until (count_seen (GTK_WIDGET (window), "Comparing…") > 0);
  /* One page goes while the other comes. */
  fixture_wait_ms (500);
  g_assert_cmpuint (count_seen (GTK_WIDGET (window), "Comparing…"), ==, 1);
}

/* Whether something is shown already or nothing is yet. */
static void
test_waiting (void)
{
  g_autofree char *path = make_slow_file ();
  g_autofree char *other = fixture_write ("other.txt", QUAY, -1);
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  gtk_window_present (GTK_WINDOW (window));
  fixture_open_paths (window, other, path);
  assert_says_it_compares (window);
  end_slow_file (path);
  fixture_wait_for_rows (window);
  fixture_activate (window, "compare-again");
  assert_says_it_compares (window);
  end_slow_file (path);
  fixture_wait_until (!fixture_is_enabled (window, "cancel"));
  fixture_close_window (window);
}

/* How large letters are on this desktop, in percent. */
static void
set_text_scale (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
}

static GtkMenuButton *
open_menu (VrWindow *window)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (fixture_find_named (GTK_WIDGET (window), "menu"));

  gtk_menu_button_popup (button);
  fixture_wait_until (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  fixture_wait_ms (100);

  return button;
}

/* GDK asks once more where the pointer is above a popover that goes. */
static void
close_menu (GtkMenuButton *button)
{
  gtk_menu_button_popdown (button);
  fixture_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  fixture_wait_ms (300);
}

/* All of the menu is seen at once in a telephone's window. */
static void
test_menu_fits (void)
{
  for (int percent = 100; percent <= LARGE_PERCENT; percent += 50)
    {
      VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
      GtkMenuButton *button;
      GdkSurface *above, *below;

      set_text_scale (percent);
      gtk_window_set_default_size (GTK_WINDOW (window), NARROW_PX, TALL_PX);
      vr_window_show_start (window);
      gtk_window_present (GTK_WINDOW (window));
      button = open_menu (window);
      above = gtk_native_get_surface (GTK_NATIVE (gtk_menu_button_get_popover (button)));
      below = gtk_native_get_surface (GTK_NATIVE (window));
      g_assert_cmpint (gdk_popup_get_position_y (GDK_POPUP (above))
                           + gdk_surface_get_height (above),
                       <=, gdk_surface_get_height (below));
      close_menu (button);
      fixture_close_window (window);
      set_text_scale (100);
    }
}

static void
add_actions (GMenuModel *menu, GPtrArray *actions)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      char *action;

      if (section != NULL)
        add_actions (section, actions);
      if (submenu != NULL)
        add_actions (submenu, actions);
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_ptr_array_add (actions, action);
    }
}

/* However short, it has every command. */
static void
test_menu_is_whole (void)
{
  static const char *const commands[] = {
    "app.new-window",     "win.open",          "win.paste-texts", "win.save",
    "win.save-as",        "win.compare-again", "win.swap",        "win.edit-texts",
    "win.first-change",   "win.last-change",   "app.preferences", "win.show-sample",
    "win.show-shortcuts", "app.help",          "app.about",       "win.snapshot",
    "win.library",        "win.export",        "win.print",       "win.print-preview",
    "win.open-url",
  };
  VrWindow *window = fixture_open_texts (QUAY, QUAY, 1180);
  GtkMenuButton *button = open_menu (window);
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_free);

  add_actions (gtk_menu_button_get_menu_model (button), actions);
  close_menu (button);
  g_assert_cmpuint (actions->len, ==, G_N_ELEMENTS (commands));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_assert_true (g_ptr_array_find_with_equal_func (actions, commands[i], g_str_equal, NULL));
  fixture_close_window (window);
}

static void
assert_fits (VrWindow *window, const char *state)
{
  int least;

  fixture_wait_for_state (window, state);
  fixture_wait_ms (300);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_test_message ("%s: %d px", state, least);
  g_assert_cmpint (least, <=, NARROW_PX);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, NARROW_PX);
}

/* Large letters keep no window from being as narrow as a telephone, whatever it shows. */
static void
test_large_letters_fit (void)
{
  g_autofree char *slow = make_slow_file ();
  g_autofree char *article = fixture_write ("article.txt", QUAY, -1);
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  set_text_scale (LARGE_PERCENT);
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW_PX, TALL_PX);
  vr_window_show_start (window);
  gtk_window_present (GTK_WINDOW (window));
  assert_fits (window, "start");
  fixture_open_paths (window, article, slow);
  assert_fits (window, "waiting");
  end_slow_file (slow);
  assert_fits (window, "compare");
  fixture_activate (window, "compare-again");
  fixture_wait_until (gtk_widget_get_mapped (fixture_find_named (GTK_WIDGET (window), "progress")));
  assert_fits (window, "compare");
  end_slow_file (slow);
  fixture_wait_until (!fixture_is_enabled (window, "cancel"));
  fixture_open_paths (window, article, "/nowhere");
  assert_fits (window, "error");
  fixture_activate (window, "paste-texts");
  assert_fits (window, "paste");
  fixture_close_window (window);
  set_text_scale (100);
}

/* Where the bar has everything that it can have: decisions, critical and quiet differences. */
static void
test_full_bar_fits (void)
{
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);
  VrWindow *window;

  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (old_text, "Ship %u came into \"harbour\" with %u men.\n\n", i,
                              i + 40);
      g_string_append_printf (new_text, "Ship %u came into “harbour” with %u men.\n\n", i, i + 90);
    }
  set_text_scale (LARGE_PERCENT);
  window = fixture_open_texts (old_text->str, new_text->str, NARROW_PX);
  for (guint i = 0; i < 12; i++)
    {
      fixture_activate (window, "next-change");
      fixture_activate (window, "unpair");
      fixture_wait_until (!fixture_is_enabled (window, "cancel"));
    }
  fixture_wait_ms (100);
  g_assert_true (gtk_widget_get_mapped (fixture_find_named (GTK_WIDGET (window), "critical")));
  g_assert_true (gtk_widget_get_mapped (fixture_find_named (GTK_WIDGET (window), "decided")));
  assert_fits (window, "compare");
  fixture_activate (window, "find");
  assert_fits (window, "compare");
  fixture_activate (window, "next-change");
  g_action_group_activate_action (G_ACTION_GROUP (window), "explain", NULL);
  assert_fits (window, "compare");
  fixture_close_window (window);
  set_text_scale (100);
}

/* What is chosen from above a narrow window is as narrow. */
static void
test_chooser_fits (void)
{
  VrWindow *window = fixture_open_texts (QUAY, "Quay to be rebuilt\n\n" QUAY, NARROW_PX);
  g_autoptr (VrWordIndex) words = vr_word_index_new (vr_window_get_comparison (window));
  VrRow row = vr_comparison_get_row (vr_window_get_comparison (window), 0);
  VrPairChooser *chooser = vr_pair_chooser_new (GTK_WINDOW (window), words, &row);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (chooser), &width, &height);
  g_assert_cmpint (width, ==, gtk_widget_get_width (GTK_WIDGET (window)));
  gtk_window_destroy (GTK_WINDOW (chooser));
  fixture_close_window (window);
}

/* As the program does. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, VR_RESOURCE_BASE "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  load_style ();
  g_test_add_func ("/window-look/a-name-is-said-once", test_names);
  g_test_add_func ("/window-look/two-versions-are-told-apart-by-their-names",
                   test_names_of_versions);
  g_test_add_func ("/window-look/a-long-title-has-the-room-there-is", test_long_names);
  g_test_add_func ("/window-look/a-stub-and-its-note-are-one-line", test_stub);
  g_test_add_func ("/window-look/a-comparison-under-way-is-said-once", test_waiting);
  g_test_add_func ("/window-look/the-menu-fits-into-a-narrow-window", test_menu_fits);
  g_test_add_func ("/window-look/the-menu-has-every-command", test_menu_is_whole);
  g_test_add_func ("/window-look/large-letters-fit-into-a-narrow-window", test_large_letters_fit);
  g_test_add_func ("/window-look/the-bar-fits-into-a-narrow-window", test_full_bar_fits);
  g_test_add_func ("/window-look/the-chooser-fits-above-a-narrow-window", test_chooser_fits);

  return g_test_run ();
}
