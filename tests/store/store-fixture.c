/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives of the tests' own, and what is put into them. */
#include "store-fixture.h"

#include "vr-variant.h"

#include <string.h>

char *
fixture_dup_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("variorum-store-XXXXXX", &error);

  g_assert_no_error (error);

  return g_build_filename (folder, "archive.git", NULL);
}

void
fixture_clean (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

VrArchive *
fixture_create (const char *path)
{
  g_autoptr (GError) error = NULL;
  VrArchive *archive = vr_archive_create (path, &error);

  g_assert_no_error (error);

  return archive;
}

static VrArticle *
make_article (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "fixture", &error);

  g_assert_no_error (error);

  return vr_article_new (text, VR_PARAGRAPHS_LINE, "en");
}

/* The last version of a variant, or NULL where there is none yet. */
static char *
find_last (VrArchive *archive, const char *story, const char *variant)
{
  g_autofree char *name = vr_variant_dup_name (story, variant, NULL);

  return vr_version_resolve_last (archive, name, NULL);
}

char *
fixture_snapshot (VrArchive *archive, const char *story, const char *variant, const char *text,
                  gint64 time)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (VrArticle) article = make_article (bytes);
  g_autoptr (GDateTime) retrieved = g_date_time_new_from_unix_utc (time);
  g_autofree char *before = find_last (archive, story, variant);
  g_autoptr (GError) error = NULL;
  VrSnapshot snapshot = { story, variant, article, bytes, "fixture.txt", retrieved, NULL };
  char *id = NULL;
  VrSnapshotResult result =
      vr_snapshot_write (archive, &snapshot, before, "Something changed", &id, &error);

  g_assert_no_error (error);
  g_assert_true (result == VR_SNAPSHOT_WRITTEN || result == VR_SNAPSHOT_SEEN);

  return id;
}

char *
fixture_git (const char *path, const char *arguments)
{
  g_autofree char *command = g_strdup_printf ("git --git-dir '%s' %s", path, arguments);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, &output, &errors, &status, &error));
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s%s", command, output, errors);

  return g_strchomp (output);
}

#define DAWN "The harbour opened at dawn."
#define INNER "Two ferries left for the islands before the fog came in."
#define OUTER "Two ferries left for the outer islands before the fog came in."
#define FORTY "Forty people were aboard the first of them."
#define FIFTY "Fifty people were aboard the first of them."
#define NOON "The third ferry stayed at the quay until noon."
#define CAPTAIN "Its captain waited for a doctor from the town."
#define NOBODY "Nobody was hurt, the mayor's office said on Monday."
#define CURLY "Nobody  was hurt, the mayor’s office said on Monday."
#define LIFTED "The fog lifted at one."

GStrv
fixture_life (VrArchive *archive)
{
  static const char *const life[] = {
    DAWN "\n" INNER " " FORTY "\n" NOON " " CAPTAIN "\n" NOBODY "\n",
    DAWN "\n" OUTER " " FORTY "\n" NOON " " CAPTAIN "\n" NOBODY "\n",
    DAWN "\n" NOBODY "\n" OUTER " " FORTY "\n" NOON " " CAPTAIN "\n",
    DAWN "\n" NOBODY "\n" OUTER "\n" FORTY "\n" NOON " " CAPTAIN "\n",
    DAWN "\n" NOBODY "\n" OUTER "\n" FORTY "\n" NOON "\n",
    DAWN " " NOBODY "\n" OUTER "\n" FORTY "\n" NOON "\n",
    DAWN " " NOBODY "\n" OUTER "\n" FORTY "\n" NOON "\n" CAPTAIN " " LIFTED "\n",
    DAWN " " CURLY "\n" OUTER "\n" FIFTY "\n" NOON "\n" CAPTAIN " " LIFTED "\n",
  };
  GStrv ids = g_new0 (char *, G_N_ELEMENTS (life) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (life); i++)
    ids[i] = fixture_snapshot (archive, "Quay", "cnn", life[i], FIXTURE_SPRING + i * FIXTURE_DAY);

  return ids;
}

static char *
make_sentence (void)
{
  static const char *const words[] = { "ships", "wait",  "outside", "harbour", "fog",   "captain",
                                       "noon",  "quay",  "doctor",  "islands", "first", "people",
                                       "mayor", "ferry", "dawn",    "town",    "rain",  "pier" };
  GString *sentence = g_string_new ("Then");
  guint n = g_test_rand_int_range (3, 9);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (sentence, " %s",
                            words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  g_string_append_printf (sentence, " x%d.", g_test_rand_int_range (1000, 1000000));

  return g_string_free (sentence, FALSE);
}

static char *
join_sentences (GPtrArray *sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", (const char *)g_ptr_array_index (sentences, i),
                            i % 3 == 2 || i + 1 == sentences->len ? "\n" : " ");

  return g_string_free (text, FALSE);
}

/* One sentence is replaced, moved, cut, or brought (back, now and then). */
static void
change_sentences (GPtrArray *sentences, GPtrArray *gone)
{
  guint at = (guint)g_test_rand_int_range (0, (int)sentences->len);
  char *sentence = g_ptr_array_index (sentences, at);

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      g_ptr_array_add (gone, sentence);
      sentences->pdata[at] = make_sentence ();
      break;
    case 1:
      g_ptr_array_steal_index (sentences, at);
      g_ptr_array_insert (sentences, g_test_rand_int_range (0, (int)sentences->len), sentence);
      break;
    case 2:
      if (sentences->len > 4)
        g_ptr_array_add (gone, g_ptr_array_steal_index (sentences, at));
      break;
    case 3:
      if (gone->len > 0)
        g_ptr_array_insert (sentences, (int)at, g_ptr_array_steal_index (gone, gone->len / 2));
      break;
    default:
      g_ptr_array_insert (sentences, (int)at, make_sentence ());
    }
}

GPtrArray *
fixture_random_life (VrArchive *archive, const char *story, const char *variant, guint n)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (sentences, make_sentence ());
  while (texts->len < n)
    {
      char *text = join_sentences (sentences);
      gint64 time = FIXTURE_SPRING + texts->len * FIXTURE_DAY;
      g_autofree char *id = fixture_snapshot (archive, story, variant, text, time);

      g_assert_nonnull (id);
      if (texts->len > 0 && g_str_equal (text, g_ptr_array_index (texts, texts->len - 1)))
        g_free (text);
      else
        g_ptr_array_add (texts, text);
      change_sentences (sentences, gone);
    }

  return texts;
}
