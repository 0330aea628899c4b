/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says once, and what fits into a narrow one. */
#include "window-fixture.h"

#define QUAY "The quay will be rebuilt by spring, the mayor said on Monday.\n"

/* The name of a file stands above its text once, as the title where there is no headline. */
static void
test_names (void)
{
  VrWindow *window = fixture_open_texts (QUAY, "Quay to be rebuilt\n\n" QUAY, 1180);

  g_assert_cmpstr (fixture_label_of (window, "old-title"), ==, "old.txt");
  g_assert_cmpstr (fixture_label_of (window, "old-detail"), ==, "UTF-8");
  g_assert_cmpstr (fixture_label_of (window, "new-title"), ==, "Quay to be rebuilt");
  g_assert_cmpstr (fixture_label_of (window, "new-detail"), ==, "new.txt · UTF-8");
  fixture_close_window (window);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/window-look/a-name-is-said-once", test_names);

  return g_test_run ();
}
