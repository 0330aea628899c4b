/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands share: messages, and options with their help. */
#include "vr-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

char *
vr_cli_dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c))
        g_string_append_printf (plain, "\\x%02x", c);
      else
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

/* Names come from anywhere. */
static void
print_error (const char *message)
{
  g_autofree char *plain = vr_cli_dup_plain (message);
  g_autofree char *line = g_strdup_printf ("variorum: %s\n", plain);

  fputs (line, stderr);
}

G_GNUC_PRINTF (1, 0)
static void
print_formatted (const char *format, va_list args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  print_error (message);
}

VrStatus
vr_cli_fail (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_formatted (format, args);
  va_end (args);

  return VR_STATUS_TROUBLE;
}

void
vr_cli_say (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  print_formatted (format, args);
  va_end (args);
}

VrStatus
vr_cli_fail_with (const GError *error)
{
  print_error (error->message);
  return VR_STATUS_TROUBLE;
}

/* GLib leaves the mark of the options' end where an operand behind it begins with a dash. */
static void
drop_separator (int *argc, char **argv)
{
  int at = 1;

  while (at < *argc && !g_str_equal (argv[at], "--"))
    at++;
  if (at == *argc)
    return;
  for (; at < *argc; at++)
    argv[at] = argv[at + 1];
  (*argc)--;
}

gboolean
vr_cli_parse (const char *command, const char *usage, const char *summary, const char *details,
              const GOptionEntry *entries, int *argc, char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("variorum %s", command);

  g_set_prgname (name);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, details);
  if (g_option_context_parse (context, argc, argv, &error))
    {
      drop_separator (argc, *argv);
      return TRUE;
    }
  vr_cli_fail (_ ("%s; see “variorum %s --help”."), error->message, command);
  return FALSE;
}

gboolean
vr_cli_choose_number (const char *option, const char *word, guint least, guint most, guint *value)
{
  guint64 number;

  if (word == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (word, 10, least, most, &number, NULL))
    {
      vr_cli_fail (_ ("--%s cannot be “%s”; it is a number from %u to %u."), option, word, least,
                   most);
      return FALSE;
    }
  *value = (guint)number;
  return TRUE;
}

VrStatus
vr_cli_become (const char *program, char **argv)
{
  /* What is ignored stays ignored in the new program, unlike handlers. */
  signal (SIGPIPE, SIG_DFL);
  signal (SIGXFSZ, SIG_DFL);
  execv (program, argv);
  return vr_cli_fail (_ ("“%s” cannot be started: %s."), program, g_strerror (errno));
}
