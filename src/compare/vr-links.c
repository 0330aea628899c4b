/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the aligner found: pairs of units, and what earned each. */
#include "vr-links.h"

/* The log-odds of a score that rounds to 1 at four digits. */
#define EXACT_LOG_ODDS 10.0f

const VrEvidence vr_evidence_exact = { .score = 1, .terms[VR_ALIGN_TERM_EXACT] = EXACT_LOG_ODDS };

VrLinks *
vr_links_new (void)
{
  VrLinks *self = g_new (VrLinks, 1);

  self->links = g_array_new (FALSE, FALSE, sizeof (VrLink));
  self->evidence = g_array_new (FALSE, FALSE, sizeof (VrEvidence));
  g_array_append_val (self->evidence, vr_evidence_exact);
  return self;
}

void
vr_links_free (VrLinks *self)
{
  g_array_unref (self->links);
  g_array_unref (self->evidence);
  g_free (self);
}

void
vr_links_reset (VrLinks *self)
{
  g_array_set_size (self->links, 0);
  g_array_set_size (self->evidence, VR_EVIDENCE_EXACT + 1);
}

void
vr_links_add (VrLinks *self, guint32 old_index, guint32 new_index, const VrEvidence *evidence)
{
  VrLink link = { old_index, new_index, self->evidence->len };

  g_array_append_vals (self->evidence, evidence, 1);
  g_array_append_val (self->links, link);
}

void
vr_links_add_exact (VrLinks *self, guint32 old_index, guint32 new_index)
{
  VrLink link = { old_index, new_index, VR_EVIDENCE_EXACT };

  g_array_append_val (self->links, link);
}

static int
compare_links (const void *a, const void *b)
{
  const VrLink *one = a, *other = b;

  if (one->old_index != other->old_index)
    return one->old_index < other->old_index ? -1 : 1;
  return (one->new_index > other->new_index) - (one->new_index < other->new_index);
}

void
vr_links_sort (VrLinks *self)
{
  g_array_sort (self->links, compare_links);
}
