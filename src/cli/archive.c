/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum-archive: the commands of the archive, which variorum hands over. */
#include "vr-cli-archive.h"
#include "vr-main.h"

static const VrCommand commands[] = {
  { "compare", "", vr_cmd_compare_versions },
  { "snapshot", "", vr_cmd_snapshot },
  { "stories", "", vr_cmd_stories_opened },
  { "log", "", vr_cmd_log_opened },
  { "show", "", vr_cmd_show },
  { "restore", "", vr_cmd_restore },
  { "label", "", vr_cmd_label },
  { "note", "", vr_cmd_note },
  { "blame", "", vr_cmd_blame },
  { "search", "", vr_cmd_search },
  { "mv", "", vr_cmd_mv },
  { "rm", "", vr_cmd_rm },
  { "archive", "", vr_cmd_archive_main },
};

int
main (int argc, char **argv)
{
  return vr_main (argc, argv, commands, G_N_ELEMENTS (commands));
}
