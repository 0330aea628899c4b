/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page that is being fetched is given up at the reader's word, and at each limit. */
#include "vr-fetch.h"

#define SOON_US (1500 * 1000)

/* A server that takes whoever comes, and never says a word. */
static char *
start_silent_server (GSocketListener **listener)
{
  guint16 port;

  *listener = g_socket_listener_new ();
  port = g_socket_listener_add_any_inet_port (*listener, NULL, NULL);
  g_assert_cmpuint (port, >, 0);

  return g_strdup_printf ("http://127.0.0.1:%u/", port);
}

static gpointer
cancel_in_thread (gpointer data)
{
  g_usleep (200 * 1000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GSocketListener) listener = NULL;
  g_autofree char *url = start_silent_server (&listener);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  gint64 began_us = g_get_monotonic_time ();

  g_assert_null (vr_fetch (url, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - began_us, <, SOON_US);
  g_thread_join (thread);
}

static void
test_cancelled_before (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vr_fetch ("http://127.0.0.1:1/", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_limits (void)
{
  const VrFetchOptions limits[] = { { .idle_s = 1 }, { .whole_s = 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GSocketListener) listener = NULL;
      g_autofree char *url = start_silent_server (&listener);
      g_autoptr (GError) error = NULL;

      g_assert_null (vr_fetch (url, &limits[i], NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
    }
}

static void
test_other_addresses (void)
{
  static const char *const urls[] = { "file:///etc/hostname", "ftp://127.0.0.1/", "data:,words",
                                      "news.txt", "" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vr_fetch_is_url (urls[i]));
      g_assert_null (vr_fetch (urls[i], NULL, NULL, NULL, &error));
      g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
    }
  g_assert_true (vr_fetch_is_url ("HTTPS://example.org"));
}

int
main (int argc, char **argv)
{
  g_setenv ("no_proxy", "127.0.0.1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/cancel", test_cancel);
  g_test_add_func ("/fetch/cancelled-before", test_cancelled_before);
  g_test_add_func ("/fetch/limits", test_limits);
  g_test_add_func ("/fetch/other-addresses", test_other_addresses);

  return g_test_run ();
}
