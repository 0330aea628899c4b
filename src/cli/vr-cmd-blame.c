/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum blame: which version brought each sentence. */
#include "vr-cli-archive.h"
#include "vr-history-blame.h"
#include "vr-json-writer.h"
#include "vr-styled-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A sentence is a line, however long: other programs cut lines too. */
#define LINE_CELLS (G_MAXUINT / 2)

static VrSlice
peek_sentence (const VrHistoryBlame *blame, const VrBlamedSentence *sentence)
{
  VrSlice paragraph =
      vr_article_get_paragraph_text (vr_history_blame_get_article (blame), sentence->paragraph);

  return (VrSlice){ paragraph.text + sentence->span.from, sentence->span.to - sentence->span.from };
}

static void
append_margin (GString *line, const VrHistoryBlame *blame, const VrBlamedSentence *sentence)
{
  const VrVersionText *version = vr_history_blame_peek_version (blame, sentence->brought);
  g_autoptr (GDateTime) time = vr_version_text_dup_time (version->published, version->zone_minutes);
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");
  g_autofree char *last = g_strdup_printf ("%u", vr_history_blame_get_n_versions (blame));
  g_autofree char *changed =
      sentence->changed != sentence->brought ? g_strdup_printf ("(%u)", sentence->changed) : NULL;
  int width = (int)strlen (last);

  g_string_printf (line, "%*u %-*s  %.7s  %s  ", width, sentence->brought, width + 2,
                   changed != NULL ? changed : "", version->id, day);
}

/* A blank line stands between paragraphs. */
static void
write_text (const VrHistoryBlame *blame, VrOutput *output)
{
  g_autoptr (VrStyledText) styled = vr_styled_text_new (FALSE);
  g_autoptr (GString) line = g_string_new (NULL);
  guint n, n_lines;
  const VrBlamedSentence *sentences = vr_history_blame_peek_sentences (blame, &n);

  for (guint i = 0; i < n; i++)
    {
      VrSlice text = peek_sentence (blame, &sentences[i]);

      if (i > 0 && sentences[i].paragraph != sentences[i - 1].paragraph)
        vr_output_put (output, "\n");
      append_margin (line, blame, &sentences[i]);
      vr_styled_text_clear (styled);
      vr_styled_text_append (styled, VR_STYLE_PLAIN, line->str, line->len);
      vr_styled_text_append (styled, VR_STYLE_PLAIN, text.text, text.n_bytes);
      vr_styled_text_write_line (styled, vr_styled_text_wrap (styled, LINE_CELLS, NULL, &n_lines),
                                 output);
      vr_output_put (output, "\n");
    }
}

static void
write_versions (const VrHistoryBlame *blame, VrJsonWriter *json)
{
  guint n = vr_history_blame_get_n_versions (blame);

  vr_json_writer_name (json, "versions");
  vr_json_writer_begin (json, '[');
  for (guint i = 1; i <= n; i++)
    {
      const VrVersionText *version = vr_history_blame_peek_version (blame, i);

      vr_json_writer_break_line (json);
      vr_cli_write_version (json, i, version->id, version->published, version->zone_minutes);
    }
  vr_json_writer_end (json, ']');
}

static void
write_sentences (const VrHistoryBlame *blame, VrJsonWriter *json)
{
  guint n;
  const VrBlamedSentence *sentences = vr_history_blame_peek_sentences (blame, &n);

  vr_json_writer_name (json, "sentences");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < n; i++)
    {
      VrSlice text = peek_sentence (blame, &sentences[i]);

      vr_json_writer_break_line (json);
      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "paragraph", uint, sentences[i].paragraph);
      vr_json_writer_name (json, "text");
      vr_json_writer_slice (json, text.text, text.n_bytes);
      vr_json_writer_put (json, "brought", uint, sentences[i].brought);
      vr_json_writer_put (json, "changed", uint, sentences[i].changed);
      vr_json_writer_put (json, "origin", uint, sentences[i].origin);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

static VrStatus
write_blame (const VrHistoryBlame *blame, gboolean is_json)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  if (is_json)
    {
      vr_json_writer_begin (&json, '{');
      write_versions (blame, &json);
      write_sentences (blame, &json);
      vr_json_writer_end (&json, '}');
      return vr_cli_close_line (output, VR_STATUS_DONE);
    }
  write_text (blame, output);
  return vr_cli_close (output, VR_STATUS_DONE);
}

VrStatus
vr_cmd_blame (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrHistoryBlame) blame = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  if (!vr_cli_parse_words (&words, "blame", "STORY/VARIANT[@VERSION]",
                           _ ("Prints each sentence of a version behind the version that brought "
                              "it: the first one\nthat has it. In brackets: since which version it "
                              "has stood there, where it was gone\nor different in between."),
                           &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 2 || strchr (argv[1], '/') == NULL)
    return vr_cli_fail (_ ("blame needs one variant or version, such as STORY/VARIANT@3."));
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  id = vr_version_resolve (archive, argv[1], &error);
  name = g_strndup (argv[1], strcspn (argv[1], "@"));
  /* A saved comparison has no text, and says so. */
  text = id != NULL ? vr_version_read_text (archive, id, &error) : NULL;
  blame = text != NULL ? vr_history_blame_new (archive, name, id, NULL, NULL, &error) : NULL;
  return blame != NULL ? write_blame (blame, words.is_json) : vr_cli_fail_with (error);
}
