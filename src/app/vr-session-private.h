/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the session share: its form on disk. */
#pragma once

#include "vr-session.h"

G_BEGIN_DECLS

/** One window: what is compared, under which name it is on disk, and how it was looked at. */
typedef struct
{
  gpointer owner; /* NULL where it was closed */
  VrDocument *document;
  char *name;
  VrWindowState state;
} VrSessionEntry;

void vr_session_entry_free (VrSessionEntry *self);

/** Returns: (transfer full): a copy without its owner, for another thread. */
VrSessionEntry *vr_session_entry_copy (const VrSessionEntry *self) G_GNUC_WARN_UNUSED_RESULT;

/** Returns: (transfer full): the list of windows, in a folder. */
char *vr_session_dup_list_path (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/**
 * Makes @folder hold @entries and nothing else.  A document that is there under its name is not
 * written again.
 */
void vr_session_write (const char *folder, GPtrArray *entries);

/** Returns: (transfer full) (element-type VrRemembered): what is there and can be read. */
GPtrArray *vr_session_read (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
