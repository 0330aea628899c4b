/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many samples of the shared material are read in an encoding that gives the true text. */
#include "shared-data.h"
#include "vr-text.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Shares that must be reached; measured: 98.2 of all, 98.0 of the web's, 100 of UTF-8. */
#define MIN_LEGACY 0.97
#define MIN_WEB 0.97

typedef struct
{
  guint n;
  guint n_right;
} Share;

static void
count (Share *share, gboolean is_right)
{
  share->n++;
  share->n_right += is_right;
}

static double
get_share (const char *name, const Share *share)
{
  double value = share->n > 0 ? (double)share->n_right / share->n : 1;

  g_test_message ("%s: %u of %u, %.1f %%", name, share->n_right, share->n, 100 * value);
  return value;
}

/* Encodings that browsers do not know. */
static gboolean
is_of_the_web (const char *encoding)
{
  return !g_str_equal (encoding, "cp850") && !g_str_equal (encoding, "cp852")
         && !g_str_equal (encoding, "johab");
}

static char *
unpack (const char *archive)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("charset-XXXXXX", &error);
  const char *argv[] = { "tar", "-xJf", archive, "-C", folder, NULL };
  int status = 0;

  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return folder;
}

static void
remove_folder (const char *folder)
{
  const char *argv[] = { "rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static gboolean
is_read_right (const char *path, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) told = vr_text_new_from_file (path, encoding, &error);
  g_autoptr (VrText) found = vr_text_new_from_file (path, NULL, &error);

  g_assert_no_error (error);
  return g_str_equal (vr_text_peek (told, NULL), vr_text_peek (found, NULL));
}

static void
test_samples (void)
{
  g_autofree char *index = shared_path_or_skip ("import/charset_samples.json");
  g_autofree char *archive = NULL, *folder = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  Share utf8 = { 0 }, legacy = { 0 }, web = { 0 };
  JsonArray *samples;

  if (index == NULL || (archive = shared_path_or_skip ("import/charset_samples.tar.xz")) == NULL)
    return;
  g_assert_true (json_parser_load_from_file (parser, index, NULL));
  folder = unpack (archive);
  samples = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (samples); i++)
    {
      JsonObject *sample = json_array_get_object_element (samples, i);
      const char *encoding = json_object_get_string_member (sample, "encoding");
      g_autofree char *path =
          g_build_filename (folder, "files", json_object_get_string_member (sample, "id"), NULL);
      gboolean is_right = is_read_right (path, encoding);

      count (g_str_equal (encoding, "utf_8") ? &utf8 : &legacy, is_right);
      if (!g_str_equal (encoding, "utf_8") && is_of_the_web (encoding))
        count (&web, is_right);
    }
  remove_folder (folder);
  g_assert_cmpfloat (get_share ("UTF-8", &utf8), ==, 1);
  g_assert_cmpfloat (get_share ("others", &legacy), >=, MIN_LEGACY);
  g_assert_cmpfloat (get_share ("the web's", &web), >=, MIN_WEB);
}

/* Every line of clean text, by itself, is UTF-8 and stays as it is. */
static void
test_clean_text (void)
{
  g_autofree char *path = shared_path_or_skip ("import/clean_text.jsonl.xz");
  const char *argv[] = { "xz", "-dc", path, NULL };
  g_autofree char *lines = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint n_lines = 0;

  if (path == NULL)
    return;
  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &lines,
                               NULL, NULL, NULL));
  for (char *line = lines, *end; (end = strchr (line, '\n')) != NULL; line = end + 1)
    {
      const char *clean;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (VrText) text = NULL;

      g_assert_true (json_parser_load_from_data (parser, line, end - line, NULL));
      clean = json_object_get_string_member (json_node_get_object (json_parser_get_root (parser)),
                                             "text");
      bytes = g_bytes_new_static (clean, strlen (clean));
      text = vr_text_new_from_bytes (bytes, NULL, "line", NULL);
      g_assert_nonnull (text);
      g_assert_cmpstr (vr_text_peek (text, NULL), ==, clean);
      g_assert_cmpstr (vr_text_get_encoding (text), ==, "UTF-8");
      n_lines++;
    }
  g_assert_cmpuint (n_lines, >, 90000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charset/shared samples give their true text", test_samples);
  g_test_add_func ("/charset/shared clean text is UTF-8", test_clean_text);
  return g_test_run ();
}
