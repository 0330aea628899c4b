/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of any script inside sentences of any other. */
#include "vr-isolate.h"

#include "vr-direction.h"

#include <gtk/gtk.h>

/* UAX #9: embeddings, overrides and isolates, which a name may leave open. */
static gboolean
steers (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_plain (const char *name)
{
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    return FALSE;
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (steers (g_utf8_get_char (at))
        || vr_direction_of ((VrSlice){ at, (gsize)(g_utf8_next_char (at) - at) })
               == VR_DIRECTION_RIGHT_TO_LEFT)
      return FALSE;

  return TRUE;
}

char *
vr_isolate_dup (const char *name)
{
  return is_plain (name) ? g_strdup (name) : g_strdup_printf ("\u2068%s\u2069", name);
}
