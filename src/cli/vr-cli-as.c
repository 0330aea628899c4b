/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The option --as: what an article is, where its reader knows better. */
#include "vr-cli-as.h"

#include "vr-article-reading.h"
#include "vr-cli.h"

#include <glib/gi18n.h>

GOptionEntry
vr_cli_as_option (char **as)
{
  return (GOptionEntry){ "as",
                         0,
                         0,
                         G_OPTION_ARG_STRING,
                         as,
                         N_ ("What the input is: text, html, docx, odt, epub, pdf or markdown "
                             "(default: told from it)"),
                         "FORMAT" };
}

gboolean
vr_cli_check_as (const char *as)
{
  const char *const *names = vr_format_get_names ();
  g_autofree char *known = g_strjoinv (", ", (char **)names);

  if (as == NULL || g_strv_contains (names, as))
    return TRUE;
  vr_cli_fail (_ ("--%s cannot be “%s”; it is one of: %s."), "as", as, known);
  return FALSE;
}
