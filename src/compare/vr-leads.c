/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The datelines that texts open with, which are no words of theirs. */
#include "vr-dateline.h"
#include "vr-engine.h"

/* A dateline stands in front of the text; of several articles in one file only the first's is
 * looked for, as a word that is left out is one that is not compared. */
#define LEAD_PARAGRAPHS 12

void
vr_leads_find (VrEngine *self, guint side)
{
  VrArticle *article = self->articles[side];
  guint32 n = self->n_paragraphs[side], n_seen = 0;

  if (!(self->options->quiet & VR_QUIET_DATELINE))
    return;
  for (guint32 i = 0; i < n && n_seen < LEAD_PARAGRAPHS; i++)
    {
      VrSlice text = vr_engine_get_text (self, side, i);
      gsize lead;

      if (!vr_role_is_text (vr_article_get_role (article, i)))
        continue;
      n_seen++;
      lead = vr_dateline_measure (text);
      if (lead == 0 || lead >= text.n_bytes)
        continue;
      if (self->leads[side] == NULL)
        self->leads[side] = g_new0 (guint32, n);
      self->leads[side][i] = (guint32)lead;
    }
}
