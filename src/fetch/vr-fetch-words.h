/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong with a page, in one sentence; for src/fetch only. */
#pragma once

#include "vr-error.h"

G_BEGIN_DECLS

/** vr_fetch_words_set_status: fails with what a server's @status, which is no success, means. */
void vr_fetch_words_set_status (GError **error, const char *url, guint status);

/** vr_fetch_words_take_trouble: fails with what GIO or libsoup says in @trouble (transfer full), in
 * %G_IO_ERROR. */
void vr_fetch_words_take_trouble (GError **error, const char *url, GError *trouble);

G_END_DECLS
