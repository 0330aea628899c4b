/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline: tokens, links, rows, moves, places, what is inside the rows, figures. */
#include "vr-compare.h"

#include "vr-array.h"
#include "vr-comparison-private.h"
#include "vr-critical-private.h"
#include "vr-engine.h"
#include "vr-inline.h"
#include "vr-strays.h"

#include <string.h>

/* How far each stage brings a job, of 1: measured on 10 MB of edited text. */
#define DONE_TOKENS 0.3
#define DONE_LINKS 0.6

/* How many rows pass between two looks at the cancellable. */
#define ROWS_A_POLL 64

static void
report (const VrProgress *progress, double fraction)
{
  if (progress != NULL && progress->func != NULL)
    progress->func (fraction, progress->user_data);
}

static gboolean
find_links (VrEngine *self, VrOverrides *overrides, VrLinks *links, GError **error)
{
  g_autoptr (VrOverrides) swapped =
      overrides != NULL && self->swapped ? vr_overrides_swap (overrides) : NULL;

  return vr_furniture_align (self, swapped != NULL ? swapped : overrides, links, error);
}

typedef struct
{
  VrEngine *engine;
  VrComparison *comparison;
  VrInline inside;
  VrCriticalSearch critical;
  GArray *critical_firsts;    /* guint32 */
  GArray *pieces;             /* VrPiece */
  GArray *sentences;          /* VrSentence */
  GArray *details;            /* VrDetail */
  GArray *strays[VR_N_SIDES]; /* VrStray, by canonical side */
} Insides;

static gboolean
compare_pair (Insides *self, VrRow *row, GError **error)
{
  VrInline *inside = &self->inside;
  gboolean same = row->kind == VR_ROW_SAME || row->kind == VR_ROW_MOVED;
  guint first = self->pieces->len;

  if (!same)
    {
      vr_units_cut (inside, self->engine);
      vr_units_group (inside, self->engine);
      if (!vr_hunks_find (inside, self->engine, error))
        return FALSE;
      vr_islands_absorb (inside->hunks, self->engine, inside->runs);
      vr_fates_append (self->sentences, self->strays, inside, self->engine, row);
      vr_critical_search_run (&self->critical, inside);
    }
  if (!same || !vr_slice_is_equal (inside->runs[0].text, inside->runs[1].text))
    row->quiet = vr_pieces_append (self->pieces, self->engine, inside->runs, inside->hunks);
  row->quiet |= vr_repaired_mark (self->pieces, first, self->comparison, row);
  if (self->engine->options->strict && row->quiet != 0)
    row->kind = row->kind == VR_ROW_SAME    ? VR_ROW_EDITED
                : row->kind == VR_ROW_MOVED ? VR_ROW_MOVED_EDITED
                                            : row->kind;

  return TRUE;
}

/* A paragraph that is on one side only is one piece. */
static void
add_single_piece (Insides *self, const VrRow *row)
{
  VrSide side = row->n_old > 0 ? VR_SIDE_OLD : VR_SIDE_NEW;
  guint32 paragraph = side == VR_SIDE_OLD ? row->old_paragraphs[0] : row->new_paragraphs[0];
  VrSpan span = {
    0, vr_article_get_paragraph_text (self->comparison->articles[side], paragraph).n_bytes
  };
  VrPiece piece = { .op = side == VR_SIDE_OLD ? VR_PIECE_DELETE : VR_PIECE_INSERT };

  if (span.to == 0)
    return;
  if (side == VR_SIDE_OLD)
    piece.old_span = span;
  else
    piece.new_span = span;
  g_array_append_val (self->pieces, piece);
}

/* All of its sentences are listed until vr_strays_join() has looked for them in other rows; where
 * there is none to look for, none. */
static void
list_sentences (Insides *self, const VrRow *row)
{
  VrInline *inside = &self->inside;
  VrUnitGroup group = { { 0, 0 }, { 0, 0 }, FALSE };
  guint n_sentences = self->sentences->len;
  guint n_strays = self->strays[0]->len + self->strays[1]->len;

  vr_units_cut (inside, self->engine);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      group.to[side] = inside->units[side]->len;
      vr_units_weigh (inside, self->engine, side, 0, group.to[side]);
    }
  g_array_append_val (inside->groups, group);
  vr_fates_append (self->sentences, self->strays, inside, self->engine, row);
  if (self->strays[0]->len + self->strays[1]->len == n_strays)
    g_array_set_size (self->sentences, n_sentences);
}

/* Furniture is equal or on one side only, and no figure but its own has it. */
static void
compare_furniture (Insides *self, VrRow *row)
{
  VrInline *inside = &self->inside;

  if (row->n_old == 0 || row->n_new == 0)
    add_single_piece (self, row);
  else if (!vr_slice_is_equal (inside->runs[0].text, inside->runs[1].text))
    row->quiet = vr_pieces_append (self->pieces, self->engine, inside->runs, inside->hunks);
  vr_comparison_count_furniture (self->comparison, row);
}

static gboolean
compare_inside (Insides *self, VrRow *row, gboolean is_furniture, GError **error)
{
  const guint32 *members[VR_N_SIDES] = { row->old_paragraphs, row->new_paragraphs };
  guint32 n_members[VR_N_SIDES] = { row->n_old, row->n_new };

  if (self->engine->swapped)
    {
      members[0] = row->new_paragraphs;
      members[1] = row->old_paragraphs;
      n_members[0] = row->n_new;
      n_members[1] = row->n_old;
    }
  vr_inline_load (&self->inside, self->engine, members, n_members);
  if (is_furniture)
    {
      compare_furniture (self, row);
      return TRUE;
    }
  if (row->n_old == 0 || row->n_new == 0)
    {
      add_single_piece (self, row);
      list_sentences (self, row);
      vr_comparison_count_row (self->comparison, self->engine, row, NULL, NULL);
      return TRUE;
    }
  if (!compare_pair (self, row, error))
    return FALSE;
  vr_comparison_count_row (self->comparison, self->engine, row, self->inside.runs,
                           self->inside.hunks);

  return TRUE;
}

static gboolean
compare_row (Insides *self, guint32 index, GError **error)
{
  VrComparison *comparison = self->comparison;
  VrRow row = vr_comparison_get_row (comparison, index);
  VrDetail detail = { self->pieces->len, self->sentences->len, 0 };
  guint32 first_critical = self->critical.changes->len;
  gboolean is_furniture = vr_comparison_is_furniture (comparison, index);

  if (!compare_inside (self, &row, is_furniture, error))
    return FALSE;
  if (!is_furniture)
    vr_comparison_count_quiet (comparison, self->pieces, detail.first_piece);

  comparison->rows.kinds[index] = (guint8)row.kind;
  if (self->critical.changes->len > first_critical)
    {
      vr_marks_add (&comparison->critical, index);
      g_array_append_val (self->critical_firsts, first_critical);
    }
  if (self->pieces->len > detail.first_piece || self->sentences->len > detail.first_sentence)
    {
      detail.quiet = row.quiet;
      vr_marks_add (&comparison->detailed, index);
      g_array_append_val (self->details, detail);
    }

  return TRUE;
}

/* An added or removed paragraph lists its sentences only where one of them moved. */
static void
drop_idle_sentences (Insides *self)
{
  VrSentence *sentences = (VrSentence *)(gpointer)self->sentences->data;
  VrDetail *detail = (VrDetail *)(gpointer)self->details->data;
  const VrRows *rows = &self->comparison->rows;
  guint n_kept = 0;

  for (guint32 i = 0; i < rows->n; i++)
    if (vr_marks_has (&self->comparison->detailed, i))
      {
        guint32 from = detail->first_sentence, to = detail[1].first_sentence;
        gboolean any = vr_rows_is_paired (rows, i);

        for (guint32 k = from; k < to && !any; k++)
          any = sentences[k].fate == VR_SENTENCE_MOVED;
        detail++->first_sentence = n_kept;
        if (any && to > from)
          {
            memmove (sentences + n_kept, sentences + from, (to - from) * sizeof *sentences);
            n_kept += to - from;
          }
      }
  detail->first_sentence = n_kept;
  g_array_set_size (self->sentences, n_kept);
}

static void
finish_rows (Insides *self)
{
  VrComparison *comparison = self->comparison;
  GArray *by_caller[VR_N_SIDES] = { self->strays[vr_engine_side (self->engine, VR_SIDE_OLD)],
                                    self->strays[vr_engine_side (self->engine, VR_SIDE_NEW)] };
  VrDetail end = { self->pieces->len, self->sentences->len, 0 };

  g_array_append_val (self->details, end);
  g_array_append_val (self->critical_firsts, self->critical.changes->len);
  vr_strays_join (self->sentences, by_caller);
  drop_idle_sentences (self);
  vr_comparison_count_critical (comparison, self->critical.changes);

  vr_marks_count (&comparison->detailed);
  vr_marks_count (&comparison->critical);
  comparison->details = vr_array_take (self->details, NULL);
  comparison->pieces = vr_array_take (self->pieces, NULL);
  comparison->sentences = vr_array_take (self->sentences, NULL);
  comparison->critical_firsts = vr_array_take (self->critical_firsts, NULL);
  comparison->criticals = vr_array_take (self->critical.changes, NULL);
}

static void
insides_init (Insides *self)
{
  vr_marks_init (&self->comparison->detailed, self->comparison->rows.n);
  vr_marks_init (&self->comparison->critical, self->comparison->rows.n);
  vr_critical_search_init (&self->critical, self->engine);
  self->critical_firsts = g_array_new (FALSE, FALSE, sizeof (guint32));
  vr_inline_init (&self->inside);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (VrPiece));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (VrSentence));
  self->details = g_array_new (FALSE, FALSE, sizeof (VrDetail));
  for (guint side = 0; side < VR_N_SIDES; side++)
    self->strays[side] = g_array_new (FALSE, FALSE, sizeof (VrStray));
}

static void
insides_clear (Insides *self)
{
  vr_inline_clear (&self->inside);
  vr_critical_search_clear (&self->critical);
  g_array_unref (self->critical_firsts);
  g_array_unref (self->pieces);
  g_array_unref (self->sentences);
  g_array_unref (self->details);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_array_unref (self->strays[side]);
}

static gboolean
compare_rows (VrEngine *engine, VrComparison *comparison, const VrProgress *progress,
              GError **error)
{
  Insides insides = { .engine = engine, .comparison = comparison };
  gboolean done = TRUE;

  insides_init (&insides);
  for (guint32 i = 0; i < comparison->rows.n && done; i++)
    {
      if (i % ROWS_A_POLL == 0)
        {
          done = !g_cancellable_set_error_if_cancelled (engine->cancellable, error);
          report (progress, DONE_LINKS + (1 - DONE_LINKS) * i / comparison->rows.n);
        }
      done = done && compare_row (&insides, i, error);
    }
  if (done)
    finish_rows (&insides);
  insides_clear (&insides);

  return done;
}

static VrComparison *
comparison_new (VrArticle *old_article, VrArticle *new_article, const VrOptions *options,
                VrOverrides *overrides)
{
  VrComparison *self = g_atomic_rc_box_new0 (VrComparison);

  self->articles[VR_SIDE_OLD] = vr_article_ref (old_article);
  self->articles[VR_SIDE_NEW] = vr_article_ref (new_article);
  self->options = *options;
  self->options.language = self->language = g_strdup (options->language);
  self->options.encoding = self->encoding = g_strdup (options->encoding);
  self->overrides = overrides != NULL ? vr_overrides_ref (overrides) : NULL;

  return self;
}

static gboolean
run_stages (VrEngine *engine, VrComparison *comparison, const VrProgress *progress, GError **error)
{
  g_autoptr (VrLinks) links = vr_links_new ();

  report (progress, DONE_TOKENS);
  if (!find_links (engine, comparison->overrides, links, error))
    return FALSE;

  vr_rows_group (&comparison->rows, engine, g_steal_pointer (&links));
  vr_rows_find_moved (&comparison->rows, engine);
  vr_comparison_place_rows (comparison, engine);
  for (guint side = 0; side < VR_N_SIDES; side++)
    comparison->roles[side] = g_steal_pointer (&engine->roles[vr_engine_side (engine, side)]);
  report (progress, DONE_LINKS);

  return compare_rows (engine, comparison, progress, error);
}

VrComparison *
vr_compare (VrArticle *old_article, VrArticle *new_article, const VrOptions *options,
            VrOverrides *overrides, const VrProgress *progress, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (VrComparison) comparison = NULL;
  VrEngine engine;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !vr_overrides_check (overrides, vr_article_get_n_paragraphs (old_article),
                              vr_article_get_n_paragraphs (new_article), error))
    return NULL;

  comparison = comparison_new (old_article, new_article, options, overrides);
  vr_engine_init (&engine, old_article, new_article, &comparison->options, overrides, cancellable);
  done = run_stages (&engine, comparison, progress, error);
  comparison->summary.limited = engine.limited;
  comparison->knows_leads = (options->quiet & VR_QUIET_DATELINE) != 0;
  for (guint side = 0; side < VR_N_SIDES; side++)
    comparison->leads[side] = g_steal_pointer (&engine.leads[vr_engine_side (&engine, side)]);
  vr_engine_clear (&engine);
  if (!done)
    return NULL;

  vr_comparison_number_twins (comparison);
  report (progress, 1);

  return g_steal_pointer (&comparison);
}
