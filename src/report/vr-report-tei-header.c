/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of a TEI document: witnesses, how they are encoded, what moved. */
#include "vr-report-markup.h"
#include "vr-report-summary.h"
#include "vr-report-role.h"
#include "vr-report-tei-private.h"

#include <glib/gi18n-lib.h>

/* Of XML Schema's dateTime, whose zones have minutes, unlike those of GLib's ISO 8601. */
#define W3C_TIME "%Y-%m-%dT%H:%M:%S%:z"

const char *
vr_tei_get_witness (VrSide side)
{
  return side == VR_SIDE_OLD ? "old" : "new";
}

gboolean
vr_tei_has_row (const VrTeiWriter *self, guint row)
{
  return self->walk->shown == NULL
         || self->walk->shown[vr_comparison_get_row_place (self->comparison, row)];
}

void
vr_tei_put_format (const VrTeiWriter *self, const char *format, const char *word)
{
  const char *at = strstr (format, "%s");

  g_return_if_fail (at != NULL);

  vr_output_write (self->output, format, (gsize)(at - format));
  vr_output_put (self->output, word);
  vr_output_put (self->output, at + strlen ("%s"));
}

void
vr_tei_put_element (const VrTeiWriter *self, const char *start, const char *text, const char *end)
{
  if (text == NULL || *text == '\0')
    return;
  vr_output_put (self->output, start);
  vr_markup_put_string (self->output, text);
  vr_output_put (self->output, end);
}

void
vr_tei_put_date (const VrTeiWriter *self, const char *time)
{
  g_autoptr (GDateTime) parsed = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autofree char *when = parsed != NULL ? g_date_time_format (parsed, W3C_TIME) : NULL;

  if (time == NULL)
    return;
  vr_output_put (self->output, "<date");
  vr_markup_put_attribute (self->output, "when", when);
  vr_tei_put_element (self, ">", time, "</date>\n");
}

static void
put_witness (const VrTeiWriter *self, VrSide side)
{
  const VrReportInfo *info = self->options->info;
  const VrReportWitness *known = info != NULL ? &info->witnesses[side] : NULL;
  const VrText *text = vr_article_get_text (vr_comparison_get_article (self->comparison, side));
  g_autofree char *title = vr_report_dup_witness_title (info, self->comparison, side);
  g_autofree char *name = vr_report_dup_witness_name (info, self->comparison, side);

  vr_tei_put_format (self, "<witness xml:id=\"%s\"><bibl>\n", vr_tei_get_witness (side));
  vr_tei_put_element (self, "<title>", title, "</title>\n");
  vr_tei_put_element (self, "<author>", known != NULL ? known->author : NULL, "</author>\n");
  vr_tei_put_date (self, known != NULL ? known->time : NULL);
  vr_tei_put_element (self, "<idno type=\"name\">", name, "</idno>\n");
  if (text != NULL)
    vr_tei_put_element (self, "<idno type=\"SHA-256\">", vr_text_get_sha256 (text), "</idno>\n");
  vr_tei_put_element (self, "<idno type=\"commit\">", known != NULL ? known->commit : NULL,
                      "</idno>\n");
  vr_tei_put_element (self, "<idno type=\"source\">", known != NULL ? known->url : NULL,
                      "</idno>\n");
  vr_output_put (self->output, "</bibl></witness>\n");
}

static void
put_notes (const VrTeiWriter *self)
{
  g_autofree char *summary = vr_report_dup_summary (self->comparison);
  g_autofree char *words = vr_report_dup_words_summary (self->comparison);
  g_autofree char *critical = vr_report_dup_critical_summary (self->comparison);
  g_autofree char *quiet = vr_report_dup_quiet_summary (self->comparison);

  vr_output_put (self->output, "<notesStmt>\n");
  vr_tei_put_element (self, "<note type=\"summary\">", summary, "</note>\n");
  vr_tei_put_element (self, "<note type=\"summary\">", words, "</note>\n");
  vr_tei_put_element (self, "<note type=\"summary\">", critical, "</note>\n");
  vr_tei_put_element (self, "<note type=\"summary\">", quiet, "</note>\n");
  vr_output_put (self->output, "</notesStmt>\n");
}

static void
put_file_description (const VrTeiWriter *self)
{
  const VrReportInfo *info = self->options->info;
  g_autofree char *title = vr_report_dup_witness_title (info, self->comparison, VR_SIDE_NEW);
  g_autofree char *old_name = vr_report_dup_witness_name (info, self->comparison, VR_SIDE_OLD);
  g_autofree char *new_name = vr_report_dup_witness_name (info, self->comparison, VR_SIDE_NEW);
  g_autofree char *names = g_strdup_printf ("%s → %s", old_name, new_name);
  g_autoptr (GDateTime) time = vr_report_dup_time (info);
  g_autofree char *when = time != NULL ? g_date_time_format (time, W3C_TIME) : NULL;

  vr_output_put (self->output, "<fileDesc>\n<titleStmt>\n");
  vr_tei_put_element (self, "<title>", title, "</title>\n");
  vr_tei_put_element (self, "<title type=\"sub\">", names, "</title>\n");
  vr_output_put (self->output, "</titleStmt>\n<publicationStmt>\n");
  vr_tei_put_element (self, "<p>", _ ("Made by Variorum from the two versions named below."),
                      "</p>\n");
  if (when != NULL)
    {
      vr_output_put (self->output, "<p>");
      vr_tei_put_date (self, when);
      vr_output_put (self->output, "</p>\n");
    }
  vr_output_put (self->output, "</publicationStmt>\n");
  put_notes (self);
  vr_output_put (self->output, "<sourceDesc><listWit>\n");
  put_witness (self, VR_SIDE_OLD);
  put_witness (self, VR_SIDE_NEW);
  vr_output_put (self->output, "</listWit></sourceDesc>\n</fileDesc>\n");
}

static void
put_taxonomy (const VrTeiWriter *self, const char *id, const char *(*get_nick) (guint), guint n)
{
  vr_tei_put_format (self, "<taxonomy xml:id=\"%s\">\n", id);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *category = g_strconcat (id, "-", get_nick (i), NULL);

      vr_tei_put_format (self, "<category xml:id=\"%s\">", category);
      vr_tei_put_format (self, "<catDesc>%s</catDesc></category>\n", get_nick (i));
    }
  vr_output_put (self->output, "</taxonomy>\n");
}

static const char *
get_kind_nick (guint kind)
{
  return vr_row_kind_get_nick ((VrRowKind)kind);
}

static const char *
get_role_nick (guint role)
{
  return vr_role_get_nick ((VrRole)role);
}

static gboolean
has_roles (const VrTeiWriter *self)
{
  guint n_rows = vr_comparison_get_n_rows (self->comparison);

  for (guint i = 0; i < n_rows; i++)
    if (vr_report_get_row_role (self->comparison, i) != VR_ROLE_BODY)
      return TRUE;

  return FALSE;
}

static void
put_encoding (const VrTeiWriter *self)
{
  gboolean is_whole = self->walk->shown == NULL && self->options->quiet;

  vr_output_put (self->output,
                 "<encodingDesc>\n"
                 "<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>\n"
                 "<editorialDecl>\n");
  vr_tei_put_element (
      self, "<p>",
      _ ("A witness is the text of the paragraphs without what stands in an apparatus entry, but "
         "with its own reading there. Each paragraph of a witness begins at a milestone that names "
         "the witness and has the paragraph’s number; the numbers give the order. A glyph stands "
         "for the character that its attribute n names."),
      "</p>\n");
  if (!is_whole)
    vr_tei_put_element (self, "<p>",
                        _ ("Something is left out here, as the reader asked, so that the witnesses "
                           "are not complete."),
                        "</p>\n");
  vr_output_put (self->output, "</editorialDecl>\n<classDecl>\n");
  put_taxonomy (self, "fate", get_kind_nick, VR_N_ROW_KINDS);
  put_taxonomy (self, "quiet", vr_quiet_get_nick, VR_N_QUIET);
  if (has_roles (self))
    put_taxonomy (self, "role", get_role_nick, VR_N_ROLES);
  vr_output_put (self->output, "</classDecl>\n</encodingDesc>\n");
}

static int
compare_old_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  VrRow left = vr_comparison_get_row (user_data, *(const guint32 *)a);
  VrRow right = vr_comparison_get_row (user_data, *(const guint32 *)b);

  return (left.old_paragraphs[0] > right.old_paragraphs[0])
         - (left.old_paragraphs[0] < right.old_paragraphs[0]);
}

/* Rows in the order of the old witness, or none where they stand in it already. */
static GArray *
find_order (const VrTeiWriter *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_rows = vr_comparison_get_n_rows (self->comparison);
  gboolean has_moved = FALSE;

  for (guint32 i = 0; i < n_rows; i++)
    {
      VrRow row = vr_comparison_get_row (self->comparison, i);

      has_moved |= row.moved;
      if (row.n_old > 0 && vr_tei_has_row (self, i))
        g_array_append_val (rows, i);
    }
  if (!has_moved || rows->len < 2)
    g_array_set_size (rows, 0);
  g_array_sort_with_data (rows, compare_old_places, (gpointer)self->comparison);

  return rows;
}

static void
put_profile (const VrTeiWriter *self)
{
  g_autoptr (GArray) order = find_order (self);

  if (order->len == 0)
    return;
  vr_output_put (self->output, "<profileDesc>\n<listTranspose>\n<transpose corresp=\"#old\">\n");
  for (guint i = 0; i < order->len; i++)
    {
      g_autofree char *id =
          vr_comparison_dup_row_id (self->comparison, g_array_index (order, guint32, i));

      vr_tei_put_format (self, "<ptr target=\"#row-%s\"/>\n", id);
    }
  vr_output_put (self->output, "</transpose>\n</listTranspose>\n</profileDesc>\n");
}

void
vr_tei_put_header (const VrTeiWriter *self)
{
  vr_output_put (self->output, "<teiHeader>\n");
  put_file_description (self);
  put_encoding (self);
  put_profile (self);
  vr_output_put (self->output, "</teiHeader>\n");
}
