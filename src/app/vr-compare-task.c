/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and comparing a document in a thread: one task, one answer. */
#include "vr-compare-task.h"

#include "vr-page-fetch.h"
#include "vr-task-progress.h"

#define BOTH_SIDES (1u << VR_SIDE_OLD | 1u << VR_SIDE_NEW)

/* What the worker sees. */
typedef struct
{
  VrDocument *document; /* may be replaced by the worker before the answer is returned */
  VrArticle *known[VR_N_SIDES];
  VrComparison *compared; /* (nullable): what is known already, so that only notes are looked up */
  gboolean is_held;
  guint again; /* bits by side: what is known is what the overrides number; the source is read */
  guint n_lost;
  guint failed; /* the side that could not be read; written before the answer is returned */
  VrTaskProgress *progress;
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
  gboolean is_again;
  gboolean reads[VR_N_SIDES];
  guint n_lost;
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
job_free (gpointer data)
{
  Job *job = data;

  vr_document_unref (job->document);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&job->known[side], vr_article_unref);
  g_clear_pointer (&job->compared, vr_comparison_unref);
  vr_task_progress_unref (job->progress);
  g_free (job);
}

static void
told_cb (GObject *object, double fraction)
{
  VR_COMPARE_TASK (object)->fraction = fraction;
  g_object_notify_by_pspec (object, properties[PROP_FRACTION]);
}

static void
replace_document (Job *job, VrDocument *document)
{
  vr_document_unref (job->document);
  job->document = document;
}

static void
forget_known (Job *job)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&job->known[side], vr_article_unref);
}

static VrArticle *
read_side (Job *job, VrSide side, GCancellable *cancellable, GError **error)
{
  if ((job->again & 1u << side) == 0 && job->known[side] != NULL)
    return vr_article_ref (job->known[side]);
  job->failed = side;

  return vr_document_read (job->document, side, cancellable, error);
}

/* Both sides are known from then on, and the overrides are carried over to them. */
static gboolean
read_again (Job *job, GCancellable *cancellable, GError **error)
{
  VrOverrides *overrides = vr_document_get_overrides (job->document);
  g_autoptr (VrOverrides) carried = NULL;
  g_autoptr (VrArticle) old_article = NULL;
  g_autoptr (VrArticle) new_article = NULL;

  old_article = read_side (job, VR_SIDE_OLD, cancellable, error);
  if (old_article == NULL)
    return FALSE;
  new_article = read_side (job, VR_SIDE_NEW, cancellable, error);
  if (new_article == NULL)
    return FALSE;

  if (overrides != NULL && job->known[VR_SIDE_OLD] != NULL && job->known[VR_SIDE_NEW] != NULL)
    {
      VrArticle *const after[VR_N_SIDES] = { old_article, new_article };

      carried = vr_overrides_carry (overrides, job->known, after, &job->n_lost);
      replace_document (job, vr_document_with_overrides (job->document, carried));
    }
  forget_known (job);
  job->known[VR_SIDE_OLD] = g_steal_pointer (&old_article);
  job->known[VR_SIDE_NEW] = g_steal_pointer (&new_article);

  return TRUE;
}

static void
hold (Job *job, GCancellable *cancellable)
{
  replace_document (job, vr_document_load (job->document, cancellable));
}

/* Of the time that takes; what it is of a page on its way nobody knows. */
#define FETCH_SHARE 0.9

/* What was known of a page before it was fetched is kept for the overrides alone. */
static gboolean
fetch (Job *job, VrProgress *progress, VrProgressPart *rest, GCancellable *cancellable,
       GError **error)
{
  const VrProgressPart part = { .whole = rest->whole, .from = 0, .to = FETCH_SHARE };
  VrProgress here = vr_progress_get_part (&part);
  gboolean is_wanted = FALSE;
  VrDocument *fetched;

  for (guint side = 0; side < VR_N_SIDES; side++)
    if (vr_document_wants_page (job->document, side))
      {
        is_wanted = TRUE;
        if ((job->again & 1u << side) == 0)
          g_clear_pointer (&job->known[side], vr_article_unref);
      }
  if (!is_wanted)
    return TRUE;
  fetched = vr_page_fetch_all (job->document, &here, cancellable, &job->failed, error);
  if (fetched == NULL)
    return FALSE;
  replace_document (job, fetched);
  rest->from = FETCH_SHARE;
  *progress = vr_progress_get_part (rest);

  return TRUE;
}

static void
compare_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                   GCancellable *cancellable)
{
  Job *job = task_data;
  VrProgress whole = vr_task_progress_get (job->progress);
  VrProgressPart rest = { .whole = &whole, .from = 0, .to = 1 };
  VrProgress progress = whole;
  GError *error = NULL;
  g_autoptr (VrComparison) comparison = NULL;

  if (job->is_held)
    hold (job, cancellable);
  if (job->compared != NULL)
    comparison = g_steal_pointer (&job->compared);
  else if (fetch (job, &progress, &rest, cancellable, &error)
           && (job->again == 0 || read_again (job, cancellable, &error)))
    comparison = vr_document_compare_known (job->document, job->known, &progress, cancellable,
                                            &job->failed, &error);
  forget_known (job);
  if (comparison == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (
        task, vr_pair_plan_new_noted (comparison, vr_document_get_notes (job->document)),
        (GDestroyNotify)vr_pair_plan_unref);
}

static void
compared_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrCompareTask *self = VR_COMPARE_TASK (object);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->plan = g_task_propagate_pointer (G_TASK (result), &self->error);
  self->failed = job->failed;
  self->n_lost = job->n_lost;
  if (self->plan != NULL && job->document != self->document)
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
start (VrDocument *document, VrArticle *const known[VR_N_SIDES], VrComparison *compared,
       gboolean is_held, guint again)
{
  VrCompareTask *self = g_object_new (VR_TYPE_COMPARE_TASK, NULL);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, compared_cb, NULL);
  Job *job = g_new0 (Job, 1);

  self->document = vr_document_ref (document);
  job->document = vr_document_ref (document);
  for (guint side = 0; side < VR_N_SIDES && known != NULL; side++)
    job->known[side] = known[side] != NULL ? vr_article_ref (known[side]) : NULL;
  job->compared = compared != NULL ? vr_comparison_ref (compared) : NULL;
  for (guint side = 0; side < VR_N_SIDES; side++)
    self->reads[side] = compared == NULL && ((again & 1u << side) != 0 || job->known[side] == NULL);
  job->is_held = is_held;
  job->again = again;
  self->is_again = again == BOTH_SIDES;
  job->progress = vr_task_progress_new (G_OBJECT (self), told_cb);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compare_in_thread);

  return self;
}

VrCompareTask *
vr_compare_task_new (VrDocument *document)
{
  return start (document, NULL, NULL, FALSE, 0);
}

VrCompareTask *
vr_compare_task_new_held (VrDocument *document)
{
  return start (document, NULL, NULL, TRUE, 0);
}

VrCompareTask *
vr_compare_task_new_known (VrDocument *document, VrArticle *const known[VR_N_SIDES])
{
  return start (document, known, NULL, FALSE, 0);
}

VrCompareTask *
vr_compare_task_new_noted (VrDocument *document, VrComparison *comparison)
{
  return start (document, NULL, comparison, FALSE, 0);
}

VrCompareTask *
vr_compare_task_new_again (VrDocument *document, VrArticle *const before[VR_N_SIDES],
                           gboolean is_held)
{
  return start (document, before, NULL, is_held, BOTH_SIDES);
}

VrCompareTask *
vr_compare_task_new_otherwise (VrDocument *document, VrArticle *const before[VR_N_SIDES],
                               VrSide side)
{
  return start (document, before, NULL, FALSE, 1u << side);
}

gboolean
vr_compare_task_is_again (VrCompareTask *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), FALSE);

  return self->is_again;
}

gboolean
vr_compare_task_fetches (VrCompareTask *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), FALSE);

  return vr_document_wants_page (self->document, VR_SIDE_OLD)
         || vr_document_wants_page (self->document, VR_SIDE_NEW);
}

gboolean
vr_compare_task_reads (VrCompareTask *self, VrSide side)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), FALSE);

  return self->reads[side];
}

guint
vr_compare_task_get_n_lost (VrCompareTask *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), 0);

  return self->n_lost;
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

GFile *
vr_compare_task_dup_failed_file (VrCompareTask *self)
{
  const VrSource *source;

  g_return_val_if_fail (VR_IS_COMPARE_TASK (self), NULL);

  if (self->error == NULL || self->failed >= VR_N_SIDES)
    return NULL;
  source = vr_document_peek_source (self->document, self->failed);

  return source->uri != NULL ? g_file_new_for_uri (source->uri) : NULL;
}
