/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an article says of itself, or its page around it; for src/history only. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrRemark:
 * @VR_REMARK_NONE: the article's own words
 * @VR_REMARK_NOTE: says what was corrected, made clear or brought up to date
 * @VR_REMARK_UPDATED: says when the article was changed last
 * @VR_REMARK_CREDIT: says who wrote it, or when it came out
 * @VR_REMARK_FURNITURE: belongs to the page
 */
typedef enum
{
  VR_REMARK_NONE,
  VR_REMARK_NOTE,
  VR_REMARK_UPDATED,
  VR_REMARK_CREDIT,
  VR_REMARK_FURNITURE,
} VrRemark;

/** VrRemarks: knows one language's phrases; immutable. */
typedef struct _VrRemarks VrRemarks;

/**
 * vr_remarks_new:
 * @language: e.g. "de"; its phrases count, and English ones, which papers use in other languages
 *   too.  All languages' count for one that has none.
 */
VrRemarks *vr_remarks_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void vr_remarks_free (VrRemarks *self);

/** vr_remarks_judge_paragraph: what @text, a whole paragraph, is; one that opens with a note is a
 * note as a whole. */
VrRemark vr_remarks_judge_paragraph (const VrRemarks *self, VrSlice text);

/** vr_remarks_judge_sentence: %VR_REMARK_NOTE or %VR_REMARK_NONE for a sentence of a paragraph. */
VrRemark vr_remarks_judge_sentence (const VrRemarks *self, VrSlice text);

/** vr_remarks_is_word: @folded: as vr_pattern_fold() leaves it.  Returns: whether it is known to be
 * a word, so that another in its stead says something else. */
gboolean vr_remarks_is_word (const VrRemarks *self, const char *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRemarks, vr_remarks_free)

G_END_DECLS
