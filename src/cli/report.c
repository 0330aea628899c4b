/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum-report: histories, and comparisons in the formats that need Pango, Cairo or libarchive,
 * which variorum hands over. */
#include "vr-cli-archive.h"
#include "vr-main.h"
#include "vr-operands.h"
#include "vr-paper.h"
#include "vr-press.h"
#include "vr-verify.h"

static VrStatus
compare (int argc, char **argv)
{
  return vr_compare_with (argc, argv, vr_cli_read_version, vr_press_get_writer);
}

static const VrCommand commands[] = {
  { "compare", "", compare },
  { "verify", "", vr_cmd_verify },
  { "history", "", vr_cmd_history },
};

int
main (int argc, char **argv)
{
  vr_paper_use_locale ();

  return vr_main (argc, argv, commands, G_N_ELEMENTS (commands));
}
