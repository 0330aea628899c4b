/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that is kept from run to run and only ever grows. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VrBuffer: zero-initialise; vr_buffer_clear() when done. */
typedef struct
{
  gpointer data;
  gsize n_bytes;
} VrBuffer;

/**
 * vr_buffer_need:
 *
 * Returns: at least @n elements of @n_element_bytes, aligned for vectors; what the buffer held
 * before is lost if it had to grow
 */
gpointer vr_buffer_need (VrBuffer *self, gsize n, gsize n_element_bytes);

/** vr_buffer_need_kept: the same, but what was there stays and what is new is zero. */
gpointer vr_buffer_need_kept (VrBuffer *self, gsize n, gsize n_element_bytes);

void vr_buffer_clear (VrBuffer *self);

#define VR_BUFFER_NEED(buffer, type, n) ((type *)vr_buffer_need (buffer, n, sizeof (type)))

G_END_DECLS
