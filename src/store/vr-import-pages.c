/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as they were captured, taken into the archive. */
#include "vr-import-private.h"

#include <glib/gi18n-lib.h>

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const VrImportStep *step_a = a;
  const VrImportStep *step_b = b;

  return g_date_time_compare (step_a->retrieved, step_b->retrieved);
}

static void
add_page (GArray *steps, const VrImportPage *page)
{
  VrImportStep step = { .bytes = g_bytes_ref (page->bytes),
                        .charset = g_strdup (page->charset),
                        .path = g_strdup (page->url),
                        .retrieved = g_date_time_ref (page->date) };

  step.message = g_strdup_printf (_ ("Captured from “%s”"), page->url);
  g_array_append_val (steps, step);
}

VrImport *
vr_import_pages (VrArchive *archive, const GArray *pages, const char *story, const char *variant,
                 GError **error)
{
  g_autoptr (GArray) steps = vr_import_new_steps ();

  for (guint i = 0; i < pages->len; i++)
    add_page (steps, &g_array_index (pages, VrImportPage, i));
  g_array_sort (steps, compare_steps);

  return vr_import_write (archive, NULL, steps, story, variant, error);
}
