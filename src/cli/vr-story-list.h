/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stories of an archive, printed. */
#pragma once

#include "vr-cli-words.h"

G_BEGIN_DECLS

/** vr_story_list_print: @variants, @comparisons: (element-type utf8): names, "story/variant", in
 * byte order. */
VrStatus vr_story_list_print (const GPtrArray *variants, const GPtrArray *comparisons,
                              gboolean is_json);

/** vr_story_list_parse: the command line of “stories”.  Returns: whether it can be run; else it has
 * said what is wrong */
gboolean vr_story_list_parse (VrCliWords *words, int *argc, char ***argv);

G_END_DECLS
