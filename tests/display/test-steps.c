/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader argues: where they stand afterwards, what can be taken back, and many decisions. */
#include "vr-compare-page-private.h"
#include "vr-pair-chooser.h"
#include "window-fixture.h"

/* Until something else is shown, and laid out. */
static void
wait_for_step (VrWindow *window, VrPairPlan *before)
{
  fixture_wait_until (vr_compare_page_get_plan (vr_window_get_compare_page (window)) != before);
  fixture_wait_for_rows (window);
}

static void
take_step (VrWindow *window, const char *name)
{
  g_autoptr (VrPairPlan) before =
      vr_pair_plan_ref (vr_compare_page_get_plan (vr_window_get_compare_page (window)));

  fixture_activate (window, name);
  wait_for_step (window, before);
}

/* What is selected, and that it stands where it stood. */
static VrRow
assert_stays (VrWindow *window, double top)
{
  VrComparePage *page = vr_window_get_compare_page (window);
  guint selected = vr_compare_page_get_selected (page);
  double now, bottom;

  g_assert_cmpuint (selected, !=, VR_PAIR_NONE);
  g_assert_true (vr_compare_page_get_extent (page, vr_compare_page_find_list_item (page, selected),
                                             &now, &bottom));
  g_assert_cmpfloat_with_epsilon (now, top, 4);

  return vr_pair_plan_get_row (vr_compare_page_get_plan (page), selected);
}

static void
test_argued (void)
{
  VrWindow *window = fixture_open_pair (60, 900);
  VrComparePage *page = vr_window_get_compare_page (window);
  g_autofree char *other = fixture_write ("other.txt", "Another article.", -1);
  guint position = 10;
  double top = 0, bottom;
  GtkWidget *item;

  g_assert_false (fixture_is_enabled (window, "unpair"));
  g_assert_false (fixture_is_enabled (window, "undo"));
  vr_compare_page_scroll_by (page, 1600);
  fixture_wait_ms (200);
  while ((item = vr_compare_page_find_list_item (page, position)) == NULL
         || !vr_compare_page_get_extent (page, item, &top, &bottom) || top < 200)
    position++;
  gtk_single_selection_set_selected (page->selection, position);

  take_step (window, "unpair");
  g_assert_cmpint (assert_stays (window, top).kind, ==, VR_ROW_ADDED);
  g_assert_false (fixture_is_enabled (window, "unpair"));
  take_step (window, "undo");
  g_assert_cmpint (assert_stays (window, top).kind, ==, VR_ROW_SAME);
  g_assert_false (fixture_is_enabled (window, "undo"));
  take_step (window, "redo");
  g_assert_cmpint (assert_stays (window, top).kind, ==, VR_ROW_ADDED);

  fixture_open_paths (window, other, other);
  wait_for_step (window, vr_compare_page_get_plan (page));
  g_assert_false (fixture_is_enabled (window, "undo"));
  g_assert_false (fixture_is_enabled (window, "redo"));
  fixture_close_window (window);
}

static VrRowKind
selected_kind (VrWindow *window)
{
  VrComparePage *page = vr_window_get_compare_page (window);

  return vr_pair_plan_get_row (page->plan, vr_compare_page_get_selected (page)).kind;
}

/* What came and what went stand in the other order once the sides are swapped; the reader stays
 * with the one they look at, there and back. */
static void
test_swapped_and_back (void)
{
  VrWindow *window = fixture_open_texts ("The fog came in from the sea at noon.\n\n"
                                         "Nobody had counted the gulls above the mole.\n\n"
                                         "The last ferry leaves at nine in the evening.\n",
                                         "The fog came in from the sea at noon.\n\n"
                                         "Shares in shipping lines rose by a tenth on Friday.\n\n"
                                         "The last ferry leaves at nine in the evening.\n",
                                         900);
  VrComparePage *page = vr_window_get_compare_page (window);

  gtk_single_selection_set_selected (page->selection,
                                     fixture_find (page->plan, VR_ROW_REMOVED, FALSE));
  take_step (window, "swap");
  g_assert_cmpint (selected_kind (window), ==, VR_ROW_ADDED);
  take_step (window, "undo");
  g_assert_cmpint (selected_kind (window), ==, VR_ROW_REMOVED);
  fixture_close_window (window);
}

static void
assert_selected_text (VrWindow *window, VrRowView view, const char *expected)
{
  VrSelection *selection = vr_compare_page_get_selection (vr_window_get_compare_page (window));
  g_autofree char *text = NULL;
  VrTextRange range;
  gsize n_bytes;

  g_assert_true (vr_selection_get_range (selection, &range));
  g_assert_cmpint (vr_selection_get_view (selection), ==, view);
  text = vr_column_dup_range (vr_selection_get_column (selection), range, &n_bytes);
  g_assert_cmpstr (text, ==, expected);
}

/* Words of an article stay selected, whatever it is compared with by then and on which side. */
static void
test_selected_words_stay (void)
{
  VrWindow *window = fixture_open_texts ("The fog came in from the sea at noon.\n\n"
                                         "The last ferry leaves at nine in the evening.\n",
                                         "The fog came in from the sea at noon.\n\n"
                                         "Shares in shipping lines rose by a tenth on Friday.\n\n"
                                         "The last ferry leaves at ten in the evening.\n",
                                         900);
  VrComparePage *page = vr_window_get_compare_page (window);
  guint edited = fixture_find (page->plan, VR_ROW_EDITED, FALSE);

  gtk_single_selection_set_selected (page->selection, edited);
  vr_selection_select (page->text, VR_ROW_VIEW_NEW, (VrTextPoint){ edited, 4 },
                       (VrTextPoint){ edited, 28 });
  assert_selected_text (window, VR_ROW_VIEW_NEW, "last ferry leaves at ten");
  take_step (window, "unpair");
  assert_selected_text (window, VR_ROW_VIEW_NEW, "last ferry leaves at ten");
  take_step (window, "swap");
  assert_selected_text (window, VR_ROW_VIEW_OLD, "last ferry leaves at ten");
  take_step (window, "undo");
  take_step (window, "undo");
  assert_selected_text (window, VR_ROW_VIEW_NEW, "last ferry leaves at ten");
  fixture_close_window (window);
}

/* Of a row with several paragraphs, too. */
static void
test_selected_words_stay_in_a_split (void)
{
  const char *first = "The fog came in from the sea at noon, and the bell rang in the harbour.";
  const char *second = "The last ferry left at nine in the evening with nobody on board.";
  g_autofree char *old_text = g_strdup_printf ("%s %s\n", first, second);
  g_autofree char *new_text = g_strdup_printf ("%s\n\n%s\n", first, second);
  VrWindow *window = fixture_open_texts (old_text, new_text, 900);
  VrComparePage *page = vr_window_get_compare_page (window);
  guint split = fixture_find (page->plan, VR_ROW_SPLIT, FALSE);
  guint32 from = (guint32)(strlen (first) + strlen (VR_PARAGRAPH_SEPARATOR) + 4);

  gtk_single_selection_set_selected (page->selection, split);
  vr_selection_select (page->text, VR_ROW_VIEW_NEW, (VrTextPoint){ split, from },
                       (VrTextPoint){ split, from + 10 });
  assert_selected_text (window, VR_ROW_VIEW_NEW, "last ferry");
  take_step (window, "unpair");
  assert_selected_text (window, VR_ROW_VIEW_NEW, "last ferry");
  take_step (window, "undo");
  assert_selected_text (window, VR_ROW_VIEW_NEW, "last ferry");
  fixture_close_window (window);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static void
test_many_decisions (void)
{
  VrWindow *window = fixture_open_pair (220, 1200);
  g_autoptr (VrPairPlan) before =
      vr_pair_plan_ref (vr_compare_page_get_plan (vr_window_get_compare_page (window)));
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrDocument) document = NULL;

  for (guint i = 0; i < 200; i++)
    if (i % 2 == 0)
      vr_overrides_must_not_pair (overrides, i, i);
    else
      vr_overrides_must_pair (overrides, i, i);
  document = vr_document_with_overrides (vr_window_get_document (window), overrides);
  vr_window_open_document (window, document);
  wait_for_step (window, before);
  fixture_activate (window, "show-decisions");
  fixture_wait_ms (300);
  g_assert_cmpuint (count_children (fixture_find_named (GTK_WIDGET (window), "decisions")), ==,
                    200);
  /* The next window would open it, too. */
  fixture_activate (window, "hide-explanation");
  fixture_close_window (window);
}

/* The next window has it, too. */
static void
set_view (VrWindow *window, const char *view)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "view", g_variant_new_string (view));
}

static guint
count_open (VrPairPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < vr_pair_plan_get_n (plan); i++)
    n += vr_pair_plan_is_open (plan, i);

  return n;
}

/* What was unfolded to be corrected is not folded away under the reader's hands, nor what stands
 * around it. */
static void
test_stays_unfolded (void)
{
  VrWindow *window = fixture_open_pair (60, 900);
  VrComparePage *page = vr_window_get_compare_page (window);
  guint fold = 0;

  set_view (window, "changes");
  fixture_wait_for_rows (window);
  while (vr_pair_plan_get_fold (page->plan, fold) < 20)
    fold++;
  gtk_widget_activate_action (GTK_WIDGET (page), "compare.toggle-fold", "u", fold);
  fixture_wait_ms (100);
  g_assert_cmpuint (count_open (page->plan), ==, 1);
  gtk_single_selection_set_selected (page->selection, fold + 10);
  take_step (window, "unpair");
  g_assert_cmpuint (count_open (page->plan), ==, 2);
  take_step (window, "undo");
  g_assert_cmpuint (count_open (page->plan), ==, 1);
  g_assert_cmpint (selected_kind (window), ==, VR_ROW_SAME);
  gtk_single_selection_set_selected (page->selection, fold);
  take_step (window, "compare-again");
  g_assert_cmpuint (count_open (page->plan), ==, 1);
  g_assert_cmpuint (vr_compare_page_get_selected (page), ==, fold);
  set_view (window, "side-by-side");
  fixture_close_window (window);
}

/* A fold has no words of an article: nothing is said to be copied that is not. */
static void
test_a_fold_is_not_copied (void)
{
  VrWindow *window = fixture_open_pair (60, 900);
  VrComparePage *page = vr_window_get_compare_page (window);

  gtk_single_selection_set_selected (page->selection, 0);
  g_assert_true (fixture_is_enabled (window, "copy"));
  set_view (window, "changes");
  fixture_wait_for_rows (window);
  g_assert_cmpuint (vr_pair_plan_get_fold (page->plan, 0), >, 0);
  gtk_single_selection_set_selected (page->selection, 0);
  g_assert_false (fixture_is_enabled (window, "copy"));
  g_assert_false (fixture_is_enabled (window, "copy-citation"));
  gtk_single_selection_set_selected (page->selection, vr_pair_plan_get_change (page->plan, 0));
  g_assert_true (fixture_is_enabled (window, "copy"));
  g_assert_true (fixture_is_enabled (window, "copy-citation"));
  set_view (window, "side-by-side");
  fixture_close_window (window);
}

static gboolean
is_asked (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) toplevel = g_list_model_get_item (toplevels, i);

      if (VR_IS_PAIR_CHOOSER (toplevel))
        return TRUE;
    }

  return FALSE;
}

/* Whoever asks for a partner and then opens something else is not asked about that. */
static void
test_asks_about_what_was_shown (void)
{
  VrWindow *window = fixture_open_pair (60, 900);
  VrComparePage *page = vr_window_get_compare_page (window);
  g_autofree char *path = fixture_write ("other.txt", "Another article.", -1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VrDocument) other = vr_document_new_for_files (file, file);
  g_autoptr (VrCompareTask) task = vr_compare_task_new (other);

  fixture_wait_until (vr_compare_task_is_finished (task));
  gtk_single_selection_set_selected (page->selection, 0);
  fixture_activate (window, "pair-with");
  vr_window_open_task (window, task);
  fixture_wait_for_rows (window);
  gtk_single_selection_set_selected (page->selection, 0);
  g_action_group_change_action_state (G_ACTION_GROUP (window), "explain",
                                      g_variant_new_boolean (TRUE));
  fixture_wait_ms (300);
  g_assert_false (is_asked ());
  g_action_group_change_action_state (G_ACTION_GROUP (window), "explain",
                                      g_variant_new_boolean (FALSE));
  fixture_activate (window, "pair-with");
  fixture_wait_until (is_asked ());
  fixture_close_window (window);
}

/* Whether @sentence stands in a label somewhere in @widget. */
static gboolean
says (GtkWidget *widget, const char *sentence)
{
  gboolean is_found = GTK_IS_LABEL (widget)
                      && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), sentence);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !is_found;
       child = gtk_widget_get_next_sibling (child))
    is_found = says (child, sentence);

  return is_found;
}

/* Five seconds of one toast; those of many would go on for half a minute. */
static void
test_is_told_once (void)
{
  VrWindow *window = fixture_open_pair (12, 900);
  VrComparePage *page = vr_window_get_compare_page (window);

  gtk_single_selection_set_selected (page->selection, 0);
  for (guint i = 0; i < 5; i++)
    fixture_activate (window, "copy");
  fixture_wait_ms (100);
  g_assert_true (says (GTK_WIDGET (window), "Paragraph copied"));
  fixture_activate (window, "copy-citation");
  fixture_wait_ms (100);
  g_assert_false (says (GTK_WIDGET (window), "Paragraph copied"));
  g_assert_true (says (GTK_WIDGET (window), "Citation copied"));
  fixture_wait_ms (6500);
  g_assert_false (says (GTK_WIDGET (window), "Citation copied"));
  fixture_close_window (window);
}

/* What is said late in the life of a toast is seen as long as what was said at its beginning. */
static void
test_is_told_long_enough (void)
{
  VrWindow *window = fixture_open_pair (12, 900);
  VrComparePage *page = vr_window_get_compare_page (window);

  gtk_single_selection_set_selected (page->selection, 0);
  take_step (window, "unpair");
  fixture_wait_ms (3500);
  gtk_single_selection_set_selected (page->selection,
                                     fixture_find (page->plan, VR_ROW_SAME, FALSE));
  take_step (window, "unpair");
  fixture_wait_ms (3500);
  g_assert_true (says (GTK_WIDGET (window), "Paragraphs "));
  fixture_close_window (window);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/steps/stays-where-the-reader-is", test_argued);
  g_test_add_func ("/steps/stays-with-swapped-sides", test_swapped_and_back);
  g_test_add_func ("/steps/keeps-words-selected", test_selected_words_stay);
  g_test_add_func ("/steps/keeps-words-selected-in-a-split", test_selected_words_stay_in_a_split);
  g_test_add_func ("/steps/lists-many-decisions", test_many_decisions);
  g_test_add_func ("/steps/stays-unfolded", test_stays_unfolded);
  g_test_add_func ("/steps/copies-no-fold", test_a_fold_is_not_copied);
  g_test_add_func ("/steps/is-told-once", test_is_told_once);
  g_test_add_func ("/steps/is-told-long-enough", test_is_told_long_enough);
  g_test_add_func ("/steps/asks-about-what-was-shown", test_asks_about_what_was_shown);

  return g_test_run ();
}
