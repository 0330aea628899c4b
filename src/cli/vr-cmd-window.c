/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands over to the window's program, which is another one: this one links no GTK. */
#include "vr-cli.h"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

#define WINDOW_PROGRAM "variorum-window"

/* The folder of this very program, or NULL. */
static char *
dup_own_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}

static char *
find_in (const char *folder)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, WINDOW_PROGRAM, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_EXECUTABLE)
      && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  return NULL;
}

static char *
find_window_program (void)
{
  g_autofree char *folder = dup_own_folder ();
  char *path = find_in (folder);

  if (path == NULL)
    path = find_in (VR_BINDIR);
  return path != NULL ? path : g_find_program_in_path (WINDOW_PROGRAM);
}

static gboolean
is_set (const char *variable)
{
  const char *value = g_getenv (variable);

  return value != NULL && *value != '\0';
}

/* As GDK looks for one: named by the environment, or Wayland's default socket. */
static gboolean
has_display (void)
{
  g_autofree char *socket = NULL;

  if (is_set ("WAYLAND_DISPLAY") || is_set ("WAYLAND_SOCKET") || is_set ("DISPLAY")
      || is_set ("BROADWAY_DISPLAY"))
    return TRUE;
  socket = g_build_filename (g_get_user_runtime_dir (), "wayland-0", NULL);
  return g_file_test (socket, G_FILE_TEST_EXISTS);
}

VrStatus
vr_cmd_window (char **files)
{
  g_autofree char *program = find_window_program ();
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  if (program == NULL)
    return vr_cli_fail (_ ("The window is not installed; “variorum compare OLD NEW” compares in "
                           "the terminal."));
  if (!has_display ())
    return vr_cli_fail (_ ("There is no display to open a window on; “variorum compare OLD NEW” "
                           "compares in the terminal."));
  g_ptr_array_add (argv, program);
  for (; *files != NULL; files++)
    g_ptr_array_add (argv, *files);
  g_ptr_array_add (argv, NULL);
  /* What is ignored stays ignored in the new program, unlike handlers. */
  signal (SIGPIPE, SIG_DFL);
  signal (SIGXFSZ, SIG_DFL);
  execv (program, (char **)argv->pdata);
  return vr_cli_fail (_ ("“%s” cannot be started: %s."), program, g_strerror (errno));
}
