/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the styles of Word and LibreOffice say of a paragraph, by their names. */
#pragma once

#include "vr-import-flow.h"

G_BEGIN_DECLS

/** VR_IMPORT_STYLE_BODY: of a paragraph of which nothing is known. */
#define VR_IMPORT_STYLE_BODY ((VrImportStyle){ VR_ROLE_BODY, N_ ("a paragraph of text"), 0 })

/** vr_import_style_from_name: @name: in English, as both write the names of their own styles; case,
 * spaces and "_20_" do not matter.  Returns: whether it is one that says something */
gboolean vr_import_style_from_name (const char *name, VrImportStyle *style);

/** VrImportStyles: the styles of a document, by their ids. */
typedef struct _VrImportStyles VrImportStyles;

VrImportStyles *vr_import_styles_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_import_styles_free (VrImportStyles *self);

/** vr_import_styles_add: copies all.  @name and @parent: (nullable); @level: of a heading, or 0. */
void vr_import_styles_add (VrImportStyles *self, const char *id, const char *name,
                           const char *parent, guint level, gboolean is_list);

/** vr_import_styles_find: @id: (nullable): what it and those that it is based on say; body where
 * they say nothing. */
VrImportStyle vr_import_styles_find (const VrImportStyles *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrImportStyles, vr_import_styles_free)

G_END_DECLS
