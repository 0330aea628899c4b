/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who made the program, under which licence, and what is new in it. */
#include "vr-about.h"

#include "config.h"
#include "vr-button-names.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WEBSITE "https://github.com/variorum/variorum"

/* What the metainfo says of the newest version; tests/data holds them to each other. */
#define RELEASE_NOTES                                                                              \
  N_ ("The first version: comparing two texts in the window and in the terminal.")

void
vr_about_show (GtkWindow *parent)
{
  const char *const developers[] = { "The Variorum contributors " WEBSITE "/graphs/contributors",
                                     NULL };
  GtkWindow *window;
  g_autofree char *notes = g_markup_printf_escaped ("<p>%s</p>", _ (RELEASE_NOTES));

  window = g_object_new (
      ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "application-name", _ ("Variorum"),
      "application-icon", VR_APP_ID, "version", VR_VERSION, "release-notes-version", VR_VERSION,
      "release-notes", notes, "developer-name", _ ("The Variorum contributors"), "developers",
      developers, "comments", _ ("See what became of every paragraph of an article."),
      "license-type", GTK_LICENSE_GPL_3_0, "website", WEBSITE, "issue-url", WEBSITE "/issues",
      "copyright", "© 2026 The Variorum contributors",
      /* Translators: put your names here, one a line, as they shall stand under “About”. */
      "translator-credits", _ ("translator-credits"), NULL);
  vr_button_names_mend (GTK_WIDGET (window), NULL);
  gtk_window_present (window);
}
