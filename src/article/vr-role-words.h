/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line of a copied page says of itself, by its words and marks alone. */
#pragma once

#include "vr-role-lines.h"

G_BEGIN_DECLS

/** vr_role_words_get_said: the role that its words name; %VR_N_ROLES where they say nothing. */
VrRole vr_role_words_get_said (const VrRoleLine *line);

/** vr_role_words_is_short: no sentence, a dozen words at most. */
gboolean vr_role_words_is_short (const VrRoleLine *line);

/** vr_role_words_is_dated: a date or a time with little else. */
gboolean vr_role_words_is_dated (const VrRoleLine *line);

/** vr_role_words_is_credited: ends in what names a picture's source: "[EPA]", "Photo: Jonas Kiel".
 */
gboolean vr_role_words_is_credited (const VrRoleLine *line);

/** vr_role_words_is_byline: names behind "by", and no sentence. */
gboolean vr_role_words_is_byline (const VrRoleLine *line);

/** vr_role_words_is_capitalised: most words start with a capital, as in an English headline. */
gboolean vr_role_words_is_capitalised (const VrRoleLine *line);

/** vr_role_words_tell_of_author: "About the author", "... is a staff writer ...". */
gboolean vr_role_words_tell_of_author (const VrRoleLine *line);

/** vr_role_words_is_pointer: whether the line names itself one to elsewhere, whatever the text is:
 * "READ MORE: ...", a skip link; its role is put into @role, and why into @reason. */
gboolean vr_role_words_is_pointer (const VrRoleLine *line, VrRole *role, const char **reason);

/** vr_role_words_give_away: whether a line of a page, though it looks like text, says plainly that
 * it is something else; what is put into @role, and why into @reason. */
gboolean vr_role_words_give_away (const VrRoleLine *line, VrRole *role, const char **reason);

G_END_DECLS
