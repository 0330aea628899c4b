/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a file. */
#include "vr-file-name.h"

char *
vr_file_name_dup (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}
