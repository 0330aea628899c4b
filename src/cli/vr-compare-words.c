/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the options of variorum compare say. */
#include "vr-compare-words.h"

#include "vr-cli.h"
#include "vr-report.h"

#include <glib/gi18n.h>

void
vr_compare_words_clear (VrCompareWords *self)
{
  g_free (self->format);
  g_free (self->output);
  g_free (self->context);
  g_free (self->width);
  g_free (self->unit);
  g_free (self->language);
  g_free (self->encoding);
  g_free (self->as);
  g_free (self->paragraphs);
  g_free (self->overrides);
  g_free (self->save);
  g_free (self->colour);
  g_free (self->archive);
  g_free (self->row);
  g_free (self->layout);
  g_free (self->furniture);
}

char *
vr_compare_words_dup_formats (guint flags)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;
  const VrReportFormat *formats = vr_report_peek_formats (&n);

  for (guint i = 0; i < n; i++)
    if ((formats[i].flags & flags) == flags)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", formats[i].name);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
dup_details (void)
{
  g_autofree char *formats = vr_compare_words_dup_formats (0);

  return g_strdup_printf (_ ("FORMAT is one of: %s.\n\n"
                             "The exit status is 0 when nothing differs that counts, 1 when "
                             "something does, 2 on trouble.\n\n"
                             "“variorum difftool --help” tells how git compares with it."),
                          formats);
}

/* How the report is written. */
static void
add_report_entries (VrCompareWords *words, GArray *entries)
{
  const GOptionEntry own[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("Write the report as FORMAT (default: as FILE is called, else text)"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output,
      N_ ("Write to FILE, the whole report or nothing"), N_ ("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &words->force,
      N_ ("Replace FILE where it is there already"), NULL },
    { "context", 0, 0, G_OPTION_ARG_STRING, &words->context,
      N_ ("Show N unchanged paragraphs around each change (default: all)"), "N" },
    { "changes-only", 0, 0, G_OPTION_ARG_NONE, &words->changes_only,
      N_ ("Show changed paragraphs only; the same as --context=0"), NULL },
    { "critical", 0, 0, G_OPTION_ARG_NONE, &words->critical,
      N_ ("Show only paragraphs with critical changes: figures, negations, questions, quotes"),
      NULL },
    { "row", 0, 0, G_OPTION_ARG_STRING, &words->row,
      N_ ("Show ROW alone, a change’s number or a row’s id, in a picture"), N_ ("ROW") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &words->layout,
      N_ ("Put both texts on pages as sides or inline (default: sides)"), "HOW" },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &words->explain, N_ ("Tell what earned each pairing"),
      NULL },
    { "furniture", 0, 0, G_OPTION_ARG_STRING, &words->furniture,
      N_ ("Have what is of the page and not of the article shown or folded (default: auto, as "
          "FORMAT "
          "is)"),
      "HOW" },
    { "hide-quiet", 0, 0, G_OPTION_ARG_NONE, &words->hide_quiet,
      N_ ("Show quiet differences as equal"), NULL },
    { "color", 0, 0, G_OPTION_ARG_STRING, &words->colour,
      N_ ("Use colours auto, always or never (default: auto, and NO_COLOR is heeded)"), "WHEN" },
    { "width", 0, 0, G_OPTION_ARG_STRING, &words->width,
      N_ ("Wrap text at N cells; side by side from 100 (default: the terminal's)"), "N" },
  };

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
}

/* What is compared, and how. */
static void
add_reading_entries (VrCompareWords *words, GArray *entries)
{
  const GOptionEntry own[] = {
    { "ignore-case", 0, 0, G_OPTION_ARG_NONE, &words->ignore_case,
      N_ ("Upper and lower case compare equal"), NULL },
    { "ignore-punctuation", 0, 0, G_OPTION_ARG_NONE, &words->ignore_punctuation,
      N_ ("Punctuation compares equal"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &words->strict,
      N_ ("Quiet differences (quotes' and dashes' style, white space) count as edits"), NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &words->unit,
      N_ ("Mark differences by word or character (default: word)"), "UNIT" },
    { "paragraphs", 0, 0, G_OPTION_ARG_STRING, &words->paragraphs,
      N_ ("Tell paragraphs apart by auto, blank, line or wrapped (default: auto)"), "HOW" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &words->language,
      N_ ("The articles' language, e.g. en (default: detected)"), "CODE" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &words->encoding,
      N_ ("The articles' encoding, e.g. windows-1252 (default: detected)"), "NAME" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &words->as,
      N_ ("What the articles are, e.g. html or text (default: told from them)"), N_ ("FORMAT") },
    { "verbatim", 0, 0, G_OPTION_ARG_NONE, &words->verbatim,
      N_ ("Read texts as they are: nothing is repaired, every paragraph is compared"), NULL },
    { "overrides", 0, 0, G_OPTION_ARG_FILENAME, &words->overrides,
      N_ ("Read from FILE which paragraphs must, and must not, be paired"), N_ ("FILE") },
    { "save", 0, 0, G_OPTION_ARG_FILENAME, &words->save,
      N_ ("Save the comparison to FILE too, with both texts, to be opened again"), N_ ("FILE") },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words->archive,
      N_ ("Take versions from the archive FOLDER (default: your own)"), N_ ("FOLDER") },
  };

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
}

gboolean
vr_compare_words_parse (VrCompareWords *self, VrCliFetch *fetch, int *argc, char ***argv)
{
  g_autofree char *details = dup_details ();
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  GOptionEntry fetching = vr_cli_fetch_option (fetch);

  add_report_entries (self, entries);
  add_reading_entries (self, entries);
  g_array_append_val (entries, fetching);
  return vr_cli_parse (
      "compare", "OLD NEW | FILE",
      _ ("Tells what became of each paragraph and each word of OLD in NEW.\n"
         "OLD and NEW are files, one of which may be “-”, standard input, or web addresses.\n"
         "Or versions in the archive: STORY/VARIANT@3, as “variorum log” lists them.\n"
         "FILE is a saved comparison, whose options hold where none is given."),
      details, (const GOptionEntry *)(gpointer)entries->data, argc, argv);
}
