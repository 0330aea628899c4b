/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that are gone, as notes at the last version that was there. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/**
 * vr_cli_gone_note:
 * @name: "story/variant"
 * @status: what the server answered: 404 or 410
 * @when: (nullable): when that was; %NULL for now
 * @id: (out) (transfer full): the version that has the note: the last one that was got before
 *   @when; %NULL where there is none
 *
 * Notes that @url is gone, unless the version says so already.
 */
gboolean vr_cli_gone_note (VrArchive *archive, const char *name, const char *url, guint status,
                           GDateTime *when, char **id, GError **error);

/** vr_cli_gone_note_return: where version @id says that @url is gone: notes that it is there again,
 * as it was. */
gboolean vr_cli_gone_note_return (VrArchive *archive, const char *name, const char *id,
                                  const char *url, GError **error);

G_END_DECLS
