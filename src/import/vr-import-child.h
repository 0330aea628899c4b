/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process that reads one source: it gives all rights up first. */
#pragma once

#include "vr-import-format.h"
#include "vr-import-protocol.h"

G_BEGIN_DECLS

/** VR_IMPORT_CHILD_NO_MEMORY: the exit status where there was not enough. */
#define VR_IMPORT_CHILD_NO_MEMORY 3

/**
 * vr_import_child_run:
 * @out: gets a VrImportAnswerHead, without its length, and what it tells of
 *
 * For a process that was forked for this: it does not return.
 */
G_NORETURN void vr_import_child_run (const VrImportRequest *request, const VrImportFormat *format,
                                     int out);

G_END_DECLS
