/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The block that a document begins with: titles, versions, the summary, what the signs mean. */
#include "vr-page-block-private.h"
#include "vr-report-role.h"
#include "vr-report-sign.h"
#include "vr-report-summary.h"

#include <glib/gi18n-lib.h>

#define SMALL_GAP 3
#define GAP 10

static void
append_line (VrPageText *text, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (!vr_page_text_is_empty (text))
    vr_page_text_end_paragraph (text);
  vr_page_text_append_plain (text, words);
}

static void
add_sentence (VrPageBlock *self, VrPageFace face, const char *words, double gap)
{
  VrPageText *text;

  if (words == NULL)
    return;
  text = vr_page_text_new (face);
  vr_page_text_append_lines (text, words);
  vr_page_block_add_wide (self, text, gap);
}

/* What was no text in a file is shown as U+FFFD, and said. */
static char *
dup_replaced (const VrText *text)
{
  guint n = text != NULL ? vr_text_get_n_replaced (text) : 0;

  if (n == 0)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u byte that is no text shown as \ufffd",
                                       "%'u bytes that are no text shown as \ufffd", n),
                          n);
}

static VrPageText *
new_heading (const VrPageSetting *setting, VrSide side)
{
  VrPageText *text = vr_page_text_new (VR_PAGE_FACE_HEADING);
  g_autofree char *name =
      vr_report_dup_witness_name (setting->options->info, setting->comparison, side);
  g_autofree char *words =
      g_strdup_printf (side == VR_SIDE_OLD ? _ ("Old: %s") : _ ("New: %s"), name);

  vr_page_text_append_plain (text, words);

  return text;
}

/* @is_brief: what people know a version by, without what machines do. */
static VrPageText *
new_details (const VrPageSetting *setting, VrSide side, gboolean is_brief)
{
  const VrReportInfo *info = setting->options->info;
  const VrText *source =
      vr_article_get_text (vr_comparison_get_article (setting->comparison, side));
  VrPageText *text = vr_page_text_new (VR_PAGE_FACE_DIM);
  g_autofree char *title = vr_report_dup_witness_title (info, setting->comparison, side);
  g_autofree char *name = vr_report_dup_witness_name (info, setting->comparison, side);
  g_autofree char *time =
      vr_report_dup_shown_time (info != NULL ? info->witnesses[side].time : NULL);
  g_autofree char *replaced = dup_replaced (source);
  g_autofree char *sum = NULL;

  if (!g_str_equal (title, name))
    append_line (text, title);
  append_line (text, info != NULL ? info->witnesses[side].author : NULL);
  append_line (text, time);
  if (is_brief)
    return text;
  append_line (text, info != NULL ? info->witnesses[side].url : NULL);
  if (source != NULL)
    sum = g_strdup_printf (_ ("SHA-256 %s"), vr_text_get_sha256 (source));
  append_line (text, sum);
  append_line (text, replaced);

  return text;
}

static void
add_versions (VrPageBlock *self, gboolean is_brief)
{
  const VrPageSetting *setting = self->setting;
  VrPageText *headings[VR_N_SIDES], *details[VR_N_SIDES];

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      headings[side] = new_heading (setting, (VrSide)side);
      details[side] = new_details (setting, (VrSide)side, is_brief);
    }
  if (vr_page_block_has_sides (self))
    {
      vr_page_block_add_columns (self, headings[VR_SIDE_OLD], headings[VR_SIDE_NEW], GAP)->flags =
          VR_PAGE_PART_KEEP_NEXT;
      vr_page_block_add_columns (self, details[VR_SIDE_OLD], details[VR_SIDE_NEW], SMALL_GAP);
      return;
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      vr_page_block_add_wide (self, headings[side], GAP)->flags = VR_PAGE_PART_KEEP_NEXT;
      vr_page_block_add_wide (self, details[side], SMALL_GAP);
    }
}

/* What was put right before anything was compared. */
static void
add_repairs (VrPageBlock *self)
{
  g_autoptr (GPtrArray) repairs = vr_report_list_repairs (self->setting->comparison);

  for (guint i = 0; i < repairs->len; i++)
    add_sentence (self, VR_PAGE_FACE_DIM, g_ptr_array_index (repairs, i), SMALL_GAP);
}

static void
add_summary (VrPageBlock *self)
{
  const VrComparison *comparison = self->setting->comparison;
  g_autofree char *summary = vr_report_dup_summary (comparison);
  g_autofree char *words = vr_report_dup_words_summary (comparison);
  g_autofree char *critical = vr_report_dup_critical_summary (comparison);
  g_autofree char *quiet = vr_report_dup_quiet_summary (comparison);

  add_sentence (self, VR_PAGE_FACE_HEADING, summary, GAP);
  add_sentence (self, VR_PAGE_FACE_PLAIN, words, SMALL_GAP);
  add_sentence (self, VR_PAGE_FACE_CRITICAL, critical, SMALL_GAP);
  add_sentence (self, VR_PAGE_FACE_PLAIN, quiet, SMALL_GAP);
  if (self->setting->options->explain)
    add_repairs (self);
  if (vr_comparison_get_summary (comparison)->limited)
    add_sentence (self, VR_PAGE_FACE_PLAIN,
                  _ ("A cost limit was reached: fewer words may have changed than shown."),
                  SMALL_GAP);
}

static void
add_legend (VrPageBlock *self)
{
  if (vr_comparison_is_same (self->setting->comparison))
    return;
  add_sentence (self, VR_PAGE_FACE_DIM,
                _ ("Signs: ~ edited, + added, − removed, ↑ ↓ moved, Y split, λ merged, X recast, "
                   "! critical. Added words are underlined, removed ones struck through, quiet "
                   "differences dotted; of a sentence that moved, a wavy line shows where it left "
                   "and a double one where it stands now."),
                GAP);
}

void
vr_page_block_fill_front (VrPageBlock *self)
{
  g_autofree char *title = vr_report_dup_witness_title (self->setting->options->info,
                                                        self->setting->comparison, VR_SIDE_NEW);

  add_sentence (self, VR_PAGE_FACE_TITLE, title, 0);
  add_versions (self, FALSE);
  add_summary (self);
  vr_page_block_add_notes (self, VR_NOTE_NO_ROW);
  add_legend (self);
}

void
vr_page_block_fill_caption (VrPageBlock *self)
{
  add_versions (self, TRUE);
}
