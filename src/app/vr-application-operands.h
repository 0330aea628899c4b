/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles that the command line names: files, files that go by other names, versions. */
#pragma once

#include "vr-window.h"

G_BEGIN_DECLS

/** vr_application_get_operands: (nullable): (transfer container): the strings are borrowed. */
const char *const *vr_application_get_operands (GVariantDict *options);
/** vr_application_count_operands: @operands: (nullable). */
guint vr_application_count_operands (const char *const *operands);

/** vr_application_has_names: whether the articles are those of somebody who waits, or have other
 * names than their files. */
gboolean vr_application_has_names (GVariantDict *options);

/** vr_application_mark_versions: writes VR_VERSION_WORD_PREFIX in front of what may be a version
 * and is no file: there may be such a file where another process stands, which the window opens
 * in. */
void vr_application_mark_versions (GVariantDict *options);
/** vr_application_has_version: whether one is marked. */
gboolean vr_application_has_version (const char *const *operands);

/** vr_application_has_page: whether a web page is among them, which is fetched by the process that
 * shows it alone. */
gboolean vr_application_has_page (const char *const *operands);

/** vr_application_open_held: compares files that will be gone or that are called something else. */
void vr_application_open_held (VrWindow *window, GVariantDict *options, GFile *old_file,
                               GFile *new_file);
/** vr_application_open_operands: compares what has a version among it. */
void vr_application_open_operands (VrWindow *window, GVariantDict *options,
                                   GApplicationCommandLine *command_line,
                                   const char *const *operands);

G_END_DECLS
