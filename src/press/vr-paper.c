/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper that people have where the reader lives. */
#include "vr-paper.h"

#include <langinfo.h>
#include <locale.h>

#define POINTS_PER_MM (72 / 25.4)
#define LETTER_HEIGHT_MM 279

/* LC_PAPER is the GNU library's, which tells a number in place of a text. */
static int
get_height_mm (void)
{
#ifdef __GLIBC__
  return (int)(gintptr)nl_langinfo (_NL_PAPER_HEIGHT);
#else
  return 0;
#endif
}

void
vr_paper_use_locale (void)
{
#ifdef __GLIBC__
  setlocale (LC_PAPER, "");
#endif
}

static gboolean
is_letter (void)
{
  return get_height_mm () == LETTER_HEIGHT_MM;
}

void
vr_paper_get_size (double *width_pt, double *height_pt)
{
  *width_pt = is_letter () ? 612 : 210 * POINTS_PER_MM;
  *height_pt = is_letter () ? 792 : 297 * POINTS_PER_MM;
}

const char *
vr_paper_get_name (void)
{
  return is_letter () ? "letter" : "A4";
}
