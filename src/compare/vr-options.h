/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything a comparison can be told, in one struct. */
#pragma once

#include "vr-paragraphs.h"
#include "vr-tokens.h"

G_BEGIN_DECLS

/**
 * VrOptions:
 * @quiet: VrQuiet bits that fold; default %VR_QUIET_DEFAULT
 * @strict: quiet differences count as edits; default %FALSE
 * @unit: what is marked inside a row; default %VR_UNIT_WORD
 * @paragraphs: how paragraphs are told apart; default %VR_PARAGRAPHS_AUTO
 * @language: (nullable): forced language of both sides; default %NULL, detected for each
 * @encoding: (nullable): forced encoding of both sides; default %NULL
 * @verbatim: as VrReading has it: without repairs and furniture; default %FALSE
 */
typedef struct
{
  guint quiet;
  gboolean strict;
  VrTokenUnit unit;
  VrParagraphMode paragraphs;
  const char *language;
  const char *encoding;
  gboolean verbatim;
} VrOptions;

#define VR_OPTIONS_INIT                                                                            \
  {                                                                                                \
    .quiet = VR_QUIET_DEFAULT, .unit = VR_UNIT_WORD, .paragraphs = VR_PARAGRAPHS_AUTO              \
  }

/** vr_options_equal: whether both say the same. */
gboolean vr_options_equal (const VrOptions *a, const VrOptions *b);

G_END_DECLS
