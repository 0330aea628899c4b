/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Without the limit the engine needs as many edits as git diff --minimal on one token a line. */
#include "check-hunks.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define N_PAIRS 1000
#define MAX_TOKENS 200

static void
write_lines (const char *path, const Sequence *sequence)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint32 i = 0; i < sequence->n; i++)
    g_string_append_printf (text, "token%u\n", sequence->ids[i]);
  g_file_set_contents (path, text->str, text->len, &error);
  g_assert_no_error (error);
}

/* Deleted and inserted lines by git. */
static gint64
count_git_edits (const char *git, const char *old_path, const char *new_path)
{
  const char *argv[] = { git,         "diff",      "--no-index",
                         "--minimal", "--numstat", "--no-ext-diff",
                         old_path,    new_path,    NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) fields = NULL;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                NULL, &error);
  g_assert_no_error (error);
  if (*output == '\0')
    return 0;
  fields = g_strsplit (output, "\t", 3);
  g_assert_cmpuint (g_strv_length (fields), ==, 3);
  return strtoll (fields[0], NULL, 10) + strtoll (fields[1], NULL, 10);
}

static guint32
draw_pair (GRand *rand, Sequence *old, Sequence *new)
{
  guint32 n_ids = g_rand_int_range (rand, 1, 40);

  sequence_fill (old, rand, g_rand_int_range (rand, 0, MAX_TOKENS), n_ids);
  if (g_rand_boolean (rand))
    sequence_fill (new, rand, g_rand_int_range (rand, 0, MAX_TOKENS), n_ids);
  else
    sequence_edit (new, old, rand, g_rand_int_range (rand, 1, 20), n_ids);
  return n_ids;
}

static void
test_git_minimal (void)
{
  const VrDiffOptions options = { .minimal = TRUE };
  g_autofree char *git = g_find_program_in_path ("git");
  g_autofree char *folder = g_dir_make_tmp ("variorum-oracle-XXXXXX", NULL);
  g_autofree char *old_path = g_build_filename (folder, "old", NULL);
  g_autofree char *new_path = g_build_filename (folder, "new", NULL);
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  g_auto (Sequence) old = { 0 }, new = { 0 };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  if (git == NULL)
    {
      g_test_skip ("skipped: no git");
      return;
    }
  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_PAIRS; i++)
    {
      guint32 n_ids = draw_pair (rand, &old, &new);
      gint64 n_git;

      write_lines (old_path, &old);
      write_lines (new_path, &new);
      n_git = count_git_edits (git, old_path, new_path);
      g_assert_true (vr_differ_run (differ, old.ids, old.n, new.ids, new.n, n_ids, &options, hunks,
                                    NULL, NULL, NULL));
      g_assert_cmpint (count_edits (hunks), ==, count_least_edits (&old, &new));
      g_assert_cmpint (count_edits (hunks), ==, n_git);
    }
  g_unlink (old_path);
  g_unlink (new_path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oracle/as-few-edits-as-git-minimal", test_git_minimal);
  return g_test_run ();
}
