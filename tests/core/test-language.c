/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of vr-language. */
#include "vr-language.h"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  return g_test_run ();
}
