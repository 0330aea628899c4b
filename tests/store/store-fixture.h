/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives of the tests' own, and what is put into them. */
#pragma once

#include "vr-snapshot.h"
#include "vr-version.h"

#define FIXTURE_DAY (24 * 60 * 60)
#define FIXTURE_SPRING 1397606400 /* 16 April 2014 */

/* A folder that nothing stands in yet; fixture_clean() removes it. */
char *fixture_dup_path (void) G_GNUC_WARN_UNUSED_RESULT;
void fixture_clean (const char *path);

/* An archive, made at @path. */
VrArchive *fixture_create (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @text into @story/@variant at @time (seconds since 1970); returns the version's id. */
char *fixture_snapshot (VrArchive *archive, const char *story, const char *variant,
                        const char *text, gint64 time) G_GNUC_WARN_UNUSED_RESULT;

/* What git says to a command in the archive, without the last line's end; it must succeed. */
char *fixture_git (const char *path, const char *arguments) G_GNUC_WARN_UNUSED_RESULT;

/* Quay/cnn in eight versions: a sentence edited, a paragraph moved, one split, a sentence cut, two
 * paragraphs merged, what was cut come back beside something new, a number changed.  Returns their
 * ids. */
GStrv fixture_life (VrArchive *archive) G_GNUC_WARN_UNUSED_RESULT;

/* @n versions of made-up sentences, no two alike unless one comes back.  Returns their texts. */
GPtrArray *fixture_random_life (VrArchive *archive, const char *story, const char *variant,
                                guint n) G_GNUC_WARN_UNUSED_RESULT;
