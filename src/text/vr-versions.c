/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which Unicode library and data the engine runs on: results may differ between them. */
#include "vr-versions.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

typedef void (*GetVersion) (UVersionInfo version);

/* Writes the version once; later calls, from any thread, find it written. */
static const char *
get_once (gsize *written, char *text, GetVersion get)
{
  if (g_once_init_enter (written))
    {
      UVersionInfo version;

      get (version);
      u_versionToString (version, text);
      g_once_init_leave (written, 1);
    }
  return text;
}

const char *
vr_versions_get_icu (void)
{
  static gsize written;
  static char text[U_MAX_VERSION_STRING_LENGTH];

  return get_once (&written, text, u_getVersion);
}

const char *
vr_versions_get_unicode (void)
{
  static gsize written;
  static char text[U_MAX_VERSION_STRING_LENGTH];

  return get_once (&written, text, u_getUnicodeVersion);
}
