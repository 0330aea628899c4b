/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum stories: what the archive has, by the names of its refs alone.  This program loads no
 * libgit2, whose start takes three times as long; where the files are not as git usually has them,
 * the program that does is asked. */
#include "vr-archive-names.h"
#include "vr-story-list.h"

VrStatus
vr_cmd_stories (int argc, char **argv)
{
  g_autofree char **given = g_memdup2 (argv, ((gsize)argc + 1) * sizeof *argv);
  g_autoptr (GPtrArray) variants = NULL;
  g_autoptr (GPtrArray) comparisons = NULL;
  g_auto (VrCliWords) words = { 0 };
  int n_given = argc;

  if (!vr_story_list_parse (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (!vr_archive_names_list (words.archive, &variants, &comparisons))
    return vr_cmd_archive (n_given, given);
  return vr_story_list_print (variants, comparisons, words.is_json);
}
