/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a variant as a list, newest first, of which two may be marked. */
#pragma once

#include "vr-timeline-item.h"

G_BEGIN_DECLS

/**
 * VrTimelineModel:
 *
 * Signal "marks-changed": other versions are marked.
 */
#define VR_TYPE_TIMELINE_MODEL (vr_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (VrTimelineModel, vr_timeline_model, VR, TIMELINE_MODEL, GObject)

/** vr_timeline_model_new: @versions: (transfer full) (element-type VrVersion): oldest first. */
VrTimelineModel *vr_timeline_model_new (GArray *versions) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_timeline_model_set_versions:
 * @versions: (transfer full) (element-type VrVersion): the same variant's, listed anew
 *
 * Where later ones came to those that are there, rows and marks stay; else all are others, and none
 * is marked.
 *
 * Returns: whether they stayed
 */
gboolean vr_timeline_model_set_versions (VrTimelineModel *self, GArray *versions);

guint vr_timeline_model_get_n_versions (VrTimelineModel *self);

/** vr_timeline_model_peek_versions: (element-type VrVersion): oldest first; borrowed. */
GArray *vr_timeline_model_peek_versions (VrTimelineModel *self);

/** vr_timeline_model_peek: @number: from 1.  Returns: (nullable): the version; borrowed */
const VrVersion *vr_timeline_model_peek (VrTimelineModel *self, guint number);

/** vr_timeline_model_find_label: the number of the version that has @label, or 0. */
guint vr_timeline_model_find_label (VrTimelineModel *self, const char *label);

/** vr_timeline_model_toggle: marks version @number, in place of the one marked first where two are,
 * or takes its mark away. */
void vr_timeline_model_toggle (VrTimelineModel *self, guint number);
gboolean vr_timeline_model_is_marked (VrTimelineModel *self, guint number);

/** vr_timeline_model_get_marked: @older, @newer: (out): their numbers.  Returns: whether two are
 * marked */
gboolean vr_timeline_model_get_marked (VrTimelineModel *self, guint *older, guint *newer);

G_END_DECLS
