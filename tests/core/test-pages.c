/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of comparisons as pages: what a reader of the paper counts on. */
#include "check-comparison.h"
#include "vr-page-block.h"
#include "vr-pages.h"
#include "vr-report-history-pdf.h"
#include "vr-report-pdf.h"
#include "vr-report-picture.h"

#include <errno.h>

#define WIDTH 595.0
#define HEIGHT 842.0

/* The tint around a paragraph is a little wider than its lines. */
#define OUTSET 5.0

static const VrReportLayout layouts[] = { VR_REPORT_SIDES, VR_REPORT_INLINE };

/* Paragraphs of all lengths up to a page and more; every third differs, some are gone, some new. */
static char *
make_text (VrSide side, guint n)
{
  static const char *const words[] = {
    "harbour", "bridge", "ferry", "مرفأ", "港湾", "and", "of", "the", "👩‍👩‍👧", "closes"
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i % 11 == (side == VR_SIDE_OLD ? 3 : 7))
        continue;
      g_string_append_printf (text, "Paragraph %u", i);
      for (guint k = 0; k < 3 + i * i % 97 * (i % 13 == 0 ? 12 : 1); k++)
        g_string_append_printf (text, " %s%u", words[(i + 3 * k) % G_N_ELEMENTS (words)], i * k);
      g_string_append (text, i % 3 == 0 && side == VR_SIDE_NEW ? " again.\n" : ".\n");
    }

  return g_string_free (text, FALSE);
}

static VrComparison *
compare_long (guint n)
{
  g_autofree char *old_text = make_text (VR_SIDE_OLD, n);
  g_autofree char *new_text = make_text (VR_SIDE_NEW, n);

  return compare_lines (old_text, new_text, NULL, NULL);
}

static VrReportOptions
get_options (VrReportLayout layout)
{
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;

  options.layout = layout;

  return options;
}

static void
check_ink (VrPages *pages, guint page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  vr_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (x, >=, VR_PAGES_MARGIN - OUTSET);
  g_assert_cmpfloat (y, >=, VR_PAGES_MARGIN - OUTSET);
  g_assert_cmpfloat (x + width, <=, WIDTH - VR_PAGES_MARGIN + OUTSET);
  g_assert_cmpfloat (y + height, <=, HEIGHT - VR_PAGES_MARGIN + OUTSET);
}

static void
test_no_line_is_cut_at_the_edge_of_a_page (void)
{
  g_autoptr (VrComparison) comparison = compare_long (60);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      VrReportOptions options = get_options (layouts[i]);
      g_autoptr (VrPages) pages = vr_pages_new (comparison, &options, WIDTH, HEIGHT);

      g_assert_cmpuint (vr_pages_get_n (pages), >, 3);
      for (guint page = 0; page < vr_pages_get_n (pages); page++)
        check_ink (pages, page);
    }
}

static void
test_one_long_word_is_cut_into_lines_not_off (void)
{
  g_autofree char *old_text = g_strnfill (40000, 'x');
  g_autofree char *new_text = g_strnfill (41000, 'x');
  g_autoptr (VrComparison) comparison = compare_lines (old_text, new_text, NULL, NULL);
  VrReportOptions options = get_options (VR_REPORT_SIDES);
  g_autoptr (VrPages) pages = vr_pages_new (comparison, &options, WIDTH, HEIGHT);

  for (guint page = 0; page < vr_pages_get_n (pages); page++)
    check_ink (pages, page);
}

/* Versions with changes of all lengths, one with a word that no line has room for. */
static VrReportHistory *
make_history (guint n)
{
  VrReportHistory *history = vr_report_history_new ("The Quay", "herald");

  for (guint i = 0; i < n; i++)
    {
      VrReportStep *step = vr_report_history_add_step (history);

      step->witness.time = g_strdup_printf ("2014-04-%02uT16:23:00+02:00", 1 + i % 28);
      step->headline = g_strdup ("1 of 4 paragraphs changed: 1 edited.");
      step->words = (VrChangedWords){ i % 7 * 10, i % 11 * 20, i % 5 };
      step->sha256 = g_strnfill (64, 'a');
      g_ptr_array_add (step->flags, make_text (VR_SIDE_OLD, i % 6));
      for (guint k = 0; k < i % 9; k++)
        g_ptr_array_add (step->changes, make_text (VR_SIDE_NEW, 1 + k));
      g_ptr_array_add (step->notes, i == 3 ? g_strnfill (9000, 'x') : g_strdup ("Who said so?"));
    }

  return history;
}

static void
test_no_line_of_a_history_is_cut (void)
{
  g_autoptr (VrReportHistory) history = make_history (60);
  g_autoptr (VrPages) pages = vr_pages_new_history (history, NULL, NULL, WIDTH, HEIGHT);
  const GArray *markers = vr_pages_peek_markers (pages);

  g_assert_cmpuint (vr_pages_get_n (pages), >, 10);
  for (guint page = 0; page < vr_pages_get_n (pages); page++)
    check_ink (pages, page);
  g_assert_cmpuint (markers->len, ==, 60);
  for (guint i = 0; i < markers->len; i++)
    g_assert_cmpuint (g_array_index (markers, VrPageMarker, i).row, ==, i);
}

static void
test_a_history_given_up_is_no_report (void)
{
  g_autoptr (VrReportHistory) history = make_history (20);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (text);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  vr_report_history_pdf_write (history, NULL, cancellable, output);
  g_assert_false (vr_output_close (output, &error));
  g_assert_nonnull (error);
}

static void
test_every_change_has_its_place (void)
{
  g_autoptr (VrComparison) comparison = compare_long (60);
  VrReportOptions options = get_options (VR_REPORT_INLINE);
  g_autoptr (VrPages) pages = vr_pages_new (comparison, &options, WIDTH, HEIGHT);
  const GArray *markers = vr_pages_peek_markers (pages);
  guint at = 0, last = 0;

  for (guint row = 0; row < vr_comparison_get_n_rows (comparison); row++)
    {
      const VrPageMarker *marker;

      if (!vr_comparison_is_change (comparison, row))
        continue;
      g_assert_cmpuint (at, <, markers->len);
      marker = &g_array_index (markers, VrPageMarker, at++);
      g_assert_cmpuint (marker->row, ==, row);
      g_assert_cmpuint (marker->page, >=, last);
      g_assert_cmpuint (marker->page, <, vr_pages_get_n (pages));
      last = marker->page;
    }
  g_assert_cmpuint (at, ==, markers->len);
}

static GBytes *
paint (VrPages *pages, guint page)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)WIDTH, (int)HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gsize n_bytes = (gsize)cairo_image_surface_get_stride (surface) * (gsize)HEIGHT;
  GBytes *bytes;

  vr_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), n_bytes);
  cairo_surface_destroy (surface);

  return bytes;
}

static void
test_pages_are_the_same_in_any_order (void)
{
  g_autoptr (VrComparison) comparison = compare_long (40);
  VrReportOptions options = get_options (VR_REPORT_SIDES);
  g_autoptr (VrPages) forth = vr_pages_new (comparison, &options, WIDTH, HEIGHT);
  g_autoptr (VrPages) back = vr_pages_new (comparison, &options, WIDTH, HEIGHT);
  guint n = vr_pages_get_n (forth);
  g_autoptr (GPtrArray) painted = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  g_assert_cmpuint (vr_pages_get_n (back), ==, n);
  for (guint page = 0; page < n; page++)
    g_ptr_array_add (painted, paint (forth, page));
  for (guint page = n; page-- > 0;)
    {
      g_autoptr (GBytes) again = paint (back, page);

      g_assert_true (g_bytes_equal (g_ptr_array_index (painted, page), again));
    }
}

static void
notice (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_laying_out_tells_how_far_it_is_and_can_be_given_up (void)
{
  g_autoptr (VrComparison) comparison = compare_long (40);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VrReportOptions options = get_options (VR_REPORT_SIDES);
  double last = 0;
  VrProgress progress = { notice, &last };
  VrPages *pages;

  options.progress = &progress;
  options.cancellable = cancellable;
  pages = vr_pages_new (comparison, &options, WIDTH, HEIGHT);
  g_assert_nonnull (pages);
  vr_pages_free (pages);
  g_assert_cmpfloat (last, >, 0.5);
  g_cancellable_cancel (cancellable);
  last = 0;
  g_assert_null (vr_pages_new (comparison, &options, WIDTH, HEIGHT));
}

static void
test_a_report_given_up_is_no_report (void)
{
  g_autoptr (VrComparison) comparison = compare_long (5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VrReportOptions options = get_options (VR_REPORT_SIDES);
  static const VrReportFunc writers[] = { vr_report_pdf_write, vr_report_png_write,
                                          vr_report_svg_write };

  options.cancellable = cancellable;
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (VrOutput) output = vr_output_new_for_nothing ();

      writers[i](comparison, &options, output);
      g_assert_true (vr_output_has_failed (output));
    }
}

/* A setting of one's own, as pages have it. */
static VrPageBlock *
make_block (const VrComparison *comparison, VrReportOptions *options, guint row,
            VrPageSetting *setting)
{
  *setting = (VrPageSetting){ .comparison = comparison,
                              .options = options,
                              .width = 400,
                              .column_x = { 20, 20 },
                              .column_width = 380,
                              .notes = g_hash_table_new (NULL, NULL) };
  setting->context = vr_page_block_new_context ();

  return vr_page_block_new (setting, (VrPageBlockSpec){ VR_PAGE_BLOCK_ROW, row });
}

static void
test_no_line_of_a_paragraph_stands_alone (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (
      "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
      "sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four "
      "twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty thirty-one thirty-two.",
      "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
      "sixteen seventeen eighteen nineteen twenty twenty-one twenty-two twenty-three twenty-four "
      "twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty thirty-one "
      "thirty-three.",
      NULL, NULL);
  VrReportOptions options = get_options (VR_REPORT_INLINE);
  VrPageSetting setting;
  g_autoptr (VrPageBlock) block = make_block (comparison, &options, 0, &setting);
  guint n = vr_page_block_get_n_lines (block);

  g_assert_cmpuint (n, >=, 4);
  g_assert_false (vr_page_block_may_break (block, 0));
  g_assert_false (vr_page_block_may_break (block, 1));
  g_assert_true (vr_page_block_may_break (block, 2));
  g_assert_false (vr_page_block_may_break (block, n - 1));
  g_hash_table_unref (setting.notes);
  g_object_unref (setting.context);
}

static void
test_a_picture_ends_where_it_is_too_high (void)
{
  g_autoptr (VrComparison) comparison = compare_long (80);
  VrReportOptions options = get_options (VR_REPORT_SIDES);
  g_autoptr (VrPages) whole = vr_pages_new_picture (comparison, &options, WIDTH, 100000);
  g_autoptr (VrPages) cut = vr_pages_new_picture (comparison, &options, WIDTH, 1000);

  g_assert_cmpuint (vr_pages_get_n (whole), ==, 1);
  g_assert_cmpuint (vr_pages_get_n (cut), ==, 1);
  g_assert_cmpfloat (vr_pages_get_height (whole), >, 1500);
  g_assert_cmpfloat (vr_pages_get_height (cut), <=, 1000);
  g_assert_cmpfloat (vr_pages_get_height (cut), >, 800);
}

static double
measure (const VrComparison *comparison, const VrReportInfo *info, gboolean explain)
{
  VrReportOptions options = get_options (VR_REPORT_SIDES);
  g_autoptr (VrPages) pages = NULL;

  options.info = info;
  options.explain = explain;
  pages = vr_pages_new_picture (comparison, &options, WIDTH, 10000);

  return vr_pages_get_height (pages);
}

static void
test_notes_and_reasons_take_their_room (void)
{
  g_autoptr (VrComparison) comparison =
      compare_lines ("The harbour opened at dawn.\nTwo ferries left.",
                     "The harbour opened at dusk.\nTwo left.", NULL, NULL);
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  g_autofree char *id = vr_comparison_dup_row_id (comparison, 1);
  double plain = measure (comparison, info, FALSE), noted;

  g_assert_cmpfloat (measure (comparison, info, TRUE), >, plain + 10);
  vr_report_info_add_note (info, id, "Who counted them?\nAsk.", "Clara", NULL);
  noted = measure (comparison, info, FALSE);
  g_assert_cmpfloat (noted, >, plain + 30);
  vr_report_info_add_note (info, NULL, "On the whole.", NULL, NULL);
  g_assert_cmpfloat (measure (comparison, info, FALSE), >, noted + 20);
}

static void
test_the_same_comparison_makes_the_same_bytes (void)
{
  g_autoptr (VrComparison) comparison = compare_long (20);
  VrReportOptions options = get_options (VR_REPORT_SIDES);
  static const VrReportFunc writers[] = { vr_report_pdf_write, vr_report_png_write,
                                          vr_report_svg_write };

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GString) first = g_string_new (NULL);
      g_autoptr (GString) second = g_string_new (NULL);
      g_autoptr (VrOutput) one = vr_output_new_in_memory (first);
      g_autoptr (VrOutput) two = vr_output_new_in_memory (second);

      writers[i](comparison, &options, one);
      writers[i](comparison, &options, two);
      g_assert_true (vr_output_close (one, NULL));
      g_assert_true (vr_output_close (two, NULL));
      g_assert_cmpuint (first->len, >, 0);
      g_assert_true (g_string_equal (first, second));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/no line is cut", test_no_line_is_cut_at_the_edge_of_a_page);
  g_test_add_func ("/pages/a long word", test_one_long_word_is_cut_into_lines_not_off);
  g_test_add_func ("/pages/history", test_no_line_of_a_history_is_cut);
  g_test_add_func ("/pages/history given up", test_a_history_given_up_is_no_report);
  g_test_add_func ("/pages/changes have places", test_every_change_has_its_place);
  g_test_add_func ("/pages/any order", test_pages_are_the_same_in_any_order);
  g_test_add_func ("/pages/progress", test_laying_out_tells_how_far_it_is_and_can_be_given_up);
  g_test_add_func ("/pages/given up", test_a_report_given_up_is_no_report);
  g_test_add_func ("/pages/no line alone", test_no_line_of_a_paragraph_stands_alone);
  g_test_add_func ("/pages/high pictures", test_a_picture_ends_where_it_is_too_high);
  g_test_add_func ("/pages/notes and reasons", test_notes_and_reasons_take_their_room);
  g_test_add_func ("/pages/same bytes", test_the_same_comparison_makes_the_same_bytes);

  return g_test_run ();
}
