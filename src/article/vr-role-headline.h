/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the headline above a copied page's text. */
#pragma once

#include "vr-role-lines.h"
#include "vr-role-topic.h"

G_BEGIN_DECLS

/** vr_role_headline_rate: how like a headline line @index is that stands @distance lines above the
 * text of @topic; %G_MININT for one that is none. */
gint vr_role_headline_rate (const VrRoleLine *line, const VrRoleTopic *topic, guint index,
                            guint distance);

/** vr_role_headline_find: Returns: the line, or @text_from where none above is like one */
guint vr_role_headline_find (const VrRoleLine *lines, const VrRoleTopic *topic, guint text_from);

/** vr_role_headline_is_about: whether a line could be a headline and has the words of the text. */
gboolean vr_role_headline_is_about (const VrRoleLine *line, const VrRoleTopic *topic, guint index);

G_END_DECLS
