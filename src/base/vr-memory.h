/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program is about to need of memory, told to the allocator. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_memory_expect:
 * @n_bytes: about how much will be needed at once
 *
 * For a program that does one large job and ends: the memory comes in pages of two megabytes where
 * the system has them (Linux: transparent huge pages), and what is freed is kept for what comes
 * next.  A w3s pair of 2 MB took 6 % less processor time so.  For small jobs it does nothing; call
 * it before other threads are there.
 */
void vr_memory_expect (gsize n_bytes);

G_END_DECLS
