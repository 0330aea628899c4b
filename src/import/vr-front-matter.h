/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between two lines of "---" before a Markdown text: simple YAML. */
#pragma once

#include "vr-imported.h"

G_BEGIN_DECLS

/** VrFrontMatter: what was found; strings are owned and may be %NULL. */
typedef struct
{
  gsize n_bytes; /* of the text, that are no part of it; 0 where there is none */
  guint n_lines; /* of them */
  char *facts[VR_N_FACTS];
  guint title_line; /* from 1 */
} VrFrontMatter;

/** vr_front_matter_read: @text: valid UTF-8 */
void vr_front_matter_read (VrFrontMatter *self, const char *text, gsize n_bytes);
void vr_front_matter_clear (VrFrontMatter *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrFrontMatter, vr_front_matter_clear)

G_END_DECLS
