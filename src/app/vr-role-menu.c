/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of what a paragraph may be to its article. */
#include "vr-role-menu.h"

#include "vr-role.h"

#include <glib/gi18n-lib.h>

static void
add_section (GMenu *menu, const char *title, gboolean is_furniture)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (VrRole role = 0; role < VR_N_ROLES; role++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (vr_role_is_furniture (role) != is_furniture)
        continue;
      item = g_menu_item_new (vr_role_get_title (role), NULL);
      g_menu_item_set_action_and_target (item, "win.set-role", "s", vr_role_get_nick (role));
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, title, G_MENU_MODEL (section));
}

void
vr_role_menu_fill (GMenu *menu)
{
  add_section (menu, NULL, FALSE);
  add_section (menu, _ ("Page Furniture"), TRUE);
}
