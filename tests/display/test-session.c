/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session: what is open is written soon, and what was kept is read again, damaged or not. */
#include "plan-fixture.h"
#include "vr-document-file.h"
#include "vr-session.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  char *folder;
  VrSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *top = g_dir_make_tmp ("variorum-session-XXXXXX", NULL);

  /* Not there yet, as at the first start. */
  fixture->folder = g_build_filename (top, "state", "session", NULL);
  fixture->session = vr_session_new (fixture->folder);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = g_path_get_dirname (fixture->folder);
  g_autofree char *top = g_path_get_dirname (state);

  g_object_unref (fixture->session);
  remove_all (top);
  g_free (fixture->folder);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GPtrArray **)user_data = vr_session_load_finish (VR_SESSION (object), result);
}

static GPtrArray *
load (Fixture *fixture)
{
  g_autoptr (VrSession) later = vr_session_new (fixture->folder);
  GPtrArray *windows = NULL;

  vr_session_load_async (later, loaded_cb, &windows);
  while (windows == NULL)
    g_main_context_iteration (NULL, TRUE);

  return windows;
}

static const char *
get_text (GPtrArray *windows, guint index)
{
  VrRemembered *window = g_ptr_array_index (windows, index);
  GBytes *bytes = vr_document_peek_source (window->document, VR_SIDE_NEW)->bytes;

  g_assert_nonnull (bytes);

  return g_bytes_get_data (bytes, NULL);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) old_file = g_file_new_for_path ("/nowhere/old.txt");
  g_autoptr (GFile) new_file = g_file_new_for_path ("/nowhere/new.txt");
  g_autoptr (VrDocument) files = vr_document_new_for_files (old_file, new_file);
  g_autoptr (VrDocument) pasted = fixture_pasted ("What was pasted.", "What was pasted.");
  VrReadingPlace place = { .top = { g_strdup ("abc-2"), VR_SIDE_OLD, 7, 1, TRUE }, .within = 0.25 };
  VrWindowState state = { .width = 900,
                          .height = 600,
                          .place = vr_reading_place_copy (&place),
                          .file = g_file_new_for_path ("/nowhere/fog.variorum") };
  g_autoptr (GPtrArray) windows = NULL;
  VrRemembered *window;
  char owners[2];

  g_assert_false (vr_session_exists (fixture->session));
  vr_session_put (fixture->session, &owners[0], files);
  vr_session_put_state (fixture->session, &owners[0], &state);
  vr_session_put (fixture->session, &owners[1], pasted);
  vr_session_flush (fixture->session);
  g_assert_true (vr_session_exists (fixture->session));

  windows = load (fixture);
  g_assert_cmpuint (windows->len, ==, 2);
  window = g_ptr_array_index (windows, 0);
  g_assert_cmpstr (vr_document_peek_source (window->document, VR_SIDE_OLD)->uri, ==,
                   "file:///nowhere/old.txt");
  g_assert_cmpint (window->state.width, ==, 900);
  g_assert_cmpint (window->state.height, ==, 600);
  g_assert_cmpstr (window->state.place->top.row_id, ==, "abc-2");
  g_assert_cmpint (window->state.place->top.side, ==, VR_SIDE_OLD);
  g_assert_cmpuint (window->state.place->top.paragraph, ==, 7);
  g_assert_cmpuint (window->state.place->top.part, ==, 1);
  g_assert_true (window->state.place->top.is_reference);
  g_assert_cmpfloat (window->state.place->within, ==, 0.25);
  g_assert_null (window->state.place->selected.row_id);
  g_assert_cmpstr (g_file_peek_path (window->state.file), ==, "/nowhere/fog.variorum");
  g_assert_null (((VrRemembered *)g_ptr_array_index (windows, 1))->state.file);
  g_assert_cmpmem (get_text (windows, 1), 16, "What was pasted.", 16);
  vr_row_anchor_clear (&place.top);
}

/* Nobody asked for it to be written: a crash would find it there all the same. */
static void
test_written_soon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VrDocument) document = fixture_pasted ("Soon.", "Soon.");
  char owner;

  vr_session_put (fixture->session, &owner, document);
  fixture_wait_until (vr_session_exists (fixture->session));
}

static void
test_closed_and_dropped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VrDocument) document = fixture_pasted ("One.", "One.");
  g_autoptr (VrDocument) other = fixture_pasted ("Two.", "Two.");
  g_autoptr (GPtrArray) windows = NULL;
  char owners[3];

  vr_session_put (fixture->session, &owners[0], document);
  vr_session_put (fixture->session, &owners[1], document);
  vr_session_put (fixture->session, &owners[1], other);
  vr_session_drop (fixture->session, &owners[0]);
  vr_session_flush (fixture->session);
  /* The list, and no text that no window has any more. */
  g_assert_cmpuint (count_files (fixture), ==, 2);

  vr_session_begin_quit (fixture->session);
  g_assert_true (vr_session_is_quitting (fixture->session));
  vr_session_close (fixture->session, &owners[1]);
  vr_session_flush (fixture->session);
  windows = load (fixture);
  g_assert_cmpuint (windows->len, ==, 1);
  g_assert_cmpmem (get_text (windows, 0), 4, "Two.", 4);

  /* One window refused to close, and its reader goes on. */
  vr_session_put (fixture->session, &owners[2], document);
  g_assert_false (vr_session_is_quitting (fixture->session));
  vr_session_flush (fixture->session);
  g_ptr_array_unref (windows);
  windows = load (fixture);
  g_assert_cmpuint (windows->len, ==, 1);
  g_assert_cmpmem (get_text (windows, 0), 4, "One.", 4);

  vr_session_drop_all (fixture->session);
  vr_session_flush (fixture->session);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* What is damaged is left out; the rest is opened. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VrDocument) document = fixture_pasted ("Whole.", "Whole.");
  g_autofree char *list = g_build_filename (fixture->folder, "windows", NULL);
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.variorum", NULL);
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  g_autoptr (GPtrArray) windows = NULL;
  char owner;

  vr_session_put (fixture->session, &owner, document);
  vr_session_flush (fixture->session);
  g_assert_true (g_file_set_contents (bad, "{ \"schema\": ", -1, NULL));
  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  more = g_strconcat ("[bad.variorum]\n[../windows]\nwidth=-3\n[gone.variorum]\n", text, NULL);
  g_assert_true (g_file_set_contents (list, more, -1, NULL));
  windows = load (fixture);
  g_assert_cmpuint (windows->len, ==, 1);

  g_assert_true (g_file_set_contents (list, "\xff no list at all", -1, NULL));
  g_ptr_array_unref (windows);
  windows = load (fixture);
  g_assert_cmpuint (windows->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/what-was-open-is-read-again", Fixture, NULL, set_up, test_round_trip,
              tear_down);
  g_test_add ("/session/is-written-soon", Fixture, NULL, set_up, test_written_soon, tear_down);
  g_test_add ("/session/holds-what-is-open-and-nothing-else", Fixture, NULL, set_up,
              test_closed_and_dropped, tear_down);
  g_test_add ("/session/what-is-damaged-is-left-out", Fixture, NULL, set_up, test_damaged,
              tear_down);

  return g_test_run ();
}
