/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change said in a sentence that can be pasted into a mail: what stood, what stands, where. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrCitation:
 * @words: by side: what is cited, %NULL where that article has nothing like it
 * @titles: of the articles
 * @is_moved: whether it stood elsewhere
 *
 * Borrows everything.
 */
typedef struct
{
  const char *words[VR_N_SIDES];
  const char *titles[VR_N_SIDES];
  gboolean is_moved;
} VrCitation;

/**
 * vr_citation_format:
 * @date: of the comparison
 *
 * White space is made even, and quotation marks in the words give way to the inner ones of the
 * reader's language, as they stand in quotation marks now.
 *
 * Returns: (transfer full): “old words” → “new words” (Old Title; New Title; compared 5 May 2026)
 */
char *vr_citation_format (const VrCitation *self, GDateTime *date) G_GNUC_WARN_UNUSED_RESULT;

/** vr_citation_nest_quotes: Returns: (transfer full): @text as it stands in quotation marks. */
char *vr_citation_nest_quotes (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
