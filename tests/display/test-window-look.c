/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says once, and what fits into a narrow one. */
#include "window-fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* How often @text is read in what is seen of @widget. */
static guint
count_seen (GtkWidget *widget, const char *text)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return 1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_seen (child, text);

  return n;
}

/* A file that is read for as long as nothing comes out of it. */
static char *
make_slow_file (void)
{
  char *path = fixture_write ("slow.txt", "", 0);

  g_assert_no_errno (unlink (path));
  g_assert_no_errno (mkfifo (path, 0600));

  return path;
}

static void
end_slow_file (const char *path)
{
  int fd = open (path, O_WRONLY | O_NONBLOCK);

  g_assert_no_errno (fd);
  close (fd);
}

static void
assert_says_it_compares (VrWindow *window)
{
  fixture_wait_until (count_seen (GTK_WIDGET (window), "Comparing…") > 0);
  /* One page goes while the other comes. */
  fixture_wait_ms (500);
  g_assert_cmpuint (count_seen (GTK_WIDGET (window), "Comparing…"), ==, 1);
}

/* Whether something is shown already or nothing is yet. */
static void
test_waiting (void)
{
  g_autofree char *path = make_slow_file ();
  g_autofree char *other = fixture_write ("other.txt", QUAY, -1);
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  gtk_window_present (GTK_WINDOW (window));
  fixture_open_paths (window, other, path);
  assert_says_it_compares (window);
  end_slow_file (path);
  fixture_wait_for_rows (window);
  fixture_activate (window, "compare-again");
  assert_says_it_compares (window);
  end_slow_file (path);
  fixture_wait_until (!fixture_is_enabled (window, "cancel"));
  fixture_close_window (window);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/window-look/a-name-is-said-once", test_names);
  g_test_add_func ("/window-look/a-comparison-under-way-is-said-once", test_waiting);

  return g_test_run ();
}
