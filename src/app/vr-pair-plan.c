/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list shows, position by position: the places of a comparison, long ones in parts. */
#include "vr-pair-plan-private.h"

#include "vr-pair-parts.h"
#include "vr-report.h"

/* More than the two lines that a reference shows at any width. */
#define REFERENCE_MAX_BYTES 1024

static gsize
row_bytes (const VrPairPlan *self, const VrRow *row, VrSide side)
{
  const VrArticle *article = vr_comparison_get_article (self->comparison, side);
  guint n;
  const guint32 *indexes = vr_row_peek_paragraphs (row, side, &n);
  gsize n_bytes = 0;

  for (guint i = 0; i < n; i++)
    n_bytes += vr_article_get_paragraph_text (article, indexes[i]).n_bytes
               + (i > 0 ? strlen (VR_PARAGRAPH_SEPARATOR) : 0);

  return n_bytes;
}

static void
add_long (VrPairPlan *self, guint place, guint row_index)
{
  g_autoptr (GArray) parts = vr_pair_parts_cut (self->comparison, row_index, VR_PAIR_PART_BYTES);

  for (guint i = 0; i < parts->len; i++)
    {
      const VrPairPart *part = &g_array_index (parts, VrPairPart, i);
      guint32 position = self->pairs->len;
      VrPair pair = { .place = place, .whole = position };

      memcpy (pair.spans, part->spans, sizeof pair.spans);
      g_array_append_val (self->pairs, pair);
      if (part->is_change)
        g_array_append_val (self->changes, position);
    }
}

/* A reference shows how the paragraph begins, never all of it. */
static void
shorten_reference (VrPairPlan *self, guint row_index, VrPair *pair)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autofree char *text = NULL;
      gsize n_bytes;

      if (pair->spans[side].to <= REFERENCE_MAX_BYTES)
        continue;
      text = vr_comparison_dup_row_text (self->comparison, row_index, side, &n_bytes);
      pair->spans[side].to = g_utf8_find_prev_char (text, text + REFERENCE_MAX_BYTES) - text;
    }
}

static guint32
read_traits (const VrPairPlan *self, guint row_index, const VrRow *row)
{
  guint32 traits = VR_PAIR_KIND (row->kind);

  if (self->has_furniture && vr_comparison_is_furniture (self->comparison, row_index))
    return traits | VR_PAIR_FURNITURE;
  if (vr_comparison_is_change (self->comparison, row_index))
    traits |= VR_PAIR_CHANGED;
  if (row->quiet != 0)
    traits |= VR_PAIR_QUIET;
  if (row->n_critical > 0)
    traits |= VR_PAIR_CRITICAL;

  return traits;
}

static void
add_place (VrPairPlan *self, guint index)
{
  VrPlace place = vr_comparison_get_place (self->comparison, index);
  VrRow row = vr_comparison_get_row (self->comparison, place.row);
  guint32 position = self->pairs->len;
  VrPair pair = { .place = index, .whole = position };

  self->traits[index] = read_traits (self, place.row, &row);

  for (guint side = 0; side < VR_N_SIDES; side++)
    pair.spans[side].to = row_bytes (self, &row, side);

  if (!place.is_reference
      && MAX (pair.spans[VR_SIDE_OLD].to, pair.spans[VR_SIDE_NEW].to) > VR_PAIR_MAX_BYTES)
    {
      add_long (self, index, place.row);
      return;
    }
  if (place.is_reference)
    shorten_reference (self, place.row, &pair);

  g_array_append_val (self->pairs, pair);
  if (!place.is_reference && vr_comparison_is_change (self->comparison, place.row))
    g_array_append_val (self->changes, position);
}

VrPairPlan *
vr_pair_plan_new (VrComparison *comparison)
{
  VrPairPlan *self = g_atomic_rc_box_new0 (VrPairPlan);
  guint n_places = vr_comparison_get_n_places (comparison);

  self->comparison = vr_comparison_ref (comparison);
  self->pairs = g_array_sized_new (FALSE, FALSE, sizeof (VrPair), n_places);
  self->changes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->traits = g_new (guint32, n_places);
  self->has_furniture = vr_comparison_get_summary (comparison)->n_furniture_rows > 0;
  for (guint i = 0; i < n_places; i++)
    add_place (self, i);

  return self;
}

VrPairPlan *
vr_pair_plan_new_noted (VrComparison *comparison, VrNotes *notes)
{
  VrPairPlan *self = vr_pair_plan_new (comparison);

  if (notes == NULL)
    return self;
  self->notes = vr_notes_ref (notes);
  self->note_rows = vr_notes_find_rows (notes, comparison);
  self->row_notes = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < vr_notes_get_n (notes); i++)
    if (self->note_rows[i] != VR_NOTE_NO_ROW)
      g_hash_table_insert (self->row_notes, GUINT_TO_POINTER (self->note_rows[i]),
                           GUINT_TO_POINTER (i + 1));

  return self;
}

VrPairPlan *
vr_pair_plan_ref (VrPairPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
vr_pair_plan_clear (gpointer data)
{
  VrPairPlan *self = data;

  g_array_unref (self->pairs);
  g_array_unref (self->changes);
  g_free (self->traits);
  g_free (self->note_rows);
  g_clear_pointer (&self->notes, vr_notes_unref);
  g_clear_pointer (&self->row_notes, g_hash_table_unref);
  g_clear_pointer (&self->opened, g_array_unref);
  g_clear_pointer (&self->whole, vr_pair_plan_unref);
  vr_comparison_unref (self->comparison);
}

void
vr_pair_plan_unref (VrPairPlan *self)
{
  g_atomic_rc_box_release_full (self, vr_pair_plan_clear);
}

VrComparison *
vr_pair_plan_get_comparison (const VrPairPlan *self)
{
  return self->comparison;
}

guint
vr_pair_plan_get_n (const VrPairPlan *self)
{
  return self->pairs->len;
}

const VrPair *
vr_pair_plan_peek (const VrPairPlan *self, guint position)
{
  g_return_val_if_fail (position < self->pairs->len, NULL);

  return vr_pair_plan_pair_at (self, position);
}

guint
vr_pair_plan_get_row_index (const VrPairPlan *self, guint position)
{
  return vr_comparison_get_place (self->comparison, vr_pair_plan_pair_at (self, position)->place)
      .row;
}

VrRow
vr_pair_plan_get_row (const VrPairPlan *self, guint position)
{
  g_return_val_if_fail (position < self->pairs->len, (VrRow){ .kind = VR_ROW_SAME });

  return vr_comparison_get_row (self->comparison, vr_pair_plan_get_row_index (self, position));
}

gboolean
vr_pair_plan_is_reference (const VrPairPlan *self, guint position)
{
  const VrPair *pair = vr_pair_plan_pair_at (self, position);

  return pair->n_folded == 0
         && vr_comparison_get_place (self->comparison, pair->place).is_reference;
}

gboolean
vr_pair_plan_is_furniture (const VrPairPlan *self, guint position)
{
  const VrPairPlan *whole = self->whole != NULL ? self->whole : self;
  const VrPair *pair = vr_pair_plan_pair_at (self, position);

  return pair->n_folded == 0 && (whole->traits[pair->place] & VR_PAIR_FURNITURE) != 0;
}

VrRole
vr_pair_plan_get_role (const VrPairPlan *self, guint position, VrSide side)
{
  VrRow row = vr_pair_plan_get_row (self, position);
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);

  if (n == 0)
    {
      side = 1 - side;
      paragraphs = vr_row_peek_paragraphs (&row, side, &n);
    }

  return n > 0 ? vr_comparison_get_role (self->comparison, side, paragraphs[0]) : VR_ROLE_BODY;
}

/* A fold is no part of the place it begins with. */
static gboolean
is_one_place (const VrPairPlan *self, guint position)
{
  const VrPair *pair = vr_pair_plan_pair_at (self, position);

  return pair->n_folded == 0 && pair[1].n_folded == 0 && pair->place == pair[1].place;
}

gboolean
vr_pair_plan_is_first (const VrPairPlan *self, guint position)
{
  return position == 0 || !is_one_place (self, position - 1);
}

gboolean
vr_pair_plan_is_last (const VrPairPlan *self, guint position)
{
  return position + 1 == self->pairs->len || !is_one_place (self, position);
}

guint
vr_pair_plan_count_changes_before (const VrPairPlan *self, guint position)
{
  guint low = 0;
  guint high = self->changes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->changes, guint32, middle) < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gboolean
vr_pair_plan_is_change (const VrPairPlan *self, guint position)
{
  guint index = vr_pair_plan_count_changes_before (self, position);

  return index < self->changes->len && g_array_index (self->changes, guint32, index) == position;
}

guint
vr_pair_plan_find_place (const VrPairPlan *self, guint place)
{
  guint low = 0;
  guint high = self->pairs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (vr_pair_plan_pair_at (self, middle)->place < place)
        low = middle + 1;
      else
        high = middle;
    }

  if (low < self->pairs->len && vr_pair_plan_pair_at (self, low)->place == place)
    return vr_pair_plan_is_open (self, low) ? low + 1 : low;
  if (low > 0
      && place - vr_pair_plan_pair_at (self, low - 1)->place
             < vr_pair_plan_pair_at (self, low - 1)->n_folded)
    return low - 1;

  return low;
}

guint
vr_pair_plan_find_partner_place (const VrPairPlan *self, guint position)
{
  guint row = vr_pair_plan_get_row_index (self, position);

  if (vr_pair_plan_get_fold (self, position) > 0)
    return G_MAXUINT;
  if (vr_pair_plan_is_reference (self, position))
    return vr_comparison_get_row_place (self->comparison, row);

  return vr_comparison_get_row_reference (self->comparison, row);
}

guint
vr_pair_plan_find_partner (const VrPairPlan *self, guint position)
{
  guint place = vr_pair_plan_find_partner_place (self, position);

  return place == G_MAXUINT ? VR_PAIR_NONE : vr_pair_plan_find_place (self, place);
}

guint
vr_pair_plan_get_n_changes (const VrPairPlan *self)
{
  return self->changes->len;
}

guint
vr_pair_plan_get_change (const VrPairPlan *self, guint index)
{
  g_return_val_if_fail (index < self->changes->len, VR_PAIR_NONE);

  return g_array_index (self->changes, guint32, index);
}

char *
vr_pair_plan_dup_text (const VrPairPlan *self, guint position, VrSide side, gsize *n_bytes)
{
  VrSpan span = vr_pair_plan_pair_at (self, position)->spans[side];
  g_autofree char *joined = NULL;
  VrSlice text = vr_report_peek_row_text (
      self->comparison, vr_pair_plan_get_row_index (self, position), side, &joined);

  *n_bytes = span.to - span.from;

  return g_strndup (text.text + span.from, *n_bytes);
}

/* The first piece that does not end at or before @old_at and @new_at. */
static guint
first_piece_behind (const VrRow *row, guint32 old_at, guint32 new_at)
{
  guint low = 0;
  guint high = row->n_pieces;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const VrPiece *piece = &row->pieces[middle];

      if (piece->old_span.to <= old_at && piece->new_span.to <= new_at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
vr_pair_plan_find_pieces (const VrPairPlan *self, guint position, guint *end)
{
  VrRow row = vr_pair_plan_get_row (self, position);
  const VrSpan *spans = vr_pair_plan_pair_at (self, position)->spans;

  /* The piece that reaches behind the end may begin before it. */
  *end = first_piece_behind (&row, spans[VR_SIDE_OLD].to, spans[VR_SIDE_NEW].to);
  if (*end < row.n_pieces)
    ++*end;

  return first_piece_behind (&row, spans[VR_SIDE_OLD].from, spans[VR_SIDE_NEW].from);
}
