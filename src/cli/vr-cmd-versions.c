/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum compare where a version stands in for a file: it is read from the archive. */
#include "vr-cli-archive.h"
#include "vr-operands.h"
#include "vr-version-operand.h"

VrStatus
vr_cmd_compare_versions (int argc, char **argv)
{
  return vr_compare_with_versions (argc, argv, vr_version_read_operand);
}
