/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The start page is laid out at every size, however many comparisons it remembers. */
#include "vr-recent.h"
#include "vr-resources.h"
#include "vr-start-page.h"
#include "window-fixture.h"

#define MOST_CARDS 4

static void
unref_recent (gpointer recent)
{
  vr_recent_unref (recent);
}

static void
lay_out (GtkWidget *page)
{
  for (int width = 360; width < 1700; width += 43)
    for (int height = 294; height < 1300; height += 101)
      {
        int least;

        gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        g_assert_cmpint (least, <=, 360);
        gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
        gtk_widget_allocate (page, width, MAX (height, least), -1, NULL);
      }
}

/* GTK may look for a width by bisection and not come to an end; the test then runs out of time. */
static void
test_sizes (void)
{
  GtkWidget *page = g_object_new (VR_TYPE_START_PAGE, NULL);
  g_autoptr (GPtrArray) recents = g_ptr_array_new_with_free_func (unref_recent);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, VR_RESOURCE_BASE "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_ref_sink (page);
  for (guint n = 0; n <= MOST_CARDS; n++)
    {
      VrRecent *recent = vr_recent_new ();

      g_test_message ("%u cards", n);
      vr_start_page_set_recents (VR_START_PAGE (page), recents);
      lay_out (page);
      recent->titles[VR_SIDE_OLD] = g_strdup ("plain.txt");
      recent->titles[VR_SIDE_NEW] =
          g_strdup ("Saltmere to lose its swing bridge after council votes for a new one");
      recent->uris[VR_SIDE_OLD] = g_strdup_printf ("file:///harbour/%u/plain.txt", n);
      recent->uris[VR_SIDE_NEW] = g_strdup_printf ("file:///harbour/%u/page.txt", n);
      recent->headline = (VrHeadline){ .n_rows = 36, .n_old = 16, .n_changed = 10 };
      g_ptr_array_add (recents, recent);
    }
  g_object_unref (page);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/start-page/is-laid-out-at-every-size", test_sizes);

  return g_test_run ();
}
