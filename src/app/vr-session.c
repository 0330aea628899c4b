/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparisons that are open, kept on disk so that the next start opens them again. */
#include "vr-document-file.h"
#include "vr-session-private.h"

/* A crash loses what was done in this time; a reader who tries options is not written about at
 * every click. */
#define WRITE_AFTER_MS 1000

/* What the threads share: whichever comes last to the folder, the newest state stays. */
typedef struct
{
  char *folder;
  GMutex lock;
  guint written;
} Store;

typedef struct
{
  Store *store;
  guint serial;
  GPtrArray *entries;
} Job;

struct _VrSession
{
  GObject parent_instance;

  Store *store;
  GPtrArray *entries; /* (element-type VrSessionEntry) */
  guint serial;       /* of the last change */
  guint timeout;
  gboolean is_quitting;
};

G_DEFINE_FINAL_TYPE (VrSession, vr_session, G_TYPE_OBJECT)

static void
store_clear (gpointer data)
{
  Store *store = data;

  g_free (store->folder);
  g_mutex_clear (&store->lock);
}

static void
store_unref (Store *store)
{
  g_atomic_rc_box_release_full (store, store_clear);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  store_unref (job->store);
  g_ptr_array_unref (job->entries);
  g_free (job);
}

static Job *
make_job (VrSession *self)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_atomic_rc_box_acquire (self->store);
  job->serial = self->serial;
  job->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_session_entry_free);
  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (job->entries, vr_session_entry_copy (g_ptr_array_index (self->entries, i)));

  return job;
}

static void
run_job (Job *job)
{
  g_mutex_lock (&job->store->lock);
  if (job->serial > job->store->written)
    {
      vr_session_write (job->store->folder, job->entries);
      job->store->written = job->serial;
    }
  g_mutex_unlock (&job->store->lock);
}

static void
write_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  run_job (task_data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
write_cb (gpointer user_data)
{
  VrSession *self = VR_SESSION (user_data);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  self->timeout = 0;
  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, make_job (self), job_free);
  g_task_run_in_thread (task, write_in_thread);

  return G_SOURCE_REMOVE;
}

static void
write_soon (VrSession *self)
{
  self->serial++;
  if (self->timeout == 0)
    self->timeout = g_timeout_add (WRITE_AFTER_MS, write_cb, self);
}

static VrSessionEntry *
find_entry (VrSession *self, gpointer owner)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      VrSessionEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->owner == owner)
        return entry;
    }

  return NULL;
}

/* Closed to quit, but then a window refused and the reader went on without these. */
static void
drop_closed (VrSession *self)
{
  for (guint i = self->entries->len; i > 0; i--)
    {
      VrSessionEntry *entry = g_ptr_array_index (self->entries, i - 1);

      if (entry->owner == NULL)
        g_ptr_array_remove_index (self->entries, i - 1);
    }
}

/* Another document is another file, so that a file is whole or not there. */
static char *
make_name (void)
{
  g_autofree char *unique = g_uuid_string_random ();

  return g_strconcat (unique, VR_DOCUMENT_SUFFIX, NULL);
}

void
vr_session_put (VrSession *self, gpointer owner, VrDocument *document)
{
  VrSessionEntry *entry;

  g_return_if_fail (VR_IS_SESSION (self));
  g_return_if_fail (owner != NULL);

  entry = find_entry (self, owner);
  if (entry != NULL && entry->document == document)
    return;
  self->is_quitting = FALSE;
  drop_closed (self);
  if (entry == NULL)
    {
      entry = g_new0 (VrSessionEntry, 1);
      entry->owner = owner;
      g_ptr_array_add (self->entries, entry);
    }
  else
    {
      vr_document_unref (entry->document);
      g_free (entry->name);
    }
  entry->document = vr_document_ref (document);
  entry->name = make_name ();
  write_soon (self);
}

void
vr_session_put_state (VrSession *self, gpointer owner, VrWindowState *state)
{
  VrSessionEntry *entry;

  g_return_if_fail (VR_IS_SESSION (self));

  entry = find_entry (self, owner);
  if (entry == NULL)
    {
      vr_window_state_clear (state);
      return;
    }
  if (state->place == NULL)
    state->place = g_steal_pointer (&entry->state.place);
  vr_window_state_clear (&entry->state);
  entry->state = *state;
  *state = (VrWindowState){ 0 };
  write_soon (self);
}

void
vr_session_drop (VrSession *self, gpointer owner)
{
  VrSessionEntry *entry;

  g_return_if_fail (VR_IS_SESSION (self));

  entry = find_entry (self, owner);
  if (entry == NULL)
    return;
  g_ptr_array_remove (self->entries, entry);
  write_soon (self);
}

void
vr_session_close (VrSession *self, gpointer owner)
{
  VrSessionEntry *entry;

  g_return_if_fail (VR_IS_SESSION (self));

  entry = find_entry (self, owner);
  if (entry != NULL)
    entry->owner = NULL;
}

void
vr_session_drop_all (VrSession *self)
{
  g_return_if_fail (VR_IS_SESSION (self));

  g_ptr_array_set_size (self->entries, 0);
  if (self->serial > 0 || vr_session_exists (self))
    write_soon (self);
}

void
vr_session_begin_quit (VrSession *self)
{
  g_return_if_fail (VR_IS_SESSION (self));

  self->is_quitting = TRUE;
}

gboolean
vr_session_is_quitting (VrSession *self)
{
  g_return_val_if_fail (VR_IS_SESSION (self), FALSE);

  return self->is_quitting;
}

void
vr_session_flush (VrSession *self)
{
  Job *job;

  g_return_if_fail (VR_IS_SESSION (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  job = make_job (self);
  run_job (job);
  job_free (job);
}

gboolean
vr_session_exists (VrSession *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (VR_IS_SESSION (self), FALSE);

  path = vr_session_dup_list_path (self->store->folder);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, vr_session_read (task_data), (GDestroyNotify)g_ptr_array_unref);
}

void
vr_session_load_async (VrSession *self, GAsyncReadyCallback loaded, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (VR_IS_SESSION (self));

  task = g_task_new (self, NULL, loaded, user_data);
  g_task_set_source_tag (task, vr_session_load_async);
  g_task_set_task_data (task, g_strdup (self->store->folder), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
vr_session_load_finish (VrSession *self, GAsyncResult *result)
{
  g_return_val_if_fail (VR_IS_SESSION (self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
vr_session_finalize (GObject *object)
{
  VrSession *self = VR_SESSION (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_ptr_array_unref (self->entries);
  store_unref (self->store);

  G_OBJECT_CLASS (vr_session_parent_class)->finalize (object);
}

static void
vr_session_class_init (VrSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_session_finalize;
}

static void
vr_session_init (VrSession *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_session_entry_free);
  self->store = g_atomic_rc_box_new0 (Store);
  g_mutex_init (&self->store->lock);
}

VrSession *
vr_session_new (const char *folder)
{
  VrSession *self = g_object_new (VR_TYPE_SESSION, NULL);

  self->store->folder = g_strdup (folder);

  return self;
}
