/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader does while something else is under way, and what may come in between: nothing of
 * theirs is lost, and no file is written that was not meant. */
#include "vr-document-file.h"
#include "vr-notice.h"
#include "vr-preferences.h"
#include "window-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static GFile *
save (VrDocument *document, const char *name)
{
  g_autofree char *path = fixture_write (name, "", 0);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  vr_document_save (document, VR_DOCUMENT_WHOLE, NULL, file, NULL, &error);
  g_assert_no_error (error);

  return file;
}

/* As the window does with a saved comparison that it has looked into. */
static void
begin_opening (VrWindow *window, VrDocument *document, GFile *file)
{
  vr_window_open_document (window, document);
  vr_window_set_file (window, file, document);
}

static void
settle (VrWindow *window)
{
  fixture_wait_until (!fixture_is_enabled (window, "cancel"));
  fixture_wait_ms (50);
}

static guint
count_decisions (VrWindow *window)
{
  return vr_overrides_get_n (vr_document_get_overrides (vr_window_get_document (window)));
}

static void
part (VrWindow *window, guint32 old_index, guint32 new_index)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "unpair-two",
                                  g_variant_new ("(uu)", old_index, new_index));
}

static const char *
peek_notice (VrWindow *window)
{
  GtkWidget *label = fixture_find_named (GTK_WIDGET (window), "notice");

  return label != NULL && gtk_widget_get_child_visible (label)
             ? gtk_label_get_label (GTK_LABEL (label))
             : "";
}

/* A saved comparison that is given up on the way is not written over by the one that stands. */
static void
test_given_up_it_is_no_file_of_what_stands (void)
{
  g_autoptr (VrDocument) first = fixture_pasted ("Fog.\n", "Fog at noon.\n");
  g_autoptr (VrDocument) second = fixture_pasted ("Ice.\n", "Ice at night.\n");
  g_autoptr (GFile) first_file = save (first, "first.variorum");
  g_autoptr (GFile) second_file = save (second, "second.variorum");
  VrWindow *window = fixture_open_document (first);

  vr_window_set_file (window, first_file, first);
  begin_opening (window, second, second_file);
  g_assert_true (g_file_equal (vr_window_get_file (window), first_file));
  g_assert_false (vr_window_is_unsaved (window));
  fixture_activate (window, "cancel");
  g_assert_true (g_file_equal (vr_window_get_file (window), first_file));
  begin_opening (window, second, second_file);
  settle (window);
  g_assert_true (g_file_equal (vr_window_get_file (window), second_file));
  g_assert_false (vr_window_is_unsaved (window));
  fixture_close_window (window);
}

/* Saving ends when other articles are shown already: they are not saved in that file. */
static void
test_what_was_opened_while_saving_is_not_saved (void)
{
  g_autoptr (VrDocument) first = fixture_pasted ("Fog.\n", "Fog at noon.\n");
  g_autoptr (VrDocument) second = fixture_pasted ("Ice.\n", "Ice at night.\n");
  g_autoptr (GFile) file = save (first, "first.variorum");
  g_autoptr (VrCompareTask) task = vr_compare_task_new (second);
  VrWindow *window = fixture_open_document (first);

  vr_window_set_file (window, file, first);
  fixture_wait_until (vr_compare_task_is_finished (task));
  fixture_activate (window, "save");
  vr_window_open_task (window, task);
  fixture_wait_until (fixture_is_enabled (window, "save"));
  g_assert_null (vr_window_get_file (window));
  fixture_close_window (window);
}

/* Other texts that were given up are no step to go back to. */
static void
test_given_up_it_is_no_step (void)
{
  VrWindow *window = fixture_open_pair (12, 1000);
  g_autoptr (VrDocument) other = fixture_pasted ("Ice.\n", "Ice at night.\n");
  VrDocument *shown = vr_window_get_document (window);

  part (window, 0, 0);
  settle (window);
  vr_window_open_document (window, other);
  fixture_activate (window, "cancel");
  g_assert_true (fixture_is_enabled (window, "undo"));
  fixture_activate (window, "undo");
  settle (window);
  g_assert_true (vr_window_get_document (window) == shown);
  g_assert_false (fixture_is_enabled (window, "undo"));
  fixture_close_window (window);
}

/* A decision is about the paragraphs that are seen, not about those that are on their way. */
static void
test_a_decision_is_about_what_is_seen (void)
{
  VrWindow *window = fixture_open_pair (12, 1000);
  g_autoptr (VrDocument) other = fixture_pasted ("Ice.\n", "Ice at night.\n");

  fixture_activate (window, "first-change");
  vr_window_open_document (window, other);
  g_assert_false (fixture_is_enabled (window, "unpair"));
  part (window, 0, 0);
  settle (window);
  g_assert_cmpuint (count_decisions (window), ==, 1);
  g_assert_nonnull (vr_document_peek_source (vr_window_get_document (window), VR_SIDE_OLD)->uri);
  fixture_close_window (window);
}

/* Undoing takes a decision back, and never how things are compared. */
static void
test_options_are_no_step (void)
{
  VrWindow *window = fixture_open_pair (12, 1000);
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();

  part (window, 0, 0);
  settle (window);
  g_object_set (preferences, "strict", TRUE, NULL);
  settle (window);
  g_assert_true (vr_document_peek_options (vr_window_get_document (window))->strict);
  g_assert_cmpuint (count_decisions (window), ==, 1);
  fixture_activate (window, "undo");
  settle (window);
  g_assert_true (vr_document_peek_options (vr_window_get_document (window))->strict);
  g_assert_cmpuint (count_decisions (window), ==, 0);
  g_assert_false (fixture_is_enabled (window, "undo"));
  g_object_set (preferences, "strict", FALSE, NULL);
  settle (window);
  fixture_activate (window, "redo");
  settle (window);
  g_assert_false (vr_document_peek_options (vr_window_get_document (window))->strict);
  g_assert_cmpuint (count_decisions (window), ==, 1);
  fixture_close_window (window);
}

/* What is being opened comes from its top, as the reader prefers by then. */
static void
test_options_wait_for_what_is_opened (void)
{
  VrWindow *window = fixture_open_pair (12, 1000);
  g_autoptr (VrDocument) other = fixture_pasted ("Ice.\n", "Ice at night.\n");
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();

  vr_window_open_document (window, other);
  g_object_set (preferences, "strict", TRUE, NULL);
  settle (window);
  g_assert_null (vr_document_peek_source (vr_window_get_document (window), VR_SIDE_OLD)->uri);
  g_assert_true (vr_document_peek_options (vr_window_get_document (window))->strict);
  g_assert_false (fixture_is_enabled (window, "undo"));
  g_object_set (preferences, "strict", FALSE, NULL);
  settle (window);
  fixture_close_window (window);
}

static void
test_options_call_nobody_back (void)
{
  VrWindow *window = fixture_open_pair (12, 1000);
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();

  fixture_activate (window, "paste-texts");
  g_object_set (preferences, "strict", TRUE, NULL);
  settle (window);
  g_assert_cmpstr (vr_window_get_state (window), ==, "paste");
  fixture_activate (window, "back");
  g_assert_true (vr_document_peek_options (vr_window_get_document (window))->strict);
  g_object_set (preferences, "strict", FALSE, NULL);
  settle (window);
  fixture_close_window (window);
}

/* Texts that were pasted are in no file; others that take their place are a step. */
static void
test_pasted_texts_can_be_taken_back (void)
{
  g_autoptr (VrDocument) first = fixture_pasted ("Fog.\n", "Fog at noon.\n");
  VrWindow *window = fixture_open_document (first);

  part (window, 0, 0);
  settle (window);
  fixture_activate (window, "edit-texts");
  fixture_activate (window, "compare-texts");
  settle (window);
  g_assert_cmpstr (vr_window_get_state (window), ==, "compare");
  g_assert_cmpuint (count_decisions (window), ==, 0);
  fixture_activate (window, "undo");
  settle (window);
  g_assert_cmpuint (count_decisions (window), ==, 1);
  fixture_close_window (window);
}

/* An article that is not there before somebody writes it. */
static char *
make_slow (void)
{
  g_autofree char *beside = fixture_write ("beside.txt", "", 0);
  g_autofree char *folder = g_path_get_dirname (beside);
  char *path = g_build_filename (folder, "slow.txt", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);

  return path;
}

/* Whoever gives up waiting finds what they pasted. */
static void
test_given_up_the_texts_are_there (void)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  g_autofree char *path = make_slow ();

  vr_window_present_soon (window);
  fixture_activate (window, "paste-texts");
  fixture_open_paths (window, path, path);
  fixture_wait_for_state (window, "waiting");
  fixture_activate (window, "cancel");
  g_assert_cmpstr (vr_window_get_state (window), ==, "paste");
  close (open (path, O_WRONLY | O_NONBLOCK));
  fixture_close_window (window);
}

/* The rows still show what was read before, and go on saying so. */
static void
test_a_change_on_disk_is_said_after_a_decision (void)
{
  VrWindow *window = fixture_open_pair (12, 1000);
  g_autofree char *path = fixture_write ("new.txt", "Other words.\n", -1);

  fixture_wait_until (strstr (peek_notice (window), "new.txt") != NULL);
  part (window, 0, 0);
  settle (window);
  fixture_wait_ms (600);
  g_assert_nonnull (strstr (peek_notice (window), "new.txt"));
  fixture_activate (window, "swap");
  settle (window);
  fixture_wait_ms (600);
  g_assert_nonnull (strstr (peek_notice (window), "new.txt"));
  fixture_activate (window, "compare-again");
  settle (window);
  fixture_wait_ms (600);
  g_assert_cmpstr (peek_notice (window), ==, "");
  fixture_close_window (window);
}

/* A file that never rests is told of, not waited for. */
static void
test_a_restless_file_is_told_of (void)
{
  VrWindow *window = fixture_open_pair (12, 1000);
  gint64 deadline = g_get_monotonic_time () + 4 * G_USEC_PER_SEC;

  for (guint i = 0; *peek_notice (window) == '\0'; i++)
    {
      g_autofree char *text = g_strdup_printf ("Line %u.\n", i);
      g_autofree char *path = fixture_write ("new.txt", text, -1);

      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      fixture_wait_ms (20);
    }
  fixture_close_window (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  fixture_init (&argc, &argv);
  /* The windows and the tests share what is preferred by way of it. */
  application = adw_application_new ("io.github.variorum.Test", G_APPLICATION_NON_UNIQUE);
  g_test_add_func ("/under-way/given-up-file", test_given_up_it_is_no_file_of_what_stands);
  g_test_add_func ("/under-way/saving", test_what_was_opened_while_saving_is_not_saved);
  g_test_add_func ("/under-way/given-up-step", test_given_up_it_is_no_step);
  g_test_add_func ("/under-way/decision", test_a_decision_is_about_what_is_seen);
  g_test_add_func ("/under-way/options", test_options_are_no_step);
  g_test_add_func ("/under-way/options-wait", test_options_wait_for_what_is_opened);
  g_test_add_func ("/under-way/options-stay", test_options_call_nobody_back);
  g_test_add_func ("/under-way/pasted", test_pasted_texts_can_be_taken_back);
  g_test_add_func ("/under-way/given-up-texts", test_given_up_the_texts_are_there);
  g_test_add_func ("/under-way/stale", test_a_change_on_disk_is_said_after_a_decision);
  g_test_add_func ("/under-way/restless", test_a_restless_file_is_told_of);

  return g_test_run ();
}
