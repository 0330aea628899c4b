/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which versions the paragraphs with a phrase stood; for src/history only. */
#pragma once

#include "vr-search-index.h"

G_BEGIN_DECLS

/** VR_SEARCH_ANY_VARIANT: stands for no variant's number in the index. */
#define VR_SEARCH_ANY_VARIANT G_MININT64

/** VrSearchStay: versions of a variant, by number; @last is G_MAXUINT for one that goes on. */
typedef struct
{
  gint64 variant;
  guint first;
  guint last;
} VrSearchStay;

/** VrSearchStays: collects them, paragraph by paragraph. */
typedef struct _VrSearchStays VrSearchStays;

/** vr_search_stays_new: @index must outlive it; @variant: the only one that counts, or
 * %VR_SEARCH_ANY_VARIANT. */
VrSearchStays *vr_search_stays_new (VrSearchIndex *index, gint64 variant) G_GNUC_WARN_UNUSED_RESULT;
void vr_search_stays_free (VrSearchStays *self);

/**
 * vr_search_stays_read:
 * @paragraph: its number in the index, above those asked for before
 *
 * Reads where a paragraph stood.  A frequent phrase stands in many paragraphs of the same versions:
 * where all of them are known to have it, looking into this one can be spared.
 *
 * Returns: whether it stood in versions that are not known to have the phrase
 */
gboolean vr_search_stays_read (VrSearchStays *self, gint64 paragraph);

/**
 * vr_search_stays_read_next:
 * @paragraph: (out): its number
 *
 * Reads where the next paragraph stood that stood in versions not known to have the phrase.
 *
 * Returns: whether there is one
 */
gboolean vr_search_stays_read_next (VrSearchStays *self, gint64 *paragraph);

/** vr_search_stays_keep: the paragraph that was read last has the phrase. */
void vr_search_stays_keep (VrSearchStays *self);

/** vr_search_stays_join: stays that touch become one; to be called once all are kept. */
void vr_search_stays_join (VrSearchStays *self);

/** vr_search_stays_find: those of @variant, oldest first, @n of them; borrowed. */
const VrSearchStay *vr_search_stays_find (const VrSearchStays *self, gint64 variant, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrSearchStays, vr_search_stays_free)

G_END_DECLS
