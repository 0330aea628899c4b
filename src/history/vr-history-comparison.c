/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved comparison kept in the archive, with words on what it compares. */
#include "vr-history-comparison.h"

#include <glib/gi18n-lib.h>

#define LINE_BREAKERS "\r\n"

static char *
dup_name (const VrDocument *document, VrSide side)
{
  char *name = g_utf8_make_valid (vr_document_peek_source (document, side)->name, -1);

  return g_strdelimit (name, LINE_BREAKERS, ' ');
}

VrSnapshotResult
vr_history_comparison_keep (VrArchive *archive, const char *name, const VrDocument *document,
                            GBytes *bytes, char **id, GError **error)
{
  g_autofree char *old_name = dup_name (document, VR_SIDE_OLD);
  g_autofree char *new_name = dup_name (document, VR_SIDE_NEW);
  g_autofree char *message = g_strdup_printf (_ ("“%s” and “%s” compared"), old_name, new_name);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return vr_kept_comparison_write (archive, name, bytes, message, now, id, error);
}
