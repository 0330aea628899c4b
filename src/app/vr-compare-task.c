/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and comparing a document in a thread: one task, one answer. */
#include "vr-compare-task.h"

/* What the worker sees.  Its progress is the only value both threads touch. */
typedef struct
{
  VrDocument *document; /* of a held one: replaced by the worker before the answer is returned */
  gboolean is_held;
  GWeakRef task;
  guint failed; /* the side that could not be read; written before the answer is returned */
  GMutex lock;
  double fraction;
  gboolean is_told; /* an idle is under way that reads it */
} Job;

struct _VrCompareTask
{
  GObject parent_instance;

  VrDocument *document;
  GCancellable *cancellable;
  gboolean is_finished;
  double fraction;
  VrPairPlan *plan;
  GError *error;
  guint failed;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  N_PROPS,
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrCompareTask, vr_compare_task, G_TYPE_OBJECT)

static void
job_clear (gpointer data)
{
  Job *job = data;

  vr_document_unref (job->document);
  g_weak_ref_clear (&job->task);
  g_mutex_clear (&job->lock);
}

static void
job_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, job_clear);
}

static gboolean
tell_cb (gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (VrCompareTask) self = g_weak_ref_get (&job->task);

  g_mutex_lock (&job->lock);
  job->is_told = FALSE;
  if (self != NULL)
    self->fraction = job->fraction;
  g_mutex_unlock (&job->lock);

  if (self != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);

  return G_SOURCE_REMOVE;
}

/* Runs in the worker's thread; however often, one idle at a time carries the news over. */
static void
progress_cb (double fraction, gpointer user_data)
{
  Job *job = user_data;
  gboolean is_first;

  g_mutex_lock (&job->lock);
  job->fraction = fraction;
  is_first = !job->is_told;
  job->is_told = TRUE;
  g_mutex_unlock (&job->lock);

  if (is_first)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, g_atomic_rc_box_acquire (job), job_unref);
}

static void
hold (Job *job, GCancellable *cancellable)
{
  VrDocument *loaded = vr_document_load (job->document, cancellable);

  vr_document_unref (job->document);
  job->document = loaded;
}

static void
compare_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                   GCancellable *cancellable)
{
  Job *job = task_data;
  VrProgress progress = { progress_cb, job };
  GError *error = NULL;
  g_autoptr (VrComparison) comparison = NULL;

  if (job->is_held)
    hold (job, cancellable);
  comparison = vr_document_compare (job->document, &progress, cancellable, &job->failed, &error);
  if (comparison == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, vr_pair_plan_new (comparison), (GDestroyNotify)vr_pair_plan_unref);
}

static void
compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrCompareTask *self = VR_COMPARE_TASK (object);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->plan = g_task_propagate_pointer (G_TASK (result), &self->error);
  self->failed = job->failed;
  if (self->plan != NULL && job->is_held)
    {
      vr_document_unref (self->document);
      self->document = vr_document_ref (job->document);
    }
  self->is_finished = TRUE;
  if (!g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
vr_compare_task_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VrCompareTask *self = VR_COMPARE_TASK (object);

  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_compare_task_finalize (GObject *object)
{
  VrCompareTask *self = VR_COMPARE_TASK (object);

  g_clear_pointer (&self->document, vr_document_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (vr_compare_task_parent_class)->finalize (object);
}

static void
vr_compare_task_class_init (VrCompareTaskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vr_compare_task_get_property;
  object_class->finalize = vr_compare_task_finalize;

  properties[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_compare_task_init (VrCompareTask *self)
{
  self->cancellable = g_cancellable_new ();
}

static VrCompareTask *
start (VrDocument *document, gboolean is_held)
{
  VrCompareTask *self = g_object_new (VR_TYPE_COMPARE_TASK, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, compared_cb, NULL);
  Job *job = g_atomic_rc_box_new0 (Job);

  self->document = vr_document_ref (document);
  job->document = vr_document_ref (document);
  job->is_held = is_held;
  g_weak_ref_init (&job->task, self);
  g_mutex_init (&job->lock);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_unref);
  g_task_run_in_thread (task, compare_in_thread);

  return self;
}

VrCompareTask *
vr_compare_task_new (VrDocument *document)
{
  return start (document, FALSE);
}

VrCompareTask *
vr_compare_task_new_held (VrDocument *document)
{
  return start (document, TRUE);
}

void
vr_compare_task_cancel (VrCompareTask *self)
{
  g_return_if_fail (VR_IS_COMPARE_TASK (self));

  g_cancellable_cancel (self->cancellable);
}

gboolean
vr_compare_task_is_finished (VrCompareTask *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), FALSE);

  return self->is_finished;
}

VrDocument *
vr_compare_task_get_document (VrCompareTask *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), NULL);

  return self->document;
}

double
vr_compare_task_get_fraction (VrCompareTask *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), 0);

  return self->fraction;
}

VrPairPlan *
vr_compare_task_get_plan (VrCompareTask *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), NULL);

  return self->plan;
}

const GError *
vr_compare_task_get_error (VrCompareTask *self, guint *failed)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), NULL);

  if (failed != NULL)
    *failed = self->failed;

  return self->error;
}
