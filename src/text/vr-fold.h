/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys: the bytes by which two tokens are compared, quiet differences folded away. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * vr_fold_is_invisible: soft hyphen, byte order mark, word joiner and the two direction marks:
 * what %VR_QUIET_TYPOGRAPHIC drops from keys.
 */
gboolean vr_fold_is_invisible (gint32 point);

/**
 * vr_fold_replacement:
 *
 * Returns: (nullable): what a character beyond ASCII is written as where typographic variants fold:
 *   quotes, dashes, the ellipsis, ligatures; "" for an invisible one, %NULL for itself; static
 */
const char *vr_fold_replacement (gint32 point);

/** vr_fold_is_address: whether a token is a web address, in which nothing folds. */
gboolean vr_fold_is_address (VrSlice token);

/** vr_fold_changes: whether folding typographic variants and NFC may change the character. */
gboolean vr_fold_changes (gint32 point);

/**
 * vr_fold_key:
 * @token: one token
 * @quiet: VrQuiet bits that fold
 * @buffer: room the key may be written to; emptied first
 *
 * A dash token of any style has the key "-", an ellipsis "...", double quotes '"', single ones and
 * apostrophes "'"; hyphens, dashes of a range and a number's minus sign are '-' inside a token.
 *
 * Returns: the key: @token itself where nothing folds, or what was written to @buffer
 */
VrSlice vr_fold_key (VrSlice token, guint quiet, GString *buffer);

G_END_DECLS
