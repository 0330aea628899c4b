/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong with a file, by table: the window calls it by its name alone. */
#include "vr-error.h"
#include "vr-trouble.h"

#include <locale.h>

#define PATH "/somewhere/far/away/story.txt"

typedef struct
{
  int code;
  const char *message; /* of the core; NULL for what it says of a file that cannot be read */
  const char *heading;
  const char *sentence;
} Case;

static void
check (GQuark domain, const Case *test)
{
  g_autoptr (GFile) file = g_file_new_for_path (PATH);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (test->message != NULL)
    error = g_error_new_literal (domain, test->code, test->message);
  else
    vr_error_set_unreadable (&error, test->code, PATH, "Input/output error");
  sentence = vr_trouble_dup_sentence (error, file);
  g_assert_cmpstr (vr_trouble_get_heading (error, file), ==, test->heading);
  g_assert_cmpstr (sentence, ==, test->sentence);
}

static void
test_files (void)
{
  static const Case cases[] = {
    { G_IO_ERROR_NOT_FOUND, NULL, "File Not Found",
      "“story.txt” may have been moved, renamed or deleted." },
    { G_IO_ERROR_NOT_DIRECTORY, NULL, "File Not Found",
      "“story.txt” may have been moved, renamed or deleted." },
    { G_IO_ERROR_IS_DIRECTORY, NULL, "Cannot Open Folder",
      "“story.txt” is a folder; choose a file in it." },
    { G_IO_ERROR_PERMISSION_DENIED, NULL, "Cannot Open File",
      "“story.txt” may not be read; ask its owner for permission." },
    { G_IO_ERROR_FAILED, NULL, "Cannot Open File",
      "“story.txt” cannot be read (Input/output error); check the disk or the connection." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (G_IO_ERROR, &cases[i]);
}

static void
test_contents (void)
{
  static const Case cases[] = {
    { VR_ERROR_NOT_TEXT, "“" PATH "” is a program, not text; name a text file.", "Cannot Open File",
      "“story.txt” is not a text file." },
    { VR_ERROR_ENCODING, "“" PATH "” is compressed; unpack it.", "Cannot Open File",
      "“story.txt” is compressed; unpack it." },
    { VR_ERROR_TOO_LARGE, "“" PATH "” is over the limit of 1 GB; cut it into parts.",
      "File Too Large", "“story.txt” is over the limit of 1 GB; cut it into parts." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (VR_ERROR, &cases[i]);
}

/* The core says what a page's trouble is; the window calls the page by its place. */
static void
test_pages (void)
{
  static const Case cases[] = {
    { VR_ERROR_GONE, "“https://example.org/a” is gone.", "Page Not Found",
      "“example.org/a” is gone." },
    { VR_ERROR_WITHHELD, "“https://example.org/a” is given to those alone who pay (402).",
      "Page Not Available", "“example.org/a” is given to those alone who pay (402)." },
    { VR_ERROR_TOO_LARGE, "“https://example.org/a” is over the limit.", "Page Too Large",
      "“example.org/a” is over the limit." },
    { VR_ERROR_INVALID, "“https://example.org/a” goes round in a circle.", "Cannot Fetch Page",
      "“example.org/a” goes round in a circle." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) page = g_file_new_for_uri ("https://example.org/a");
      g_autoptr (GError) error = g_error_new_literal (VR_ERROR, cases[i].code, cases[i].message);
      g_autofree char *sentence = vr_trouble_dup_sentence (error, page);

      g_assert_cmpstr (vr_trouble_get_heading (error, page), ==, cases[i].heading);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* A text that was pasted is called as its reader calls it. */
static void
test_no_file (void)
{
  g_autoptr (GError) error =
      g_error_new_literal (VR_ERROR, VR_ERROR_NOT_TEXT, "“Pasted old text” is not text.");
  g_autofree char *sentence = vr_trouble_dup_sentence (error, NULL);

  g_assert_cmpstr (sentence, ==, "“Pasted old text” is not text.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trouble/files", test_files);
  g_test_add_func ("/trouble/contents", test_contents);
  g_test_add_func ("/trouble/pages", test_pages);
  g_test_add_func ("/trouble/no-file", test_no_file);

  return g_test_run ();
}
