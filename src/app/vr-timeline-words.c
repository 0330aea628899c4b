/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline in words: values in, words out. */
#include "vr-timeline-words.h"

#include "vr-isolate.h"

#include <glib/gi18n-lib.h>

char *
vr_timeline_words_dup_hint (VrTimelineModel *model)
{
  guint older, newer;

  if (model == NULL || vr_timeline_model_get_n_versions (model) < 2)
    return g_strdup (_ ("The next version that you keep can be compared with this one."));
  if (vr_timeline_model_get_marked (model, &older, &newer))
    return g_strdup_printf (_ ("Versions %'u and %'u are marked."), older, newer);
  if (newer > 0)
    return g_strdup_printf (_ ("Version %'u is marked; mark another to compare both."), newer);

  return g_strdup (_ ("Mark two versions to compare them."));
}

char *
vr_timeline_words_dup_subtitle (const char *story, guint n)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%'u version", "%'u versions", n), n);

  g_autofree char *name = vr_isolate_dup (story);

  /* Translators: the name of a story, and how many versions one of its variants has. */
  return g_strdup_printf (_ ("%s · %s"), name, count);
}
