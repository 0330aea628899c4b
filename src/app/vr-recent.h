/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison that was shown: what it was of, when, and how much had changed. */
#pragma once

#include "vr-json-writer.h"
#include "vr-report-summary.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * VrRecent:
 * @titles: what people call the two articles, old, then new
 * @uris: (nullable): where they are read; %NULL where @document_uri holds them
 * @document_uri: (nullable): the file in which the comparison was saved
 * @time: when it was shown last, in seconds since 1970
 * @headline: how much had changed
 *
 * Immutable once shared, atomically ref-counted.
 */
typedef struct
{
  char *titles[VR_N_SIDES];
  char *uris[VR_N_SIDES];
  char *document_uri;
  gint64 time;
  VrHeadline headline;
} VrRecent;

/** vr_recent_new: Returns: (transfer full): all zero; for its maker to fill with copies. */
VrRecent *vr_recent_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_recent_new_for_comparison:
 * @uris: old, then new; copied
 * @document_uri: (nullable): copied
 * @time: see VrRecent
 *
 * Returns: (transfer full): what is remembered of @comparison
 */
VrRecent *vr_recent_new_for_comparison (const VrComparison *comparison,
                                        const char *const uris[VR_N_SIDES],
                                        const char *document_uri,
                                        gint64 time) G_GNUC_WARN_UNUSED_RESULT;

VrRecent *vr_recent_ref (VrRecent *self);
void vr_recent_unref (VrRecent *self);

/** vr_recent_dup_key: Returns: (transfer full): the same for two that open the same thing. */
char *vr_recent_dup_key (const VrRecent *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_recent_dup_figures: Returns: (transfer full): "2 of 21 paragraphs changed". */
char *vr_recent_dup_figures (const VrRecent *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_recent_dup_when:
 * @now: in seconds since 1970
 *
 * Returns: (transfer full): when it was shown, said at @now: "Yesterday", "3 hours ago"
 */
char *vr_recent_dup_when (const VrRecent *self, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

void vr_recent_write (const VrRecent *self, VrJsonWriter *json);

/** vr_recent_read: Returns: (transfer full) (nullable): %NULL for what says nothing to open. */
VrRecent *vr_recent_read (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRecent, vr_recent_unref)

G_END_DECLS
