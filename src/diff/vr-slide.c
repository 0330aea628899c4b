/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moves hunks to where a reader would put them. */
#include "vr-diff-private.h"

/*
 * An insertion (or deletion) may slide by a token when the token before it equals its last one,
 * or its first one the token behind it: "no. [He cried.] He left" and "no. He [cried. He] left"
 * are the same edit.  Of all places it may stand at, the rule takes
 *
 *   1. the one where most is gained by its two borders: each counts as much as the class of the
 *      token before it, so from sentence end to sentence end is best; the text's own start and
 *      end count like sentence ends;
 *   2. then one where it touches a neighbouring hunk, which makes one hunk of two;
 *   3. then the last one, so that a doubled word is marked at its second place.
 *
 * Hunks with tokens on both sides do not slide: were it possible, they would not be minimal.
 */

#define BEST_CLASS 255
#define MAX_SLIDE                                                                                  \
  4096 /* tokens each way; keeps long runs of one id from costing quadratic time                   \
        */

/* One hunk about to slide: [from, to) on the side that has tokens, with room on either hand. */
typedef struct
{
  const guint32 *ids;
  guint32 n;
  guint32 from;
  guint32 to;
  guint32 room_before; /* equal tokens up to the hunk before, or the text's start */
  guint32 room_behind;
  gboolean hunk_before;
  gboolean hunk_behind;
} Slider;

static guint
class_before (const Slider *slider, guint32 position, const VrDiffOptions *options)
{
  guint32 id;

  if (position == 0 || position == slider->n)
    return BEST_CLASS;
  id = slider->ids[position - 1];
  return id < options->n_id_classes ? options->id_classes[id] : 0;
}

/* How well the hunk stands after sliding by @by tokens; higher is better. */
static guint
score_place (const Slider *slider, gint64 by, const VrDiffOptions *options)
{
  gboolean touches = (slider->hunk_before && by == -(gint64)slider->room_before)
                     || (slider->hunk_behind && by == slider->room_behind);
  guint borders = 0;

  if (options->id_classes != NULL)
    borders = class_before (slider, slider->from + by, options)
              + class_before (slider, slider->to + by, options);
  return 2 * borders + touches;
}

static gint64
find_best_place (const Slider *slider, const VrDiffOptions *options)
{
  const guint32 *ids = slider->ids;
  gint64 up = 0, down = 0, best = 0;
  gint64 max_up = MIN (slider->room_before, MAX_SLIDE);
  gint64 max_down = MIN (slider->room_behind, MAX_SLIDE);
  guint best_score = 0;

  while (up < max_up && ids[slider->from - 1 - up] == ids[slider->to - 1 - up])
    up++;
  while (down < max_down && ids[slider->from + down] == ids[slider->to + down])
    down++;
  if (up == 0 && down == 0)
    return 0;
  for (gint64 by = -up; by <= down; by++)
    {
      guint score = score_place (slider, by, options);

      if (score >= best_score)
        {
          best_score = score;
          best = by;
        }
    }
  return best;
}

static gboolean
touches (const VrHunk *before, const VrHunk *hunk)
{
  return before != NULL && before->old_to == hunk->old_from;
}

/* Slides @hunk if it is a pure insertion or deletion.  Returns whether it moved. */
static gboolean
slide_hunk (VrHunk *hunk, const VrHunk *before, const VrHunk *behind, const guint32 *old_ids,
            guint32 n_old, const guint32 *new_ids, guint32 n_new, const VrDiffOptions *options)
{
  gboolean insertion = hunk->old_from == hunk->old_to;
  Slider slider = { .ids = insertion ? new_ids : old_ids, .n = insertion ? n_new : n_old };
  gint64 by;

  if (!insertion && hunk->new_from < hunk->new_to)
    return FALSE;
  slider.from = insertion ? hunk->new_from : hunk->old_from;
  slider.to = insertion ? hunk->new_to : hunk->old_to;
  slider.hunk_before = before != NULL;
  slider.hunk_behind = behind != NULL;
  slider.room_before = hunk->old_from - (before != NULL ? before->old_to : 0);
  slider.room_behind = (behind != NULL ? behind->old_from : n_old) - hunk->old_to;
  by = find_best_place (&slider, options);
  hunk->old_from += by;
  hunk->old_to += by;
  hunk->new_from += by;
  hunk->new_to += by;
  return by != 0;
}

void
vr_slide_hunks (GArray *hunks, const guint32 *old_ids, guint32 n_old, const guint32 *new_ids,
                guint32 n_new, const VrDiffOptions *options)
{
  VrHunk *all = (VrHunk *)hunks->data;
  guint n_done = 0;

  for (guint i = 0; i < hunks->len; i++)
    {
      const VrHunk *behind = i + 1 < hunks->len ? &all[i + 1] : NULL;
      VrHunk hunk = all[i];
      gboolean joined = TRUE;

      /* What the hunk touches becomes part of it, and then it may be free to slide again. */
      while (joined)
        {
          const VrHunk *before = n_done > 0 ? &all[n_done - 1] : NULL;

          if (!touches (before, &hunk))
            slide_hunk (&hunk, before, behind, old_ids, n_old, new_ids, n_new, options);
          joined = touches (before, &hunk);
          if (joined)
            {
              hunk.old_from = before->old_from;
              hunk.new_from = before->new_from;
              n_done--;
            }
        }
      all[n_done++] = hunk;
    }
  g_array_set_size (hunks, n_done);
}
