/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of printing: the pages are the report's, on the paper that was chosen. */
#include "plan-fixture.h"
#include "vr-print-job.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define MANY 400

typedef struct
{
  VrPairPlan *plan;
  VrDocument *document;
  char *folder;
  char *path;
} Fixture;

static void
setup (Fixture *self, gconstpointer data)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  fixture_pair (MANY, &old_text, &new_text);
  self->plan = fixture_plan (old_text, new_text);
  self->document = fixture_pasted (old_text, new_text);
  self->folder = g_dir_make_tmp ("variorum-print-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "printed.pdf", NULL);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  vr_document_unref (self->document);
  vr_pair_plan_unref (self->plan);
}

/* Prints to a file, and tells how many pages there were. */
static int
print (Fixture *self, gboolean is_sides)
{
  g_autoptr (VrPrintJob) job =
      vr_print_job_new (vr_pair_plan_get_comparison (self->plan), self->document, NULL, is_sides);
  g_autoptr (GtkPrintOperation) operation = vr_print_job_new_operation (job);
  g_autoptr (GError) error = NULL;
  int n_pages = 0;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, self->path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
      GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);

  return n_pages;
}

static void
assert_printed (Fixture *self)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (self->path, &bytes, &n_bytes, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

static void
test_upright_and_lying_paper_are_printed (Fixture *self, gconstpointer data)
{
  int n_upright = print (self, FALSE);

  assert_printed (self);
  g_assert_cmpint (n_upright, >, 2);
  g_assert_cmpint (print (self, TRUE), >, n_upright);
  assert_printed (self);
}

static void
test_the_layout_is_the_papers (Fixture *self, gconstpointer data)
{
  g_autoptr (VrPrintJob) job =
      vr_print_job_new (vr_pair_plan_get_comparison (self->plan), self->document, NULL, TRUE);

  g_assert_cmpint (vr_print_job_get_request (job, 800, 600).options.layout, ==, VR_REPORT_SIDES);
  g_assert_cmpint (vr_print_job_get_request (job, 600, 800).options.layout, ==, VR_REPORT_INLINE);
  g_assert_cmpint (gtk_page_setup_get_orientation (vr_print_job_get_page_setup (job)), ==,
                   GTK_PAGE_ORIENTATION_LANDSCAPE);
}

static void
test_a_folder_that_is_not_there_is_an_error (Fixture *self, gconstpointer data)
{
  g_autoptr (VrPrintJob) job =
      vr_print_job_new (vr_pair_plan_get_comparison (self->plan), self->document, NULL, FALSE);
  g_autoptr (GtkPrintOperation) operation = vr_print_job_new_operation (job);
  g_autofree char *path = g_build_filename (self->folder, "none", "printed.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (
      gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL), ==,
      GTK_PRINT_OPERATION_RESULT_ERROR);
  gtk_print_operation_get_error (operation, &error);
  g_assert_nonnull (error);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, setup, test, teardown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/print/paper", test_upright_and_lying_paper_are_printed);
  add ("/print/layout", test_the_layout_is_the_papers);
  add ("/print/no-folder", test_a_folder_that_is_not_there_is_an_error);
  return g_test_run ();
}
