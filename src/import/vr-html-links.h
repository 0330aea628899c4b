/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a page's links lead: what is told from the page's own place is made whole. */
#pragma once

#include "vr-html-node.h"

G_BEGIN_DECLS

/** VrHtmlLinks: what a page's relative links start from. */
typedef struct _VrHtmlLinks VrHtmlLinks;

/** vr_html_links_new: @address: (nullable): where the page is; its base element comes first, as in
 * browsers. */
VrHtmlLinks *vr_html_links_new (const VrHtmlPage *page,
                                const char *address) G_GNUC_WARN_UNUSED_RESULT;
void vr_html_links_free (VrHtmlLinks *self);

/** vr_html_links_dup_target: @href: an address as the page has it.  Returns: (transfer full): the
 * whole address; as it was, without white space, where what it starts from is not known. */
char *vr_html_links_dup_target (const VrHtmlLinks *self,
                                const char *href) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrHtmlLinks, vr_html_links_free)

G_END_DECLS
