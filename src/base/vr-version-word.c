/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word that may name a version in the archive, told without looking into any archive. */
#include "vr-version-word.h"

#include <string.h>

#define ID_DIGITS "0123456789abcdef"
#define ID_MIN_DIGITS 7

gboolean
vr_version_word_is_possible (const char *word)
{
  if (g_str_has_prefix (word, VR_VERSION_WORD_PREFIX))
    return TRUE;
  if (strchr ("-./", *word) != NULL || g_uri_peek_scheme (word) != NULL
      || g_file_test (word, G_FILE_TEST_EXISTS))
    return FALSE;

  return strchr (word, '/') != NULL
         || (strlen (word) >= ID_MIN_DIGITS && strspn (word, ID_DIGITS) == strlen (word));
}

const char *
vr_version_word_peek_name (const char *word)
{
  return g_str_has_prefix (word, VR_VERSION_WORD_PREFIX) ? word + strlen (VR_VERSION_WORD_PREFIX)
                                                         : word;
}
