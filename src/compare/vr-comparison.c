/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a comparison: an immutable value that everyone walks. */
#include "vr-comparison-private.h"

#include "vr-dateline.h"
#include "vr-engine.h"

VrComparison *
vr_comparison_ref (VrComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
vr_comparison_clear (gpointer data)
{
  VrComparison *self = data;

  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&self->articles[side], vr_article_unref);
  g_clear_pointer (&self->overrides, vr_overrides_unref);
  g_free (self->language);
  g_free (self->encoding);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_free (self->roles[side]);
      g_free (self->leads[side]);
    }
  vr_rows_clear (&self->rows);
  vr_marks_clear (&self->paired);
  vr_marks_clear (&self->detailed);
  g_free (self->details);
  g_free (self->pieces);
  g_free (self->sentences);
  vr_marks_clear (&self->critical);
  g_free (self->critical_firsts);
  g_free (self->criticals);
  vr_marks_clear (&self->references);
  g_free (self->reference_rows);
  vr_marks_clear (&self->twins);
  g_free (self->twin_numbers);
}

void
vr_comparison_unref (VrComparison *self)
{
  g_atomic_rc_box_release_full (self, vr_comparison_clear);
}

VrArticle *
vr_comparison_get_article (const VrComparison *self, VrSide side)
{
  g_return_val_if_fail (side < VR_N_SIDES, NULL);
  return self->articles[side];
}

const VrOptions *
vr_comparison_get_options (const VrComparison *self)
{
  return &self->options;
}

VrOverrides *
vr_comparison_get_overrides (const VrComparison *self)
{
  return self->overrides;
}

const VrSummary *
vr_comparison_get_summary (const VrComparison *self)
{
  return &self->summary;
}

gboolean
vr_comparison_is_same (const VrComparison *self)
{
  return self->summary.n_rows[VR_ROW_SAME] + self->summary.n_furniture_rows == self->rows.n;
}

guint
vr_comparison_get_n_rows (const VrComparison *self)
{
  return self->rows.n;
}

static void
add_detail (const VrComparison *self, guint index, VrRow *row)
{
  const VrDetail *detail = &self->details[vr_marks_get_before (&self->detailed, index)];

  row->quiet = detail->quiet;
  row->n_pieces = detail[1].first_piece - detail->first_piece;
  row->n_sentences = detail[1].first_sentence - detail->first_sentence;
  row->pieces = row->n_pieces > 0 ? self->pieces + detail->first_piece : NULL;
  row->sentences = row->n_sentences > 0 ? self->sentences + detail->first_sentence : NULL;
}

static void
add_criticals (const VrComparison *self, guint index, VrRow *row)
{
  const guint32 *first = &self->critical_firsts[vr_marks_get_before (&self->critical, index)];

  row->n_critical = first[1] - first[0];
  row->criticals = self->criticals + first[0];
}

VrRow
vr_comparison_get_row (const VrComparison *self, guint index)
{
  const VrRows *rows = &self->rows;
  const VrEvidence *evidence;
  VrRow row = { .kind = VR_ROW_SAME };

  g_return_val_if_fail (index < rows->n, row);

  evidence = vr_rows_peek_evidence (rows, index);
  row.kind = rows->kinds[index];
  row.moved = vr_rows_is_moved (rows, index, VR_SIDE_OLD);
  row.old_paragraphs = vr_rows_peek_members (rows, VR_SIDE_OLD, index, &row.n_old);
  row.new_paragraphs = vr_rows_peek_members (rows, VR_SIDE_NEW, index, &row.n_new);
  row.score = evidence->score;
  row.terms = evidence->terms;
  if (vr_marks_has (&self->detailed, index))
    add_detail (self, index, &row);
  if (vr_marks_has (&self->critical, index))
    add_criticals (self, index, &row);

  return row;
}

guint
vr_comparison_find_row (const VrComparison *self, VrSide side, guint32 paragraph)
{
  guint n_rows = vr_comparison_get_n_rows (self);

  for (guint i = 0; i < n_rows; i++)
    {
      VrRow row = vr_comparison_get_row (self, i);
      guint n;
      const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);

      if (n == 0 || paragraph < paragraphs[0] || paragraph > paragraphs[n - 1])
        continue;
      for (guint k = 0; k < n; k++)
        if (paragraphs[k] == paragraph)
          return i;
    }

  return G_MAXUINT;
}

gboolean
vr_comparison_is_change (const VrComparison *self, guint index)
{
  g_return_val_if_fail (index < self->rows.n, FALSE);
  return self->rows.kinds[index] != VR_ROW_SAME && !vr_comparison_is_furniture (self, index);
}

gboolean
vr_comparison_is_furniture (const VrComparison *self, guint index)
{
  g_return_val_if_fail (index < self->rows.n, FALSE);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint32 n;
      const guint32 *members = vr_rows_peek_members (&self->rows, side, index, &n);

      if (n > 0)
        return self->roles[side] != NULL && vr_role_is_furniture (self->roles[side][members[0]]);
    }

  return FALSE;
}

guint32
vr_comparison_get_dateline (const VrComparison *self, VrSide side, guint32 paragraph)
{
  g_return_val_if_fail (side < VR_N_SIDES, 0);

  VrSlice text = vr_article_get_paragraph_text (self->articles[side], paragraph);

  if (!self->knows_leads)
    return (guint32)vr_dateline_measure (text);
  if (self->leads[side] == NULL || vr_leads_is_bullet (text))
    return 0;
  return self->leads[side][paragraph];
}

VrRole
vr_comparison_get_role (const VrComparison *self, VrSide side, guint32 paragraph)
{
  g_return_val_if_fail (side < VR_N_SIDES, VR_ROLE_BODY);

  return self->roles[side] != NULL ? self->roles[side][paragraph]
                                   : vr_article_get_role (self->articles[side], paragraph);
}

gboolean
vr_comparison_is_critical (const VrComparison *self, guint index)
{
  g_return_val_if_fail (index < self->rows.n, FALSE);
  return vr_marks_has (&self->critical, index);
}

guint
vr_comparison_get_n_places (const VrComparison *self)
{
  return self->n_places;
}

VrPlace
vr_comparison_get_place (const VrComparison *self, guint index)
{
  guint32 n_references;

  g_return_val_if_fail (index < self->n_places, ((VrPlace){ 0, FALSE }));

  n_references = vr_marks_get_before (&self->references, index);
  if (vr_marks_has (&self->references, index))
    return (VrPlace){ self->reference_rows[n_references], TRUE };
  return (VrPlace){ index - n_references, FALSE };
}

guint
vr_comparison_get_row_place (const VrComparison *self, guint row)
{
  g_return_val_if_fail (row < self->rows.n, G_MAXUINT);
  return vr_marks_find (&self->references, row, FALSE);
}

guint
vr_comparison_get_row_reference (const VrComparison *self, guint row)
{
  g_return_val_if_fail (row < self->rows.n, G_MAXUINT);
  if (!vr_rows_is_moved (&self->rows, row, VR_SIDE_OLD))
    return G_MAXUINT;
  return vr_marks_find (&self->references, vr_comparison_number_reference (self, row), TRUE);
}

int
vr_comparison_get_moved_by (const VrComparison *self, guint row)
{
  guint from, n_before[2], n_steps;

  g_return_val_if_fail (row < self->rows.n, 0);
  if (!vr_rows_is_moved (&self->rows, row, VR_SIDE_OLD))
    return 0;

  /* The reference stands right before row number @from. */
  from = vr_comparison_get_row_reference (self, row) - vr_comparison_number_reference (self, row);
  n_before[0] = vr_marks_get_before (&self->paired, from);
  n_before[1] = vr_marks_get_before (&self->paired, row);
  n_steps = row >= from ? n_before[1] - n_before[0] : n_before[0] - n_before[1] - 1;

  /* It is one place away even where it only crossed added or removed paragraphs. */
  n_steps = MAX (n_steps, 1);
  return row >= from ? (int)n_steps : -(int)n_steps;
}

char *
vr_comparison_dup_row_text (const VrComparison *self, guint row, VrSide side, gsize *n_bytes)
{
  const guint32 *members;
  guint32 n;
  GString *text;

  g_return_val_if_fail (row < self->rows.n && side < VR_N_SIDES, NULL);

  members = vr_rows_peek_members (&self->rows, side, row, &n);

  text = g_string_sized_new (
      n > 0 ? vr_article_get_paragraph_text (self->articles[side], members[0]).n_bytes + 1 : 1);
  for (guint32 i = 0; i < n; i++)
    {
      VrSlice paragraph = vr_article_get_paragraph_text (self->articles[side], members[i]);

      if (i > 0)
        g_string_append (text, VR_PARAGRAPH_SEPARATOR);
      g_string_append_len (text, paragraph.text, paragraph.n_bytes);
    }

  if (n_bytes != NULL)
    *n_bytes = text->len;
  return g_string_free (text, FALSE);
}
