/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window holds that is in no file: it is marked, saved, and asked for before it is lost. */
#include "vr-document-file.h"
#include "vr-recents.h"
#include "vr-session.h"
#include "window-fixture.h"

#define DOT "• "

static gboolean
is_shown (VrWindow *window)
{
  return g_str_equal (vr_window_get_state (window), "compare");
}

static VrDocument *
new_pasted (void)
{
  return fixture_pasted ("Fog came in.\n", "Fog came in at noon.\n");
}

static VrDocument *
new_for_paths (void)
{
  g_autofree char *old_path = fixture_write ("old.txt", "Fog came in.\n", -1);
  g_autofree char *new_path = fixture_write ("new.txt", "Fog came in at noon.\n", -1);
  g_autoptr (GFile) old_file = g_file_new_for_path (old_path);
  g_autoptr (GFile) new_file = g_file_new_for_path (new_path);

  return vr_document_new_for_files (old_file, new_file);
}

static VrDocument *
decide (VrDocument *document)
{
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();

  vr_overrides_must_not_pair (overrides, 0, 0);

  return vr_document_with_overrides (document, overrides);
}

static void
show_next (VrWindow *window, VrDocument *document)
{
  vr_window_open_document (window, document);
  fixture_wait_until (is_shown (window) && vr_window_get_document (window) == document
                      && gtk_widget_get_visible (GTK_WIDGET (window)));
  fixture_wait_ms (100);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (widget) && gtk_widget_get_visible (widget))
        return widget;
    }

  return NULL;
}

static void
answer (const char *response)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
}

static gboolean
is_marked (VrWindow *window)
{
  return g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), DOT);
}

/* Closes as the reader does; @window must be gone then. */
static void
assert_closes (VrWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_close (GTK_WINDOW (window));
  fixture_wait_until (window == NULL);
  g_assert_null (find_dialog ());
  fixture_clean ();
}

static void
test_two_files_are_never_asked_for (void)
{
  g_autoptr (VrDocument) document = new_for_paths ();
  VrWindow *window = fixture_open_document (document);

  g_assert_false (vr_window_is_unsaved (window));
  g_assert_false (is_marked (window));
  assert_closes (window);
}

static void
test_pasted_texts_are_asked_for (void)
{
  g_autoptr (VrDocument) document = new_pasted ();
  VrWindow *window = fixture_open_document (document);

  g_assert_true (is_marked (window));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_nonnull (find_dialog ());
  answer ("cancel");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  gtk_window_close (GTK_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  answer ("discard");
  fixture_wait_until (window == NULL);
  fixture_clean ();
}

static void
test_decisions_are_asked_for_and_saved (void)
{
  g_autoptr (VrDocument) plain = new_for_paths ();
  g_autoptr (VrDocument) document = decide (plain);
  g_autofree char *path = fixture_write ("kept.variorum", "", 0);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VrDocument) again = NULL;
  VrWindow *window = fixture_open_document (plain);

  vr_window_set_file (window, file, plain);
  g_assert_false (is_marked (window));
  show_next (window, document);
  g_assert_true (is_marked (window));
  gtk_window_close (GTK_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  answer ("save");
  fixture_wait_until (window == NULL);
  again = vr_document_new_from_file (file, VR_DOCUMENT_WHOLE, NULL, NULL, NULL);
  g_assert_true (vr_document_equal (document, again));
  fixture_clean ();
}

static void
test_saving_takes_the_mark_away (void)
{
  g_autoptr (VrDocument) plain = new_for_paths ();
  g_autoptr (VrDocument) document = decide (plain);
  g_autofree char *path = fixture_write ("kept.variorum", "", 0);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VrWindow *window = fixture_open_document (plain);

  vr_window_set_file (window, file, plain);
  show_next (window, document);
  fixture_activate (window, "save");
  fixture_wait_until (!vr_window_is_unsaved (window));
  g_assert_false (is_marked (window));
  show_next (window, plain);
  g_assert_true (is_marked (window));
  show_next (window, document);
  g_assert_false (is_marked (window));
  assert_closes (window);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GPtrArray **)user_data = vr_session_load_finish (VR_SESSION (object), result);
}

/* However the program ends, the next start knows in which file the comparison stands. */
static void
test_the_file_is_remembered_at_once (void)
{
  g_autofree char *beside = fixture_write ("beside.txt", "", 0);
  g_autofree char *folder = g_path_get_dirname (beside);
  g_autoptr (VrSession) session = vr_session_new (folder);
  g_autoptr (VrDocument) document = new_pasted ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/kept.variorum");
  g_autoptr (GPtrArray) windows = NULL;
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  const VrRemembered *remembered;

  vr_window_set_session (window, session);
  vr_window_open_document (window, document);
  vr_window_present_soon (window);
  fixture_wait_for_rows (window);
  vr_window_set_file (window, file, document);
  vr_session_flush (session);
  vr_session_load_async (session, loaded_cb, &windows);
  fixture_wait_until (windows != NULL);
  g_assert_cmpuint (windows->len, ==, 1);
  remembered = g_ptr_array_index (windows, 0);
  g_assert_nonnull (remembered->state.file);
  g_assert_true (g_file_equal (remembered->state.file, file));
  assert_closes (window);
}

/* Another comparison in the same window must not be written over the saved one. */
static void
test_other_articles_are_not_saved_in_the_same_file (void)
{
  g_autoptr (VrDocument) document = new_for_paths ();
  g_autoptr (VrDocument) swapped = vr_document_swap (document);
  g_autoptr (VrDocument) other = new_pasted ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/kept.variorum");
  VrWindow *window = fixture_open_document (document);

  vr_window_set_file (window, file, document);
  show_next (window, swapped);
  g_assert_nonnull (vr_window_get_file (window));
  g_assert_true (is_marked (window));
  show_next (window, other);
  g_assert_null (vr_window_get_file (window));
  show_next (window, document);
  assert_closes (window);
}

static void
test_what_cannot_be_saved_is_said_and_kept (void)
{
  g_autoptr (VrDocument) document = new_pasted ();
  g_autoptr (VrDocument) decided = decide (document);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/kept.variorum");
  VrWindow *window = fixture_open_document (document);

  vr_window_set_file (window, file, document);
  show_next (window, decided);
  fixture_activate (window, "save");
  fixture_wait_until (find_dialog () != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog ())),
                            "/nowhere/kept.variorum"));
  answer ("close");
  g_assert_true (vr_window_is_unsaved (window));
  show_next (window, document);
  assert_closes (window);
}

static void
open_path (VrWindow *window, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  vr_window_open_files (window, G_LIST_MODEL (files));
}

static void
test_a_saved_comparison_is_known_by_what_is_in_it (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (json);
  g_autoptr (VrDocument) document = new_pasted ();
  g_autofree char *path = NULL;
  g_autofree char *text = fixture_write ("plain.txt", "Fog.\n", -1);
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  vr_document_write_json (document, VR_DOCUMENT_WHOLE, NULL, output);
  g_assert_true (vr_output_close (output, NULL));
  path = fixture_write ("kept.txt", json->str, (gssize)json->len);
  open_path (window, path);
  vr_window_present_soon (window);
  fixture_wait_until (is_shown (window));
  g_assert_false (vr_window_is_unsaved (window));
  g_assert_nonnull (vr_window_get_file (window));
  open_path (window, text);
  fixture_wait_until (g_str_equal (vr_window_get_state (window), "start"));
  assert_closes (window);
}

static void
open_files (VrWindow *window, VrDocument *document)
{
  g_autoptr (GFile) old_file =
      g_file_new_for_uri (vr_document_peek_source (document, VR_SIDE_OLD)->uri);
  g_autoptr (GFile) new_file =
      g_file_new_for_uri (vr_document_peek_source (document, VR_SIDE_NEW)->uri);

  vr_window_open (window, old_file, new_file);
}

static VrWindow *
find_other_window (AdwApplication *application, VrWindow *window)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  g_assert_cmpuint (g_list_length (windows), ==, 2);

  return windows->data == window ? windows->next->data : windows->data;
}

static void
test_a_window_with_something_to_save_is_left_alone (void)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.variorum.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (VrDocument) document = new_pasted ();
  g_autoptr (VrDocument) files = new_for_paths ();
  VrWindow *window, *other;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = vr_window_new (application);
  vr_window_open_document (window, document);
  vr_window_present_soon (window);
  fixture_wait_until (is_shown (window));
  open_files (window, files);
  other = find_other_window (application, window);
  fixture_wait_until (is_shown (other));
  g_assert_true (vr_window_get_document (window) == document);
  gtk_window_destroy (GTK_WINDOW (window));
  assert_closes (other);
}

/* A recent comparison that opens in another window is offered to be forgotten there. */
static void
test_what_is_gone_is_forgotten_where_it_was_opened (void)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.variorum.TestGone", G_APPLICATION_NON_UNIQUE);
  g_autoptr (VrDocument) document = new_pasted ();
  VrRecents *recents = vr_recents_new (NULL);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_recent_unref);
  VrRecent *recent = vr_recent_new ();
  g_autofree char *key = NULL;
  VrWindow *window, *other;

  recent->uris[VR_SIDE_OLD] = g_strdup ("file:///nowhere/old.txt");
  recent->uris[VR_SIDE_NEW] = g_strdup ("file:///nowhere/new.txt");
  recent->time = g_get_real_time () / G_USEC_PER_SEC;
  g_ptr_array_add (gone, recent);
  key = vr_recent_dup_key (recent);
  g_assert_true (vr_recents_put (recents, gone, NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = vr_window_new (application);
  vr_window_open_document (window, document);
  vr_window_present_soon (window);
  fixture_wait_until (is_shown (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "open-recent",
                                  g_variant_new_string (key));
  other = find_other_window (application, window);
  fixture_wait_for_state (other, "error");
  g_assert_true (gtk_widget_get_visible (fixture_find_named (GTK_WIDGET (other), "forget-recent")));
  g_assert_true (vr_recents_remove (recents, key, NULL));
  vr_recents_free (recents);
  gtk_window_destroy (GTK_WINDOW (window));
  assert_closes (other);
}

static void
test_a_damaged_file_is_named (void)
{
  g_autofree char *path = fixture_write ("kept.variorum", "{\"schema\":", -1);
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  open_path (window, path);
  vr_window_present_soon (window);
  fixture_wait_until (g_str_equal (vr_window_get_state (window), "error"));
  assert_closes (window);
}

/* The pair is kept among the recent ones when there is time; by then it may be gone from the
 * window. */
static void
test_what_fails_at_once_is_not_remembered (void)
{
  g_autoptr (VrDocument) document = new_for_paths ();
  const VrSource nowhere = { .name = "nowhere", .uri = "file:///nowhere/else.txt" };
  g_autoptr (VrDocument) missing = vr_document_with_source (document, VR_SIDE_NEW, &nowhere);
  g_autoptr (VrCompareTask) shown = vr_compare_task_new (document);
  g_autoptr (VrCompareTask) failed = vr_compare_task_new (missing);
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  fixture_wait_until (vr_compare_task_is_finished (shown) && vr_compare_task_is_finished (failed));
  vr_window_open_task (window, shown);
  vr_window_open_task (window, failed);
  vr_window_present_soon (window);
  fixture_wait_ms (100);
  g_assert_cmpstr (vr_window_get_state (window), ==, "error");
  assert_closes (window);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/kept/files", test_two_files_are_never_asked_for);
  g_test_add_func ("/kept/pasted", test_pasted_texts_are_asked_for);
  g_test_add_func ("/kept/decisions", test_decisions_are_asked_for_and_saved);
  g_test_add_func ("/kept/mark", test_saving_takes_the_mark_away);
  g_test_add_func ("/kept/remembered", test_the_file_is_remembered_at_once);
  g_test_add_func ("/kept/others", test_other_articles_are_not_saved_in_the_same_file);
  g_test_add_func ("/kept/trouble", test_what_cannot_be_saved_is_said_and_kept);
  g_test_add_func ("/kept/known", test_a_saved_comparison_is_known_by_what_is_in_it);
  g_test_add_func ("/kept/left-alone", test_a_window_with_something_to_save_is_left_alone);
  g_test_add_func ("/kept/fails-at-once", test_what_fails_at_once_is_not_remembered);
  g_test_add_func ("/kept/gone", test_what_is_gone_is_forgotten_where_it_was_opened);
  g_test_add_func ("/kept/damaged", test_a_damaged_file_is_named);

  return g_test_run ();
}
