/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of an article, one of which is selected, with their versions in the margin. */
#pragma once

#include "vr-origins-model.h"
#include "vr-reading-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrOriginsList:
 *
 * Signal "changed": another sentence is selected.
 * Signal "activated": the reader wants to know more of it.
 */
#define VR_TYPE_ORIGINS_LIST (vr_origins_list_get_type ())
G_DECLARE_FINAL_TYPE (VrOriginsList, vr_origins_list, VR, ORIGINS_LIST, GtkWidget)

/** vr_origins_list_set_model: @model: (nullable); its first sentence is selected. */
void vr_origins_list_set_model (VrOriginsList *self, VrOriginsModel *model);
/** vr_origins_list_get_model: (nullable): borrowed. */
VrOriginsModel *vr_origins_list_get_model (VrOriginsList *self);

/** vr_origins_list_get_sentence: the one selected. */
guint vr_origins_list_get_sentence (VrOriginsList *self);
/** vr_origins_list_reveal: selects @sentence and brings it into view. */
void vr_origins_list_reveal (VrOriginsList *self, guint sentence);

/** vr_origins_list_set_style: sets the article as the reader wants. */
void vr_origins_list_set_style (VrOriginsList *self, const VrReadingStyle *style);

/** vr_origins_list_take_focus: the keyboard goes to the selected sentence. */
void vr_origins_list_take_focus (VrOriginsList *self);

G_END_DECLS
