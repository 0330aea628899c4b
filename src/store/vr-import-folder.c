/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of dated files, taken into the archive. */
#include "vr-import-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* 2014-04-16, 20140416, and a time behind it, with or without its marks. */
#define DATE                                                                                       \
  "(?<![0-9])([0-9]{4})-?([0-1][0-9])-?([0-3][0-9])"                                               \
  "(?:[T_ -]?([0-2][0-9])[:.h-]?([0-5][0-9])(?:[:.-]?([0-5][0-9]))?)?(?![0-9])"

static int
fetch_number (const GMatchInfo *match, int group)
{
  g_autofree char *word = g_match_info_fetch (match, group);

  return word != NULL && *word != '\0' ? (int)g_ascii_strtoll (word, NULL, 10) : 0;
}

static GDateTime *
read_date (const char *name)
{
  g_autoptr (GRegex) regex = g_regex_new (DATE, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GDateTime *date;
  int year, month, day;

  if (!g_regex_match (regex, name, 0, &match))
    return NULL;
  year = fetch_number (match, 1);
  month = fetch_number (match, 2);
  day = fetch_number (match, 3);
  date = g_date_time_new_local (year, month, day, fetch_number (match, 4), fetch_number (match, 5),
                                fetch_number (match, 6));

  /* What stands behind the day need be no time, as in "2014-04-16 2500 words.txt". */
  return date != NULL ? date : g_date_time_new_local (year, month, day, 0, 0, 0);
}

static void
add_file (GArray *steps, const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *name = g_filename_display_name (file);
  VrImportStep step = { 0 };
  struct stat status;

  if (*file == '.' || g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return;
  step.retrieved = read_date (name);
  if (step.retrieved == NULL)
    step.retrieved = g_date_time_new_from_unix_local (status.st_mtime);
  step.message = g_strdup_printf (_ ("From the file “%s”"), name);
  step.path = g_steal_pointer (&path);
  g_array_append_val (steps, step);
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const VrImportStep *step_a = a;
  const VrImportStep *step_b = b;
  int order = g_date_time_compare (step_a->retrieved, step_b->retrieved);

  return order != 0 ? order : strcmp (step_a->path, step_b->path);
}

VrImport *
vr_import_folder (VrArchive *archive, const char *folder, const char *story, const char *variant,
                  GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  g_autoptr (GArray) steps = vr_import_new_steps ();
  g_autoptr (GDir) dir = NULL;
  const char *file;

  errno = 0;
  dir = g_dir_open (whole, 0, NULL);
  if (dir == NULL)
    {
      int trouble = errno;
      g_autofree char *name = g_filename_display_name (folder);

      vr_error_set_unreadable (error, (int)g_io_error_from_errno (trouble), name,
                               g_strerror (trouble));
      return NULL;
    }
  while ((file = g_dir_read_name (dir)) != NULL)
    add_file (steps, whole, file);
  g_array_sort (steps, compare_steps);

  return vr_import_write (archive, NULL, steps, story, variant, error);
}
