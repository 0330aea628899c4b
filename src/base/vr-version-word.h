/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word that may name a version in the archive, told without looking into any archive. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VR_VERSION_WORD_PREFIX: in front of a version's name where a file has the same. */
#define VR_VERSION_WORD_PREFIX "archive:"

/** vr_version_word_is_possible: whether @word is no file that is there and no address, but might
 * name a version in the archive: "story/variant@3", "archive:…", a commit's id. */
gboolean vr_version_word_is_possible (const char *word);

/** vr_version_word_peek_name: @word behind its prefix, if it has one; borrowed. */
const char *vr_version_word_peek_name (const char *word);

G_END_DECLS
