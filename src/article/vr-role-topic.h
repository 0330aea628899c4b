/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that a page's text is made of, to tell its headline from other articles'. */
#pragma once

#include "vr-paragraphs.h"

G_BEGIN_DECLS

typedef struct _VrRoleTopic VrRoleTopic;

/** vr_role_topic_new: (transfer full): of no words yet; @paragraphs are kept by reference and stay
 * the caller's */
VrRoleTopic *vr_role_topic_new (const VrParagraphs *paragraphs);
void vr_role_topic_free (VrRoleTopic *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRoleTopic, vr_role_topic_free)

/** vr_role_topic_add: adds the words of paragraph @index; linear in some kilobytes of it. */
void vr_role_topic_add (VrRoleTopic *self, guint index);

/**
 * vr_role_topic_share:
 * @n_shared: how many words of paragraph @index were added from others
 *
 * Words are runs of four letters and digits and more, and each two of a script without spaces; case
 * does not count.
 *
 * Returns: those in a hundred of its words
 */
guint vr_role_topic_share (const VrRoleTopic *self, guint index, guint *n_shared);

G_END_DECLS
