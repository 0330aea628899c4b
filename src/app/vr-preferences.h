/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader prefers, kept in the settings where those are installed, else for this run. */
#pragma once

#include "vr-document.h"
#include "vr-reading-style.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrPreferences:
 *
 * A property for each key of the settings that is the reader's to choose, of the same name:
 * "text-size" and "measure" (int), "full-width", "fold-typographic", "fold-space", "fold-case",
 * "fold-punctuation", "strict" and "restore-session" (boolean), "custom-font" (string); "font",
 * "line-spacing", "mark-unit" and "paragraphs" (uint: VrFont, VrLineSpacing, VrTokenUnit,
 * VrParagraphMode).
 *
 * Signal "reading-changed": another size, font, length or distance of lines.
 * Signal "comparing-changed": other options for comparisons.
 */
#define VR_TYPE_PREFERENCES (vr_preferences_get_type ())
G_DECLARE_FINAL_TYPE (VrPreferences, vr_preferences, VR, PREFERENCES, GObject)

/** vr_preferences_new: Returns: (transfer full): bound to @settings, or the defaults where %NULL.
 */
VrPreferences *vr_preferences_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_preferences_dup_default:
 *
 * Returns: (transfer full): those of the running application, made when first asked for; where no
 *   application runs, as in tests, new ones
 */
VrPreferences *vr_preferences_dup_default (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_preferences_get_style: its strings are borrowed, until the next change. */
VrReadingStyle vr_preferences_get_style (VrPreferences *self);

/** vr_preferences_get_options: what a new comparison is made with. */
VrOptions vr_preferences_get_options (VrPreferences *self);

/** vr_preferences_new_document: Returns: (transfer full): two files, compared as preferred. */
VrDocument *vr_preferences_new_document (VrPreferences *self, GFile *old_file,
                                         GFile *new_file) G_GNUC_WARN_UNUSED_RESULT;

/** vr_preferences_apply: puts what the reader prefers into @options and leaves the rest of it. */
void vr_preferences_apply (VrPreferences *self, VrOptions *options);

/** vr_preferences_suit: whether @options are what is preferred, as far as that goes. */
gboolean vr_preferences_suit (VrPreferences *self, const VrOptions *options);

/** vr_preferences_step_text_size: as vr_text_size_step() does. */
void vr_preferences_step_text_size (VrPreferences *self, int direction);

/** vr_preferences_restores_session: whether the last comparisons are opened again. */
gboolean vr_preferences_restores_session (VrPreferences *self);

G_END_DECLS
