/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a worker is, carried over to the main thread. */
#include "vr-task-progress.h"

struct _VrTaskProgress
{
  GWeakRef owner;
  VrTaskProgressFunc func;
  GMutex lock;
  double fraction;
  gboolean is_told; /* an idle is under way that reads it */
};

VrTaskProgress *
vr_task_progress_new (GObject *owner, VrTaskProgressFunc func)
{
  VrTaskProgress *self = g_atomic_rc_box_new0 (VrTaskProgress);

  g_weak_ref_init (&self->owner, owner);
  self->func = func;
  g_mutex_init (&self->lock);

  return self;
}

static void
progress_clear (gpointer data)
{
  VrTaskProgress *self = data;

  g_weak_ref_clear (&self->owner);
  g_mutex_clear (&self->lock);
}

void
vr_task_progress_unref (VrTaskProgress *self)
{
  g_atomic_rc_box_release_full (self, progress_clear);
}

static gboolean
tell_cb (gpointer user_data)
{
  VrTaskProgress *self = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  double fraction;

  g_mutex_lock (&self->lock);
  self->is_told = FALSE;
  fraction = self->fraction;
  g_mutex_unlock (&self->lock);
  if (owner != NULL)
    self->func (owner, fraction);

  return G_SOURCE_REMOVE;
}

/* Runs in the worker's thread; however often, one idle at a time carries the news over. */
static void
progress_cb (double fraction, gpointer user_data)
{
  VrTaskProgress *self = user_data;
  gboolean is_first;

  if (self->func == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->fraction = fraction;
  is_first = !self->is_told;
  self->is_told = TRUE;
  g_mutex_unlock (&self->lock);
  if (is_first)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, g_atomic_rc_box_acquire (self),
                     (GDestroyNotify)vr_task_progress_unref);
}

VrProgress
vr_task_progress_get (VrTaskProgress *self)
{
  return (VrProgress){ progress_cb, self };
}
