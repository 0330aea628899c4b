/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An archive and a git repository elsewhere made equal. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/** Where what is elsewhere stands while it is joined. */
#define VR_SYNC "refs/sync/"

/**
 * VrSync:
 * @n_received: variants that got versions from there
 * @n_joined: of these, those that had other versions here
 * @n_sent: variants that there got versions from here
 * @n_left_out: variants that are here anew and were left out, as their names were erased for good
 */
typedef struct
{
  guint n_received;
  guint n_joined;
  guint n_sent;
  guint n_left_out;
} VrSync;

/**
 * vr_sync_archive:
 * @remote: a path or URL, as git takes it
 *
 * Fetches what is there, joins it with what is here, and sends the result, by the program git, so
 * that keys, agents, prompts and known hosts are those of ssh; the user's git configuration has no
 * part in it, and no password is stored.  Where a variant has got versions on both sides, a commit
 * with both as parents joins them; its tree is that of the version retrieved later.  It comes out
 * the same on whichever side it is made, so that ids are equal.  Of the times when a version was
 * seen, and of labels, the later one stays; what people noted is joined without loss.  Saved
 * comparisons are treated as variants are, but not counted.  What is in the trash here is not
 * brought back by an older state of it, and what was erased for good is not even fetched, until
 * vr_sync_forget_erased() is called.  What was renamed here keeps its new name, under which what is
 * new there of its old one arrives, and both names stand there.  Who is overtaken by another begins
 * anew.
 *
 * After a crash or a cut connection each side has all that it had; the next sync goes on.  Fails
 * in %G_IO_ERROR where git says so.
 */
gboolean vr_sync_archive (VrArchive *archive, const char *remote, VrSync *result, GError **error);

/** vr_sync_forget_erased: takes in again from now on what was erased for good. */
gboolean vr_sync_forget_erased (VrArchive *archive, GError **error);

G_END_DECLS
