/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when a file that is compared changes on disk. */
#include "vr-source-monitor.h"

#include "vr-settle.h"

/* Longer than an editor takes to write and rename, shorter than a reader takes to look up. */
#define SETTLE_MS 300

/* One that is written again and again in this time is not waited for any longer. */
#define RESTLESS_MS 1000

#define STAMP_ATTRIBUTES                                                                           \
  G_FILE_ATTRIBUTE_TIME_MODIFIED                                                                   \
  "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC "," G_FILE_ATTRIBUTE_STANDARD_SIZE

/* When and how large a file was. */
typedef struct
{
  guint64 seconds;
  guint32 microseconds;
  guint64 n_bytes;
  gboolean is_there;
} Stamp;

typedef struct
{
  VrSourceMonitor *owner;
  GFile *file;
  GFileMonitor *monitor; /* NULL where the side is not watched */
  VrSettle settle;
  Stamp read; /* when it was read */
  Stamp last; /* when it was last looked at */
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

static Stamp
look (GFile *file)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, STAMP_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return (Stamp){ .is_there = FALSE };

  return (Stamp){
    .seconds = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
    .microseconds = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
    .n_bytes = (guint64)g_file_info_get_size (info),
    .is_there = TRUE,
  };
}

static gboolean
is_same (const Stamp *a, const Stamp *b)
{
  return a->is_there == b->is_there && a->seconds == b->seconds
         && a->microseconds == b->microseconds && a->n_bytes == b->n_bytes;
}

static void
settled_cb (gpointer user_data)
{
  Watched *self = user_data;
  Stamp before = self->last;

  self->last = look (self->file);
  if (!is_same (&before, &self->last))
    g_signal_emit (self->owner, signals[CHANGED], 0, (guint)(self - self->owner->sides));
}

/* A file that never rests is told of all the same. */
static void
event_cb (GFileMonitor *monitor, GFile *file, GFile *other_file, GFileMonitorEvent event,
          Watched *self)
{
  vr_settle_note (&self->settle);
}

/* What @before knows of when the file was read. */
static const Stamp *
find_read (VrSourceMonitor *before, GFile *file)
{
  for (guint side = 0; before != NULL && side < VR_N_SIDES; side++)
    if (before->sides[side].monitor != NULL && g_file_equal (before->sides[side].file, file))
      return &before->sides[side].read;

  return NULL;
}

static void
watch (VrSourceMonitor *owner, VrSide side, const VrSource *source, VrSourceMonitor *before)
{
  Watched *self = &owner->sides[side];
  const Stamp *read;

  if (source->uri == NULL || source->bytes != NULL)
    return;
  self->owner = owner;
  self->settle = (VrSettle){ SETTLE_MS, RESTLESS_MS, settled_cb, self };
  self->file = g_file_new_for_uri (source->uri);
  /* Only what is on this machine: asking elsewhere could take long, and this does not wait. */
  if (!g_file_is_native (self->file))
    return;
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return;
  self->last = look (self->file);
  read = find_read (before, self->file);
  self->read = read != NULL ? *read : self->last;
  g_signal_connect (self->monitor, "changed", G_CALLBACK (event_cb), self);
}

static void
vr_source_monitor_finalize (GObject *object)
{
  VrSourceMonitor *self = VR_SOURCE_MONITOR (object);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      Watched *watched = &self->sides[side];

      vr_settle_stop (&watched->settle);
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
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
vr_source_monitor_init (VrSourceMonitor *self)
{
}

VrSourceMonitor *
vr_source_monitor_new (VrDocument *document, VrSourceMonitor *const before[VR_N_SIDES])
{
  VrSourceMonitor *self = g_object_new (VR_TYPE_SOURCE_MONITOR, NULL);

  for (guint side = 0; side < VR_N_SIDES; side++)
    watch (self, side, vr_document_peek_source (document, side), before[side]);

  return self;
}

VrSourceState
vr_source_monitor_get_state (VrSourceMonitor *self, VrSide side)
{
  const Watched *watched;

  g_return_val_if_fail (VR_IS_SOURCE_MONITOR (self), VR_SOURCE_AS_READ);

  watched = &self->sides[side];
  if (watched->monitor == NULL || is_same (&watched->read, &watched->last))
    return VR_SOURCE_AS_READ;

  return watched->last.is_there ? VR_SOURCE_CHANGED : VR_SOURCE_GONE;
}
