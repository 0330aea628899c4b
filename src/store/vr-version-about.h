/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the archive knows of a version besides its text. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/**
 * VrVersionAbout:
 * @author: (nullable): whose version it is: a name, without an address
 * @title: (nullable): its headline
 * @sha256: (nullable): of the bytes that it was read from, 64 hexadecimal digits
 * @format: (nullable): what those are, where they are no text
 * @encoding: (nullable): which they were read in
 * @url: (nullable): where they came from, where that was the web
 *
 * On the caller's stack, all %NULL at first; ends with vr_version_about_clear().
 */
typedef struct
{
  char *author;
  char *title;
  char *sha256;
  char *format;
  char *encoding;
  char *url;
} VrVersionAbout;

void vr_version_about_clear (VrVersionAbout *self);

/** vr_version_about_read: reads what is known of version @id, a commit's id; what the version does
 * not tell stays %NULL.  Fails where there is no such version. */
gboolean vr_version_about_read (VrArchive *archive, const char *id, VrVersionAbout *self,
                                GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrVersionAbout, vr_version_about_clear)

G_END_DECLS
