/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any query in any text: found where a naive search finds it. */
#include "check-pattern.h"

/* The naive search asks at every character. */
#define MAX_BYTES 4096

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

/* The first line is the query. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autofree char *input = g_strndup ((const char *)data, MIN (n_bytes, MAX_BYTES));
  g_autofree char *valid = g_utf8_make_valid (input, -1);
  char *end = strchr (valid, '\n');

  if (end == NULL)
    return 0;
  *end = '\0';
  check_pattern (valid, end + 1);
  return 0;
}
