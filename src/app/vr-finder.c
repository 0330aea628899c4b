/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search through all of a comparison, folded away or not: answers from a thread, and the match
 * stood on. */
#include "vr-finder.h"

/* What the worker sees. */
typedef struct
{
  VrPairPlan *plan;
  char *query;
} Job;

struct _VrFinder
{
  GObject parent_instance;

  VrPairPlan *plan;
  char *query;
  GCancellable *cancellable; /* of the search under way */
  VrMatches *matches;
  guint current;
  gboolean is_painted;
  VrMatch origin; /* where the reader stood; without spans: at the top of the position */
  int steps;      /* to be taken when the search has ended */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrFinder, vr_finder, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  vr_pair_plan_unref (job->plan);
  g_free (job->query);
  g_free (job);
}

static void
tell (VrFinder *self)
{
  self->is_painted = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                  GCancellable *cancellable)
{
  const Job *job = task_data;
  VrMatches *matches = vr_matches_new (job->plan, job->query, cancellable);

  if (matches == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else
    g_task_return_pointer (task, matches, (GDestroyNotify)vr_matches_free);
}

/* Whether @match stands behind where the reader stood, or where the words are that were found. */
static gboolean
is_behind (const VrMatch *match, const VrMatch *origin)
{
  if (match->position != origin->position)
    return match->position > origin->position;
  for (int side = VR_SIDE_NEW; side >= VR_SIDE_OLD; side--)
    if (match->spans[side].to > 0 && origin->spans[side].to > 0)
      return match->spans[side].to > origin->spans[side].from;

  return TRUE;
}

static guint
find_from_origin (VrFinder *self)
{
  guint n = vr_matches_get_n (self->matches);

  for (guint i = vr_matches_find (self->matches, self->origin.position); i < n; i++)
    if (is_behind (vr_matches_peek (self->matches, i), &self->origin))
      return i;

  return n > 0 ? 0 : VR_PAIR_NONE;
}

static void
take_steps (VrFinder *self)
{
  int n = (int)vr_matches_get_n (self->matches);
  int steps = self->steps;

  self->steps = 0;
  if (steps == 0 || n == 0)
    return;
  self->current = (guint)((((int)self->current + steps) % n + n) % n);
  self->origin = *vr_matches_peek (self->matches, self->current);
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrFinder *self = VR_FINDER (object);
  VrMatches *matches = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Only the last search is still asked for. */
  if (matches == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&matches, vr_matches_free);
      return;
    }
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->matches, vr_matches_free);
  self->matches = matches;
  self->current = find_from_origin (self);
  take_steps (self);
  tell (self);
}

static void
give_up (VrFinder *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
forget (VrFinder *self)
{
  g_clear_pointer (&self->matches, vr_matches_free);
  self->current = VR_PAIR_NONE;
  self->steps = 0;
}

static void
search (VrFinder *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  give_up (self);
  if (self->plan == NULL || *self->query == '\0')
    {
      forget (self);
      tell (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->plan = vr_pair_plan_ref (self->plan);
  job->query = g_strdup (self->query);
  task = g_task_new (self, self->cancellable, searched_cb, NULL);
  g_task_set_source_tag (task, search);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, search_in_thread);
}

static void
vr_finder_dispose (GObject *object)
{
  VrFinder *self = VR_FINDER (object);

  give_up (self);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);
  g_clear_pointer (&self->matches, vr_matches_free);

  G_OBJECT_CLASS (vr_finder_parent_class)->dispose (object);
}

static void
vr_finder_finalize (GObject *object)
{
  g_free (VR_FINDER (object)->query);

  G_OBJECT_CLASS (vr_finder_parent_class)->finalize (object);
}

static void
vr_finder_class_init (VrFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vr_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_finder_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_finder_init (VrFinder *self)
{
  self->query = g_strdup ("");
  self->current = VR_PAIR_NONE;
}

VrFinder *
vr_finder_new (void)
{
  return g_object_new (VR_TYPE_FINDER, NULL);
}

void
vr_finder_set_plan (VrFinder *self, VrPairPlan *plan)
{
  VrPairPlan *whole = plan != NULL ? vr_pair_plan_get_whole (plan) : NULL;

  g_return_if_fail (VR_IS_FINDER (self));

  /* Another view of the same comparison. */
  if (whole == self->plan)
    return;
  self->origin = (VrMatch){ 0 };
  g_clear_pointer (&self->plan, vr_pair_plan_unref);
  if (whole != NULL)
    self->plan = vr_pair_plan_ref (whole);
  forget (self);
  search (self);
  tell (self);
}

void
vr_finder_set_query (VrFinder *self, const char *query)
{
  g_return_if_fail (VR_IS_FINDER (self));

  if (g_str_equal (self->query, query))
    return;
  g_free (self->query);
  self->query = g_strdup (query);
  search (self);
}

void
vr_finder_set_origin (VrFinder *self, guint position)
{
  g_return_if_fail (VR_IS_FINDER (self));

  self->origin = (VrMatch){ .position = position };
  if (self->matches == NULL || self->cancellable != NULL)
    return;
  self->current = find_from_origin (self);
  tell (self);
}

void
vr_finder_stay (VrFinder *self)
{
  g_return_if_fail (VR_IS_FINDER (self));

  if (self->current != VR_PAIR_NONE)
    self->origin = *vr_matches_peek (self->matches, self->current);
}

void
vr_finder_step (VrFinder *self, int direction)
{
  g_return_if_fail (VR_IS_FINDER (self));

  self->steps += direction;
  if (self->cancellable != NULL)
    return;
  if (self->matches == NULL)
    {
      self->steps = 0;
      return;
    }
  take_steps (self);
  tell (self);
}

gboolean
vr_finder_is_busy (VrFinder *self)
{
  g_return_val_if_fail (VR_IS_FINDER (self), FALSE);

  return self->cancellable != NULL;
}

guint
vr_finder_get_n (VrFinder *self)
{
  g_return_val_if_fail (VR_IS_FINDER (self), 0);

  return self->matches != NULL ? vr_matches_get_n (self->matches) : 0;
}

guint
vr_finder_get_current (VrFinder *self)
{
  g_return_val_if_fail (VR_IS_FINDER (self), VR_PAIR_NONE);

  return self->current;
}

const VrMatches *
vr_finder_peek_matches (VrFinder *self)
{
  g_return_val_if_fail (VR_IS_FINDER (self), NULL);

  return self->matches;
}

const VrMatch *
vr_finder_peek_current (VrFinder *self)
{
  g_return_val_if_fail (VR_IS_FINDER (self), NULL);

  return self->current != VR_PAIR_NONE ? vr_matches_peek (self->matches, self->current) : NULL;
}

void
vr_finder_set_painted (VrFinder *self)
{
  g_return_if_fail (VR_IS_FINDER (self));

  self->is_painted = TRUE;
}

gboolean
vr_finder_get_painted (VrFinder *self)
{
  g_return_val_if_fail (VR_IS_FINDER (self), FALSE);

  return self->is_painted;
}
