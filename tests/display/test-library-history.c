/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Origins of sentences and lives of phrases: what is said of them, where they lead, and that a long
 * article does not hold up the window. */
#include "vr-archive.h"
#include "vr-origins-model.h"
#include "vr-origins-words.h"
#include "vr-phrase-words.h"
#include "vr-store-task-history.h"
#include "window-fixture.h"

#include <time.h>

#define N_PARAGRAPHS 10000
/* As in test-library-page.c: time that the window itself works. */

#define MONDAY "The mayor spoke on Monday. Nobody was pleased."
#define TUESDAY "The mayor spoke on Tuesday. Nobody was pleased."

/* Versions of "story/variant" as git writes them, a day apart. */
static void
keep (const char *story, const char *const *texts)
{
  g_autofree char *path = vr_archive_dup_default_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, NULL);
  g_autoptr (GString) stream = g_string_new (NULL);
  g_autoptr (GSubprocess) git = NULL;

  g_assert_nonnull (archive);
  for (guint i = 0; texts[i] != NULL; i++)
    g_string_append_printf (stream,
                            "commit refs/heads/%s/wire\ncommitter A <a@b> %u +0000\n"
                            "data 6\nChange\nM 100644 inline article.md\ndata %u\n%s\n",
                            story, 1400000000 + i * 86400, (guint)strlen (texts[i]), texts[i]);
  git = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                          "git", "-C", path, "fast-import", "--quiet", NULL);
  g_assert_nonnull (git);
  g_assert_true (g_subprocess_communicate_utf8 (git, stream->str, NULL, NULL, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (git));
}

static VrArchive *
open_archive (void)
{
  g_autofree char *path = vr_archive_dup_default_path ();
  VrArchive *archive = vr_archive_open (path, NULL);

  g_assert_nonnull (archive);

  return archive;
}

static VrHistoryBlame *
trace (const char *name)
{
  g_autoptr (VrArchive) archive = open_archive ();
  g_autofree char *id = vr_version_find_last (archive, name, NULL);
  VrHistoryBlame *blame = vr_history_blame_new (archive, name, id, NULL, NULL, NULL);

  g_assert_nonnull (blame);

  return blame;
}

static void
test_ages (void)
{
  static const struct
  {
    gint64 seconds;
    const char *words;
  } cases[] = { { 5, "1 minute" },
                { 119 * 60, "119 minutes" },
                { 7200, "2 hours" },
                { 47 * 3600, "47 hours" },
                { 48 * 3600, "2 days" },
                { 61 * 86400, "2 months" },
                { 729 * 86400, "24 months" },
                { 731 * 86400, "2 years" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = vr_origins_words_dup_age (cases[i].seconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
assert_label (const VrHistoryBlame *blame, guint sentence, const char *expected)
{
  g_autofree char *label = vr_origins_words_dup_label (blame, sentence, FALSE);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_labels (void)
{
  g_autoptr (VrHistoryBlame) blame = NULL;
  g_autofree char *told = NULL;
  g_autofree char *spoken = NULL;

  keep ("labels", (const char *const[]){ MONDAY "\n", TUESDAY "\n", MONDAY "\n", NULL });
  blame = trace ("labels/wire");
  assert_label (blame, 0, "1 (3) · new");
  assert_label (blame, 1, "1 · 2 days");
  told = vr_origins_words_dup_told (blame, 0);
  g_assert_nonnull (strstr (told, "last changed by version 3, 15 May 2014"));
  spoken = vr_origins_words_dup_spoken (blame, (VrSpan){ 0, 2 });
  g_assert_cmpstr (spoken, ==,
                   "Version 1, new: The mayor spoke on Monday. Version 1, 2 days: Nobody was "
                   "pleased.");
}

static void
test_parts (void)
{
  g_autoptr (GString) text = g_string_new ("A short one. It has two sentences.\n\n");
  g_autoptr (VrOriginsModel) model = NULL;
  guint n;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "Sentence %u of a paragraph that nobody could call short. ", i);
  g_string_append (text, "\n\nThe end.\n");
  keep ("parts", (const char *const[]){ text->str, NULL });
  model = vr_origins_model_new (trace ("parts/wire"));
  n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_assert_cmpuint (n, >=, 5);
  g_assert_cmpuint (n, <=, 7);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VrOriginsItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      VrSpan span = vr_origins_item_get_sentences (item);
      VrSlice slice = vr_origins_item_peek_text (item);

      g_assert_cmpuint (slice.n_bytes, <, 7000);
      g_assert_cmpuint (vr_origins_model_find (model, span.from), ==, i);
      g_assert_cmpuint (vr_origins_model_find (model, span.to - 1), ==, i);
      g_assert_true (vr_origins_item_get_span (item, span.to - 1).to == slice.n_bytes);
    }
  g_assert_cmpuint (vr_origins_model_find_text (model, "TWO  sentences"), ==, 1);
  g_assert_cmpuint (vr_origins_model_find_text (model, "sentence 17 of"), ==, 19);
  g_assert_cmpuint (vr_origins_model_find_text (model, "the end"), ==, 402);
  g_assert_cmpuint (vr_origins_model_find_text (model, "zeppelin"), ==, G_MAXUINT);
}

static VrPhraseLives *
look_for (const char *phrase)
{
  g_autoptr (VrArchive) archive = open_archive ();
  VrHistorySearch *search = vr_history_search_new (archive, phrase, NULL, NULL, NULL, NULL);

  g_assert_nonnull (search);

  return vr_phrase_lives_new (phrase, search);
}

static void
assert_event (const VrPhraseLives *lives, guint index, const char *words, guint older, VrSide side)
{
  const VrPhraseEvent *event = vr_phrase_lives_peek_event (lives, index);
  g_autofree char *told = vr_phrase_words_dup_event (event);

  g_assert_cmpstr (told, ==, words);
  g_assert_cmpuint (event->older, ==, older);
  g_assert_cmpuint (event->newer, ==, older > 0 ? older + 1 : 0);
  g_assert_cmpint (event->side, ==, side);
}

static void
test_events (void)
{
  g_autoptr (VrPhraseLives) lives = NULL;
  g_autofree char *share = NULL;

  keep ("events", (const char *const[]){ "Barley.\n", "Oats.\n", "Oats.\n\nMore.\n", "Barley.\n",
                                         "Oats.\n", "Oats.\n\nEven more.\n", NULL });
  keep ("alone", (const char *const[]){ "Oats and rye.\n", NULL });
  lives = look_for ("oats");
  g_assert_cmpuint (lives->events->len, ==, 5);
  assert_event (lives, 0, "Appeared in version 1", 0, VR_SIDE_OLD);
  assert_event (lives, 1, "Appeared in version 2", 1, VR_SIDE_NEW);
  assert_event (lives, 2, "Vanished in version 4", 3, VR_SIDE_OLD);
  assert_event (lives, 3, "Came back in version 5", 4, VR_SIDE_NEW);
  assert_event (lives, 4, "Stands in version 6, the last one", 5, VR_SIDE_NEW);
  g_assert_true (vr_phrase_lives_begins_variant (lives, 1));
  g_assert_false (vr_phrase_lives_begins_variant (lives, 2));
  share = vr_phrase_words_dup_share (vr_phrase_lives_peek_variant (lives, 1), "events");
  g_assert_cmpstr (share, ==, "events · in 4 of 6 versions");
  g_clear_pointer (&lives, vr_phrase_lives_unref);
  /* What the first version has is seen beside the second one. */
  lives = look_for ("barley");
  assert_event (lives, 0, "Appeared in version 1", 1, VR_SIDE_OLD);
}

static void
test_context (void)
{
  static const char *const units[] = {
    "A headline",
    "Before it there is a good deal of text, which nobody who looks for a phrase "
    "has to see, and then “Quay Walls” stand in it, with so much behind them that "
    "the sentence would go on and on and on, as those sentences do.",
    NULL
  };
  g_autoptr (VrArticle) article = vr_article_new_from_units (units, 2, "en");
  VrPhraseEvent event = { .kind = VR_PHRASE_APPEARED };
  g_autofree char *match = NULL;

  vr_phrase_event_set_context (&event, article, "zeppelin");
  g_assert_null (event.context);
  vr_phrase_event_set_context (&event, article, "\"quay  walls\"");
  match = g_strndup (event.context + event.match.from, event.match.to - event.match.from);
  g_assert_cmpstr (match, ==, "“Quay Walls”");
  /* Words are whole. */
  g_assert_true (g_str_has_prefix (event.context, "…text, which nobody "));
  g_assert_true (g_str_has_suffix (event.context, "…"));
  g_clear_pointer (&event.context, g_free);
  vr_phrase_event_set_context (&event, article, "headline");
  g_assert_cmpstr (event.context, ==, "A headline");
  g_free (event.context);
}

typedef struct
{
  gboolean is_over;
  gboolean is_cancelled;
  guint n_told;
} Answer;

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = g_object_get_data (object, "answer");
  g_autoptr (GError) error = NULL;
  g_autoptr (VrPhraseLives) lives = vr_store_task_search_finish (result, &error);

  answer->is_over = TRUE;
  answer->is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (answer->is_cancelled == (lives == NULL));
}

static void
progress_cb (double fraction, gpointer user_data)
{
  Answer *answer = user_data;

  g_assert_false (answer->is_over);
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  answer->n_told++;
}

static void
test_cancel (void)
{
  g_autoptr (GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { FALSE };
  const VrProgress progress = { progress_cb, &answer };

  g_object_set_data (source, "answer", &answer);
  vr_store_task_search (source, "oats", &progress, cancellable, searched_cb);
  g_cancellable_cancel (cancellable);
  fixture_wait_until (answer.is_over);
  g_assert_true (answer.is_cancelled);
  g_assert_cmpuint (answer.n_told, ==, 0);
  answer = (Answer){ FALSE };
  vr_store_task_search (source, "oats", &progress, NULL, searched_cb);
  fixture_wait_until (answer.is_over);
  g_assert_false (answer.is_cancelled);
  fixture_wait_ms (100);
}

static void
test_place (void)
{
  g_autoptr (GString) old_text = g_string_new ("Oats are dear. Nobody was pleased.\n\n");
  g_autoptr (GString) new_text = g_string_new (old_text->str);
  VrWindow *window;
  VrComparePage *page;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *same =
          g_strdup_printf ("Ship number %u came into harbour that night.\n\n", i);

      g_string_append (old_text, same);
      g_string_append (new_text, same);
    }
  g_string_append (old_text, "Rye is cheap today, they said.\n");
  g_string_append (new_text, "Oats are dear. Rye is cheap today, they said.\n");
  window = fixture_open_texts (old_text->str, new_text->str, 1000);
  page = vr_window_get_compare_page (window);
  g_assert_false (vr_compare_page_go_to_text (page, VR_SIDE_NEW, "zeppelin", FALSE));
  /* It stands in two rows, but came in the last one. */
  g_assert_true (vr_compare_page_go_to_text (page, VR_SIDE_NEW, "oats are dear", FALSE));
  g_assert_cmpuint (vr_compare_page_get_selected (page), ==, 61);
  fixture_assert_in_view (window, 61);
  g_assert_true (vr_compare_page_go_to_text (page, VR_SIDE_OLD, "OATS are dear", TRUE));
  g_assert_cmpuint (vr_compare_page_get_selected (page), ==, 0);
  fixture_assert_in_view (window, 0);
  /* What is folded away is shown. */
  vr_compare_page_set_view (page, VR_VIEW_CHANGES);
  g_assert_true (vr_compare_page_go_to_text (page, VR_SIDE_OLD, "ship number 30 ", FALSE));
  fixture_assert_in_view (window, vr_compare_page_get_selected (page));
  fixture_close_window (window);
}

static gint64
get_work_us (void)
{
  struct timespec work;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &work), ==, 0);

  return work.tv_sec * G_USEC_PER_SEC + work.tv_nsec / 1000;
}

typedef struct
{
  gint64 last;
  gint64 longest;
} Ticks;

static gboolean
tick_cb (gpointer user_data)
{
  Ticks *ticks = user_data;
  gint64 now = get_work_us ();

  ticks->longest = MAX (ticks->longest, now - ticks->last);
  ticks->last = now;

  return G_SOURCE_CONTINUE;
}

static char *
make_long (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autofree char *paragraph = fixture_paragraph (i);

      g_string_append_printf (text, "%s\n\n", paragraph);
    }

  return g_string_free (text, FALSE);
}

static guint
count (VrWindow *window, const char *name)
{
  GtkWidget *list = fixture_find_named (GTK_WIDGET (window), name);
  GtkSelectionModel *model = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static void
test_long_article (void)
{
  g_autofree char *text = make_long ();
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  Ticks ticks = { 0 };
  GtkWidget *list;
  GtkAdjustment *adjustment;
  guint source;

  /* The first by name is what the library shows. */
  keep ("a-long-one", (const char *const[]){ text, NULL });
  vr_window_present_soon (window);
  fixture_wait_ms (500);
  fixture_activate (window, "library");
  fixture_wait_until (count (window, "versions") == 1);
  ticks.last = get_work_us ();
  source = g_timeout_add_full (G_PRIORITY_HIGH, 1, tick_cb, &ticks, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (window), "library-view",
                                  g_variant_new_string ("origins"));
  fixture_wait_until (count (window, "origins") == N_PARAGRAPHS);
  list = fixture_find_named (GTK_WIDGET (window), "origins");
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  for (guint i = 1; i <= 10; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 10);
      fixture_wait_ms (100);
    }
  g_source_remove (source);
  g_test_message ("%u paragraphs: the longest stall took %.1f ms", N_PARAGRAPHS,
                  (double)ticks.longest / 1000);
  fixture_close_window (window);
}

/* What is kept in the test is the test's own. */
static char *
take_place (void)
{
  char *folder = g_dir_make_tmp ("variorum-history-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("TZ", "UTC", TRUE);

  return folder;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = take_place ();
  g_autofree char *git = g_find_program_in_path ("git");
  g_autofree char *remove = g_strdup_printf ("rm -rf '%s'", folder);
  int result;

  fixture_init (&argc, &argv);
  g_test_add_func ("/library/how-long-a-sentence-stood", test_ages);
  g_test_add_func ("/library/the-place-where-words-came", test_place);
  if (git != NULL)
    {
      g_test_add_func ("/library/the-margin-names-versions", test_labels);
      g_test_add_func ("/library/a-long-paragraph-stands-in-parts", test_parts);
      g_test_add_func ("/library/what-became-of-a-phrase", test_events);
      g_test_add_func ("/library/a-search-is-given-up", test_cancel);
      g_test_add_func ("/library/a-long-article-does-not-hold-up", test_long_article);
    }
  g_test_add_func ("/library/a-phrase-with-what-is-around-it", test_context);
  result = g_test_run ();
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);

  return result;
}
