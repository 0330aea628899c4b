/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paragraph is to its article: its headline, its text, or the page's furniture. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrRole:
 * @VR_ROLE_BODY: a paragraph of the text, and what nothing tells otherwise
 * @VR_ROLE_HEADLINE: the article's own
 * @VR_ROLE_DEK: what stands under the headline: a standfirst, or bullets that sum up
 * @VR_ROLE_DATE: when the article was published or updated
 * @VR_ROLE_BYLINE: who wrote it
 * @VR_ROLE_SUBHEAD: a heading inside the text
 * @VR_ROLE_QUOTE: a quotation set apart
 * @VR_ROLE_LIST: an item of a list in the text
 * @VR_ROLE_CAPTION: words of a picture, film or figure, with its credit
 * @VR_ROLE_CORRECTION: what the newsroom says that it changed
 * @VR_ROLE_PROMO: what advertises other things: newsletters, films, subscriptions
 * @VR_ROLE_RELATED: other articles
 * @VR_ROLE_NAV: menus, skip links, buttons
 * @VR_ROLE_BIO: who the author is
 * @VR_ROLE_FOOTER: what ends the page: rights, imprint, comments
 *
 * The last five are furniture: no part of the article, and folded.
 */
typedef enum
{
  VR_ROLE_BODY,
  VR_ROLE_HEADLINE,
  VR_ROLE_DEK,
  VR_ROLE_DATE,
  VR_ROLE_BYLINE,
  VR_ROLE_SUBHEAD,
  VR_ROLE_QUOTE,
  VR_ROLE_LIST,
  VR_ROLE_CAPTION,
  VR_ROLE_CORRECTION,
  VR_ROLE_PROMO,
  VR_ROLE_RELATED,
  VR_ROLE_NAV,
  VR_ROLE_BIO,
  VR_ROLE_FOOTER,
  VR_N_ROLES,
} VrRole;

/** vr_role_get_nick: its untranslated name, as in the JSON; static. */
const char *vr_role_get_nick (VrRole role);

/** vr_role_from_nick: Returns: whether @nick is a role's name; it is put into @role. */
gboolean vr_role_from_nick (const char *nick, VrRole *role);

/** vr_role_get_title: what people call it, in Title Case, translated; static. */
const char *vr_role_get_title (VrRole role);

/** vr_role_is_furniture: whether it is the page's and not the article's. */
gboolean vr_role_is_furniture (VrRole role);

/** vr_role_is_text: whether it is of the running text: body, subhead, quote or list. */
gboolean vr_role_is_text (VrRole role);

G_END_DECLS
