/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that comes in pieces, made paragraphs: with links, what stands in frames, and notes. */
#pragma once

#include "vr-imported.h"

G_BEGIN_DECLS

/** VrImportStyle: what a paragraph of a document is: a role and what told it; a heading's role
 * depends on where it stands, and @level, from 1, tells how deep it is (0: none). */
typedef struct
{
  VrRole role;
  const char *reason;
  guint level;
} VrImportStyle;

/** VrImportFlow: what comes belongs to the paragraph that is ended next. */
typedef struct _VrImportFlow VrImportFlow;

/** vr_import_flow_new: @builder: borrowed: gets the paragraphs. */
VrImportFlow *vr_import_flow_new (VrImportedBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

/** vr_import_flow_free: what is not finished is lost. */
void vr_import_flow_free (VrImportFlow *self);

/** vr_import_flow_put: as it is; valid UTF-8. */
void vr_import_flow_put (VrImportFlow *self, const char *text, gssize n_bytes);

/** vr_import_flow_put_collapsed: the same, but white space of any length is one space. */
void vr_import_flow_put_collapsed (VrImportFlow *self, const char *text, gssize n_bytes);

/** vr_import_flow_begin_span: what comes up to vr_import_flow_end_span() is of @kind; copies
 * @target. */
void vr_import_flow_begin_span (VrImportFlow *self, VrTextSpanKind kind, const char *target);
void vr_import_flow_end_span (VrImportFlow *self, VrTextSpanKind kind);

/** vr_import_flow_is_empty: whether nothing has come for the paragraph. */
gboolean vr_import_flow_is_empty (const VrImportFlow *self);

/** vr_import_flow_end: a paragraph ends; none where nothing or only white space came. */
void vr_import_flow_end (VrImportFlow *self, VrImportStyle style, guint32 line);

/**
 * vr_import_flow_push:
 * @is_note: its paragraphs come at the end of all; else behind the paragraph that it stands in
 *
 * What comes up to vr_import_flow_pop() stands in a frame, or in a note.
 */
void vr_import_flow_push (VrImportFlow *self, gboolean is_note);
void vr_import_flow_pop (VrImportFlow *self);

/** vr_import_flow_finish: ends the paragraph that is open as body, and puts the notes. */
void vr_import_flow_finish (VrImportFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrImportFlow, vr_import_flow_free)

G_END_DECLS
