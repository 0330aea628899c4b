/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and heights: level at every width, known after a while, emptied by another width. */
#include "plan-fixture.h"
#include "vr-row-heights.h"

#include <locale.h>
#include <pango/pangocairo.h>

static VrRowHeights *
make_heights (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 12");
  VrRowHeights *heights;

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_font_description_free (font);
  heights = vr_row_heights_new (context);
  g_object_unref (context);

  return heights;
}

static void
test_columns (void)
{
  for (int width = 240; width < 3000; width += 7)
    for (guint is_rtl = 0; is_rtl < 2; is_rtl++)
      {
        VrRowGeometry g = vr_row_geometry_at (width, 560, 15, FALSE, is_rtl);

        g_assert_cmpint (g.is_inline, ==, width < VR_ROW_INLINE_BELOW_PX);
        g_assert_cmpint (g.text_width, >, 0);
        g_assert_cmpint (g.text_width, <=, 560);
        for (guint side = 0; side < VR_N_SIDES; side++)
          {
            g_assert_cmpint (g.text_x[side] - VR_ROW_MARGIN_PX, >=, 0);
            g_assert_cmpint (g.text_x[side] + g.text_width + VR_ROW_MARGIN_PX, <=, width);
          }
        if (g.is_inline)
          g_assert_cmpint (g.text_x[VR_SIDE_OLD], ==, g.text_x[VR_SIDE_NEW]);
        else
          g_assert_cmpint (g.text_x[VR_SIDE_OLD] < g.text_x[VR_SIDE_NEW], ==, !is_rtl);
      }
}

/* Columns that grow too short for a large font become one, and its signs fit their discs. */
static void
test_large_font (void)
{
  for (int font_px = 8; font_px < 60; font_px++)
    for (int width = 240; width < 3000; width += 7)
      {
        VrRowGeometry g = vr_row_geometry_at (width, 40 * font_px, font_px, FALSE, FALSE);

        g_assert_cmpint (g.sign_size, >=, font_px * 3 / 2);
        g_assert_cmpint (g.sign_size, <=, g.gutter_width);
        if (!g.is_inline)
          g_assert_cmpint (g.text_width, >=, 15 * font_px);
      }
}

static void
wait_until_exact (VrRowHeights *heights, guint n)
{
  for (guint i = 0; i < n; i++)
    fixture_wait_until (vr_row_heights_is_exact (heights, i));
}

static void
test_idle (void)
{
  g_autoptr (VrRowHeights) heights = make_heights ();
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  gint64 sum = 0;
  guint n;

  fixture_pair (60, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  n = vr_pair_plan_get_n (plan);
  vr_row_heights_set_plan (heights, plan);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (vr_row_heights_get (heights, i, 900), >, 0);
      g_assert_false (vr_row_heights_is_exact (heights, i));
    }

  wait_until_exact (heights, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VrRowContent) content =
          vr_row_content_new (plan, i, vr_row_heights_peek_style (heights));

      g_assert_cmpint (vr_row_heights_get (heights, i, 900), ==,
                       vr_row_content_get_height (content));
      sum += vr_row_content_get_height (content);
    }
  g_assert_cmpint (vr_row_heights_sum (heights, 0, n), ==, sum);

  /* Another width, narrower: nothing is known any more, and everything gets higher. */
  g_assert_cmpint (vr_row_heights_get (heights, 0, 640), >, 0);
  g_assert_false (vr_row_heights_is_exact (heights, 0));
  wait_until_exact (heights, n);
  g_assert_cmpint (vr_row_heights_sum (heights, 0, n), >, sum);
}

static void
test_near (void)
{
  g_autoptr (VrRowHeights) heights = make_heights ();
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;

  fixture_pair (60, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  vr_row_heights_set_plan (heights, plan);
  vr_row_heights_set_near (heights, 10, 20);
  g_assert_true (vr_row_heights_wants (heights, 10, 900));
  g_assert_false (vr_row_heights_wants (heights, 20, 900));
  vr_row_heights_put (heights, 10, 77);
  g_assert_false (vr_row_heights_wants (heights, 10, 900));
  g_assert_cmpint (vr_row_heights_get (heights, 10, 900), ==, 77);
  vr_row_heights_set_plan (heights, NULL);
  g_assert_null (vr_row_heights_get_plan (heights));
}

/* A side that is higher sets the height of the row, whichever it is: both sides stay level. */
static void
test_level (void)
{
  static const char *const pairs[][2] = {
    { "short", "The old harbour bridge closes in May. Ferries carry commuters across the river." },
    { "The old harbour bridge closes in May. Ferries carry commuters across the river.", "short" },
  };
  g_autoptr (VrRowHeights) heights = make_heights ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *long_text = fixture_paragraph (3);
      g_autofree char *old_text = g_strconcat (long_text, " ", pairs[i][0], NULL);
      g_autofree char *new_text = g_strconcat (long_text, " ", pairs[i][1], NULL);
      g_autoptr (VrPairPlan) plan = fixture_plan (old_text, new_text);
      g_autoptr (VrPairPlan) both =
          fixture_plan (i == 0 ? new_text : old_text, i == 0 ? new_text : old_text);

      for (int width = 640; width < 1600; width += 160)
        {
          int height;

          vr_row_heights_set_plan (heights, plan);
          vr_row_heights_get (heights, 0, width);
          wait_until_exact (heights, 1);
          height = vr_row_heights_get (heights, 0, width);
          vr_row_heights_set_plan (heights, both);
          vr_row_heights_get (heights, 0, width);
          wait_until_exact (heights, 1);
          g_assert_cmpint (height, ==, vr_row_heights_get (heights, 0, width));
        }
    }
}

static void
test_finalize (void)
{
  VrRowHeights *heights = make_heights ();
  g_autoptr (VrPairPlan) plan = fixture_plan ("a\nb\n", "a\nc\n");

  vr_row_heights_set_plan (heights, plan);
  vr_row_heights_get (heights, 0, 800);
  g_assert_finalize_object (heights);
  /* The idle must be gone with it. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-geometry/columns-fit-at-every-width", test_columns);
  g_test_add_func ("/row-geometry/a-large-font-has-one-column-sooner", test_large_font);
  g_test_add_func ("/row-heights/all-are-measured-in-idle-time", test_idle);
  g_test_add_func ("/row-heights/what-is-near-comes-first", test_near);
  g_test_add_func ("/row-heights/the-higher-side-sets-the-height", test_level);
  g_test_add_func ("/row-heights/goes-with-its-idle", test_finalize);

  return g_test_run ();
}
