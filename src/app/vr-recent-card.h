/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One comparison shown lately: its titles, when, how much changed, and a button that forgets it. */
#pragma once

#include "vr-recent.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VR_TYPE_RECENT_CARD (vr_recent_card_get_type ())
G_DECLARE_FINAL_TYPE (VrRecentCard, vr_recent_card, VR, RECENT_CARD, GtkFlowBoxChild)

/**
 * vr_recent_card_new:
 * @recent: a reference is taken
 * @now: in seconds since 1970
 */
GtkWidget *vr_recent_card_new (VrRecent *recent, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/** vr_recent_card_get_key: as vr_recent_dup_key(); borrowed. */
const char *vr_recent_card_get_key (VrRecentCard *self);

G_END_DECLS
