/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives of the tests' own, and what is put into them. */
#pragma once

#include "vr-snapshot.h"
#include "vr-version.h"

/* A folder that nothing stands in yet; fixture_clean() removes it. */
char *fixture_dup_path (void) G_GNUC_WARN_UNUSED_RESULT;
void fixture_clean (const char *path);

/* Puts @text into @story/@variant at @time (seconds since 1970); returns the version's id. */
char *fixture_snapshot (VrArchive *archive, const char *story, const char *variant,
                        const char *text, gint64 time) G_GNUC_WARN_UNUSED_RESULT;

/* What git says to a command in the archive, without the last line's end; it must succeed. */
char *fixture_git (const char *path, const char *arguments) G_GNUC_WARN_UNUSED_RESULT;
