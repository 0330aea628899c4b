/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum-compare.so: the commands that read articles, loaded by variorum with all they need. */
#include "vr-cli.h"

static const VrCommand commands[] = {
  { "compare", "", vr_cmd_compare },
  { "align", "", vr_cmd_align },
  { "extract", "", vr_cmd_extract },
};

VrStatus
vr_compare_run (int argc, char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[0], commands[i].name))
      return commands[i].run (argc, argv);
  g_return_val_if_reached (VR_STATUS_TROUBLE);
}
