/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shortest edit scripts in linear space: Myers 1986, the middle snake found from both ends. */
#include "vr-diff-private.h"

/*
 * A search in one box.  Diagonal k is x - y, with x in the old and y in the new side, both
 * counted from the box's corner.  forward[k] is the furthest x reached from the start, backward[k]
 * the least x reached from the end.
 */
typedef struct
{
  const guint32 *old_ids;
  const guint32 *new_ids;
  gint32 n_old;
  gint32 n_new;
  gint32 *forward;
  gint32 *backward;
  gint32 first, last;   /* diagonals that the forward search is on */
  gint32 bfirst, blast; /* the same of the backward search */
} Search;

static void
start_search (VrDiffer *self, const VrBox *box, Search *search)
{
  gint32 n_old = box->old_to - box->old_from, n_new = box->new_to - box->new_from;
  gsize n_diagonals = (gsize)n_old + n_new + 3; /* one more at each end as a sentinel */
  gint32 *diagonals = VR_BUFFER_NEED (&self->diagonals, gint32, 2 * n_diagonals);

  search->old_ids = self->reduced[VR_SIDE_OLD].ids + box->old_from;
  search->new_ids = self->reduced[VR_SIDE_NEW].ids + box->new_from;
  search->n_old = n_old;
  search->n_new = n_new;
  search->forward = diagonals + n_new + 1;
  search->backward = diagonals + n_diagonals + n_new + 1;
  search->first = search->last = 0;
  search->bfirst = search->blast = n_old - n_new;
  search->forward[0] = 0;
  search->backward[n_old - n_new] = n_old;
}

/* Lets the ends of the range go one diagonal further, or one back once the box's edge was met. */
static void
widen (gint32 *diagonals, gint32 *first, gint32 *last, gint32 lowest, gint32 highest,
       gint32 sentinel)
{
  if (*first > lowest)
    diagonals[--*first - 1] = sentinel;
  else
    ++*first;
  if (*last < highest)
    diagonals[++*last + 1] = sentinel;
  else
    --*last;
}

/* One more edit from the start.  Returns whether the searches met; then @x, @y is where. */
static gboolean
step_forward (Search *s, gint32 *x_out, gint32 *y_out)
{
  gboolean odd = (s->n_old - s->n_new) & 1;
  gint32 *forward = s->forward;

  widen (forward, &s->first, &s->last, -s->n_new, s->n_old, -1);
  for (gint32 k = s->last; k >= s->first; k -= 2)
    {
      gint32 x = MAX (forward[k - 1] + 1, forward[k + 1]), y = x - k;

      while (x < s->n_old && y < s->n_new && s->old_ids[x] == s->new_ids[y])
        x++, y++;
      forward[k] = x;
      if (odd && k >= s->bfirst && k <= s->blast && s->backward[k] <= x)
        {
          *x_out = x;
          *y_out = y;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
step_backward (Search *s, gint32 *x_out, gint32 *y_out)
{
  gboolean odd = (s->n_old - s->n_new) & 1;
  gint32 *backward = s->backward;

  widen (backward, &s->bfirst, &s->blast, -s->n_new, s->n_old, G_MAXINT32);
  for (gint32 k = s->blast; k >= s->bfirst; k -= 2)
    {
      gint32 x = MIN (backward[k - 1], backward[k + 1] - 1), y = x - k;

      while (x > 0 && y > 0 && s->old_ids[x - 1] == s->new_ids[y - 1])
        x--, y--;
      backward[k] = x;
      if (!odd && k >= s->first && k <= s->last && x <= s->forward[k])
        {
          *x_out = x;
          *y_out = y;
          return TRUE;
        }
    }
  return FALSE;
}

/* How many steps the whole search will take if it goes on as it did, from how far it came in
   @n_edits: they grow with the square of the edits. */
static guint64
predict_steps (const Search *s, guint32 n_edits)
{
  gint64 size = (gint64)s->n_old + s->n_new, reached = 1, left = size;
  double n_edits_in_all;

  for (gint32 k = s->first; k <= s->last; k += 2)
    reached = MAX (reached, 2 * (gint64)s->forward[k] - k);
  for (gint32 k = s->bfirst; k <= s->blast; k += 2)
    left = MIN (left, 2 * (gint64)s->backward[k] - k);
  n_edits_in_all = (double)n_edits * size / (reached + size - left);
  return n_edits_in_all * n_edits_in_all;
}

/* Whether to go on after @n_edits.  Looks ahead only now and then, and not before an eighth of the
   limit is spent: a large hunk at the start looks hopeless at first. */
static gboolean
is_worth_it (const Search *search, guint32 n_edits, guint64 n_steps, guint64 max_steps)
{
  if (max_steps == 0)
    return TRUE;
  if (n_steps > max_steps)
    return FALSE;
  return n_edits % 64 != 0 || n_steps < max_steps / 8
         || predict_steps (search, n_edits) <= max_steps;
}

typedef enum
{
  SPLIT_FOUND,
  SPLIT_GAVE_UP,
  SPLIT_CANCELLED,
} SplitResult;

/* Finds a point of @box, counted from its corner, that a shortest path goes through. */
static SplitResult
find_split (VrDiffer *self, const VrBox *box, guint64 max_steps, gint32 *x, gint32 *y)
{
  Search search;
  guint64 n_steps = 0;

  start_search (self, box, &search);
  for (guint32 n_edits = 1; !step_forward (&search, x, y) && !step_backward (&search, x, y);
       n_edits++)
    {
      guint64 n_more = (search.last - search.first + search.blast - search.bfirst) / 2 + 2;

      if (!vr_differ_spend (self, n_more))
        return SPLIT_CANCELLED;
      n_steps += n_more;
      if (!is_worth_it (&search, n_edits, n_steps, max_steps))
        return SPLIT_GAVE_UP;
    }
  return SPLIT_FOUND;
}

static void
mark (VrDiffer *self, VrSide side, guint32 from, guint32 to)
{
  for (guint32 i = from; i < to; i++)
    self->changed[side][self->reduced[side].at[i]] = TRUE;
}

static guint32
box_size (const VrBox *box)
{
  return box->old_to - box->old_from + box->new_to - box->new_from;
}

gboolean
vr_myers_run (VrDiffer *self, VrBox box, guint64 max_steps, gboolean *gave_up)
{
  *gave_up = FALSE;
  for (;;)
    {
      VrBox before, after;
      SplitResult result;
      gint32 x, y;

      vr_box_trim (&box, self->reduced[VR_SIDE_OLD].ids, self->reduced[VR_SIDE_NEW].ids);
      if (box.old_from == box.old_to || box.new_from == box.new_to)
        {
          mark (self, VR_SIDE_OLD, box.old_from, box.old_to);
          mark (self, VR_SIDE_NEW, box.new_from, box.new_to);
          return TRUE;
        }
      result = find_split (self, &box, max_steps, &x, &y);
      if (result != SPLIT_FOUND)
        {
          *gave_up = result == SPLIT_GAVE_UP;
          return *gave_up;
        }
      max_steps = 0; /* each part takes at most half as many edits, so a quarter of the steps */
      before = (VrBox){ box.old_from, box.old_from + x, box.new_from, box.new_from + y };
      after = (VrBox){ box.old_from + x, box.old_to, box.new_from + y, box.new_to };
      /* Recursing into the smaller part only keeps the stack at 32 frames at most. */
      if (box_size (&before) > box_size (&after))
        {
          VrBox larger = before;

          before = after;
          after = larger;
        }
      if (!vr_myers_run (self, before, 0, gave_up))
        return FALSE;
      box = after;
    }
}
