/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paragraph is to its article: its headline, its text, or the page's furniture. */
#include "vr-role.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *title;
} roles[VR_N_ROLES] = {
  [VR_ROLE_BODY] = { "body", N_ ("Text") },
  [VR_ROLE_HEADLINE] = { "headline", N_ ("Headline") },
  [VR_ROLE_DEK] = { "dek", N_ ("Standfirst") },
  [VR_ROLE_DATE] = { "date", N_ ("Date") },
  [VR_ROLE_BYLINE] = { "byline", N_ ("Byline") },
  [VR_ROLE_SUBHEAD] = { "subhead", N_ ("Subhead") },
  [VR_ROLE_QUOTE] = { "quote", N_ ("Quotation") },
  [VR_ROLE_LIST] = { "list", N_ ("List Item") },
  [VR_ROLE_CAPTION] = { "caption", N_ ("Caption") },
  [VR_ROLE_CORRECTION] = { "correction", N_ ("Correction") },
  [VR_ROLE_PROMO] = { "promo", N_ ("Promotion") },
  [VR_ROLE_RELATED] = { "related", N_ ("Related Article") },
  [VR_ROLE_NAV] = { "nav", N_ ("Navigation") },
  [VR_ROLE_BIO] = { "bio", N_ ("About the Author") },
  [VR_ROLE_FOOTER] = { "footer", N_ ("Page Footer") },
};

const char *
vr_role_get_nick (VrRole role)
{
  g_return_val_if_fail (role < VR_N_ROLES, NULL);

  return roles[role].nick;
}

gboolean
vr_role_from_nick (const char *nick, VrRole *role)
{
  for (VrRole i = 0; i < VR_N_ROLES; i++)
    if (g_str_equal (nick, roles[i].nick))
      {
        *role = i;
        return TRUE;
      }
  return FALSE;
}

const char *
vr_role_get_title (VrRole role)
{
  g_return_val_if_fail (role < VR_N_ROLES, NULL);

  return _ (roles[role].title);
}

gboolean
vr_role_is_furniture (VrRole role)
{
  return role >= VR_ROLE_PROMO && role < VR_N_ROLES;
}

gboolean
vr_role_is_text (VrRole role)
{
  return role == VR_ROLE_BODY || role == VR_ROLE_SUBHEAD || role == VR_ROLE_QUOTE
         || role == VR_ROLE_LIST;
}
