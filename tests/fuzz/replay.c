/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target over files and folders of files, for compilers without libFuzzer. */
#include <glib.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static guint
replay (const char *path)
{
  g_autofree char *contents = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n_files = 0;
  gsize n_bytes;

  if (dir != NULL)
    {
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *inside = g_build_filename (path, name, NULL);

          n_files += replay (inside);
        }
      return n_files;
    }
  if (!g_file_get_contents (path, &contents, &n_bytes, &error))
    g_error ("%s", error->message);
  LLVMFuzzerTestOneInput ((const guint8 *)contents, n_bytes);
  return 1;
}

int
main (int argc, char **argv)
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    n_files += replay (argv[i]);
  printf ("%u files\n", n_files);
  return n_files > 0 ? 0 : 1;
}
