/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when a file that is compared changes on disk. */
#include "vr-source-monitor.h"

/* Longer than an editor takes to write and rename, shorter than a reader takes to look up. */
#define SETTLE_MS 300

#define STAMP_ATTRIBUTES                                                                           \
  G_FILE_ATTRIBUTE_TIME_MODIFIED                                                                   \
  "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC "," G_FILE_ATTRIBUTE_STANDARD_SIZE

/* One file, and when and how large it was when it was last looked at. */
typedef struct
{
  VrSourceMonitor *owner;
  GFile *file;
  GFileMonitor *monitor; /* NULL where the side is not watched */
  guint timeout;
  guint64 seconds;
  guint32 microseconds;
  guint64 n_bytes;
  gboolean is_gone;
} Watched;

struct _VrSourceMonitor
{
  GObject parent_instance;

  Watched sides[VR_N_SIDES];
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrSourceMonitor, vr_source_monitor, G_TYPE_OBJECT)

/* Whether the file is another than it was when it was last looked at. */
static gboolean
look (Watched *self)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (self->file, STAMP_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  Watched before = *self;

  self->is_gone = info == NULL;
  if (info == NULL)
    return !before.is_gone;
  self->seconds = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
  self->microseconds = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
  self->n_bytes = (guint64)g_file_info_get_size (info);

  return before.is_gone || before.seconds != self->seconds
         || before.microseconds != self->microseconds || before.n_bytes != self->n_bytes;
}

static gboolean
settled_cb (gpointer user_data)
{
  Watched *self = user_data;

  self->timeout = 0;
  if (look (self))
    g_signal_emit (self->owner, signals[CHANGED], 0, (guint)(self - self->owner->sides),
                   self->is_gone);

  return G_SOURCE_REMOVE;
}

static void
event_cb (GFileMonitor *monitor, GFile *file, GFile *other_file, GFileMonitorEvent event,
          Watched *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
watch (VrSourceMonitor *owner, VrSide side, const VrSource *source)
{
  Watched *self = &owner->sides[side];

  if (source->uri == NULL || source->bytes != NULL)
    return;
  self->owner = owner;
  self->file = g_file_new_for_uri (source->uri);
  /* Only what is on this machine: asking elsewhere could take long, and this does not wait. */
  if (!g_file_is_native (self->file))
    return;
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return;
  look (self);
  g_signal_connect (self->monitor, "changed", G_CALLBACK (event_cb), self);
}

static void
vr_source_monitor_finalize (GObject *object)
{
  VrSourceMonitor *self = VR_SOURCE_MONITOR (object);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      Watched *watched = &self->sides[side];

      g_clear_handle_id (&watched->timeout, g_source_remove);
      if (watched->monitor != NULL)
        g_signal_handlers_disconnect_by_data (watched->monitor, watched);
      g_clear_object (&watched->monitor);
      g_clear_object (&watched->file);
    }

  G_OBJECT_CLASS (vr_source_monitor_parent_class)->finalize (object);
}

static void
vr_source_monitor_class_init (VrSourceMonitorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_source_monitor_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
}

static void
vr_source_monitor_init (VrSourceMonitor *self)
{
}

VrSourceMonitor *
vr_source_monitor_new (VrDocument *document)
{
  VrSourceMonitor *self = g_object_new (VR_TYPE_SOURCE_MONITOR, NULL);

  for (guint side = 0; side < VR_N_SIDES; side++)
    watch (self, side, vr_document_peek_source (document, side));

  return self;
}
