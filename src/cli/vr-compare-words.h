/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of variorum compare say, before anybody asks whether it can be. */
#pragma once

#include "vr-cli-fetch.h"

G_BEGIN_DECLS

/** VrCompareWords: the options as given; all zeros at first, and where none is given.  On the
 * caller's stack; ends with vr_compare_words_clear(). */
typedef struct
{
  char *format;
  char *output;
  char *context;
  char *width;
  char *unit;
  char *language;
  char *encoding;
  char *as;
  char *paragraphs;
  char *overrides;
  char *save;
  char *colour;
  char *archive;
  char *row;
  gboolean changes_only;
  gboolean critical;
  gboolean ignore_case;
  gboolean ignore_punctuation;
  gboolean strict;
  gboolean hide_quiet;
  gboolean explain;
  gboolean force;
  char *layout;
  char *furniture;
  gboolean verbatim;
} VrCompareWords;

/** vr_compare_words_parse: takes the options out of the words given, those of fetching into @fetch.
 * Returns: %FALSE when one is wrong, which it has said */
gboolean vr_compare_words_parse (VrCompareWords *self, VrCliFetch *fetch, int *argc, char ***argv);
void vr_compare_words_clear (VrCompareWords *self);

/** vr_compare_words_dup_formats: @flags: VrReportFlags, all of which they have.  Returns: (transfer
 * full): the names of those formats, as a list */
char *vr_compare_words_dup_formats (guint flags) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrCompareWords, vr_compare_words_clear)

G_END_DECLS
