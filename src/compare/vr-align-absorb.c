/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last piece of a split: a unit without a sure partner that is the end, or the start, of a unit
 * whose other part stands right beside it.
 *
 * Pieces of a word or two ("— B.") are too small for any measure of similarity; what tells them is
 * that the text before them stops just where they go on.  The same the other way round is a merge.
 */
#include "vr-align-private.h"

#include <math.h>
#include <string.h>

/* This share of the piece's tokens stands, in order, at the end of the whole. */
#define MIN_SHARE 0.6f

/* The parts together may be longer than the whole by this share, for words that were added. */
#define MAX_OVERLAP 0.15f

/* Of a longer piece only this many tokens at the seam's far end are compared. */
#define MAX_TOKENS 256

/* A link of this few words may be given up for a seam: equal scraps stand in many places. */
#define MAX_SCRAP_WORDS 2

typedef struct
{
  const VrAlign *align;
  VrLinks *links;
  guint32 *counts[VR_N_SIDES]; /* links of each unit */
  guint32 *firsts[VR_N_SIDES]; /* the lowest and highest partner of each unit */
  guint32 *lasts[VR_N_SIDES];
} Absorb;

static guint32
partner_of (const VrLink *link, guint s)
{
  return s == 0 ? link->new_index : link->old_index;
}

static guint32
unit_of (const VrLink *link, guint s)
{
  return s == 0 ? link->old_index : link->new_index;
}

static void
count_links (Absorb *self)
{
  for (guint s = 0; s < VR_N_SIDES; s++)
    {
      guint32 n = self->align->sides[s].n_units + 1;

      self->counts[s] = g_new0 (guint32, n);
      self->firsts[s] = g_new (guint32, n);
      self->lasts[s] = g_new0 (guint32, n);
      memset (self->firsts[s], 0xff, n * sizeof (guint32));
      for (guint i = 0; i < vr_links_get_n (self->links); i++)
        {
          const VrLink *link = vr_links_get (self->links, i);
          guint32 unit = unit_of (link, s), partner = partner_of (link, s);

          self->counts[s][unit]++;
          self->firsts[s][unit] = MIN (self->firsts[s][unit], partner);
          self->lasts[s][unit] = MAX (self->lasts[s][unit], partner);
        }
    }
}

static void
clear_counts (Absorb *self)
{
  for (guint s = 0; s < VR_N_SIDES; s++)
    {
      g_free (self->counts[s]);
      g_free (self->firsts[s]);
      g_free (self->lasts[s]);
    }
}

/* The last (or first) @n tokens of @all. */
static VrAlignTokens
edge_of (VrAlignTokens all, guint32 n, gboolean at_end)
{
  guint32 kept = MIN (n, all.n);

  return (VrAlignTokens){ at_end ? all.ids + all.n - kept : all.ids, kept };
}

/* Length of the longest common subsequence, by the plain table of two rows. */
static guint32
common_length (VrAlignTokens a, VrAlignTokens b)
{
  guint32 row[MAX_TOKENS + 1] = { 0 };

  for (guint32 i = 0; i < a.n; i++)
    {
      guint32 diagonal = 0;

      for (guint32 j = 0; j < b.n; j++)
        {
          guint32 above = row[j + 1];

          row[j + 1] = a.ids[i] == b.ids[j] ? diagonal + 1 : MAX (row[j + 1], row[j]);
          diagonal = above;
        }
    }

  return row[b.n];
}

/* How much of @piece stands at the edge of @whole, or 0 where the part beside it has that edge. */
static float
seam_share (VrAlignTokens whole, VrAlignTokens part, VrAlignTokens piece, guint32 n_parts,
            gboolean at_end)
{
  VrAlignTokens end = edge_of (piece, MIN (piece.n, MAX_TOKENS), at_end);
  VrAlignTokens edge = edge_of (whole, end.n, at_end);
  guint32 length, beside;

  if (piece.n == 0 || edge.n < end.n
      || n_parts + piece.n > whole.n + (guint32)(MAX_OVERLAP * (float)whole.n) + 1)
    return 0;

  length = common_length (edge, end);
  beside = common_length (edge, edge_of (part, end.n, at_end));
  if (length < MIN_SHARE * (float)end.n || 2 * beside >= length + (end.n > 3))
    return 0;
  return (float)length / (float)end.n;
}

/* Whether what the unit is linked with could be mere chance: one link, of a scrap, and neither of
 * its neighbours is linked with a neighbour of its partner. */
static gboolean
is_free (const Absorb *self, guint s, guint32 unit)
{
  const VrAlignSide *side = &self->align->sides[s];
  guint32 partner = self->firsts[s][unit]; /* where it has one */

  if (self->counts[s][unit] == 0)
    return TRUE;
  if (self->counts[s][unit] > 1 || vr_align_n_words (side, unit) > MAX_SCRAP_WORDS
      || vr_align_has_pair (self->align->pinned, self->align->n_pinned, s == 0 ? unit : partner,
                            s == 0 ? partner : unit))
    return FALSE;
  for (int step = -1; step <= 1; step += 2)
    {
      gint64 beside = (gint64)unit + step;

      if (beside >= 0 && beside < side->n_units && self->counts[s][beside] > 0
          && (self->firsts[s][beside] == partner + (guint32)step
              || self->lasts[s][beside] == partner + (guint32)step))
        return FALSE;
    }

  return TRUE;
}

static void
drop_link (Absorb *self, guint s, guint32 unit)
{
  for (guint i = 0; i < vr_links_get_n (self->links); i++)
    if (unit_of (vr_links_get (self->links, i), s) == unit)
      {
        guint32 partner = partner_of (vr_links_get (self->links, i), s);

        self->counts[1 - s][partner]--;
        g_array_remove_index (self->links->links, i);
        break;
      }
  self->counts[s][unit] = 0;
}

static void
add_link (Absorb *self, guint s, guint32 whole, guint32 piece, float share)
{
  VrEvidence evidence = { .score = MIN (share, 0.99f) };

  evidence.terms[VR_ALIGN_TERM_CONTAINED] = logf (evidence.score / (1 - evidence.score));
  vr_links_add (self->links, s == 0 ? whole : piece, s == 0 ? piece : whole, &evidence);
  self->counts[s][whole]++;
  self->counts[1 - s][piece]++;
  self->firsts[s][whole] = MIN (self->firsts[s][whole], piece);
  self->lasts[s][whole] = MAX (self->lasts[s][whole], piece);
  self->firsts[1 - s][piece] = self->lasts[1 - s][piece] = whole;
}

/* How many tokens the parts that @whole has on the other side make together. */
static guint32
n_tokens_of_parts (const Absorb *self, guint s, guint32 whole)
{
  guint32 n = 0;

  for (guint32 part = self->firsts[s][whole]; part <= self->lasts[s][whole]; part++)
    n += vr_align_n_tokens (&self->align->sides[1 - s], part);
  return n;
}

/* Tries the unit beside the parts of @whole, behind them or before them. */
static gboolean
absorb_beside (Absorb *self, guint s, guint32 whole, gboolean at_end)
{
  guint32 part = at_end ? self->lasts[s][whole] : self->firsts[s][whole];
  gint64 piece = (gint64)part + (at_end ? 1 : -1);
  guint32 old_index, new_index;
  float share;

  if (piece < 0 || piece >= self->align->sides[1 - s].n_units || self->counts[1 - s][part] != 1
      || !is_free (self, 1 - s, (guint32)piece))
    return FALSE;
  old_index = s == 0 ? whole : (guint32)piece;
  new_index = s == 0 ? (guint32)piece : whole;
  if (vr_align_is_forbidden (self->align, old_index, new_index))
    return FALSE;

  share = seam_share (vr_align_tokens (&self->align->sides[s], whole),
                      vr_align_tokens (&self->align->sides[1 - s], part),
                      vr_align_tokens (&self->align->sides[1 - s], (guint32)piece),
                      n_tokens_of_parts (self, s, whole), at_end);
  if (share == 0)
    return FALSE;
  if (self->counts[1 - s][piece] > 0)
    drop_link (self, 1 - s, (guint32)piece);
  add_link (self, s, whole, (guint32)piece, share);

  return TRUE;
}

/* Whether its firm partner is its equal, which lacks nothing. */
static gboolean
has_equal (const VrAlign *align, guint s, guint32 unit)
{
  guint32 partner = align->sides[s].partners[unit];

  return partner != VR_ALIGN_NONE
         && vr_align_class (&align->sides[s], unit)
                == vr_align_class (&align->sides[1 - s], partner);
}

/* Whether any unit that has a link may lack something. */
static gboolean
has_work (const VrAlign *align, const VrLinks *links)
{
  for (guint i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);

      if (!has_equal (align, 0, link->old_index) || !has_equal (align, 1, link->new_index))
        return TRUE;
    }

  return FALSE;
}

void
vr_align_absorb (const VrAlign *align, VrLinks *links)
{
  Absorb self = { .align = align, .links = links };

  if (!has_work (align, links))
    return;
  count_links (&self);
  for (guint s = 0; s < VR_N_SIDES; s++)
    for (guint32 whole = 0; whole < align->sides[s].n_units; whole++)
      {
        /* Parts that stand together, each of this unit alone; an equal partner lacks nothing. */
        if (self.counts[s][whole] == 0
            || self.lasts[s][whole] - self.firsts[s][whole] + 1 != self.counts[s][whole]
            || has_equal (align, s, whole))
          continue;
        while (absorb_beside (&self, s, whole, TRUE))
          ;
        while (absorb_beside (&self, s, whole, FALSE))
          ;
      }
  clear_counts (&self);
}
