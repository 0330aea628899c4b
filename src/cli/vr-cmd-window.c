/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum window and variorum difftool: hand over to the window's program, which is another one:
 * this one links no GTK. */
#include "vr-cli.h"
#include "vr-program.h"

#include "config.h"

#include <glib/gi18n.h>

#define WINDOW_PROGRAM "variorum-window"

static char *
find_window_program (void)
{
  char *path = vr_program_find (WINDOW_PROGRAM, VR_BINDIR);

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

/* What the options say, as given. */
typedef struct
{
  gboolean wait;
  char *old_name;
  char *new_name;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->old_name);
  g_free (words->new_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* Where waiting is settled already, there is no --wait. */
static gboolean
parse_words (Words *words, const char *command, const char *usage, const char *summary,
             const char *details, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "wait", 0, 0, G_OPTION_ARG_NONE, &words->wait, N_ ("Wait until the window is closed"), NULL },
    { "old-name", 0, 0, G_OPTION_ARG_STRING, &words->old_name,
      N_ ("Show NAME above the old article instead of its file’s name"), N_ ("NAME") },
    { "new-name", 0, 0, G_OPTION_ARG_STRING, &words->new_name,
      N_ ("Show NAME above the new article instead of its file’s name"), N_ ("NAME") },
    { NULL },
  };

  return vr_cli_parse (command, usage, summary, details, words->wait ? entries + 1 : entries, argc,
                       argv);
}

static void
add_option (GPtrArray *argv, const char *option, const char *value)
{
  if (value != NULL)
    g_ptr_array_add (argv, g_strdup_printf ("%s=%s", option, value));
}

/* Becomes the window's program, so it returns only on trouble. */
static VrStatus
start (const char *program, const Words *words, char **files)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (argv, g_strdup (program));
  if (words->wait)
    g_ptr_array_add (argv, g_strdup ("--wait"));
  add_option (argv, "--old-name", words->old_name);
  add_option (argv, "--new-name", words->new_name);
  for (char **file = files; *file != NULL; file++)
    {
      /* What begins like an option is none here. */
      gboolean is_odd = **file == '-';

      g_ptr_array_add (argv, is_odd ? g_strdup_printf ("./%s", *file) : g_strdup (*file));
    }
  g_ptr_array_add (argv, NULL);
  return vr_cli_become (program, (char **)argv->pdata);
}

VrStatus
vr_cmd_window (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_autofree char *program = find_window_program ();

  if (!parse_words (&words, "window", "[OLD NEW | FILE]",
                    _ ("Compares OLD and NEW in a window, or opens FILE, a saved comparison."),
                    NULL, &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (program == NULL)
    return vr_cli_fail (_ ("The window is not installed; “variorum compare OLD NEW” compares in "
                           "the terminal."));
  if (!has_display ())
    return vr_cli_fail (_ ("There is no display to open a window on; “variorum compare OLD NEW” "
                           "compares in the terminal."));
  return start (program, &words, argv + MIN (argc, 1));
}

/* For git a difference is no failure. */
static VrStatus
compare_in_terminal (char **files)
{
  char *argv[] = { (char *)"compare", (char *)"--", files[0], files[1], NULL };
  VrStatus status = vr_cmd_loaded ((int)G_N_ELEMENTS (argv) - 1, argv);

  return status == VR_STATUS_DIFFERENT ? VR_STATUS_DONE : status;
}

VrStatus
vr_cmd_difftool (int argc, char **argv)
{
  g_auto (Words) words = { .wait = TRUE };
  g_autofree char *program = find_window_program ();

  if (!parse_words (&words, "difftool", "OLD NEW",
                    _ ("Compares OLD and NEW in a window and waits until it is closed.\n"
                       "Without a display it compares in the terminal."),
                    _ ("Two lines make it a tool of git:\n"
                       "  git config diff.tool variorum\n"
                       "  git config difftool.variorum.cmd 'variorum difftool \"$LOCAL\" "
                       "\"$REMOTE\"'\n\n"
                       "The exit status is 0, or 2 on trouble."),
                    &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 3)
    return vr_cli_fail (_ ("difftool needs two articles, OLD and NEW; see “variorum difftool "
                           "--help”."));
  if (program != NULL && has_display ())
    return start (program, &words, argv + 1);
  vr_cli_say (program == NULL
                  ? _ ("The window is not installed; this is the comparison in the terminal.")
                  : _ ("There is no display to open a window on; this is the comparison in the "
                       "terminal."));
  return compare_in_terminal (argv + 1);
}
