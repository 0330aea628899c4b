/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The datelines that texts open with, which are no words of theirs. */
#include "vr-dateline.h"
#include "vr-engine.h"

void
vr_leads_find (VrEngine *self, guint side)
{
  guint32 n = self->n_paragraphs[side];

  if (!(self->options->quiet & VR_QUIET_DATELINE))
    return;
  /* In all of them: a paragraph must not differ from itself where it stands elsewhere. */
  for (guint32 i = 0; i < n; i++)
    {
      VrSlice text = vr_engine_get_text (self, side, i);
      gsize lead = vr_dateline_measure (text);

      if (lead == 0 || lead >= text.n_bytes)
        continue;
      if (self->leads[side] == NULL)
        self->leads[side] = g_new0 (guint32, n);
      self->leads[side][i] = (guint32)lead;
    }
}
