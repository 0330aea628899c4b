/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a slow command is: a line on the terminal, while it lasts. */
#include "vr-cli-progress.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

/* What is done sooner needs no word. */
#define QUIET_US (300 * 1000)

/* The format is no literal here, so no function of printf's kind is given it. */
static char *
dup_line (const char *format, guint percent)
{
  g_autofree char *number = g_strdup_printf ("%u", percent);
  GString *line = g_string_new (format);

  g_string_replace (line, "%u", number, 1);
  g_string_replace (line, "%%", "%", 1);

  return g_string_free (line, FALSE);
}

static void
show (double fraction, gpointer data)
{
  VrCliProgress *self = data;
  g_autofree char *line = NULL;

  if (g_get_monotonic_time () - self->began_us < QUIET_US)
    return;
  line = dup_line (self->format, (guint)floor (fraction * 100));
  fprintf (stderr, "\r%s", line);
  fflush (stderr);
  self->n_columns = MAX (self->n_columns, g_utf8_strlen (line, -1));
}

VrProgress
vr_cli_progress_begin (VrCliProgress *self, const char *format)
{
  *self = (VrCliProgress){ .format = format, .began_us = g_get_monotonic_time () };

  return (VrProgress){ isatty (STDERR_FILENO) ? show : NULL, self };
}

void
vr_cli_progress_end (VrCliProgress *self)
{
  if (self->n_columns > 0)
    fprintf (stderr, "\r%*s\r", (int)self->n_columns, "");
  self->n_columns = 0;
}
