/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program is about to need of memory, told to the allocator. */
#include "vr-memory.h"

#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Of a huge page on most processors; below a few of them nothing is won. */
#define HUGE_BYTES ((gsize)2 << 20)
#define LEAST_BYTES (4 * HUGE_BYTES)

/* More may never be needed, and the system would have to promise it. */
#define MOST_BYTES ((gsize)256 << 20)

void
vr_memory_expect (gsize n_bytes)
{
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  gsize wanted = MIN (n_bytes, MOST_BYTES);
  char *block;

  if (wanted < LEAST_BYTES)
    return;
  /* All from one heap, which grows in one piece and is not given back in between. */
  mallopt (M_MMAP_THRESHOLD, G_MAXINT);
  mallopt (M_TRIM_THRESHOLD, G_MAXINT);
  block = malloc (wanted + HUGE_BYTES);
  if (block != NULL)
    {
      char *start = block + (HUGE_BYTES - (gsize)block % HUGE_BYTES) % HUGE_BYTES;

      /* Where the system has none, all is as before. */
      (void)!madvise (start, wanted / HUGE_BYTES * HUGE_BYTES, MADV_HUGEPAGE);
    }
  free (block);
#endif
}
