/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the terminal can show. */
#include "vr-terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

/* Lines of prose over 100 cells are hard to read, so two columns need no more than this. */
#define TERMINAL_MAX_WIDTH 203

guint
vr_terminal_get_width (int fd)
{
  struct winsize size;
  guint64 columns;

  if (isatty (fd) && ioctl (fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return MIN (size.ws_col, TERMINAL_MAX_WIDTH);
  if (g_getenv ("COLUMNS") != NULL
      && g_ascii_string_to_unsigned (g_getenv ("COLUMNS"), 10, 1, G_MAXUINT16, &columns, NULL))
    return MIN ((guint)columns, TERMINAL_MAX_WIDTH);
  return VR_TERMINAL_DEFAULT_WIDTH;
}

gboolean
vr_terminal_wants_colour (int fd)
{
  const char *no_colour = g_getenv ("NO_COLOR");
  const char *type = g_getenv ("TERM");

  return isatty (fd) && (no_colour == NULL || *no_colour == '\0') && type != NULL && *type != '\0'
         && !g_str_equal (type, "dumb");
}
