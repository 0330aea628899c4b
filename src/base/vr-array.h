/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What GArray lacks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_array_take:
 * @array: one that grew by doubling; left empty
 * @n: (out) (optional): how many elements it had
 *
 * Returns: (transfer full) (nullable): its elements, in no more memory than they need
 */
static inline gpointer
vr_array_take (GArray *array, guint *n)
{
  gsize n_elements;
  gpointer elements = g_array_steal (array, &n_elements);

  if (n != NULL)
    *n = (guint)n_elements;
  return g_realloc_n (elements, n_elements, g_array_get_element_size (array));
}

G_END_DECLS
