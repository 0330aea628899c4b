/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program git, run for a sync. */
#include "vr-sync-git.h"

#include <glib/gi18n-lib.h>

/* What is received stays a pack and is synced; nothing of the user's runs. */
static const char *const settings[] = {
  "fetch.unpackLimit=1", "transfer.unpackLimit=1",    "core.fsync=all",
  "gc.auto=0",           "maintenance.auto=false",    "core.hooksPath=/dev/null",
  "credential.helper=",  "transfer.fsckObjects=true", "fetch.fsck.badTimezone=ignore",
};

#define WARNING "warning:"

static void
append_settings (GPtrArray *argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_ptr_array_add (argv, (gpointer) "-c");
      g_ptr_array_add (argv, (gpointer)settings[i]);
    }
}

static char **
make_environment (void)
{
  char **environment = g_get_environ ();

  environment = g_environ_setenv (environment, "GIT_CONFIG_NOSYSTEM", "1", TRUE);
  environment = g_environ_setenv (environment, "GIT_CONFIG_GLOBAL", "/dev/null", TRUE);

  return environment;
}

/* The first line tells why, what follows is advice; but ssh warns of new hosts before. */
static char *
dup_reason (const char *errors)
{
  g_autofree char *valid = g_utf8_make_valid (errors, -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0' && g_ascii_strncasecmp (*line, WARNING, strlen (WARNING)) != 0)
      return g_strdup (*line);

  return g_strdup ("git");
}

gboolean
vr_sync_git_run (VrArchive *archive, const char *remote, const GPtrArray *words, char **output,
                 GError **error)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_auto (GStrv) environment = make_environment ();
  g_autoptr (GError) trouble = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *reason = NULL;
  int status;

  g_ptr_array_add (argv, (gpointer) "git");
  append_settings (argv);
  g_ptr_array_add (argv, (gpointer) "--git-dir");
  g_ptr_array_add (argv, archive->path);
  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (argv, g_ptr_array_index (words, i));
  g_ptr_array_add (argv, NULL);
  if (!g_spawn_sync (NULL, (char **)argv->pdata, environment,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, &printed,
                     &errors, &status, &trouble))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("The archive “%s” cannot be synced without the program git: %s."),
                   archive->path, trouble->message);
      return FALSE;
    }
  if (output != NULL)
    *output = g_steal_pointer (&printed);
  if (g_spawn_check_wait_status (status, NULL))
    return TRUE;
  reason = dup_reason (errors);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The archive “%s” cannot be synced with “%s” (%s); nothing is lost, try again."),
               archive->path, remote, reason);

  return FALSE;
}
