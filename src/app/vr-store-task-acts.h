/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader does to the archive, in threads: names, labels, the trash, files out and in. */
#pragma once

#include "vr-sync.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrStoreKind:
 * @VR_STORE_RENAME: a story or variant is called otherwise; as vr_rename()
 * @VR_STORE_DELETE: a story or variant goes to the trash
 * @VR_STORE_RESTORE: a variant comes back from there
 * @VR_STORE_LABEL: a version of a variant gets a label, or a label is taken away
 */
typedef enum
{
  VR_STORE_RENAME,
  VR_STORE_DELETE,
  VR_STORE_RESTORE,
  VR_STORE_LABEL,
} VrStoreKind;

/**
 * VrStoreStep:
 * @name: "story/variant", or a story
 * @other: (nullable): the new story, its title, or without @id its slug; or the label
 * @id: (nullable): the version that gets the label, %NULL takes it away; or the new title
 * of a variant, %NULL leaves it as it is called
 */
typedef struct
{
  VrStoreKind kind;
  char *name;
  char *other;
  char *id;
} VrStoreStep;

/** vr_store_steps_new: Returns: (transfer full) (element-type VrStoreStep): none yet */
GArray *vr_store_steps_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_store_steps_add: what a step holds is copied. */
void vr_store_steps_add (GArray *steps, VrStoreKind kind, const char *name, const char *other,
                         const char *id);

/*
 * Jobs and their answers, as in vr-store-task.h.
 */

/**
 * vr_store_task_act:
 * @steps: (element-type VrStoreStep): kept by reference, not to be changed any more
 *
 * Takes them one after another; where one fails, those before it are taken back.
 */
void vr_store_task_act (GObject *source, GArray *steps, GAsyncReadyCallback callback);
/** vr_store_task_act_finish: Returns: (transfer full) (element-type VrStoreStep): what takes it
 * back
 */
GArray *vr_store_task_act_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_store_task_empty_trash: for good. */
void vr_store_task_empty_trash (GObject *source, GAsyncReadyCallback callback);
gboolean vr_store_task_empty_trash_finish (GAsyncResult *result, GError **error);

/** vr_store_task_export: the whole archive to @path, as vr_bundle_write(). */
void vr_store_task_export (GObject *source, const char *path, GAsyncReadyCallback callback);
/** vr_store_task_export_finish: @n_variants: (out). */
gboolean vr_store_task_export_finish (GAsyncResult *result, guint *n_variants, GError **error);

/** vr_store_task_import: from @path, as vr_bundle_read(), into an archive that is made where there
 * is none. */
void vr_store_task_import (GObject *source, const char *path, GAsyncReadyCallback callback);
/** vr_store_task_import_finish: @received: (out). */
gboolean vr_store_task_import_finish (GAsyncResult *result, VrSync *received, GError **error);

/**
 * vr_store_task_save_source:
 * @id: a version's
 * @path: which is replaced, where it is there, by the whole of it only
 *
 * Writes the bytes that a version was read from.
 */
void vr_store_task_save_source (GObject *source, const char *id, const char *path,
                                GAsyncReadyCallback callback);
gboolean vr_store_task_save_source_finish (GAsyncResult *result, GError **error);

G_END_DECLS
