/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of web pages, told from names of files. */
#include "vr-url.h"

#include <string.h>

gboolean
vr_url_is_page (const char *word)
{
  return g_ascii_strncasecmp (word, "http://", strlen ("http://")) == 0
         || g_ascii_strncasecmp (word, "https://", strlen ("https://")) == 0;
}
