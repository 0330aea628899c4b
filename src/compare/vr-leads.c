/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The datelines and bullets that paragraphs open with, which are no words of theirs. */
#include "vr-dateline.h"
#include "vr-engine.h"

#include <string.h>

/* The bytes of a bullet and of the white space behind it: a copy of a page has one where the page
 * has an item of a list.  No dash or star, which may be a speaker's. */
static gsize
measure_bullet (VrSlice text)
{
  static const char *const bullets[] = { "•", "‣", "◦", "▪", "●", "○", "■", "□" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize n = strlen (bullets[i]), from = n;

      if (text.n_bytes <= n || memcmp (text.text, bullets[i], n) != 0)
        continue;
      while (n < text.n_bytes && g_unichar_isspace (g_utf8_get_char (text.text + n)))
        n = g_utf8_next_char (text.text + n) - text.text;
      return n > from ? n : 0;
    }
  return 0;
}

gboolean
vr_leads_is_bullet (VrSlice text)
{
  return measure_bullet (text) > 0;
}

static gsize
measure (const VrEngine *self, VrSlice text)
{
  gsize lead = 0;

  if (self->options->quiet & VR_QUIET_TYPOGRAPHIC)
    lead = measure_bullet (text);
  if (lead == 0 && (self->options->quiet & VR_QUIET_DATELINE))
    lead = vr_dateline_measure (text);
  return lead;
}

void
vr_leads_find (VrEngine *self, guint side)
{
  guint32 n = self->n_paragraphs[side];

  if (!(self->options->quiet & (VR_QUIET_DATELINE | VR_QUIET_TYPOGRAPHIC)))
    return;
  /* In all of them: a paragraph must not differ from itself where it stands elsewhere. */
  for (guint32 i = 0; i < n; i++)
    {
      VrSlice text = vr_engine_get_text (self, side, i);
      gsize lead = measure (self, text);

      if (lead == 0 || lead >= text.n_bytes)
        continue;
      if (self->leads[side] == NULL)
        self->leads[side] = g_new0 (guint32, n);
      self->leads[side][i] = (guint32)lead;
    }
}
