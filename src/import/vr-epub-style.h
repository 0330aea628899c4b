/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the letters of a book's classes are: some programs write their headings as paragraphs
 * that are told apart by style alone. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** VrEpubStyle: of a whole book. */
typedef struct _VrEpubStyle VrEpubStyle;

VrEpubStyle *vr_epub_style_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_epub_style_free (VrEpubStyle *self);

/** vr_epub_style_add: takes what a style sheet says of the size of simple classes. */
void vr_epub_style_add (VrEpubStyle *self, GBytes *sheet);

/** vr_epub_style_get_size: @classes: (nullable): as a page has them.  Returns: how many times the
 * text's size the first of them that says so has; 0 where none does */
double vr_epub_style_get_size (const VrEpubStyle *self, const char *classes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrEpubStyle, vr_epub_style_free)

G_END_DECLS
