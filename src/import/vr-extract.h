/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which blocks of a web page are its article, and what the others are. */
#pragma once

#include "vr-evidence.h"
#include "vr-extract-features.h"

G_BEGIN_DECLS

/** VrExtractBlock: @reason is static and untranslated. */
typedef struct
{
  VrRole role;
  const char *reason;
} VrExtractBlock;

/**
 * VrExtract:
 * @blocks: of @text, one for each of its blocks
 * @data: (nullable): borrowed from the evidence: the article's text, maybe with tags, a paragraph a
 *   line, where the page shows none and a program in it would
 */
typedef struct
{
  VrHtmlBlocks *text;
  VrExtractBlock *blocks;
  const char *data;
} VrExtract;

/** vr_extract_new: @page and @evidence stay the caller's; they outlive what is returned. */
VrExtract *vr_extract_new (const VrHtmlPage *page,
                           const VrEvidenceList *evidence) G_GNUC_WARN_UNUSED_RESULT;
void vr_extract_free (VrExtract *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrExtract, vr_extract_free)

G_END_DECLS
