/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template is built by the GTK at hand, and says it needs no newer one than our oldest. */
#include "vr-compare-page.h"
#include "vr-drop-hint.h"
#include "vr-explanation-sheet.h"
#include "vr-help-window.h"
#include "vr-library-page.h"
#include "vr-notice.h"
#include "vr-pair-chooser.h"
#include "vr-paste-page.h"
#include "vr-preferences-window.h"
#include "vr-recent-card.h"
#include "vr-recents-view.h"
#include "vr-resources.h"
#include "vr-side-headings.h"
#include "vr-snapshot-dialog.h"
#include "vr-start-page.h"
#include "vr-timeline-view.h"
#include "vr-version-row.h"
#include "window-fixture.h"

#include <string.h>

/* More names are interned here than GLib's first table of them has room for, and it never frees the
 * table that it leaves: tests/lsan.supp knows it by what called it, which a quick look at the stack
 * does not show. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

static void
assert_builds (GType type)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));

  g_assert_true (GTK_IS_WIDGET (widget));
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_assert_finalize_object (widget);
}

static void
test_templates (void)
{
  assert_builds (VR_TYPE_SIDE_HEADINGS);
  assert_builds (VR_TYPE_COMPARE_PAGE);
  assert_builds (VR_TYPE_START_PAGE);
  assert_builds (VR_TYPE_PASTE_PAGE);
  assert_builds (VR_TYPE_RECENTS_VIEW);
  assert_builds (VR_TYPE_RECENT_CARD);
  assert_builds (VR_TYPE_LIBRARY_PAGE);
  assert_builds (VR_TYPE_TIMELINE_VIEW);
  assert_builds (VR_TYPE_VERSION_ROW);
  assert_builds (VR_TYPE_SNAPSHOT_DIALOG);
  assert_builds (VR_TYPE_NOTICE);
  assert_builds (VR_TYPE_DROP_HINT);
  assert_builds (VR_TYPE_EXPLANATION_SHEET);
  assert_builds (VR_TYPE_PAIR_CHOOSER);
  assert_builds (VR_TYPE_WINDOW);
  assert_builds (VR_TYPE_PREFERENCES_WINDOW);
  assert_builds (VR_TYPE_HELP_WINDOW);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (VR_RESOURCES "vr-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (window);
}

static void
assert_needs_at_most (const char *text, const char *library, const char *version)
{
  g_autofree char *start = g_strdup_printf ("<requires lib=\"%s\" version=\"", library);
  const char *at = strstr (text, start);

  if (at != NULL)
    g_assert_true (g_str_has_prefix (at + strlen (start), version));
}

static void
test_requires (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_resources_enumerate_children (VR_RESOURCES, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (names), >=, 5);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (VR_RESOURCES, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_test_message ("%s", names[i]);
      g_assert_nonnull (strstr (text, "<requires lib=\"gtk\" version=\"4.8\""));
      assert_needs_at_most (text, "libadwaita", "1.2\"");
      g_assert_nonnull (strstr (text, "domain=\"variorum\""));
    }
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/templates/each-is-built-and-goes-away", test_templates);
  g_test_add_func ("/templates/the-shortcuts-window-is-built", test_shortcuts);
  g_test_add_func ("/templates/none-needs-more-than-the-oldest-gtk", test_requires);

  return g_test_run ();
}
