/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that an archive has, for who needs nothing else of it: read without libgit2. */
#include "vr-archive-names.h"

#include "vr-archive-private.h"
#include "vr-ref-files.h"

#include <stdlib.h>

#define VALUE_NONE -1

/* What git-config(1) calls section, key and value, in their plainest form. */
typedef struct
{
  char *section;
  int format; /* of ours */
  gboolean is_plain;
} Config;

/* "[core]", "[remote \"origin\"]"; one that makes git read other files, or read refs otherwise, is
 * not plain. */
static void
enter_section (Config *config, const char *line)
{
  gsize n = strcspn (line + 1, " ]\"");

  g_free (config->section);
  config->section = g_ascii_strdown (line + 1, (gssize)n);
  if (!g_str_has_suffix (line, "]") || strpbrk (line, "\\#;") != NULL
      || g_str_has_prefix (config->section, "include")
      || g_str_has_prefix (config->section, "extension"))
    config->is_plain = FALSE;
  /* A section of a section is none that is asked for. */
  if (strchr (line, '"') != NULL)
    *config->section = '\0';
}

static int
parse_number (const char *value)
{
  return *value != '\0' && strlen (value) < 4 && strspn (value, "0123456789") == strlen (value)
             ? atoi (value)
             : VALUE_NONE;
}

static void
read_value (Config *config, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "=", 2);
  g_autofree char *key = g_ascii_strdown (g_strstrip (parts[0]), -1);
  const char *value = parts[1] != NULL ? g_strstrip (parts[1]) : "";

  if (config->section == NULL || strpbrk (line, "\\\"") != NULL)
    config->is_plain = FALSE;
  else if (g_str_equal (config->section, "core") && g_str_equal (key, "repositoryformatversion"))
    config->is_plain &= parse_number (value) == 0;
  else if (g_str_equal (config->section, "variorum") && g_str_equal (key, "format"))
    config->format = parse_number (value);
}

static void
read_line (Config *config, char *line)
{
  g_strstrip (line);
  if (*line == '[')
    enter_section (config, line);
  else if (*line != '\0' && *line != '#' && *line != ';')
    read_value (config, line);
}

/* Whether it is an archive of ours that is set up as git sets up every repository. */
static gboolean
is_config_plain (const char *path)
{
  g_autofree char *name = g_build_filename (path, "config", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Config config = { .format = VALUE_NONE, .is_plain = TRUE };

  if (!g_file_get_contents (name, &text, NULL, NULL))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    read_line (&config, *line);
  g_free (config.section);

  return config.is_plain && config.format == VR_ARCHIVE_FORMAT;
}

static gboolean
has (const char *path, const char *name, GFileTest test)
{
  g_autofree char *whole = g_build_filename (path, name, NULL);

  return g_file_test (whole, test);
}

gboolean
vr_archive_names_are_plain (const char *path)
{
  return has (path, "HEAD", G_FILE_TEST_IS_REGULAR) && has (path, "refs", G_FILE_TEST_IS_DIR)
         && has (path, "objects/pack", G_FILE_TEST_IS_DIR)
         && !has (path, "commondir", G_FILE_TEST_EXISTS) && is_config_plain (path);
}

gboolean
vr_archive_names_list (const char *path, GPtrArray **variants, GPtrArray **comparisons)
{
  g_autoptr (GHashTable) heads = NULL;
  g_autoptr (GHashTable) kept = NULL;

  if (!vr_archive_names_are_plain (path))
    return FALSE;
  heads = vr_ref_files_list (path, VR_ARCHIVE_HEADS);
  kept = heads != NULL ? vr_ref_files_list (path, VR_ARCHIVE_COMPARISONS) : NULL;
  if (kept == NULL)
    return FALSE;
  *variants = vr_ref_files_choose_names (heads, VR_ARCHIVE_HEADS);
  *comparisons = vr_ref_files_choose_names (kept, VR_ARCHIVE_COMPARISONS);

  return TRUE;
}

char *
vr_archive_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "variorum", "archive.git", NULL);
}
