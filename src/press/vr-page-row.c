/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The block of a row: its words, its sign, what is said and noted of it. */
#include "vr-page-block-private.h"
#include "vr-page-words.h"
#include "vr-report-critical.h"
#include "vr-report-fate.h"
#include "vr-report-reasons.h"
#include "vr-report-role.h"
#include "vr-report-sign.h"
#include "vr-report-summary.h"

#include <glib/gi18n-lib.h>

#define ROW_GAP 7
#define SAID_GAP 3
#define EXCERPT_MAX_CELLS 48

static VrPageText *
new_text (VrPageFace face, const char *words)
{
  VrPageText *text = vr_page_text_new (face);

  vr_page_text_append_plain (text, words);

  return text;
}

/* Words of ours on the side that shows what came. */
static VrPagePart *
add_said (VrPageBlock *self, VrPageFace face, const char *words, VrSide side, double gap)
{
  VrPageText *text = new_text (face, words);

  return side == VR_SIDE_OLD ? vr_page_block_add_columns (self, text, NULL, gap)
                             : vr_page_block_add_columns (self, NULL, text, gap);
}

static VrPageFace
get_face (VrRole role)
{
  if (vr_role_is_furniture (role))
    return VR_PAGE_FACE_ARTICLE_FURNITURE;
  switch (role)
    {
    case VR_ROLE_HEADLINE:
      return VR_PAGE_FACE_ARTICLE_HEADLINE;
    case VR_ROLE_SUBHEAD:
      return VR_PAGE_FACE_ARTICLE_SUBHEAD;
    case VR_ROLE_DEK:
    case VR_ROLE_DATE:
    case VR_ROLE_BYLINE:
    case VR_ROLE_CAPTION:
      return VR_PAGE_FACE_ARTICLE_SMALL;
    default:
      return VR_PAGE_FACE_ARTICLE;
    }
}

/* Furniture is no change, whichever side has it. */
static void
add_look (const VrPageSetting *setting, guint32 index, const VrRow *row, VrPagePart *part)
{
  if (vr_comparison_is_furniture (setting->comparison, index))
    return;
  part->sign =
      vr_report_get_sign (row->kind, vr_comparison_get_moved_by (setting->comparison, index));
  part->kind = row->kind;
  part->flags = row->kind == VR_ROW_SAME ? 0 : VR_PAGE_PART_CARD;
}

static void
add_words (VrPageBlock *self, guint32 index, double gap)
{
  const VrPageSetting *setting = self->setting;
  VrRow row = vr_comparison_get_row (setting->comparison, index);
  gboolean sides = vr_page_block_has_sides (self);
  VrPageText *texts[VR_N_SIDES] = { NULL, NULL };
  gboolean is_equal = row.n_pieces == 0 && row.n_old > 0 && row.n_new > 0;
  VrPageFace face = get_face (vr_report_get_row_role (setting->comparison, index));

  for (guint side = sides && !is_equal ? VR_SIDE_OLD : VR_SIDE_NEW; side < VR_N_SIDES; side++)
    texts[side] = vr_page_text_new (face);
  vr_page_words_append_row (setting->comparison, setting->options, index, texts);
  if (sides && is_equal)
    texts[VR_SIDE_OLD] = texts[VR_SIDE_NEW];
  if (row.n_old == 0 && sides)
    g_clear_pointer (&texts[VR_SIDE_OLD], vr_page_text_free);
  if (row.n_new == 0 && sides)
    g_clear_pointer (&texts[VR_SIDE_NEW], vr_page_text_free);
  add_look (setting, index, &row,
            vr_page_block_add_columns (self, texts[VR_SIDE_OLD], texts[VR_SIDE_NEW], gap));
}

/* Returns: the gap that the words need below it. */
static double
add_role (VrPageBlock *self, guint32 index, const VrRow *row, double gap)
{
  const VrPageSetting *setting = self->setting;
  g_autofree char *words =
      vr_report_dup_role (setting->comparison, index, setting->options->explain);

  if (words == NULL)
    return gap;
  add_said (self, VR_PAGE_FACE_DIM, words, row->n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD, gap)->flags =
      VR_PAGE_PART_KEEP_NEXT;

  return SAID_GAP;
}

static void
add_critical (VrPageBlock *self, guint32 row)
{
  g_autofree char *words = vr_report_dup_critical (self->setting->comparison, row);
  VrPagePart *part;

  if (words == NULL)
    return;
  part = add_said (self, VR_PAGE_FACE_CRITICAL, words, VR_SIDE_NEW, SAID_GAP + 1);
  part->flags = VR_PAGE_PART_KEEP_PREVIOUS;
  part->sign = "!";
  part->is_critical = TRUE;
}

static void
add_reasons (VrPageBlock *self, guint32 row)
{
  g_autofree char *words = vr_report_dup_reasons (self->setting->comparison, row);

  if (words != NULL)
    add_said (self, VR_PAGE_FACE_DIM, words, VR_SIDE_NEW, SAID_GAP)->flags =
        VR_PAGE_PART_KEEP_PREVIOUS;
}

void
vr_page_block_fill_row (VrPageBlock *self, guint32 index)
{
  VrRow row = vr_comparison_get_row (self->setting->comparison, index);
  double gap = ROW_GAP;

  if (row.moved)
    {
      g_autofree char *way = vr_report_dup_moved_from (self->setting->comparison, index, TRUE);

      add_said (self, VR_PAGE_FACE_DIM, way, VR_SIDE_NEW, gap)->flags = VR_PAGE_PART_KEEP_NEXT;
      gap = SAID_GAP;
    }
  add_words (self, index, add_role (self, index, &row, gap));
  add_critical (self, index);
  /* What did not change at all explains itself. */
  if (self->setting->options->explain && row.kind != VR_ROW_SAME
      && !vr_comparison_is_furniture (self->setting->comparison, index))
    add_reasons (self, index);
  vr_page_block_add_notes (self, index);
}

void
vr_page_block_fill_reference (VrPageBlock *self, guint32 index)
{
  const VrComparison *comparison = self->setting->comparison;
  g_autofree char *owned = NULL;
  VrSlice text = vr_report_peek_row_text (comparison, index, VR_SIDE_OLD, &owned);
  g_autofree char *excerpt = vr_report_dup_excerpt (text, EXCERPT_MAX_CELLS);
  g_autofree char *way = vr_report_dup_moved_to (comparison, index, TRUE);
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), excerpt);
  VrPageText *texts[VR_N_SIDES];
  VrPagePart *part;

  texts[VR_SIDE_OLD] = new_text (VR_PAGE_FACE_DIM, quoted);
  if (vr_page_block_has_sides (self))
    texts[VR_SIDE_NEW] = new_text (VR_PAGE_FACE_DIM, way);
  else
    {
      vr_page_text_end_paragraph (texts[VR_SIDE_OLD]);
      vr_page_text_append_plain (texts[VR_SIDE_OLD], way);
      texts[VR_SIDE_NEW] = NULL;
    }
  part = vr_page_block_add_columns (self, texts[VR_SIDE_OLD], texts[VR_SIDE_NEW], ROW_GAP);
  part->sign = vr_report_get_sign (VR_ROW_MOVED, vr_comparison_get_moved_by (comparison, index));
  part->kind = VR_ROW_MOVED;
}
