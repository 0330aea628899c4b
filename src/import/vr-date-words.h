/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in running text, in many languages and forms. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VR_DATE_BYTES: room for an ISO 8601 date with a time and zone, and the NUL. */
#define VR_DATE_BYTES 32

/** vr_date_month: the month that @word, in lower case, names or begins; 0 for none. */
guint vr_date_month (const char *word);

/**
 * vr_date_find:
 * @text: where to look
 * @month_first: whether 2/3/2020 is in February, where it could be either
 * @date: filled with the first date, as "2020-02-03", with "T12:30:00+01:00" behind it where the
 *   text goes on so in ISO 8601
 *
 * Days before 1990 and after 2049 are none.
 *
 * Returns: (nullable): where @text goes on behind the date; %NULL if there is none
 */
const char *vr_date_find (const char *text, gboolean month_first, char date[VR_DATE_BYTES]);

/** vr_date_find_in_address: the date in the path of a URL, or %FALSE. */
gboolean vr_date_find_in_address (const char *address, char date[VR_DATE_BYTES]);

G_END_DECLS
