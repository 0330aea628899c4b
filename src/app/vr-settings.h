/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's settings where their schema is installed. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * vr_settings_new:
 *
 * Looks for the schema where GLib does, in the folders of GSETTINGS_SCHEMA_DIR too.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where the schema is not installed, and
 *   whoever asks then goes by its defaults
 */
GSettings *vr_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_settings_has: whether the schema, maybe that of an older version, has @key. */
gboolean vr_settings_has (GSettings *settings, const char *key);

G_END_DECLS
