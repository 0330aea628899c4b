/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to look twice at in a version, as the last lines of its message tell it. */
#pragma once

#include "vr-report-summary.h"

G_BEGIN_DECLS

/**
 * VrVersionFlags:
 * @headline_changed: see vr_history_headline_is_changed()
 * @silent: (nullable): why it is a silent edit, see vr_history_silent_dup_reason(); in the language
 *   of whoever kept the version
 * @back_to: the number of the last version before it, but for the one right before, with the same
 *   text; 0 for none
 * @words: how many changed since the version before; none for the first one
 * @is_back_told: whether the version's summary tells @back_to already, in whatever language
 */
typedef struct
{
  gboolean headline_changed;
  char *silent;
  guint back_to;
  VrChangedWords words;
  gboolean is_back_told;
} VrVersionFlags;

/** VrVersionNumber: Returns: the number of version @id; 0 for none */
typedef guint (*VrVersionNumber) (const char *id, gpointer data);

/** vr_version_flags_are_told: @trailers: (nullable): a version's; @index: from 0, the oldest.
 * Returns: whether vr_version_flags_read() finds all in them */
gboolean vr_version_flags_are_told (const char *trailers, guint index);

/** vr_version_flags_read: takes what @trailers say into @flags, which has nothing yet; @number: for
 * the version whose text is back. */
void vr_version_flags_read (VrVersionFlags *flags, const char *trailers, VrVersionNumber number,
                            gpointer data);

/** vr_version_flags_look_back: finds out whether the summary of the version at @index tells what
 * @flags say of it; @versions: (element-type VrVersion): from the first. */
void vr_version_flags_look_back (VrVersionFlags *flags, const GArray *versions, guint index);

/** vr_version_flags_read_words: @trailers: (nullable): a version's.  Returns: whether they tell
 * @words (out), at no cost */
gboolean vr_version_flags_read_words (const char *trailers, VrChangedWords *words);

/**
 * vr_version_flags_append:
 * @silent, @back_to, @words: (nullable); @back_to: the id of an earlier version with the same text
 *
 * Ends a message with the lines that vr_version_flags_read() reads.
 */
void vr_version_flags_append (GString *message, gboolean headline_changed, const char *silent,
                              const char *back_to, const VrChangedWords *words);

/**
 * vr_version_flags_list:
 * @repeats: whether a text that is back is told even where the first line of the version's message
 *   tells it
 *
 * Returns: (transfer full) (element-type utf8): in words, what to look twice at: "headline
 *   changed"; translated
 */
GPtrArray *vr_version_flags_list (const VrVersionFlags *flags,
                                  gboolean repeats) G_GNUC_WARN_UNUSED_RESULT;

void vr_version_flags_clear (VrVersionFlags *flags);

G_END_DECLS
