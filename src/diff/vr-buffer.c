/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is kept from run to run and only ever grows. */
#include "vr-buffer.h"

#include <string.h>

#define ALIGNMENT 64 /* a cache line, so that one row of masks never straddles two */

static gsize
grown_size (const VrBuffer *self, gsize n, gsize n_element_bytes)
{
  gsize n_wanted = n * n_element_bytes;

  g_assert (n_element_bytes == 0 || n_wanted / n_element_bytes == n);
  /* A half more than last time, so that slowly growing inputs do not reallocate every time. */
  n_wanted = MAX (n_wanted, self->n_bytes + self->n_bytes / 2);
  return (n_wanted + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
}

gpointer
vr_buffer_need (VrBuffer *self, gsize n, gsize n_element_bytes)
{
  if (G_UNLIKELY (n > self->n_bytes / n_element_bytes || self->data == NULL))
    {
      gsize n_bytes = grown_size (self, n, n_element_bytes);

      vr_buffer_clear (self);
      self->data = g_aligned_alloc (1, n_bytes, ALIGNMENT);
      self->n_bytes = n_bytes;
    }
  return self->data;
}

gpointer
vr_buffer_need_kept (VrBuffer *self, gsize n, gsize n_element_bytes)
{
  if (G_UNLIKELY (n > self->n_bytes / n_element_bytes || self->data == NULL))
    {
      gsize n_bytes = grown_size (self, n, n_element_bytes);
      char *data = g_aligned_alloc (1, n_bytes, ALIGNMENT);

      if (self->data != NULL)
        memcpy (data, self->data, self->n_bytes);
      memset (data + self->n_bytes, 0, n_bytes - self->n_bytes);
      g_aligned_free (self->data);
      self->data = data;
      self->n_bytes = n_bytes;
    }
  return self->data;
}

void
vr_buffer_clear (VrBuffer *self)
{
  g_aligned_free (self->data);
  self->data = NULL;
  self->n_bytes = 0;
}
