/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks a repair against its source. */
#include "check-mojibake.h"

#include <string.h>

/* The repaired text with every run as it was before. */
static void
check_undo (const char *text, gsize n_bytes, const char *repaired, gsize n_repaired,
            GArray *repairs)
{
  g_autoptr (GString) undone = g_string_new (NULL);
  guint32 at = 0;

  for (guint i = 0; i < repairs->len; i++)
    {
      const VrRepairedRun *repair = &g_array_index (repairs, VrRepairedRun, i);

      g_assert_cmpuint (at, <=, repair->from);
      g_assert_cmpuint (repair->from, <=, repair->to);
      g_assert_cmpuint (repair->to, <=, n_repaired);
      g_assert_cmpuint (repair->source_from, <=, repair->source_to);
      g_assert_cmpuint (repair->source_to, <=, n_bytes);
      g_assert_nonnull (repair->codec);
      g_string_append_len (undone, repaired + at, repair->from - at);
      g_assert_cmpuint (undone->len, ==, repair->source_from);
      g_string_append_len (undone, text + repair->source_from,
                           repair->source_to - repair->source_from);
      at = repair->to;
    }
  g_string_append_len (undone, repaired + at, (gssize)(n_repaired - at));
  g_assert_cmpmem (undone->str, undone->len, text, n_bytes);
}

char *
check_repair (const char *text, gsize n_bytes, GArray **repairs)
{
  g_autoptr (GArray) runs = NULL;
  g_autofree char *again = NULL;
  gsize n_repaired;
  gsize n_again;
  char *repaired = vr_mojibake_repair (text, n_bytes, &n_repaired, &runs);

  if (repairs != NULL)
    *repairs = NULL;
  g_assert_true ((repaired == NULL) == (runs == NULL));
  if (repaired == NULL)
    return g_strndup (text, n_bytes);
  g_assert_true (g_utf8_validate_len (repaired, n_repaired, NULL));
  g_assert_cmpuint (runs->len, >, 0);
  check_undo (text, n_bytes, repaired, n_repaired, runs);
  again = vr_mojibake_repair (repaired, n_repaired, &n_again, NULL);
  g_assert_null (again);
  if (repairs != NULL)
    *repairs = g_steal_pointer (&runs);
  return repaired;
}
