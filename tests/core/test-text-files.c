/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of every kind are read, or refused in one sentence that names them. */
#include "check-text.h"
#include "shared-data.h"
#include "vr-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder;

static char *
write_file (const char *name, const char *contents, gsize n_bytes)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, n_bytes, NULL));
  return path;
}

static void
check_refused (const char *path, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_name (path);

  g_assert_null (vr_text_new_from_file (path, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, shown));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_sizes (void)
{
  static const gsize sizes[] = { 1, 4095, 4096, 4097, 8192, 65535, 65536, 65537, 1 << 20 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *contents = g_strnfill (sizes[i], 'x');
      g_autofree char *path = write_file ("sized", contents, sizes[i]);
      g_autoptr (VrText) text = vr_text_new_from_file (path, NULL, NULL);
      gsize n_bytes;

      g_assert_nonnull (text);
      g_assert_cmpstr (vr_text_peek (text, &n_bytes), ==, contents);
      g_assert_cmpuint (n_bytes, ==, sizes[i]);
      check_text (text);
    }
}

static void
test_sum (void)
{
  g_autofree char *path = write_file ("sum",
                                      "\xEF\xBB\xBF"
                                      "abc",
                                      6);
  g_autofree char *empty_path = write_file ("empty", "", 0);
  g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                           (const guchar *)"\xEF\xBB\xBF"
                                                                           "abc",
                                                           6);
  g_autoptr (VrText) text = vr_text_new_from_file (path, NULL, NULL);
  g_autoptr (VrText) empty = vr_text_new_from_file (empty_path, NULL, NULL);

  g_assert_cmpstr (vr_text_get_sha256 (text), ==, expected);
  g_assert_cmpstr (vr_text_get_name (text), ==, path);
  g_assert_cmpstr (vr_text_get_sha256 (empty), ==,
                   "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_refusals (void)
{
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autofree char *inside_file = g_build_filename (folder, "plain", "x", NULL);
  g_autofree char *plain = write_file ("plain", "x", 1);
  g_autofree char *image = write_file ("ima\xFFge", "\x89PNG\r\n\x1A\n", 8);

  check_refused (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  check_refused (inside_file, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  check_refused (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  check_refused (image, VR_ERROR, VR_ERROR_NOT_TEXT);
  if (geteuid () == 0)
    g_test_message ("root reads everything");
  else
    {
      g_assert_cmpint (g_chmod (plain, 0), ==, 0);
      check_refused (plain, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
      g_assert_cmpint (g_chmod (plain, 0600), ==, 0);
    }
}

static void
test_too_large (void)
{
  g_autofree char *path = write_file ("large", "", 0);

  /* A hole: takes no room on the disk. */
  if (truncate (path, (off_t)VR_TEXT_MAX_BYTES + 1) != 0)
    g_test_skip ("no files of this size here");
  else
    check_refused (path, VR_ERROR, VR_ERROR_TOO_LARGE);
  g_unlink (path);
}

static void
test_standard_input (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text = NULL;
  int saved = dup (STDIN_FILENO), ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], "from a pipe\n", 12), ==, 12);
  close (ends[1]);
  dup2 (ends[0], STDIN_FILENO);
  close (ends[0]);
  text = vr_text_new_from_file ("-", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vr_text_peek (text, NULL), ==, "from a pipe\n");
  g_assert_cmpstr (vr_text_get_name (text), ==, "-");

  dup2 (open ("/", O_RDONLY), STDIN_FILENO);
  g_assert_null (vr_text_new_from_file ("-", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_nonnull (strstr (error->message, "standard input"));
  dup2 (saved, STDIN_FILENO);
  close (saved);
}

static void
test_seeds (void)
{
  g_autofree char *path = shared_path_or_skip ("seeds/000_2ff660b60fe53b3e.txt");
  g_autoptr (VrText) text = NULL;

  if (path == NULL)
    return;
  text = vr_text_new_from_file (path, NULL, NULL);
  g_assert_nonnull (text);
  check_text (text);
  g_assert_cmpuint (vr_text_get_source_bytes (text), ==, 5917);
  g_assert_cmpstr (vr_text_get_encoding (text), ==, "UTF-8");
  g_assert_cmpuint (vr_text_get_n_replaced (text), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "sized", "sum", "empty", "plain", "ima\xFFge", "stdin" };
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("variorum-XXXXXX", NULL);
  g_test_add_func ("/text-files/files of any size are read whole", test_sizes);
  g_test_add_func ("/text-files/the sum is that of the file", test_sum);
  g_test_add_func ("/text-files/what cannot be read is named", test_refusals);
  g_test_add_func ("/text-files/a file over the limit is refused unread", test_too_large);
  g_test_add_func ("/text-files/a dash is standard input", test_standard_input);
  g_test_add_func ("/text-files/a seed is read without loss", test_seeds);
  status = g_test_run ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return status;
}
