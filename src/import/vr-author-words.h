/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in bylines, in several languages. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_author_clean:
 * @text: what stands where a page names its author
 *
 * Cuts off "By", "Von" and the like, and what follows the name: dates, places, duties.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL where there is none
 */
char *vr_author_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** vr_author_find: the same in a line that says other things before: "Posted on May 3 by Ann Lee".
 */
char *vr_author_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** vr_author_is_announced: whether @text begins as a byline does: "By", "Von", "Autor:". */
gboolean vr_author_is_announced (const char *text);

G_END_DECLS
