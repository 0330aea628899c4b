/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The untranslated names of kinds, operations, fates and classes. */
#include "vr-comparison.h"

const char *
vr_row_kind_get_nick (VrRowKind kind)
{
  static const char *const nicks[VR_N_ROW_KINDS] = {
    [VR_ROW_SAME] = "same",       [VR_ROW_EDITED] = "edited",
    [VR_ROW_MOVED] = "moved",     [VR_ROW_MOVED_EDITED] = "moved-edited",
    [VR_ROW_SPLIT] = "split",     [VR_ROW_MERGED] = "merged",
    [VR_ROW_RECAST] = "recast",   [VR_ROW_ADDED] = "added",
    [VR_ROW_REMOVED] = "removed",
  };

  g_return_val_if_fail (kind < VR_N_ROW_KINDS, NULL);
  return nicks[kind];
}

const char *
vr_piece_op_get_nick (VrPieceOp op)
{
  static const char *const nicks[] = { "equal", "delete", "insert", "quiet" };

  g_return_val_if_fail (op < G_N_ELEMENTS (nicks), NULL);
  return nicks[op];
}

const char *
vr_sentence_fate_get_nick (VrSentenceFate fate)
{
  static const char *const nicks[] = {
    "same", "edited", "moved", "moved-edited", "added", "removed"
  };

  g_return_val_if_fail (fate < G_N_ELEMENTS (nicks), NULL);
  return nicks[fate];
}

const char *
vr_quiet_get_nick (guint bit)
{
  static const char *const nicks[VR_N_QUIET] = { "typographic", "space",    "case",
                                                 "punctuation", "dateline", "repair" };

  g_return_val_if_fail (bit < G_N_ELEMENTS (nicks), NULL);
  return nicks[bit];
}

const char *
vr_critical_get_nick (guint bit)
{
  static const char *const nicks[VR_N_CRITICAL] = { "number",   "decimal",  "sign",
                                                    "negation", "end-mark", "quotes" };

  g_return_val_if_fail (bit < G_N_ELEMENTS (nicks), NULL);
  return nicks[bit];
}

const char *
vr_unit_get_nick (guint unit)
{
  static const char *const nicks[] = { [VR_UNIT_WORD] = "word", [VR_UNIT_CHARACTER] = "character" };

  return unit < G_N_ELEMENTS (nicks) ? nicks[unit] : NULL;
}

const char *
vr_paragraph_mode_get_nick (guint mode)
{
  static const char *const nicks[] = {
    [VR_PARAGRAPHS_AUTO] = "auto",
    [VR_PARAGRAPHS_BLANK] = "blank",
    [VR_PARAGRAPHS_LINE] = "line",
    [VR_PARAGRAPHS_WRAPPED] = "wrapped",
  };

  return mode < G_N_ELEMENTS (nicks) ? nicks[mode] : NULL;
}

const char *
vr_align_term_get_nick (VrAlignTerm term)
{
  static const char *const nicks[VR_ALIGN_N_TERMS] = {
    [VR_ALIGN_TERM_EXACT] = "exact",   [VR_ALIGN_TERM_PINNED] = "pinned",
    [VR_ALIGN_TERM_WORDS] = "words",   [VR_ALIGN_TERM_LETTERS] = "letters",
    [VR_ALIGN_TERM_ORDER] = "order",   [VR_ALIGN_TERM_CONTAINED] = "contained",
    [VR_ALIGN_TERM_PLACE] = "place",   [VR_ALIGN_TERM_NEIGHBOURS] = "neighbours",
    [VR_ALIGN_TERM_RIVALS] = "rivals", [VR_ALIGN_TERM_LENGTH] = "length",
  };

  g_return_val_if_fail (term < VR_ALIGN_N_TERMS, NULL);
  return nicks[term];
}
