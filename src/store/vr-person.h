/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who did something, as git writes it; for src/store only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_person_dup_own: Returns: (transfer full): "Name <address>" of whoever runs the program. */
char *vr_person_dup_own (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_person_append: a line of a commit's header; @role: "author" or "committer"; @person:
 * (nullable): else whoever runs the program. */
void vr_person_append (GString *commit, const char *role, const char *person, GDateTime *time);

G_END_DECLS
