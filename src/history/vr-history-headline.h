/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an article got another headline. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/** vr_history_headline_is_changed: whether the words of the line that titles the old article
 * changed, or it is gone. */
gboolean vr_history_headline_is_changed (const VrComparison *comparison);

G_END_DECLS
