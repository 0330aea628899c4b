/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share: their table, statuses, messages. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Exit statuses of every command. */
typedef enum
{
  VR_STATUS_DONE = 0,
  VR_STATUS_DIFFERENT = 1,
  VR_STATUS_TROUBLE = 2,
} VrStatus;

/**
 * VrCommand:
 * @name: the first word of the command line
 * @summary: one line for the list of commands, marked for translation
 * @run: @argv[0] is the command's name, and all of @argv is the caller's
 */
typedef struct
{
  const char *name;
  const char *summary;
  VrStatus (*run) (int argc, char **argv);
} VrCommand;

/** vr_cli_fail: prints "variorum: ..." on standard error.  Returns: %VR_STATUS_TROUBLE */
VrStatus vr_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** vr_cli_say: the same for what is no trouble, but to be known. */
void vr_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** vr_cli_dup_plain: Returns: (transfer full): @text with nothing in it that steers a terminal. */
char *vr_cli_dup_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_fail_with: the same for @error, which is not freed. */
VrStatus vr_cli_fail_with (const GError *error);

/**
 * vr_cli_parse:
 * @command: e.g. "compare"
 * @usage: (nullable): what follows the options in the usage line, e.g. "OLD NEW"
 * @summary: what the command does, translated
 * @details: (nullable): what follows the options, translated
 * @entries: the options, terminated
 * @argv: (inout): emptied of the options; prints the help and exits where that is asked
 *
 * Returns: %FALSE when an option is wrong, which it has said
 */
gboolean vr_cli_parse (const char *command, const char *usage, const char *summary,
                       const char *details, const GOptionEntry *entries, int *argc, char ***argv);

/** vr_cli_choose_number: @word: (nullable): what follows --@option; leaves @value alone where there
 * is none.  Returns: %FALSE where it is no number from @least to @most, which it has said */
gboolean vr_cli_choose_number (const char *option, const char *word, guint least, guint most,
                               guint *value);

/** vr_cli_become: runs @program in this one's place, so it returns only on trouble, which it has
 * said. */
VrStatus vr_cli_become (const char *program, char **argv);

/** vr_compare_run: what the loaded file is asked for: the command @argv[0] of those in it. */
VrStatus vr_compare_run (int argc, char **argv);

VrStatus vr_cmd_compare (int argc, char **argv);
VrStatus vr_cmd_align (int argc, char **argv);
VrStatus vr_cmd_extract (int argc, char **argv);
VrStatus vr_cmd_window (int argc, char **argv);
VrStatus vr_cmd_difftool (int argc, char **argv);
VrStatus vr_cmd_archive (int argc, char **argv);
VrStatus vr_cmd_loaded (int argc, char **argv);
VrStatus vr_cmd_log (int argc, char **argv);

/** vr_cmd_report: hands over to the program that has every format. */
VrStatus vr_cmd_report (int argc, char **argv);
VrStatus vr_cmd_stories (int argc, char **argv);

/** vr_archive_program_is_there: whether vr_cmd_archive() finds the program that it hands over to.
 */
gboolean vr_archive_program_is_there (void);

G_END_DECLS
