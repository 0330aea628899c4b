/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call that which is in the archive, read in threads: in use, or in the trash. */
#pragma once

#include "vr-variant-titles.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrTitled:
 * @name: "story/variant"
 * @titles: as its last version has them
 */
typedef struct
{
  char *name;
  VrVariantTitles titles;
} VrTitled;

/*
 * Jobs and their answers, as in vr-store-task.h.
 */

/** vr_store_task_list_titles: of all variants, which takes some tenths of a millisecond each; none
 * where there is no archive yet. */
void vr_store_task_list_titles (GObject *source, GCancellable *cancellable,
                                GAsyncReadyCallback callback);

/** vr_store_task_list_trash: the same of what is in the trash, saved comparisons too. */
void vr_store_task_list_trash (GObject *source, GCancellable *cancellable,
                               GAsyncReadyCallback callback);

/** vr_store_task_list_titles_finish: of both.  Returns: (transfer full) (element-type VrTitled): in
 * byte order of their names */
GArray *vr_store_task_list_titles_finish (GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
