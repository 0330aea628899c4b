/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the aligner found: pairs of units, and what earned each. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrAlignTerm:
 *
 * What can earn a pairing its score; vr_align_term_get_nick() names it in reports.
 */
typedef enum
{
  VR_ALIGN_TERM_EXACT,      /* the two are the same but for quiet differences */
  VR_ALIGN_TERM_PINNED,     /* the reader said so */
  VR_ALIGN_TERM_WORDS,      /* rare words shared */
  VR_ALIGN_TERM_LETTERS,    /* runs of letters shared, so inflected words too */
  VR_ALIGN_TERM_ORDER,      /* words shared in the same order */
  VR_ALIGN_TERM_CONTAINED,  /* one side's words found inside the other */
  VR_ALIGN_TERM_PLACE,      /* where they stand between their surely paired neighbours */
  VR_ALIGN_TERM_NEIGHBOURS, /* what stands before and after is paired too */
  VR_ALIGN_TERM_RIVALS,     /* no other unit fits as well */
  VR_ALIGN_TERM_LENGTH,     /* how long they are */
  VR_ALIGN_N_TERMS,
} VrAlignTerm;

/**
 * VrEvidence: why two units were paired.
 * @score: how sure the pairing is, 0 to 1
 * @terms: what each VrAlignTerm added, in log-odds (may be negative)
 */
typedef struct
{
  float score;
  float terms[VR_ALIGN_N_TERMS];
} VrEvidence;

/**
 * VrLink:
 * @old_index, @new_index: units, from 0
 * @evidence: its position in VrLinks.evidence
 */
typedef struct
{
  guint32 old_index;
  guint32 new_index;
  guint32 evidence;
} VrLink;

/** vr_evidence_exact: what units earn that are equal but for quiet differences. */
extern const VrEvidence vr_evidence_exact;

/** VR_EVIDENCE_EXACT: the first evidence of every list is this one. */
#define VR_EVIDENCE_EXACT 0

/**
 * VrLinks:
 * @links: (element-type VrLink)
 * @evidence: (element-type VrEvidence): apart from the links, as all units that are equal share one
 */
typedef struct
{
  GArray *links;
  GArray *evidence;
} VrLinks;

/** vr_links_new: an empty list. */
VrLinks *vr_links_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_links_free (VrLinks *self);

/** vr_links_reset: empties the list. */
void vr_links_reset (VrLinks *self);

/** vr_links_add: a link that earned @evidence, which is copied. */
void vr_links_add (VrLinks *self, guint32 old_index, guint32 new_index, const VrEvidence *evidence);
/** vr_links_add_exact: a link of two units that are equal. */
void vr_links_add_exact (VrLinks *self, guint32 old_index, guint32 new_index);

/** vr_links_sort: by old, then new index. */
void vr_links_sort (VrLinks *self);

static inline guint
vr_links_get_n (const VrLinks *self)
{
  return self->links->len;
}

/** vr_links_get: borrowed, until the list changes. */
static inline VrLink *
vr_links_get (const VrLinks *self, guint index)
{
  return &g_array_index (self->links, VrLink, index);
}

/** vr_links_get_evidence: what link @index earned; borrowed, until the list changes. */
static inline const VrEvidence *
vr_links_get_evidence (const VrLinks *self, guint index)
{
  return &g_array_index (self->evidence, VrEvidence, vr_links_get (self, index)->evidence);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrLinks, vr_links_free)

G_END_DECLS
