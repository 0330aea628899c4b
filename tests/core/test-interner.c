/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of vr-interner. */
#include "vr-interner.h"

#include <string.h>

static void
test_equal_strings_share_a_number (void)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  g_assert_cmpuint (vr_interner_put (interner, "one", 3), ==, 0);
  g_assert_cmpuint (vr_interner_put (interner, "two", 3), ==, 1);
  g_assert_cmpuint (vr_interner_put (interner, "one", 3), ==, 0);
  g_assert_cmpuint (vr_interner_put (interner, "ones", 4), ==, 2);
  g_assert_cmpuint (vr_interner_get_n_ids (interner), ==, 3);
}

static void
test_any_bytes_of_any_length_can_be_put (void)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  static const char zeros[64] = { 0 };
  for (guint n = 0; n <= 64; n++)
    g_assert_cmpuint (vr_interner_put (interner, zeros, n), ==, n);
  for (guint n = 0; n <= 64; n++)
    {
      g_assert_cmpuint (vr_interner_put (interner, zeros, n), ==, n);
      g_assert_cmpuint (vr_interner_peek (interner, n).n_bytes, ==, n);
    }
}

static char *
numbered_key (guint number, guint padding)
{
  return g_strdup_printf ("%u%*s%u", number, (int)padding, "", number * 7);
}

static void
test_many_strings_keep_their_numbers_and_places (void)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  const guint n = 50000;
  VrSlice first = { NULL, 0 };
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = numbered_key (i, i % 40);
      g_assert_cmpuint (vr_interner_put (interner, key, strlen (key)), ==, i);
      if (i == 0)
        first = vr_interner_peek (interner, 0);
    }
  g_assert_true (vr_interner_peek (interner, 0).text == first.text);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = numbered_key (i, i % 40);
      VrSlice kept = vr_interner_peek (interner, i);
      g_assert_cmpmem (kept.text, kept.n_bytes, key, strlen (key));
      g_assert_cmpuint (vr_interner_put (interner, key, strlen (key)), ==, i);
    }
  g_assert_cmpuint (vr_interner_get_n_ids (interner), ==, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interner/equal strings share a number", test_equal_strings_share_a_number);
  g_test_add_func ("/interner/any bytes of any length can be put",
                   test_any_bytes_of_any_length_can_be_put);
  g_test_add_func ("/interner/many strings keep their numbers and places",
                   test_many_strings_keep_their_numbers_and_places);
  return g_test_run ();
}
