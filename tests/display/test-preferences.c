/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader prefers: kept in the settings, turned into options, sizes, lengths, a place. */
#include "plan-fixture.h"
#include "vr-preferences.h"
#include "vr-row-anchor.h"
#include "vr-row-heights.h"
#include "vr-settings.h"

#include <locale.h>
#include <pango/pangocairo.h>

static void
test_defaults (void)
{
  g_autoptr (VrPreferences) preferences = vr_preferences_new (NULL);
  const VrOptions normal = VR_OPTIONS_INIT;
  VrOptions options = vr_preferences_get_options (preferences);
  VrReadingStyle style = vr_preferences_get_style (preferences);

  g_assert_cmpuint (options.quiet, ==, normal.quiet);
  g_assert_cmpint (options.strict, ==, normal.strict);
  g_assert_cmpint (options.unit, ==, normal.unit);
  g_assert_cmpint (options.paragraphs, ==, normal.paragraphs);
  g_assert_cmpint (style.text_size, ==, 100);
  g_assert_cmpint (style.measure, ==, 76);
  g_assert_null (vr_reading_style_dup_css (&style));
  g_assert_true (vr_preferences_restores_session (preferences));
}

/* Without its schema the test has nothing to look at; the suite builds it. */
static GSettings *
open_settings (void)
{
  GSettings *settings = vr_settings_new ();

  if (settings == NULL)
    g_test_skip ("skipped: the settings schema is not built");

  return settings;
}

static void
test_schema_agrees (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (VrPreferences) preferences = vr_preferences_new (NULL);
  g_autofree GParamSpec **properties = NULL;
  guint n;

  if (settings == NULL)
    return;
  properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (preferences), &n);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", properties[i]->name);
      g_assert_true (vr_settings_has (settings, properties[i]->name));
    }
}

static void
test_settings (void)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (VrPreferences) preferences = NULL;
  g_autofree char *font = NULL;
  VrReadingStyle style;

  if (settings == NULL)
    return;
  g_settings_set_int (settings, "text-size", 150);
  g_settings_set_string (settings, "font", "serif");
  g_settings_set_boolean (settings, "fold-case", TRUE);
  g_settings_set_string (settings, "mark-unit", "character");
  preferences = vr_preferences_new (settings);
  style = vr_preferences_get_style (preferences);
  g_assert_cmpint (style.text_size, ==, 150);
  g_assert_cmpint (style.font, ==, VR_FONT_SERIF);
  g_assert_true (vr_preferences_get_options (preferences).quiet & VR_QUIET_CASE);
  g_assert_cmpint (vr_preferences_get_options (preferences).unit, ==, VR_UNIT_CHARACTER);

  g_object_set (preferences, "font", VR_FONT_SANS, "full-width", TRUE, NULL);
  font = g_settings_get_string (settings, "font");
  g_assert_cmpstr (font, ==, "sans");
  g_assert_true (g_settings_get_boolean (settings, "full-width"));
  g_assert_cmpint (vr_preferences_get_style (preferences).measure, ==, VR_MEASURE_FULL);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_signals (void)
{
  g_autoptr (VrPreferences) preferences = vr_preferences_new (NULL);
  guint n_reading = 0, n_comparing = 0;

  g_signal_connect_swapped (preferences, "reading-changed", G_CALLBACK (count_cb), &n_reading);
  g_signal_connect_swapped (preferences, "comparing-changed", G_CALLBACK (count_cb), &n_comparing);
  g_object_set (preferences, "measure", 60, "fold-case", TRUE, NULL);
  g_object_set (preferences, "measure", 60, "fold-case", TRUE, NULL);
  g_object_set (preferences, "restore-session", FALSE, NULL);
  g_assert_cmpuint (n_reading, ==, 1);
  g_assert_cmpuint (n_comparing, ==, 1);
}

static void
test_steps (void)
{
  int size = 100;

  for (guint i = 0; i < 20; i++)
    {
      int larger = vr_text_size_step (size, 1);

      g_assert_cmpint (larger, >=, size);
      g_assert_cmpint (larger, <=, VR_TEXT_SIZE_MOST);
      size = larger;
    }
  g_assert_cmpint (size, ==, VR_TEXT_SIZE_MOST);
  g_assert_cmpint (vr_text_size_step (size, 0), ==, 100);
  g_assert_cmpint (vr_text_size_step (107, 1), ==, 110);
  g_assert_cmpint (vr_text_size_step (107, -1), ==, 100);
  g_assert_cmpint (vr_text_size_step (VR_TEXT_SIZE_LEAST, -1), ==, VR_TEXT_SIZE_LEAST);
}

/* A family of any name is quoted; one that cannot be is left out. */
static void
test_css (void)
{
  static const struct
  {
    VrReadingStyle style;
    const char *css;
  } cases[] = {
    { { 100, 76, VR_FONT_SANS, NULL, VR_LINE_SPACING_WIDE }, NULL },
    { { 150, 76, VR_FONT_SANS, NULL, VR_LINE_SPACING_NORMAL }, "* { font-size: 1.620em; }" },
    { { 100, 76, VR_FONT_SERIF, NULL, VR_LINE_SPACING_NORMAL },
      "* { font-size: 1.080em; font-family: serif; }" },
    { { 100, 76, VR_FONT_CUSTOM, "Gentium Plus", VR_LINE_SPACING_NORMAL },
      "* { font-size: 1.080em; font-family: \"Gentium Plus\"; }" },
    { { 100, 76, VR_FONT_CUSTOM, "a\"b", VR_LINE_SPACING_NORMAL }, NULL },
    { { 100, 76, VR_FONT_CUSTOM, "", VR_LINE_SPACING_NORMAL }, NULL },
    { { 100, 76, VR_FONT_CUSTOM, NULL, VR_LINE_SPACING_NORMAL }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *css = vr_reading_style_dup_css (&cases[i].style);

      g_assert_cmpstr (css, ==, cases[i].css);
    }
}

static PangoContext *
make_context (const char *font)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_context_set_font_description (context, description);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_font_description_free (description);

  return context;
}

/* The height of a long row at a width where the measure is what ends its lines. */
static int
measure_row (VrRowHeights *heights, const VrReadingStyle *style)
{
  vr_row_heights_set_style (heights, style);
  vr_row_heights_get (heights, 0, 2400);
  fixture_wait_until (vr_row_heights_is_exact (heights, 0));

  return vr_row_heights_get (heights, 0, 2400);
}

static void
test_heights (void)
{
  PangoContext *context = make_context ("Sans 12");
  g_autoptr (VrRowHeights) heights = vr_row_heights_new (context);
  g_autofree char *paragraph = fixture_paragraph (3);
  g_autofree char *text = g_strjoin (" ", paragraph, paragraph, paragraph, paragraph, NULL);
  g_autoptr (VrPairPlan) plan = fixture_plan (text, text);
  VrReadingStyle style = VR_READING_STYLE_INIT;
  int normal;

  vr_row_heights_set_plan (heights, plan);
  normal = measure_row (heights, &style);
  style.line_spacing = VR_LINE_SPACING_WIDE;
  g_assert_cmpint (measure_row (heights, &style), >, normal);
  style.line_spacing = VR_LINE_SPACING_TIGHT;
  g_assert_cmpint (measure_row (heights, &style), <, normal);
  style.line_spacing = VR_LINE_SPACING_NORMAL;
  style.measure = VR_MEASURE_LEAST;
  g_assert_cmpint (measure_row (heights, &style), >, normal);
  style.measure = VR_MEASURE_FULL;
  g_assert_cmpint (measure_row (heights, &style), <, normal);
  g_assert_cmpint (vr_row_heights_get_geometry (heights, 2400).text_width, >, 1000);
  style.measure = VR_MEASURE_NORMAL;
  g_assert_cmpint (measure_row (heights, &style), ==, normal);
  g_object_unref (context);
}

/* The columns are as wide as the font is large, before any row was measured in it. */
static void
test_font (void)
{
  PangoContext *context = make_context ("Sans 12");
  PangoContext *larger = make_context ("Sans 18");
  g_autoptr (VrRowHeights) heights = vr_row_heights_new (context);
  int width = vr_row_heights_get_geometry (heights, 4000).text_width;

  pango_context_set_font_description (context, pango_context_get_font_description (larger));
  g_assert_cmpint (vr_row_heights_get_geometry (heights, 4000).text_width, ==, width * 3 / 2);
  g_object_unref (larger);
  g_object_unref (context);
}

static void
test_anchor (void)
{
  g_autoptr (VrPairPlan) plan =
      fixture_plan ("One two three.\nFour five six.\nSeven eight nine.\n",
                    "One two three.\nFour five six.\nSeven eight nine.\n");
  g_autoptr (VrPairPlan) longer =
      fixture_plan ("One two three.\nFour five six.\nSeven eight nine.\n",
                    "Zero.\nNought.\nOne two three.\nFour five six.\nSeven eight nine.\n");
  g_autoptr (VrPairPlan) other = fixture_plan ("a\nb\nc\n", "a\nb\nc\n");
  g_autoptr (VrPairPlan) empty = fixture_plan ("", "");
  VrRowAnchor anchor = { 0 };

  g_assert_cmpuint (vr_row_anchor_find (&anchor, plan), ==, VR_PAIR_NONE);
  vr_row_anchor_set (&anchor, plan, 1);
  g_assert_cmpuint (vr_row_anchor_find (&anchor, plan), ==, 1);
  /* The same texts elsewhere, else what stands there now, else nothing. */
  g_assert_cmpuint (vr_row_anchor_find (&anchor, longer), ==, 3);
  g_assert_cmpuint (vr_row_anchor_find (&anchor, other), ==, 1);
  g_assert_cmpuint (vr_row_anchor_find (&anchor, empty), ==, VR_PAIR_NONE);
  /* A number that no row has, from a file, is soon dealt with. */
  anchor.part = G_MAXINT;
  g_test_timer_start ();
  g_assert_cmpuint (vr_row_anchor_find (&anchor, plan), ==, 1);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 0.2);
  vr_row_anchor_set (&anchor, plan, VR_PAIR_NONE);
  g_assert_cmpuint (vr_row_anchor_find (&anchor, plan), ==, VR_PAIR_NONE);
  vr_row_anchor_clear (&anchor);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preferences/are-the-engine-s-defaults-at-first", test_defaults);
  g_test_add_func ("/preferences/each-has-a-key-in-the-schema", test_schema_agrees);
  g_test_add_func ("/preferences/are-kept-in-the-settings", test_settings);
  g_test_add_func ("/preferences/tell-once-what-changed", test_signals);
  g_test_add_func ("/text-size/steps-up-and-down-a-ladder", test_steps);
  g_test_add_func ("/reading-style/says-size-and-font-in-css", test_css);
  g_test_add_func ("/reading-style/lines-make-rows-higher-and-lower", test_heights);
  g_test_add_func ("/reading-style/a-larger-font-has-wider-columns", test_font);
  g_test_add_func ("/row-anchor/finds-the-row-again", test_anchor);

  return g_test_run ();
}
