/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a Word document: links that are written as instructions. */
#pragma once

#include "vr-import-flow.h"

G_BEGIN_DECLS

/** VrDocxFields: those that are open. */
typedef struct _VrDocxFields VrDocxFields;

VrDocxFields *vr_docx_fields_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_docx_fields_free (VrDocxFields *self);

/** vr_docx_fields_put: @text: of the innermost one's instruction. */
void vr_docx_fields_put (VrDocxFields *self, const char *text);

/** vr_docx_fields_step: @type: (nullable): "begin", "separate", between the instruction and what is
 * seen, or "end".  Begins and ends the link in @flow. */
void vr_docx_fields_step (VrDocxFields *self, const char *type, VrImportFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrDocxFields, vr_docx_fields_free)

G_END_DECLS
