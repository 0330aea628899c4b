/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a document that is a ZIP file: DOCX, ODT, EPUB. */
#pragma once

#include "vr-import-format.h"

G_BEGIN_DECLS

/** VrImportPackage: the parts that have text in them, unpacked. */
typedef struct _VrImportPackage VrImportPackage;

/**
 * vr_import_package_new:
 *
 * Unpacks what is XML, a page or a style sheet by its name, 64 MB a part and 128 MB in all at most.
 *
 * Returns: (transfer full) (nullable): %NULL with @error where it is no ZIP file, is damaged or
 *   unpacks to more
 */
VrImportPackage *vr_import_package_new (const VrImportSource *source,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vr_import_package_free (VrImportPackage *self);

/** vr_import_package_peek: (nullable): the part of that name, without a slash before it; borrowed.
 */
GBytes *vr_import_package_peek (const VrImportPackage *self, const char *name);

/**
 * vr_import_package_resolve:
 * @base: name of a part
 * @reference: what stands in it, as an address is written
 *
 * Returns: (transfer full): the name of the part that is meant
 */
char *vr_import_package_resolve (const char *base, const char *reference) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrImportPackage, vr_import_package_free)

G_END_DECLS
