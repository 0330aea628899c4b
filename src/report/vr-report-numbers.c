/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in words for people: "15,200 the same". */
#include "vr-report-numbers.h"

#include <locale.h>

void
vr_report_numbers_use_locale (void)
{
  setlocale (LC_NUMERIC, "");
  /* The C library prints them as they stand in the locale, whatever is around them. */
  if (!g_utf8_validate (localeconv ()->thousands_sep, -1, NULL))
    setlocale (LC_NUMERIC, "C");
}
