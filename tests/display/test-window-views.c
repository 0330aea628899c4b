/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Views of a window: remembered, narrow, in the same place; quiet differences drawn as chosen. */
#include "vr-resources.h"
#include "vr-row-content.h"
#include "vr-row-heights.h"
#include "window-fixture.h"

/* A button that is activated stays down for a moment before it is clicked. */
#define CLICK_MS 500

#define LEAST_TITLE_PX 200

/* From the usual size of the text to the largest. */
#define MOST_STEPS 20

/* The window is told by a key or a button; both end here. */
static void
set_state (VrWindow *window, const char *action, const char *state)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, g_variant_new_string (state));
  fixture_wait_ms (100);
}

static char *
dup_state (VrWindow *window, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), action);

  return g_variant_dup_string (state, NULL);
}

static double
top_of (VrWindow *window, guint position)
{
  GtkWidget *row = fixture_find_row (window, position);
  graphene_rect_t bounds;

  g_assert_nonnull (row);
  g_assert_true (
      gtk_widget_compute_bounds (row, fixture_find_named (GTK_WIDGET (window), "rows"), &bounds));

  return bounds.origin.y;
}

static guint
selected_place (VrComparePage *page)
{
  VrPairPlan *plan = vr_compare_page_get_plan (page);

  return vr_pair_plan_peek (plan, vr_compare_page_get_selected (page))->place;
}

/* The row that is selected stays selected, and stays where it is on the screen. */
static void
test_place (void)
{
  static const char *const views[] = { "inline", "side-by-side", "changes", "inline" };
  VrWindow *window = fixture_open_pair (400, 1180);
  VrComparePage *page = vr_window_get_compare_page (window);
  guint place;
  double top;

  set_state (window, "view", "side-by-side");
  vr_compare_page_go_to_place (page, 200);
  fixture_wait_ms (200);
  place = selected_place (page);
  top = top_of (window, vr_compare_page_get_selected (page));
  g_assert_cmpuint (place, ==, 200);
  set_state (window, "view", views[0]);
  g_assert_cmpuint (selected_place (page), ==, place);
  g_assert_cmpfloat (ABS (top_of (window, vr_compare_page_get_selected (page)) - top), <=, 2);
  set_state (window, "view", views[1]);
  g_assert_cmpuint (selected_place (page), ==, place);
  g_assert_cmpfloat (ABS (top_of (window, vr_compare_page_get_selected (page)) - top), <=, 2);
  /* It is the same on both sides, so what is near it is selected, and it comes back by name. */
  set_state (window, "view", views[2]);
  g_assert_cmpuint (selected_place (page), !=, place);
  vr_compare_page_go_to_place (page, place);
  g_assert_cmpuint (selected_place (page), ==, place);
  fixture_assert_in_view (window, vr_compare_page_get_selected (page));
  set_state (window, "view", views[3]);
  g_assert_cmpuint (selected_place (page), ==, place);
  fixture_close_window (window);
}

/* A new window is as the last one was left. */
static void
test_remembered (void)
{
  VrWindow *first = fixture_open_pair (12, 1180);
  VrWindow *second;
  g_autofree char *view = NULL;
  g_autofree char *quiet = NULL;

  set_state (first, "view", "changes");
  set_state (first, "quiet-space", "hidden");
  fixture_close_window (first);

  second = fixture_open_pair (12, 1180);
  view = dup_state (second, "view");
  quiet = dup_state (second, "quiet-space");
  g_assert_cmpstr (view, ==, "changes");
  g_assert_cmpstr (quiet, ==, "hidden");
  g_assert_cmpuint (
      vr_pair_plan_get_fold (vr_compare_page_get_plan (vr_window_get_compare_page (second)), 0), ==,
      2);
  set_state (second, "view", "side-by-side");
  set_state (second, "quiet-space", "faint");
  fixture_close_window (second);
}

/* Where there is one column anyway, one button folds what is the same, and unfolds it. */
static void
test_narrow (void)
{
  VrWindow *window = fixture_open_pair (12, 360);
  GtkWidget *button = fixture_find_named (GTK_WIDGET (window), "view-changes-only");
  GtkWidget *wide = fixture_find_named (GTK_WIDGET (window), "view-inline");
  g_autofree char *changes = NULL;
  g_autofree char *whole = NULL;

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_false (gtk_widget_get_mapped (wide));
  gtk_widget_activate (button);
  fixture_wait_ms (CLICK_MS);
  changes = dup_state (window, "view");
  gtk_widget_activate (button);
  fixture_wait_ms (CLICK_MS);
  whole = dup_state (window, "view");
  g_assert_cmpstr (changes, ==, "changes");
  g_assert_cmpstr (whole, ==, "side-by-side");
  fixture_close_window (window);
}

/* A name by which @part of a bar is found, in words that fit into none. */
static void
lengthen (VrWindow *window, const char *part)
{
  gtk_label_set_label (GTK_LABEL (fixture_find_named (GTK_WIDGET (window), part)),
                       "Donaudampfschifffahrtsgesellschaftskapitänspatente "
                       "und andere Auszeichnungen der Schifffahrt");
  fixture_wait_ms (CLICK_MS);
}

static gboolean
is_seen (VrWindow *window, const char *name)
{
  return gtk_widget_get_mapped (fixture_find_named (GTK_WIDGET (window), name));
}

/* A language with long words loses them in the one bar that lacks the room, and keeps no window
 * from shrinking. */
static void
test_long_words (void)
{
  VrWindow *window = fixture_open_pair (12, 900);
  VrComparePage *page = vr_window_get_compare_page (window);
  int before = gtk_widget_get_width (GTK_WIDGET (window));
  int least;

  g_assert_true (is_seen (window, "view-inline-label"));
  g_assert_true (is_seen (window, "next-change-label"));
  lengthen (window, "next-change-label");
  g_assert_false (is_seen (window, "next-change-label"));
  g_assert_true (is_seen (window, "next-change"));
  g_assert_true (is_seen (window, "view-inline-label"));
  lengthen (window, "view-inline-label");
  g_assert_false (is_seen (window, "view-inline-label"));
  g_assert_true (is_seen (window, "view-inline"));
  g_assert_false (vr_compare_page_is_narrow (page));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, before);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, 360);
  fixture_close_window (window);
}

/* How much changed is read in full at every width. */
static void
test_subtitle (void)
{
  static const struct
  {
    int width;
    const char *seen, *hidden;
  } cases[] = { { 360, "brief-subtitle", "subtitle" }, { 1180, "subtitle", "brief-subtitle" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VrWindow *window = fixture_open_pair (120, cases[i].width);
      GtkWidget *label = fixture_find_named (GTK_WIDGET (window), cases[i].seen);

      g_assert_true (is_seen (window, cases[i].seen));
      g_assert_false (is_seen (window, cases[i].hidden));
      g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
      fixture_close_window (window);
    }
}

/* The title keeps its room: the view's buttons lose their words before it does. */
static void
test_title_first (void)
{
  static const int widths[] = { 680, 700, 760, 840, 1180 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      VrWindow *window = fixture_open_pair (120, widths[i]);
      GtkWidget *title = fixture_find_named (GTK_WIDGET (window), "title");

      g_assert_true (is_seen (window, "view-inline"));
      if (is_seen (window, "view-inline-label"))
        g_assert_cmpint (gtk_widget_get_width (title), >=, LEAST_TITLE_PX);
      fixture_close_window (window);
    }
}

/* Where the text is too large for two columns the buttons say that there is one, and give no other;
 * in smaller text the two are back. */
static void
test_forced (void)
{
  VrWindow *window = fixture_open_pair (12, 1000);
  GtkWidget *sides = fixture_find_named (GTK_WIDGET (window), "view-side-by-side");
  GtkWidget *one = fixture_find_named (GTK_WIDGET (window), "view-inline");
  guint n_steps = 0;

  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (sides)));
  while (fixture_is_enabled (window, "larger-text") && n_steps++ < MOST_STEPS)
    fixture_activate (window, "larger-text");
  fixture_wait_ms (CLICK_MS);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (sides)));
  g_assert_false (gtk_widget_get_sensitive (sides));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (one)));
  fixture_activate (window, "normal-text");
  fixture_wait_ms (CLICK_MS);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (sides)));
  g_assert_true (gtk_widget_get_sensitive (sides));
  fixture_close_window (window);
}

/* In a narrow header what opens leaves its place to the title; the menu has it. */
static void
test_title (void)
{
  VrWindow *window = fixture_open_pair (12, 360);

  g_assert_false (gtk_widget_get_mapped (fixture_find_named (GTK_WIDGET (window), "open")));
  g_assert_true (fixture_is_enabled (window, "open"));
  fixture_close_window (window);
}

/* How far the most colourful pixel of the overview is from grey, 0 to 255. */
static int
measure_colour (guint n_paragraphs)
{
  VrWindow *window = fixture_open_pair (n_paragraphs, 1180);
  GtkWidget *strip = fixture_find_named (GTK_WIDGET (window), "overview");
  int width = gtk_widget_get_width (strip);
  int height = gtk_widget_get_height (strip);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  int most = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  GTK_WIDGET_GET_CLASS (strip)->snapshot (strip, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *bytes = cairo_image_surface_get_data (surface)
                              + y * cairo_image_surface_get_stride (surface) + 4 * x;

        most = MAX (most, ABS (bytes[0] - bytes[1]));
      }
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  fixture_close_window (window);

  return most;
}

/* Where a pixel stands for many paragraphs, one that changed does not colour it as if all had. */
static void
test_overview (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  int few, many;

  gtk_css_provider_load_from_resource (provider, VR_RESOURCE_BASE "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  few = measure_colour (12);
  many = measure_colour (4000);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (provider));
  g_test_message ("colour of 12 paragraphs: %d, of 4,000: %d", few, many);
  g_assert_cmpint (many, >, 10);
  g_assert_cmpint (many, <, few * 3 / 4);
}

/* Between the widths that want the wide overview and those that want the thin one, too, a window
 * comes to rest: GTK warns of one that does not. */
static void
test_every_width_comes_to_rest (void)
{
  for (int width = 600; width <= 700; width += 20)
    {
      VrWindow *window = fixture_open_pair (12, width);

      fixture_wait_ms (100);
      fixture_close_window (window);
    }
}

/* Bytes of what is drawn for a row with a quiet difference. */
static GBytes *
draw_quiet (VrPairPlan *plan, VrRowHeights *heights, VrQuietShow show)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  VrPalette palette = { .text = black, .marks[VR_PIECE_QUIET] = black };
  g_autoptr (VrRowContent) content =
      vr_row_content_new (plan, 0, vr_row_heights_peek_style (heights));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GBytes *bytes;

  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    palette.quiet_shows[bit] = show;
  vr_row_content_snapshot (content, snapshot, &palette, 40);
  node = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  gsk_render_node_unref (node);

  return bytes;
}

static gboolean
has_dots (GBytes *drawn)
{
  return g_strstr_len (g_bytes_get_data (drawn, NULL), (gssize)g_bytes_get_size (drawn), "repeat")
         != NULL;
}

static void
test_quiet (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (""));
  g_autoptr (VrRowHeights) heights = vr_row_heights_new (gtk_widget_get_pango_context (label));
  g_autoptr (VrPairPlan) plan = fixture_plan ("He said \"no\" again.\n", "He said “no” again.\n");
  g_autoptr (GBytes) shown = NULL;
  g_autoptr (GBytes) faint = NULL;
  g_autoptr (GBytes) hidden = NULL;

  vr_row_heights_set_plan (heights, plan);
  vr_row_heights_get (heights, 0, 900);
  shown = draw_quiet (plan, heights, VR_QUIET_SHOWN);
  faint = draw_quiet (plan, heights, VR_QUIET_FAINT);
  hidden = draw_quiet (plan, heights, VR_QUIET_HIDDEN);
  g_assert_true (has_dots (shown));
  g_assert_true (has_dots (faint));
  g_assert_false (g_bytes_equal (shown, faint));
  g_assert_false (has_dots (hidden));
  g_object_unref (label);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/window-views/the-place-is-kept", test_place);
  g_test_add_func ("/window-views/a-view-is-remembered", test_remembered);
  g_test_add_func ("/window-views/a-narrow-window-has-one-button", test_narrow);
  g_test_add_func ("/window-views/long-words-fold-their-bar", test_long_words);
  g_test_add_func ("/window-views/the-subtitle-is-read-in-full", test_subtitle);
  g_test_add_func ("/window-views/buttons-show-a-view-that-is-forced", test_forced);
  g_test_add_func ("/window-views/the-title-keeps-its-room", test_title_first);
  g_test_add_func ("/window-views/a-narrow-header-is-for-the-title", test_title);
  g_test_add_func ("/window-views/the-overview-shows-how-much-changed", test_overview);
  g_test_add_func ("/window-views/every-width-comes-to-rest", test_every_width_comes_to_rest);
  g_test_add_func ("/window-views/quiet-differences-are-drawn-as-chosen", test_quiet);

  return g_test_run ();
}
