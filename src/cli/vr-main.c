/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program of commands does: finds the command and runs it. */
#include "vr-main.h"

#include "config.h"

#include "vr-document-file.h"
#include "vr-report-numbers.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

typedef struct
{
  const VrCommand *commands;
  guint n_commands;
} Table;

/* A file opened on a standard stream's number would be taken for that stream. */
static void
fill_closed_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0)
      (void)!open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* Prints to standard output, which may be closed or full. */
static VrStatus
finish_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return VR_STATUS_DONE;
  return vr_cli_fail (_ ("Standard output cannot be written."));
}

static VrStatus
print_help (const Table *table)
{
  printf ("%s\n", _ ("Usage:"));
  printf ("  variorum [OLD NEW]        %s\n", _ ("open the window"));
  printf ("  variorum FILE             %s\n", _ ("open a saved comparison in the window"));
  printf ("  variorum COMMAND …        %s\n", _ ("run a command"));
  printf ("\n%s\n", _ ("Commands:"));
  for (guint i = 0; i < table->n_commands; i++)
    printf ("  %-24s  %s\n", table->commands[i].name, _ (table->commands[i].summary));
  printf ("  %-24s  %s\n", "help COMMAND", _ ("Tell what a command does and its options"));
  printf ("\n%s\n", _ ("Options:"));
  printf ("  %-24s  %s\n", "-h, --help", _ ("Show this help"));
  printf ("  %-24s  %s\n", "--version", _ ("Show the version"));
  printf ("\n%s\n",
          _ ("The exit status is 0 when done or the same, 1 when different, 2 on trouble."));
  return finish_output ();
}

static VrStatus
print_version (void)
{
  printf ("variorum %s\n", VR_VERSION);
  return finish_output ();
}

static const VrCommand *
find_command (const Table *table, const char *name)
{
  for (guint i = 0; i < table->n_commands; i++)
    if (g_str_equal (table->commands[i].name, name))
      return &table->commands[i];
  return NULL;
}

static VrStatus
fail_unknown (const char *word)
{
  if (*word == '-')
    return vr_cli_fail (_ ("Unknown option “%s”; see “variorum --help”."), word);
  return vr_cli_fail (_ ("“%s” is no command; see “variorum --help”, or name two articles."), word);
}

static VrStatus
run_help (const Table *table, char **words)
{
  const VrCommand *command;

  if (words[0] == NULL)
    return print_help (table);
  command = find_command (table, words[0]);
  if (command == NULL)
    return fail_unknown (words[0]);
  return command->run (2, (char *[]){ words[0], (char *)"--help", NULL });
}

static gboolean
is_saved (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return vr_document_is_file (file, NULL);
}

static VrStatus
run (const Table *table, int argc, char **argv)
{
  const VrCommand *command;

  if (argc < 2)
    return vr_cmd_window (argc, argv);
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help (table);
  if (g_str_equal (argv[1], "--version"))
    return print_version ();
  if (g_str_equal (argv[1], "help"))
    return run_help (table, argv + 2);
  command = find_command (table, argv[1]);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  if ((argc == 3 && *argv[1] != '-' && *argv[2] != '-')
      || (argc == 2 && *argv[1] != '-' && is_saved (argv[1])))
    return vr_cmd_window (argc, argv);
  return fail_unknown (argv[1]);
}

/* From these sizes on glibc maps memory, and gives the end of its heap back; and how much it asks
 * for at a time. */
#define MAP_BYTES (1024 * 1024)
#define TRIM_BYTES (1024 * 1024)
#define GROW_BYTES (4 * 1024 * 1024)

/* By itself glibc takes its heap, and gives its end back, in pieces so small that they are soon
 * asked for again: on 1 MB of edited text 4 % of the time.  The peak is the same: what is not
 * touched takes no memory. */
static void
set_memory_sizes (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, MAP_BYTES);
  mallopt (M_TRIM_THRESHOLD, TRIM_BYTES);
  mallopt (M_TOP_PAD, GROW_BYTES);
#endif
}

int
vr_main (int argc, char **argv, const VrCommand *commands, guint n_commands)
{
  Table table = { commands, n_commands };

  fill_closed_streams ();
  /* A reader that went away and a limit that was reached are errors of writing like any other:
   * status 2, files left whole. */
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
  set_memory_sizes ();
  /* Dates and orders stay as they are in C: only what messages are written in is asked for. */
  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  vr_report_numbers_use_locale ();
  bindtextdomain (GETTEXT_PACKAGE, VR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return (int)run (&table, argc, argv);
}
