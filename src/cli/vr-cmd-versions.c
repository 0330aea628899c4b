/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum compare where a version stands in for a file: it is read from the archive. */
#include "vr-cli-archive.h"
#include "vr-operands.h"
#include "vr-version-operand.h"

GBytes *
vr_cli_read_version (const char *archive, const char *word, VrReportWitness *witness, char **format,
                     char **encoding, GError **error)
{
  g_auto (VrVersionFacts) facts = { 0 };
  GBytes *bytes = vr_version_read_operand (archive, word, &facts, error);

  if (format != NULL)
    *format = g_steal_pointer (&facts.format);
  if (encoding != NULL)
    *encoding = g_steal_pointer (&facts.encoding);
  witness->name = g_steal_pointer (&facts.name);
  witness->commit = g_steal_pointer (&facts.commit);
  witness->author = g_steal_pointer (&facts.author);
  witness->time = g_steal_pointer (&facts.time);

  return bytes;
}

VrStatus
vr_cmd_compare_versions (int argc, char **argv)
{
  return vr_compare_with (argc, argv, vr_cli_read_version, NULL);
}
