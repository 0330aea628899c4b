/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands that list something share: their options, and where they write. */
#pragma once

#include "vr-cli.h"
#include "vr-output.h"

G_BEGIN_DECLS

/**
 * VrCliWords: what the options say that most commands have; all zeros at first
 * @archive: the user's own where none is given
 * @format: as given
 */
typedef struct
{
  char *archive;
  char *format;
  gboolean is_json;
} VrCliWords;

/** vr_cli_format_option: --format of a list, for the options of vr_cli_parse_archive(). */
GOptionEntry vr_cli_format_option (VrCliWords *words);

/** vr_cli_read_format: for a command that parses by itself.  Returns: %FALSE when --format is
 * neither of the two, which it has said */
gboolean vr_cli_read_format (VrCliWords *words);

/** vr_cli_parse_archive: vr_cli_parse() for --archive, behind @own, the options of one command,
 * terminated; one of them may be --format.  Returns: %FALSE when an option is wrong, which it has
 * said */
gboolean vr_cli_parse_archive (VrCliWords *words, const GOptionEntry *own, const char *command,
                               const char *usage, const char *summary, int *argc, char ***argv);

/** vr_cli_parse_words: the same for a command with --format and --archive alone. */
gboolean vr_cli_parse_words (VrCliWords *words, const char *command, const char *usage,
                             const char *summary, int *argc, char ***argv);

/** vr_cli_parse_no_operand: the same where an operand is wrong. */
gboolean vr_cli_parse_no_operand (VrCliWords *words, const char *command, const char *summary,
                                  int *argc, char ***argv);

void vr_cli_clear_words (VrCliWords *words);

/** vr_cli_open_output: Returns: (transfer full): standard output, for vr_cli_close() */
VrOutput *vr_cli_open_output (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_close: Returns: @status, or trouble, of which it has said what it is */
VrStatus vr_cli_close (VrOutput *output, VrStatus status);

/** vr_cli_close_line: the same with a line's end before it, as JSON has none of its own. */
VrStatus vr_cli_close_line (VrOutput *output, VrStatus status);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrCliWords, vr_cli_clear_words)

G_END_DECLS
