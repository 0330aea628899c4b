/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who did something, as git writes it. */
#include "vr-person.h"

#define PERSON_BREAKERS "<>\n"

char *
vr_person_dup_own (void)
{
  g_autofree char *name = g_strdup (g_get_real_name ());
  g_autofree char *address = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());

  g_strdelimit (name, PERSON_BREAKERS, ' ');
  g_strdelimit (address, PERSON_BREAKERS " ", '-');

  return g_strdup_printf ("%s <%s>", g_strstrip (name), address);
}

void
vr_person_append (GString *commit, const char *role, const char *person, GDateTime *time)
{
  g_autofree char *own = person == NULL ? vr_person_dup_own () : NULL;
  gint64 minutes = g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE;

  g_string_append_printf (commit, "%s %s %" G_GINT64_FORMAT " %c%02d%02d\n", role,
                          person != NULL ? person : own, MAX (0, g_date_time_to_unix (time)),
                          minutes < 0 ? '-' : '+', (int)(ABS (minutes) / 60),
                          (int)(ABS (minutes) % 60));
}
