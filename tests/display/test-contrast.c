/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn in colour can be read: contrast as WCAG 2.1 measures it, in every scheme. */
#include "vr-palette.h"
#include "vr-resources.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>

/* 1.4.3 (AA) for text, 1.4.11 for lines and shapes; 1.4.6 (AAA) where the reader asked for more. */
#define AA_TEXT 4.5
#define AA_SHAPE 3.0
#define AAA_TEXT 7.0

static gboolean is_high_contrast;

/* https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green)
         + 0.0722 * linear (color->blue);
}

static GdkRGBA
over (const GdkRGBA *top, const GdkRGBA *below)
{
  float a = top->alpha;

  return (GdkRGBA){ top->red * a + below->red * (1 - a), top->green * a + below->green * (1 - a),
                    top->blue * a + below->blue * (1 - a), 1 };
}

static double
contrast (const GdkRGBA *color, const GdkRGBA *ground)
{
  GdkRGBA seen = over (color, ground);
  double a = luminance (&seen);
  double b = luminance (ground);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
assert_contrast (const char *what, guint index, const GdkRGBA *color, const GdkRGBA *ground,
                 double least)
{
  double ratio = contrast (color, ground);

  g_test_message ("%s %u: %.2f (at least %.1f)", what, index, ratio, least);
  g_assert_cmpfloat (ratio, >=, least);
}

static double
least_for_text (void)
{
  return is_high_contrast ? AAA_TEXT : AA_TEXT;
}

/* What was found is outlined, and the tints of its paragraph and its words lie over its own. */
static void
test_found (const VrPalette *palette, const GdkRGBA *view, const GdkRGBA *line, const GdkRGBA *tint)
{
  GdkRGBA found = over (tint, view);

  assert_contrast ("outline of what was found", 0, line, view, AA_SHAPE);
  for (guint i = 0; i < VR_N_ROW_KINDS; i++)
    {
      GdkRGBA ground = over (&palette->tints[i], view);

      assert_contrast ("outline of what was found in kind", i, line, &ground, AA_SHAPE);
      if (i != VR_ROW_ADDED && i != VR_ROW_REMOVED)
        continue;
      ground = over (&palette->tints[i], &found);
      assert_contrast ("found in kind", i, &palette->text, &ground, least_for_text ());
    }
  for (guint op = VR_PIECE_EQUAL; op <= VR_PIECE_QUIET; op++)
    {
      GdkRGBA ground = over (&palette->mark_tints[op], &found);

      assert_contrast ("found in marked words", op, &palette->text, &ground, least_for_text ());
      if (op != VR_PIECE_EQUAL)
        assert_contrast ("stroke of a mark that is found", op, &palette->marks[op], &ground,
                         AA_SHAPE);
    }
}

/* Also under the tint of the row that is selected. */
static void
test_grounds (const VrPalette *palette, const GdkRGBA *view)
{
  GdkRGBA newest = over (&palette->age, view);

  assert_contrast ("text", 0, &palette->text, view, least_for_text ());
  assert_contrast ("dim text", 0, &palette->dim, view, AA_TEXT);
  for (guint i = 0; i < VR_N_ROW_KINDS; i++)
    {
      GdkRGBA ground = over (&palette->tints[i], view);

      assert_contrast ("text on the tint of kind", i, &palette->text, &ground, least_for_text ());
      if (i != VR_ROW_SAME)
        assert_contrast ("sign of kind", i, &palette->kinds[i], &ground, least_for_text ());
    }
  for (guint op = VR_PIECE_DELETE; op <= VR_PIECE_QUIET; op++)
    {
      GdkRGBA ground = over (&palette->mark_tints[op], view);

      assert_contrast ("marked words", op, &palette->text, &ground, least_for_text ());
      assert_contrast ("stroke of a mark", op, &palette->marks[op], &ground, AA_SHAPE);
    }
  for (guint op = VR_PIECE_DELETE; op <= VR_PIECE_INSERT; op++)
    {
      GdkRGBA ground = over (&palette->mark_tints[op], view);

      assert_contrast ("line around critical words", op, &palette->critical, &ground, AA_SHAPE);
    }
  assert_contrast ("text of the newest sentences", 0, &palette->text, &newest, least_for_text ());
  assert_contrast ("sign of critical changes", 0, &palette->critical, view, least_for_text ());
  test_found (palette, view, &palette->found, &palette->found_tint);
  test_found (palette, view, &palette->found_current, &palette->found_current_tint);
  assert_contrast ("where a row moved", 0, &palette->kinds[VR_ROW_MOVED], view, least_for_text ());
}

/* The background of selected text lies below the tints. */
static void
test_selected (const VrPalette *palette)
{
  GdkRGBA selection = over (&palette->selection, &palette->view);

  assert_contrast ("selected text", 0, &palette->text, &selection, least_for_text ());
  for (guint i = 0; i < VR_N_ROW_KINDS; i++)
    {
      GdkRGBA ground = over (&palette->tints[i], &selection);

      assert_contrast ("selected text of kind", i, &palette->text, &ground, least_for_text ());
    }
  for (guint op = VR_PIECE_DELETE; op <= VR_PIECE_QUIET; op++)
    {
      GdkRGBA ground = over (&palette->mark_tints[op], &selection);

      assert_contrast ("selected words", op, &palette->text, &ground, least_for_text ());
      assert_contrast ("stroke of selected words", op, &palette->marks[op], &ground, AA_SHAPE);
    }
}

/* A tint may be faint, as its sign tells the kind; who asked for more has a line around it. */
static void
test_outlines (const VrPalette *palette)
{
  g_assert_cmpint (palette->has_outlines, ==, is_high_contrast);
  for (guint i = VR_ROW_SAME + 1; i < VR_N_ROW_KINDS; i++)
    assert_contrast ("outline of kind", i, &palette->kinds[i], &palette->view, AA_SHAPE);
  for (guint op = VR_PIECE_DELETE; op <= VR_PIECE_INSERT; op++)
    assert_contrast ("outline of words", op, &palette->marks[op], &palette->view, AA_SHAPE);
}

static void
test_contrast (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  VrPalette palette = { .frame = -1 };
  GdkRGBA selected;

  gtk_widget_add_css_class (view, "view");
  adw_window_set_content (ADW_WINDOW (window), view);
  vr_palette_read (&palette, view);
  test_grounds (&palette, &palette.view);
  test_selected (&palette);
  test_outlines (&palette);

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (view),
                                                 "accent_bg_color", &selected));
  selected.alpha = 0.05f; /* as in style.css */
  selected = over (&selected, &palette.view);
  test_grounds (&palette, &selected);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* An application is what brings the style sheets in. */
static void
activate_cb (GtkApplication *application, gpointer user_data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  is_high_contrast = adw_style_manager_get_high_contrast (manager);
  g_assert_cmpint (is_high_contrast, ==, g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL);
  g_assert_cmpint (adw_style_manager_get_dark (manager), ==,
                   g_str_has_suffix (g_getenv ("ADW_DEBUG_COLOR_SCHEME"), "dark"));
  test_contrast ();
}

static void
test_in_application (void)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.variorum.Variorum.Test", G_APPLICATION_NON_UNIQUE);

  g_object_set (application, "resource-base-path", VR_RESOURCE_BASE, NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contrast/words-and-signs-can-be-read", test_in_application);

  return g_test_run ();
}
