/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when somebody else writes to the reader's archive. */
#include "vr-archive-monitor.h"

#include "vr-settle.h"

/* The ref follows its pack within milliseconds; an import goes on and on. */
#define SETTLE_MS 400
/* One that is written to all the time is not waited for any longer. */
#define RESTLESS_MS 2000

static const char *const folders[] = { "objects/pack", "refs/heads" };

struct _VrArchiveMonitor
{
  GObject parent_instance;

  GFileMonitor *monitors[G_N_ELEMENTS (folders)]; /* (nullable) elements */
  VrSettle settle;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrArchiveMonitor, vr_archive_monitor, G_TYPE_OBJECT)

static void
settled_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0);
}

static void
event_cb (VrArchiveMonitor *self)
{
  vr_settle_note (&self->settle);
}

static void
vr_archive_monitor_dispose (GObject *object)
{
  VrArchiveMonitor *self = VR_ARCHIVE_MONITOR (object);

  vr_settle_stop (&self->settle);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (self->monitors[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->monitors[i], self);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    g_clear_object (&self->monitors[i]);

  G_OBJECT_CLASS (vr_archive_monitor_parent_class)->dispose (object);
}

static void
vr_archive_monitor_class_init (VrArchiveMonitorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vr_archive_monitor_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_archive_monitor_init (VrArchiveMonitor *self)
{
  self->settle = (VrSettle){ SETTLE_MS, RESTLESS_MS, settled_cb, self };
}

VrArchiveMonitor *
vr_archive_monitor_new (const char *path)
{
  VrArchiveMonitor *self = g_object_new (VR_TYPE_ARCHIVE_MONITOR, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GFile) folder = g_file_new_build_filename (path, folders[i], NULL);

      self->monitors[i] = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
      if (self->monitors[i] != NULL)
        g_signal_connect_swapped (self->monitors[i], "changed", G_CALLBACK (event_cb), self);
    }

  return self;
}
