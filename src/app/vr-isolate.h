/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of any script inside sentences of any other. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_isolate_dup:
 * @name: valid UTF-8
 *
 * For a name beside other words: what runs the other way in it must not take them along.  A name
 * from left to right in an interface that runs so stays as it is, so that nothing is in it that
 * nobody sees.
 *
 * Returns: (transfer full): @name, between U+2068 and U+2069 (UAX #9, first strong isolate) where
 *   that makes a difference
 */
char *vr_isolate_dup (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
