/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waits until what happens again and again has come to rest. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrSettle: a member of what waits, which fills in the first four; zeros for the rest.
 * @settle_ms: how long nothing has to happen
 * @restless_ms: what goes on for longer is not waited for
 * @func: called on the main thread each time it has come to rest
 */
typedef struct
{
  guint settle_ms;
  guint restless_ms;
  void (*func) (gpointer user_data);
  gpointer user_data;

  guint timeout;
  gint64 first_event;
} VrSettle;

/** vr_settle_note: something happens. */
void vr_settle_note (VrSettle *self);
/** vr_settle_stop: what happened is not waited for any more. */
void vr_settle_stop (VrSettle *self);

G_END_DECLS
