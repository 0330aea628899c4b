/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A range of a column for the clipboard: written out when somebody pastes it. */
#pragma once

#include "vr-column.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VR_TYPE_TEXT_CONTENT (vr_text_content_get_type ())
G_DECLARE_FINAL_TYPE (VrTextContent, vr_text_content, VR, TEXT_CONTENT, GdkContentProvider)

/**
 * vr_text_content_new:
 *
 * Copying costs nothing, however long the article is; what is pasted is vr_column_dup_range().
 */
GdkContentProvider *vr_text_content_new (VrPairPlan *plan, VrRowView view,
                                         VrTextRange range) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
