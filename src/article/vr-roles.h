/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each paragraph of a plain text is: an article's, or furniture of the page that it was copied
 * from. */
#pragma once

#include "vr-paragraphs.h"
#include "vr-role.h"

G_BEGIN_DECLS

/**
 * vr_roles_judge: what each paragraph is.
 * @language: (nullable): the text's; words of pages are looked for in it and in English, in all
 *   languages where it is %NULL or "und"
 * @roles: one byte a paragraph, a VrRole; filled
 * @reasons: (nullable): one interned untranslated phrase each, %NULL for body that nothing spoke
 *   against; filled
 *
 * First it is asked whether the text is a page's copy at all, by words that only pages have, in its
 * first and last few hundred paragraphs.  Where it is none, only what names itself a pointer to
 * elsewhere ("READ MORE: ...") or a skip link is furniture, and all else is body.  In a copy the
 * text is told from what stands around it by a linear chain over the paragraphs (Viterbi; weights
 * by tests/bench/train-roles.c), and what is no text by its words, shape, place and neighbours.
 * Linear time; a text of many thousand paragraphs without a sign of a page takes that of a few
 * hundred.
 *
 * Returns: whether any is not body
 */
gboolean vr_roles_judge (const VrParagraphs *paragraphs, const char *language, guint8 *roles,
                         const char **reasons);

G_END_DECLS
