/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that take time, for what is seen of a long list: found in a thread, and kept. */
#include "vr-lookup.h"

/* Answers that are shown together: few enough that the first ones come soon. */
#define BATCH 8
/* More than a list has rows at a time, less than anyone would miss. */
#define MAX_ANSWERS 20000

/* What the thread works with; it may outlive the lookup. */
typedef struct
{
  gpointer data;
  GDestroyNotify free_data;
} Context;

typedef struct
{
  VrLookupFunc func;
  GDestroyNotify free_answer;
  Context *context; /* (nullable) */
  GPtrArray *keys;
  gpointer *answers; /* by key; NULL for none */
} Job;

struct _VrLookup
{
  GObject parent_instance;

  VrLookupFunc func;
  GDestroyNotify free_answer;
  Context *context;    /* (nullable) */
  GHashTable *answers; /* by key; a value of NULL for none */
  GHashTable *before;  /* (nullable): the same, before they were asked for anew */
  GHashTable *wanted;  /* by key, how often */
  GQueue waiting;      /* of keys, some of which nobody wants any more */
  GCancellable *looking;
  GPtrArray *keys; /* that is looked for; borrowed */
  guint idle;
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrLookup, vr_lookup, G_TYPE_OBJECT)

static void begin (VrLookup *self);

static gboolean
is_unwanted (gpointer key, gpointer answer, gpointer user_data)
{
  return !g_hash_table_contains (VR_LOOKUP (user_data)->wanted, key);
}

static gpointer
free_in_thread (gpointer data)
{
  Context *context = data;

  context->free_data (context->data);
  g_free (context);

  return NULL;
}

/* It may hold a hundred thousand versions. */
static void
clear_context (gpointer data)
{
  Context *context = data;

  g_thread_unref (g_thread_new ("lookup", free_in_thread, g_memdup2 (context, sizeof (Context))));
}

static void
context_unref (Context *context)
{
  g_atomic_rc_box_release_full (context, clear_context);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  for (guint i = 0; i < job->keys->len; i++)
    job->free_answer (job->answers[i]);
  g_free (job->answers);
  g_ptr_array_unref (job->keys);
  g_clear_pointer (&job->context, context_unref);
  g_free (job);
}

static void
look_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;

  for (guint i = 0; i < job->keys->len && !g_cancellable_is_cancelled (cancellable); i++)
    job->answers[i] = job->func (g_ptr_array_index (job->keys, i),
                                 job->context != NULL ? job->context->data : NULL, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrLookup *self = VR_LOOKUP (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  gboolean is_whole = g_task_propagate_boolean (G_TASK (result), NULL);

  g_clear_object (&self->looking);
  self->keys = NULL;
  if (g_hash_table_size (self->answers) > MAX_ANSWERS)
    g_hash_table_foreach_remove (self->answers, is_unwanted, self);
  for (guint i = 0; i < job->keys->len; i++)
    if (is_whole)
      g_hash_table_insert (self->answers, g_strdup (g_ptr_array_index (job->keys, i)),
                           g_steal_pointer (&job->answers[i]));
    else
      g_queue_push_tail (&self->waiting, g_strdup (g_ptr_array_index (job->keys, i)));
  if (is_whole)
    g_signal_emit (self, signals[ANSWERED], 0);
  begin (self);
}

/* (transfer full) (nullable): what is waited for longest. */
static char *
take_key (VrLookup *self)
{
  char *key;

  while ((key = g_queue_pop_head (&self->waiting)) != NULL)
    {
      if (g_hash_table_contains (self->wanted, key) && !g_hash_table_contains (self->answers, key))
        return key;
      g_free (key);
    }

  return NULL;
}

static GPtrArray *
take_keys (VrLookup *self)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  char *key;

  while (keys->len < BATCH && (key = take_key (self)) != NULL)
    g_ptr_array_add (keys, key);

  return keys;
}

static void
look (VrLookup *self)
{
  g_autoptr (GPtrArray) keys = take_keys (self);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (keys->len == 0)
    return;
  job = g_new0 (Job, 1);
  job->func = self->func;
  job->free_answer = self->free_answer;
  job->context = self->context != NULL ? g_atomic_rc_box_acquire (self->context) : NULL;
  job->answers = g_new0 (gpointer, keys->len);
  self->keys = keys;
  job->keys = g_steal_pointer (&keys);
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, answered_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* Once all rows of a turn have asked. */
static gboolean
begin_cb (gpointer user_data)
{
  VrLookup *self = VR_LOOKUP (user_data);

  self->idle = 0;
  if (self->looking == NULL)
    look (self);

  return G_SOURCE_REMOVE;
}

static void
begin (VrLookup *self)
{
  if (self->idle == 0 && self->looking == NULL && !g_queue_is_empty (&self->waiting))
    self->idle = g_idle_add (begin_cb, self);
}

/* What nobody waits for is given up. */
static void
give_up_unwanted (VrLookup *self)
{
  for (guint i = 0; self->keys != NULL && i < self->keys->len; i++)
    if (g_hash_table_contains (self->wanted, g_ptr_array_index (self->keys, i)))
      return;
  g_cancellable_cancel (self->looking);
}

static void
vr_lookup_dispose (GObject *object)
{
  VrLookup *self = VR_LOOKUP (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_queue_clear_full (&self->waiting, g_free);

  G_OBJECT_CLASS (vr_lookup_parent_class)->dispose (object);
}

static void
vr_lookup_finalize (GObject *object)
{
  VrLookup *self = VR_LOOKUP (object);

  g_clear_pointer (&self->context, context_unref);
  g_hash_table_unref (self->answers);
  g_clear_pointer (&self->before, g_hash_table_unref);
  g_hash_table_unref (self->wanted);

  G_OBJECT_CLASS (vr_lookup_parent_class)->finalize (object);
}

static void
vr_lookup_class_init (VrLookupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vr_lookup_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_lookup_finalize;

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_lookup_init (VrLookup *self)
{
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
}

static GHashTable *
new_answers (VrLookup *self)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, self->free_answer);
}

VrLookup *
vr_lookup_new (VrLookupFunc func, GDestroyNotify free_answer)
{
  VrLookup *self = g_object_new (VR_TYPE_LOOKUP, NULL);

  self->func = func;
  self->free_answer = free_answer;
  self->answers = new_answers (self);

  return self;
}

void
vr_lookup_set_context (VrLookup *self, gpointer context, GDestroyNotify free_context)
{
  g_return_if_fail (VR_IS_LOOKUP (self));

  g_clear_pointer (&self->context, context_unref);
  g_cancellable_cancel (self->looking);
  if (context == NULL)
    return;
  self->context = g_atomic_rc_box_new0 (Context);
  *self->context = (Context){ context, free_context };
}

void
vr_lookup_want (VrLookup *self, const char *key)
{
  guint n;

  g_return_if_fail (VR_IS_LOOKUP (self));

  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->wanted, key));
  g_hash_table_insert (self->wanted, g_strdup (key), GUINT_TO_POINTER (n + 1));
  if (n > 0 || g_hash_table_contains (self->answers, key))
    return;
  g_queue_push_tail (&self->waiting, g_strdup (key));
  begin (self);
}

void
vr_lookup_unwant (VrLookup *self, const char *key)
{
  guint n;

  g_return_if_fail (VR_IS_LOOKUP (self));

  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->wanted, key));
  g_return_if_fail (n > 0);
  if (n > 1)
    {
      g_hash_table_insert (self->wanted, g_strdup (key), GUINT_TO_POINTER (n - 1));
      return;
    }
  g_hash_table_remove (self->wanted, key);
  give_up_unwanted (self);
}

void
vr_lookup_refresh (VrLookup *self)
{
  GHashTableIter iter;
  gpointer key;

  g_return_if_fail (VR_IS_LOOKUP (self));

  g_clear_pointer (&self->before, g_hash_table_unref);
  self->before = g_steal_pointer (&self->answers);
  self->answers = new_answers (self);
  g_cancellable_cancel (self->looking);
  g_queue_clear_full (&self->waiting, g_free);
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_queue_push_tail (&self->waiting, g_strdup (key));
  begin (self);
}

gpointer
vr_lookup_peek (VrLookup *self, const char *key)
{
  gpointer answer;

  g_return_val_if_fail (VR_IS_LOOKUP (self), NULL);

  if (g_hash_table_lookup_extended (self->answers, key, NULL, &answer))
    return answer;

  return self->before != NULL ? g_hash_table_lookup (self->before, key) : NULL;
}
