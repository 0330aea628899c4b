/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waits until what happens again and again has come to rest. */
#include "vr-settle.h"

static gboolean
settled_cb (gpointer user_data)
{
  VrSettle *self = user_data;

  self->timeout = 0;
  self->func (self->user_data);

  return G_SOURCE_REMOVE;
}

void
vr_settle_note (VrSettle *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->timeout == 0)
    self->first_event = now;
  else if (now - self->first_event > self->restless_ms * G_TIME_SPAN_MILLISECOND)
    return;
  vr_settle_stop (self);
  self->timeout = g_timeout_add (self->settle_ms, settled_cb, self);
}

void
vr_settle_stop (VrSettle *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
}
