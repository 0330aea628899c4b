/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading through another process: what it does to a hostile file, and what that does to us. */
#include "vr-article-reading.h"
#include "vr-error.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a request may take, with what a slow machine adds. */
#define MOST_USEC (5 * G_USEC_PER_SEC)

static VrArticle *
read_as (const char *format, const char *source, GCancellable *cancellable, GError **error)
{
  const VrReading reading = { .format = format };
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));

  return vr_article_read_bytes (bytes, "page.html", &reading, cancellable, error);
}

static void
assert_fails (const char *source, int code, const char *phrase)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) none = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (VrArticle) article = read_as ("html", source, NULL, &error);
  g_autoptr (VrArticle) next = NULL;

  g_assert_null (article);
  g_assert_error (error, VR_ERROR, code);
  g_assert_nonnull (strstr (error->message, phrase));
  g_assert_nonnull (strstr (error->message, "“page.html”"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, MOST_USEC);
  next = read_as ("html", "a line", NULL, &none);
  g_assert_no_error (none);
  g_assert_cmpuint (vr_article_get_n_paragraphs (next), ==, 1);
}

static void
test_a_page_becomes_an_article (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArticle) article = read_as ("html", "Über uns\n\nTwo\nThree", NULL, &error);
  VrSlice text;

  g_assert_no_error (error);
  g_assert_cmpuint (vr_article_get_n_paragraphs (article), ==, 3);
  text = vr_article_get_paragraph_text (article, 0);
  g_assert_cmpmem (text.text, text.n_bytes, "Über uns", strlen ("Über uns"));
  g_assert_cmpint (vr_article_get_role (article, 0), ==, VR_ROLE_HEADLINE);
  g_assert_cmpuint (vr_article_get_source_line (article, 1), ==, 3);
  g_assert_cmpstr (vr_article_get_fact (article, VR_FACT_FORMAT), ==, "html");
  g_assert_cmpuint (vr_text_get_source_bytes (vr_article_get_text (article)), ==, 20);
}

static void
test_what_no_file_may_do_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArticle) article = read_as ("html", "try", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (vr_article_get_n_paragraphs (article), ==, 7);
  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      VrSlice text = vr_article_get_paragraph_text (article, i);
      g_autofree char *line = g_strndup (text.text, text.n_bytes);

      if (!g_str_has_suffix (line, ": refused"))
        g_test_message ("%s", line);
      g_assert_true (g_str_has_suffix (line, ": refused"));
    }
}

static void
test_too_much_is_told (void)
{
#ifndef __SANITIZE_ADDRESS__ /* which has limits of its own */
  assert_fails ("eat", VR_ERROR_TOO_LARGE, "256 MB");
  assert_fails ("gulp", VR_ERROR_TOO_LARGE, "256 MB");
#endif
  assert_fails ("work", VR_ERROR_TOO_LARGE, "two seconds");
  assert_fails ("sleep", VR_ERROR_TOO_LARGE, "two seconds");
  assert_fails ("chatter", VR_ERROR_TOO_LARGE, "64 MB");
}

/* What the libraries take is part of it. */
static void
test_memory_is_bounded_all_in (void)
{
#ifndef __SANITIZE_ADDRESS__
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArticle) article = read_as ("html", "fill", NULL, &error);
  gint64 n;

  g_assert_no_error (error);
  n = g_ascii_strtoll (vr_article_get_paragraph_text (article, 0).text, NULL, 10);
  g_assert_cmpint (n, <=, 256);
  g_assert_cmpint (n, >=, 232);
#endif
}

static void
test_a_crash_is_told (void)
{
#ifndef __SANITIZE_ADDRESS__ /* which ends a process in its own way */
  assert_fails ("crash", VR_ERROR_INVALID, "damaged");
  assert_fails ("leave", VR_ERROR_INVALID, "damaged");
  assert_fails ("lie", VR_ERROR_INVALID, "damaged");
  assert_fails ("fail", VR_ERROR_INVALID, "on purpose");
#endif
}

/* A page is text too; a reader who says what a file is shall be told. */
static void
test_what_nothing_reads_is_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("# Title\n", 8);
  const VrReading reading = { 0 };
  g_autoptr (VrArticle) article = vr_article_read_bytes (bytes, "notes.md", &reading, NULL, &error);
  g_autoptr (VrArticle) named = NULL;

  g_assert_no_error (error);
  g_assert_null (vr_article_get_imported (article));
  named = read_as ("pdf", "%PDF-1.5", NULL, &error);
  g_assert_null (named);
  g_assert_error (error, VR_ERROR, VR_ERROR_NOT_FOUND);
}

static gpointer
cancel_in_thread (gpointer data)
{
  g_usleep (100000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancelling_is_at_once (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (VrArticle) article = read_as ("html", "sleep", cancellable, &error);

  g_assert_null (article);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_thread_join (thread);
}

static gpointer
read_in_thread (gpointer data)
{
  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *source = g_strdup_printf ("%s %u\nline", (const char *)data, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (VrArticle) article = read_as ("html", source, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (source, vr_article_get_title (article)));
    }
  return NULL;
}

static void
test_threads_get_their_own_answers (void)
{
  static const char *const names[] = { "one", "two", "three", "four" };
  GThread *threads[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    threads[i] = g_thread_new (names[i], read_in_thread, (gpointer)names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_thread_join (threads[i]);
}

/* The system's list of the processes that @pid has started; NULL where it keeps none. */
static GArray *
list_children (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%d/children", pid, pid);
  g_autofree char *pids = NULL;
  GArray *children;

  if (!g_file_get_contents (path, &pids, NULL, NULL))
    return NULL;
  children = g_array_new (FALSE, FALSE, sizeof (int));
  for (char *p = pids; *p != '\0'; p += strspn (p, " "))
    {
      int child = (int)strtol (p, &p, 10);

      g_array_append_val (children, child);
    }
  return children;
}

static void
kill_children (int pid)
{
  g_autoptr (GArray) children = list_children (pid);

  for (guint i = 0; children != NULL && i < children->len; i++)
    kill (g_array_index (children, int, i), SIGKILL);
}

static void
test_a_killed_helper_is_replaced (void)
{
  g_autoptr (VrArticle) first = read_as ("html", "one", NULL, NULL);
  g_autoptr (VrArticle) second = NULL;
  g_autoptr (GArray) children = list_children (getpid ());
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (first);
  if (children == NULL)
    {
      g_test_skip ("no list of processes");
      return;
    }
  kill_children (getpid ());
  second = read_as ("html", "two", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vr_article_get_title (second), ==, "two");
}

/* One that waits for the next request has none below it. */
static gpointer
kill_readers_in_thread (gpointer data)
{
  gboolean is_program = GPOINTER_TO_INT (data);

  for (guint n = 0; n < 10; n++)
    {
      g_autoptr (GArray) programs = list_children (getpid ());

      g_usleep (100000);
      for (guint i = 0; programs != NULL && i < programs->len; i++)
        {
          int program = g_array_index (programs, int, i);
          g_autoptr (GArray) readers = list_children (program);

          if (readers != NULL && readers->len > 0 && is_program)
            kill (program, SIGKILL);
          else if (readers != NULL && readers->len > 0)
            kill_children (program);
        }
    }
  return NULL;
}

/* As the system does to one that it has no memory for. */
static void
test_a_reader_that_is_killed_is_not_the_files_fault (gconstpointer data)
{
  g_autoptr (GArray) children = list_children (getpid ());
  GThread *thread;

  if (children == NULL)
    {
      g_test_skip ("no list of processes");
      return;
    }
  thread = g_thread_new ("kill", kill_readers_in_thread, (gpointer)data);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (VrArticle) article = read_as ("html", "sleep", NULL, &error);

    g_assert_null (article);
    g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "stopped"));
    g_assert_nonnull (strstr (error->message, "“page.html”"));
  }
  g_thread_join (thread);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importer/a-page-becomes-an-article", test_a_page_becomes_an_article);
  g_test_add_func ("/importer/what-no-file-may-do-is-refused", test_what_no_file_may_do_is_refused);
  g_test_add_func ("/importer/too-much-is-told", test_too_much_is_told);
  g_test_add_func ("/importer/memory-is-bounded-all-in", test_memory_is_bounded_all_in);
  g_test_add_func ("/importer/a-crash-is-told", test_a_crash_is_told);
  g_test_add_func ("/importer/what-nothing-reads-is-text", test_what_nothing_reads_is_text);
  g_test_add_func ("/importer/cancelling-is-at-once", test_cancelling_is_at_once);
  g_test_add_func ("/importer/threads-get-their-own-answers", test_threads_get_their_own_answers);
  g_test_add_func ("/importer/a-killed-helper-is-replaced", test_a_killed_helper_is_replaced);
  g_test_add_data_func ("/importer/a-killed-reader-is-not-the-files-fault", GINT_TO_POINTER (FALSE),
                        test_a_reader_that_is_killed_is_not_the_files_fault);
  g_test_add_data_func ("/importer/nor-is-a-killed-program", GINT_TO_POINTER (TRUE),
                        test_a_reader_that_is_killed_is_not_the_files_fault);
  return g_test_run ();
}
