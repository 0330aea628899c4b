/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes say what they were told, stay with their versions, and those of two people are joined. */
#include "store-fixture.h"
#include "vr-note-text.h"
#include "vr-sync.h"

#include <string.h>

#define NAME "Quay/cnn"
#define ANN "Ann Example <ann@example.org>"
#define N_THREADS 4
#define N_EACH 12

static const char text[] = "The quay is shut.\nShips wait outside. Nobody knows why. Ships wait.\n";

/* An archive with a version of NAME. */
static VrArchive *
create_with_version (const char *path, char **version)
{
  VrArchive *archive = fixture_create (path);

  *version = fixture_snapshot (archive, "Quay", "cnn", text, FIXTURE_SPRING);

  return archive;
}

static char *
add (VrArchive *archive, const char *version, const char *words)
{
  VrNote note = { .author = (char *)ANN, .text = (char *)words };
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  g_assert_true (vr_note_add (archive, NAME, version, &note, &id, &error));
  g_assert_no_error (error);

  return id;
}

static GPtrArray *
list (VrArchive *archive, const char *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) all = vr_note_list (archive, NAME, &error);
  GPtrArray *notes;

  g_assert_no_error (error);
  notes = g_hash_table_lookup (all, version);

  return notes != NULL ? g_ptr_array_ref (notes) : g_ptr_array_new ();
}

static const VrNote *
get (const GPtrArray *notes, guint index)
{
  g_assert_cmpuint (index, <, notes->len);

  return g_ptr_array_index (notes, index);
}

static void
test_round_trip (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autofree char *version = NULL;
  g_autoptr (VrArchive) archive = create_with_version (path, &version);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 ("2014-04-16T18:23:07+05:30", NULL);
  static const char words[] = "They cut it — “without” saying so.\n\n  كتب 漢字 🙂\n"
                              "2014-04-16T18:23:00+02:00 Nobody <n@example.org>\n"
                              "paragraph 9: not a place\n\n\nend";
  VrNote note = { .author = (char *)ANN,
                  .time = time,
                  .paragraph = 2,
                  .at = (char *)"Nobody knows why.",
                  .text = (char *)words };
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *stands = NULL;

  g_assert_true (vr_note_add (archive, NAME, version, &note, &id, NULL));
  notes = list (archive, version);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (get (notes, 0)->id, ==, id);
  g_assert_cmpstr (get (notes, 0)->author, ==, ANN);
  g_assert_cmpstr (get (notes, 0)->text, ==, words);
  g_assert_cmpstr (get (notes, 0)->at, ==, "Nobody knows why.");
  g_assert_cmpuint (get (notes, 0)->paragraph, ==, 2);
  stands = g_date_time_format (get (notes, 0)->time, "%F %T %z");
  g_assert_cmpstr (stands, ==, "2014-04-16 18:23:07 +0530");
  fixture_clean (path);
}

/* Whatever lines a note is made of, it is read as one note with these lines. */
static void
test_any_lines (void)
{
  static const char *const pieces[] = { "",
                                        "words",
                                        " one in",
                                        "  two in",
                                        "\ttab",
                                        "2014-04-16T18:23:00Z Ann",
                                        "ü 漢 🙂",
                                        "paragraph 2: The quay",
                                        "   ",
                                        "removed" };
  g_autofree char *path = fixture_dup_path ();
  g_autofree char *version = NULL;
  g_autoptr (VrArchive) archive = create_with_version (path, &version);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GString) words = g_string_new ("begin");
      guint n = (guint)g_test_rand_int_range (0, 7);

      for (guint k = 0; k < n; k++)
        g_string_append_printf (words, "\n%s",
                                pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_free (add (archive, version, words->str));
      g_ptr_array_add (wanted, g_strchomp (g_strdup (words->str)));
    }
  notes = list (archive, version);
  g_assert_cmpuint (notes->len, ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    g_assert_cmpstr (get (notes, i)->text, ==, g_ptr_array_index (wanted, i));
  fixture_clean (path);
}

/* Whatever another program wrote there is read to an end, and written it is read as the same. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "\n",
                                        "\n\n",
                                        "words",
                                        "  in",
                                        " ",
                                        "\xff\xfe",
                                        "paragraph 2: ",
                                        "paragraph 0: x",
                                        "\t",
                                        "\r",
                                        "2014-04-16T18:23:00Z",
                                        " Ann",
                                        "2014-13-77T99 x",
                                        "🙂" };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) given = g_string_new (NULL);
      g_autoptr (GPtrArray) once = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_note_free);
      g_autoptr (GPtrArray) twice = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_note_free);
      guint n = (guint)g_test_rand_int_range (0, 14);
      g_autofree char *written = NULL;
      g_autofree char *again = NULL;

      for (guint k = 0; k < n; k++)
        g_string_append (given, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      vr_note_text_read (given->str, given->len, once);
      written = vr_note_text_write (once);
      vr_note_text_read (written, strlen (written), twice);
      again = vr_note_text_write (twice);
      g_assert_cmpstr (again, ==, written);
      g_assert_cmpuint (once->len, ==, twice->len);
      for (guint k = 0; k < once->len; k++)
        g_assert_cmpstr (get (once, k)->id, ==, get (twice, k)->id);
    }
}

/* A text of nothing but notes does not take hours. */
static void
test_endless_text (void)
{
  g_autoptr (GString) given = g_string_new (NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_note_free);
  g_autofree char *written = NULL;
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (given, "%u\n\n", i);
  vr_note_text_read (given->str, given->len, notes);
  written = vr_note_text_write (notes);
  g_assert_nonnull (strstr (written, "29999"));
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 60 * G_USEC_PER_SEC);
}

static void
test_what_is_no_note (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autofree char *version = NULL;
  g_autoptr (VrArchive) archive = create_with_version (path, &version);
  g_autoptr (GError) error = NULL;
  VrNote note = { .text = (char *)" \n\t\r\n" };

  g_assert_false (vr_note_add (archive, NAME, version, &note, NULL, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
  g_clear_error (&error);
  note.text = (char *)"Words";
  g_assert_false (vr_note_add (archive, "Quay/bbc", version, &note, NULL, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_NOT_FOUND);
  fixture_clean (path);
}

static void
test_git_shows_them (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autofree char *version = NULL;
  g_autoptr (VrArchive) archive = create_with_version (path, &version);
  g_autofree char *id = add (archive, version, "They cut the quote.\n\nTwice.");
  g_autofree char *log = fixture_git (path, "log --notes=" NAME " " NAME);
  g_autofree char *all = fixture_git (path, "log '--notes=*' " NAME);
  g_autofree char *fsck = fixture_git (path, "fsck --strict --no-dangling");

  g_assert_nonnull (strstr (log, "Notes (" NAME "):"));
  g_assert_nonnull (strstr (log, ANN));
  g_assert_nonnull (strstr (log, "They cut the quote."));
  g_assert_nonnull (strstr (all, "They cut the quote."));
  g_assert_cmpstr (fsck, ==, "");
  g_assert_nonnull (id);
  fixture_clean (path);
}

/* What a colleague adds with git is listed, and stays when a note is added here. */
static void
test_git_adds_some (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autofree char *version = NULL;
  g_autoptr (VrArchive) archive = create_with_version (path, &version);
  g_autofree char *first = add (archive, version, "Ours.");
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autofree char *said = fixture_git (path, "-c user.name=X -c user.email=x@example.org notes "
                                             "--ref=" NAME " append -m 'By git.' " NAME);

  g_assert_nonnull (said);
  second = add (archive, version, "Ours again.");
  notes = list (archive, version);
  g_assert_cmpuint (notes->len, ==, 3);
  g_assert_cmpstr (get (notes, 0)->text, ==, "By git.");
  g_assert_null (get (notes, 0)->author);
  g_assert_cmpstr (get (notes, 1)->id, ==, first);
  g_assert_cmpstr (get (notes, 2)->id, ==, second);
  fixture_clean (path);
}

/* So many that git keeps them in folders; and made in folders by git, they are read. */
static void
test_many (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autofree char *version = NULL;
  g_autoptr (VrArchive) archive = create_with_version (path, &version);
  g_autoptr (GHashTable) all = NULL;
  g_autofree char *listed = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *other = g_compute_checksum_for_string (G_CHECKSUM_SHA1, number, -1);

      g_free (add (archive, other, number));
    }
  g_free (add (archive, version, "The real one."));
  all = vr_note_list (archive, NAME, NULL);
  g_assert_cmpuint (g_hash_table_size (all), ==, 301);
  listed = fixture_git (path, "notes --ref=" NAME " list");
  lines = g_strsplit (listed, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 301);
  shown = fixture_git (path, "notes --ref=" NAME " show " NAME);
  g_assert_nonnull (strstr (shown, "The real one."));
  fixture_clean (path);
}

static gpointer
add_in_thread (gpointer data)
{
  char **words = data;
  g_autoptr (VrArchive) archive = fixture_create (words[0]);

  for (guint i = 0; i < N_EACH; i++)
    {
      g_autofree char *note = g_strdup_printf ("%s %u", words[2], i);

      g_free (add (archive, words[1], note));
    }

  return NULL;
}

static void
test_several_at_once (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autofree char *version = NULL;
  g_autoptr (VrArchive) archive = create_with_version (path, &version);
  GThread *threads[N_THREADS];
  char *words[N_THREADS][3];
  g_autoptr (GPtrArray) notes = NULL;

  for (guint i = 0; i < N_THREADS; i++)
    {
      words[i][0] = path;
      words[i][1] = version;
      words[i][2] = g_strdup_printf ("thread %u", i);
      threads[i] = g_thread_new ("notes", add_in_thread, words[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_thread_join (threads[i]);
      g_free (words[i][2]);
    }
  notes = list (archive, version);
  g_assert_cmpuint (notes->len, ==, N_THREADS * N_EACH);
  fixture_clean (path);
}

static void
sync_with (VrArchive *archive, const char *remote)
{
  g_autoptr (GError) error = NULL;
  VrSync result;

  g_assert_true (vr_sync_archive (archive, remote, &result, &error));
  g_assert_no_error (error);
}

/* Adds notes and takes some of those away that are there, and keeps books. */
static void
change_at_random (VrArchive *archive, const char *version, GHashTable *wanted)
{
  guint n = (guint)g_test_rand_int_range (0, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) notes = list (archive, version);
      g_autofree char *words = g_strdup_printf ("note %d", g_test_rand_int ());

      if (notes->len > 0 && g_test_rand_int_range (0, 3) == 0)
        {
          const VrNote *note = get (notes, (guint)g_test_rand_int_range (0, (int)notes->len));

          g_assert_true (vr_note_remove (archive, NAME, version, note->id, NULL));
          g_hash_table_remove (wanted, note->id);
        }
      else
        g_hash_table_add (wanted, add (archive, version, words));
    }
}

/* Two people, a repository between them: nothing is lost, nothing that was taken away is back. */
static void
test_two_people (void)
{
  g_auto (GStrv) paths = g_new0 (char *, 3 + 1);
  g_autofree char *version = NULL;
  g_autoptr (VrArchive) between = NULL;
  g_autoptr (VrArchive) mine = NULL;
  g_autoptr (VrArchive) theirs = NULL;
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  for (guint i = 0; i < 3; i++)
    paths[i] = fixture_dup_path ();
  between = fixture_create (paths[2]);
  mine = create_with_version (paths[0], &version);
  theirs = fixture_create (paths[1]);
  sync_with (mine, paths[2]);
  sync_with (theirs, paths[2]);
  for (guint i = 0; i < 8; i++)
    {
      change_at_random (mine, version, wanted);
      change_at_random (theirs, version, wanted);
      sync_with (mine, paths[2]);
      sync_with (theirs, paths[2]);
      sync_with (mine, paths[2]);
    }
  notes = list (mine, version);
  g_assert_cmpuint (notes->len, ==, g_hash_table_size (wanted));
  for (guint i = 0; i < notes->len; i++)
    g_assert_true (g_hash_table_contains (wanted, get (notes, i)->id));
  one = fixture_git (paths[0], "for-each-ref");
  other = fixture_git (paths[1], "for-each-ref");
  g_assert_cmpstr (one, ==, other);
  for (guint i = 0; i < 3; i++)
    fixture_clean (paths[i]);
}

static void
test_places (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (VrText) read = vr_text_new_from_bytes (bytes, "UTF-8", "fixture", NULL);
  g_autoptr (VrArticle) article = vr_article_new (read, VR_PARAGRAPHS_LINE, "en");
  static const struct
  {
    const char *words;
    const char *place;
    guint paragraph;
    int trouble;
  } cases[] = {
    { "quay", "The quay is shut.", 1, 0 },
    { "NOBODY  knows", "Nobody knows why.", 2, 0 },
    { "outside. Nobody", "Ships wait outside. Nobody knows why.", 2, 0 },
    { "ships wait", NULL, 0, VR_ERROR_INVALID },
    { "shut. Ships", NULL, 0, VR_ERROR_NOT_FOUND },
    { "zebra", NULL, 0, VR_ERROR_NOT_FOUND },
    { "", NULL, 0, VR_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint paragraph = 0;
      g_autofree char *place = vr_note_find_place (article, cases[i].words, &paragraph, &error);

      g_test_message ("“%s”", cases[i].words);
      g_assert_cmpstr (place, ==, cases[i].place);
      g_assert_cmpuint (paragraph, ==, cases[i].paragraph);
      if (place == NULL)
        g_assert_error (error, VR_ERROR, cases[i].trouble);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/round-trip", test_round_trip);
  g_test_add_func ("/notes/any-lines", test_any_lines);
  g_test_add_func ("/notes/any-text", test_any_text);
  g_test_add_func ("/notes/endless-text", test_endless_text);
  g_test_add_func ("/notes/what-is-no-note", test_what_is_no_note);
  g_test_add_func ("/notes/git-shows-them", test_git_shows_them);
  g_test_add_func ("/notes/git-adds-some", test_git_adds_some);
  g_test_add_func ("/notes/many", test_many);
  g_test_add_func ("/notes/several-at-once", test_several_at_once);
  g_test_add_func ("/notes/two-people", test_two_people);
  g_test_add_func ("/notes/places", test_places);

  return g_test_run ();
}
