/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yardstick of bench-window.py: an empty libadwaita window, timed to its first frame. */
#include <adwaita.h>
#include <stdio.h>
#include <time.h>

static void
after_paint_cb (GdkFrameClock *clock, GtkWindow *window)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  printf ("first-frame-cpu-us %ld\n", now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000);
  printf ("first-frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  gtk_window_close (window);
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 800);
  gtk_window_set_title (GTK_WINDOW (window), "Empty");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    window);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.variorum.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
