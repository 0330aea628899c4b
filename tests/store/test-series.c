/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A history that is taken in at once: each version is what it was, and all of them take little. */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>

#define DAY (24 * 60 * 60)

typedef struct
{
  GPtrArray *texts;
  guint next;
  GBytes *source;
  VrArticle *article;
  GDateTime *time;
} Series;

static gboolean
take_next (gpointer data, VrSnapshot *snapshot, const char **message, GError **error)
{
  Series *self = data;
  const char *text;
  g_autoptr (VrText) read = NULL;

  g_clear_pointer (&self->source, g_bytes_unref);
  g_clear_pointer (&self->article, vr_article_unref);
  g_clear_pointer (&self->time, g_date_time_unref);
  if (self->next == self->texts->len)
    return FALSE;
  text = g_ptr_array_index (self->texts, self->next);
  self->source = g_bytes_new (text, strlen (text));
  self->time = g_date_time_new_from_unix_utc (FIXTURE_SPRING + (gint64)self->next++ * DAY);
  read = vr_text_new_from_bytes (self->source, "UTF-8", "series", error);
  g_assert_nonnull (read);
  self->article = vr_article_new (read, VR_PARAGRAPHS_LINE, "en");
  *snapshot = (VrSnapshot){ .story = "Quay",
                            .variant = "cnn",
                            .article = self->article,
                            .source = self->source,
                            .source_name = "series.txt",
                            .retrieved = self->time };
  *message = "Another version";

  return TRUE;
}

/* Takes in @texts and asserts that git finds nothing wrong, and that each version is one of them.
 */
static VrArchive *
take_in (const char *path, GPtrArray *texts)
{
  VrArchive *archive = fixture_create (path);
  Series series = { texts };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) versions = NULL;
  g_autofree char *fsck = NULL;
  guint n;

  vr_snapshot_write_series (archive, "Quay/cnn", take_next, &series, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, texts->len);
  fsck = fixture_git (path, "fsck --strict --no-progress");
  versions = vr_version_list (archive, "Quay/cnn", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const char *id = g_array_index (versions, VrVersion, i).id;
      const char *text = g_ptr_array_index (texts, i);
      g_autoptr (GBytes) source = vr_version_read_source (archive, id, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (source, NULL), g_bytes_get_size (source), text,
                       strlen (text));
    }

  return archive;
}

static void
append_words (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "word%d ", g_test_rand_int ());
}

static char *
dup_long (const char *between)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "ship %u ", i);
  g_string_append (text, between);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "pilot %u ", i);
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

static void
test_each_version_is_what_it_was (void)
{
  static const char *const texts[] = {
    "a\n",
    "aa\n",
    "aaa\n",
    "aa\n\n",
    "",
    "x",
    "The ferry left at noon.\n",
    "The ferry left at noon. It was late.\n",
    "Late. The ferry left at noon. It was late.\n",
    "Late. It was late.\n",
    "Quite another text, which shares nothing at all with those before it.\r\n",
  };
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GString) inserted = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (all, g_strdup (texts[i]));
  /* Longer than one instruction of a delta can copy or write out. */
  append_words (inserted, 100);
  g_ptr_array_add (all, dup_long (""));
  g_ptr_array_add (all, dup_long ("and "));
  g_ptr_array_add (all, dup_long (inserted->str));
  g_ptr_array_add (all, dup_long ("or "));
  archive = take_in (path, all);
  fixture_clean (path);
}

static gint64
count_pack_bytes (const char *path)
{
  g_autofree char *folder = g_build_filename (path, "objects", "pack", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gint64 n_bytes = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_suffix (name, ".pack") && g_stat (file, &status) == 0)
        n_bytes += status.st_size;
    }

  return n_bytes;
}

static void
test_a_word_a_version_takes_little (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  append_words (text, 1000);
  for (guint i = 0; i < 160; i++)
    {
      g_autofree char *word = g_strdup_printf ("Ship %u", i);

      g_string_overwrite (text, (gsize)g_test_rand_int_range (0, (int)text->len - 8), word);
      g_ptr_array_add (all, g_strdup (text->str));
    }
  archive = take_in (path, all);
  g_assert_cmpint (count_pack_bytes (path), <, 160 * (gint64)text->len / 4);
  fixture_clean (path);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/each-version-is-what-it-was", test_each_version_is_what_it_was);
  g_test_add_func ("/series/a-word-a-version-takes-little", test_a_word_a_version_takes_little);

  return g_test_run ();
}
