/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one JSON object, data/variorum-comparison-1.schema.json. */
#include "vr-report-json.h"

#include "config.h"

#include "vr-article-json.h"
#include "vr-compare.h"
#include "vr-options-json.h"
#include "vr-overrides-json.h"
#include "vr-report-manifest.h"
#include "vr-report-role.h"
#include "vr-versions.h"

void
vr_report_json_write_engine (VrJsonWriter *json)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "program", string, VR_ENGINE_NAME);
  vr_json_writer_put (json, "version", string, VR_VERSION);
  vr_json_writer_put (json, "weights", string, VR_ALIGN_WEIGHTS);
  vr_json_writer_put (json, "icu", string, vr_versions_get_icu ());
  vr_json_writer_put (json, "unicode", string, vr_versions_get_unicode ());
  vr_json_writer_end (json, '}');
}

static void
write_options (VrJsonWriter *json, const VrComparison *comparison, const VrReportOptions *report)
{
  vr_json_writer_begin (json, '{');
  vr_options_write_json (vr_comparison_get_options (comparison), json);
  vr_json_writer_name (json, "context");
  if (report->context == VR_REPORT_ALL)
    vr_json_writer_null (json);
  else
    vr_json_writer_uint (json, report->context);
  vr_json_writer_put (json, "critical", boolean, report->critical);
  if (report->furniture != VR_REPORT_FURNITURE_AUTO)
    vr_json_writer_put (json, "furniture", string,
                        vr_report_furniture_get_nick (report->furniture));
  vr_json_writer_name (json, "overrides");
  vr_overrides_write_json (vr_comparison_get_overrides (comparison), json);
  vr_json_writer_end (json, '}');
}

static void
write_paragraph (VrJsonWriter *json, const VrComparison *comparison, VrSide side, guint index)
{
  const VrArticle *article = vr_comparison_get_article (comparison, side);
  VrParagraph paragraph = vr_article_get_paragraph (article, index);
  VrRole role = vr_comparison_get_role (comparison, side, index);

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "index", uint, index);
  vr_json_writer_put (json, "line", uint, vr_article_get_source_line (article, index));
  vr_json_writer_name (json, "lines");
  vr_json_writer_begin (json, '[');
  vr_json_writer_uint (json, paragraph.first_line);
  vr_json_writer_uint (json, paragraph.last_line);
  vr_json_writer_end (json, ']');
  vr_json_writer_put (json, "from", uint, paragraph.from);
  vr_json_writer_put (json, "to", uint, paragraph.to);
  vr_json_writer_put (json, "role", string, vr_role_get_nick (role));
  vr_json_writer_put (json, "compared", boolean, !vr_role_is_furniture (role));
  vr_json_writer_put (json, "reason", string, vr_report_peek_role_reason (comparison, side, index));
  vr_json_writer_put (json, "text", slice, paragraph.text, paragraph.n_bytes);
  vr_article_write_spans (article, index, vr_comparison_get_dateline (comparison, side, index),
                          json);
  vr_json_writer_end (json, '}');
}

/* A path may be in any bytes; JSON is UTF-8. */
static void
write_path (VrJsonWriter *json, const char *path)
{
  g_autofree char *valid = g_utf8_make_valid (path, -1);

  vr_json_writer_put (json, "path", string, valid);
}

static void
write_source (VrJsonWriter *json, const VrText *text)
{
  if (text == NULL)
    return;
  write_path (json, vr_text_get_name (text));
  vr_json_writer_name (json, "sha256");
  vr_json_writer_string (json, vr_text_get_sha256 (text));
  vr_json_writer_put (json, "bytes", uint, vr_text_get_source_bytes (text));
  vr_json_writer_put (json, "encoding", string, vr_text_get_encoding (text));
  vr_json_writer_put (json, "decided_by", string, vr_text_get_decided_by (text));
  vr_json_writer_put (json, "replaced", uint, vr_text_get_n_replaced (text));
}

static void
write_side (VrJsonWriter *json, const VrComparison *comparison, VrSide side)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);

  vr_json_writer_begin (json, '{');
  write_source (json, vr_article_get_text (article));
  vr_json_writer_put (json, "language", string, vr_article_get_language (article));
  vr_json_writer_put (json, "title", string, vr_article_get_title (article));
  vr_json_writer_put (json, "cut", string,
                      vr_paragraph_mode_get_nick (vr_article_get_paragraph_mode (article)));
  vr_article_write_repairs (article, json);
  vr_json_writer_name (json, "paragraphs");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < vr_article_get_n_paragraphs (article); i++)
    {
      vr_json_writer_break_line (json);
      write_paragraph (json, comparison, side, i);
    }
  vr_json_writer_end (json, ']');
  vr_json_writer_end (json, '}');
}

static void
write_indexes (VrJsonWriter *json, const guint32 *indexes, guint32 n)
{
  vr_json_writer_begin (json, '[');
  for (guint32 i = 0; i < n; i++)
    vr_json_writer_uint (json, indexes[i]);
  vr_json_writer_end (json, ']');
}

static void
write_explanation (VrJsonWriter *json, const float *terms)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < VR_ALIGN_N_TERMS; i++)
    if (terms[i] != 0)
      {
        vr_json_writer_begin (json, '{');
        vr_json_writer_put (json, "term", string, vr_align_term_get_nick ((VrAlignTerm)i));
        vr_json_writer_put (json, "weight", number, terms[i]);
        vr_json_writer_end (json, '}');
      }
  vr_json_writer_end (json, ']');
}

static void
write_sentence_side (VrJsonWriter *json, const VrArticle *article, guint32 index, VrSpan span)
{
  if (index == VR_NO_PARAGRAPH)
    vr_json_writer_null (json);
  else
    vr_json_writer_slice (json, vr_article_get_paragraph_text (article, index).text + span.from,
                          span.to - span.from);
}

static void
write_sentence_place (VrJsonWriter *json, guint32 index, VrSpan span)
{
  if (index == VR_NO_PARAGRAPH)
    {
      vr_json_writer_null (json);
      return;
    }
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "paragraph", uint, index);
  vr_json_writer_put (json, "from", uint, span.from);
  vr_json_writer_put (json, "to", uint, span.to);
  vr_json_writer_end (json, '}');
}

static void
write_sentences (VrJsonWriter *json, const VrComparison *comparison, const VrRow *row)
{
  const VrArticle *old_article = vr_comparison_get_article (comparison, VR_SIDE_OLD);
  const VrArticle *new_article = vr_comparison_get_article (comparison, VR_SIDE_NEW);

  vr_json_writer_begin (json, '[');
  for (guint32 i = 0; i < row->n_sentences; i++)
    {
      const VrSentence *sentence = &row->sentences[i];

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "fate", string, vr_sentence_fate_get_nick (sentence->fate));
      vr_json_writer_name (json, "old");
      write_sentence_side (json, old_article, sentence->old_paragraph, sentence->old_span);
      vr_json_writer_name (json, "new");
      write_sentence_side (json, new_article, sentence->new_paragraph, sentence->new_span);
      vr_json_writer_name (json, "old_at");
      write_sentence_place (json, sentence->old_paragraph, sentence->old_span);
      vr_json_writer_name (json, "new_at");
      write_sentence_place (json, sentence->new_paragraph, sentence->new_span);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

static void
write_piece (VrJsonWriter *json, const VrPiece *piece, VrSlice old_text, VrSlice new_text)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "op", string, vr_piece_op_get_nick (piece->op));
  if (piece->op != VR_PIECE_INSERT)
    {
      vr_json_writer_put (json, "old", slice, old_text.text + piece->old_span.from,
                          piece->old_span.to - piece->old_span.from);
    }
  if (piece->op != VR_PIECE_DELETE)
    {
      vr_json_writer_put (json, "new", slice, new_text.text + piece->new_span.from,
                          piece->new_span.to - piece->new_span.from);
    }
  if (piece->op == VR_PIECE_QUIET)
    {
      vr_json_writer_name (json, "quiet");
      vr_quiet_write_json (piece->quiet, json);
    }
  vr_json_writer_end (json, '}');
}

static void
write_critical_side (VrJsonWriter *json, VrSlice text, VrSpan span)
{
  if (span.from == span.to)
    vr_json_writer_null (json);
  else
    vr_json_writer_slice (json, text.text + span.from, span.to - span.from);
}

/* Bytes of the row's text are turned into a paragraph's: no critical change spans two. */
static void
write_critical_place (VrJsonWriter *json, const VrArticle *article, const guint32 *paragraphs,
                      guint32 n_paragraphs, VrSpan span)
{
  guint32 start = 0;

  for (guint32 i = 0; i < n_paragraphs; i++)
    {
      guint32 n_bytes = (guint32)vr_article_get_paragraph_text (article, paragraphs[i]).n_bytes;

      if (span.to <= start + n_bytes && span.from < span.to)
        {
          write_sentence_place (json, paragraphs[i],
                                (VrSpan){ span.from - start, span.to - start });
          return;
        }
      start += n_bytes + strlen (VR_PARAGRAPH_SEPARATOR);
    }
  vr_json_writer_null (json);
}

static void
write_critical (VrJsonWriter *json, const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  const VrArticle *old_article = vr_comparison_get_article (comparison, VR_SIDE_OLD);
  const VrArticle *new_article = vr_comparison_get_article (comparison, VR_SIDE_NEW);
  g_auto (VrReportTexts) texts;

  vr_report_texts_init (&texts, comparison, index);
  vr_json_writer_begin (json, '[');
  for (guint32 i = 0; i < row.n_critical; i++)
    {
      const VrCriticalChange *change = &row.criticals[i];

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "kind", string,
                          vr_critical_get_nick ((guint)g_bit_nth_lsf (change->kind, -1)));
      vr_json_writer_name (json, "old");
      write_critical_side (json, texts.sides[VR_SIDE_OLD], change->old_span);
      vr_json_writer_name (json, "new");
      write_critical_side (json, texts.sides[VR_SIDE_NEW], change->new_span);
      vr_json_writer_name (json, "old_at");
      write_critical_place (json, old_article, row.old_paragraphs, row.n_old, change->old_span);
      vr_json_writer_name (json, "new_at");
      write_critical_place (json, new_article, row.new_paragraphs, row.n_new, change->new_span);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

static void
write_words (VrJsonWriter *json, const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  g_auto (VrReportTexts) texts;

  vr_report_texts_init (&texts, comparison, index);
  vr_json_writer_begin (json, '[');
  for (guint32 i = 0; i < row.n_pieces; i++)
    write_piece (json, &row.pieces[i], texts.sides[VR_SIDE_OLD], texts.sides[VR_SIDE_NEW]);
  vr_json_writer_end (json, ']');
}

static void
write_row (VrJsonWriter *json, const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  g_autofree char *id = vr_comparison_dup_row_id (comparison, index);

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "id", string, id);
  vr_json_writer_put (json, "kind", string, vr_row_kind_get_nick (row.kind));
  vr_json_writer_put (json, "moved", boolean, row.moved);
  if (row.moved)
    {
      vr_json_writer_put (json, "moved_by", int, vr_comparison_get_moved_by (comparison, index));
    }
  if (vr_comparison_is_furniture (comparison, index))
    {
      vr_json_writer_put (json, "furniture", boolean, TRUE);
    }
  vr_json_writer_name (json, "old");
  write_indexes (json, row.old_paragraphs, row.n_old);
  vr_json_writer_name (json, "new");
  write_indexes (json, row.new_paragraphs, row.n_new);
  vr_json_writer_put (json, "score", number, row.score);
  vr_json_writer_name (json, "explanation");
  write_explanation (json, row.terms);
  vr_json_writer_name (json, "quiet");
  vr_quiet_write_json (row.quiet, json);
  vr_json_writer_name (json, "critical");
  if (row.n_critical > 0)
    write_critical (json, comparison, index);
  else
    vr_json_writer_empty_list (json);
  vr_json_writer_name (json, "sentences");
  write_sentences (json, comparison, &row);
  if (row.n_pieces > 0)
    {
      vr_json_writer_name (json, "words");
      write_words (json, comparison, index);
    }
  vr_json_writer_end (json, '}');
}

/* The rows in their own order; a reference is no row. */
static void
write_rows (VrJsonWriter *json, const VrComparison *comparison, const VrReportOptions *options)
{
  g_auto (VrReportWalk) walk;
  VrPlace place;
  VrSkipped skipped;

  vr_json_writer_begin (json, '[');
  vr_report_walk_init_exact (&walk, comparison, options);
  while (vr_report_walk_next (&walk, &place, &skipped) && !vr_output_has_failed (json->output))
    if (!place.is_reference)
      {
        vr_json_writer_break_line (json);
        write_row (json, comparison, place.row);
      }
  vr_json_writer_end (json, ']');
}

void
vr_report_json_write_rows (VrJsonWriter *json, const VrComparison *comparison)
{
  const VrReportOptions all = VR_REPORT_OPTIONS_INIT;

  write_rows (json, comparison, &all);
}

static void
write_word_counts (VrJsonWriter *json, const VrSummary *summary)
{
  const VrWordCounts *old_words = &summary->words[VR_SIDE_OLD];
  const VrWordCounts *new_words = &summary->words[VR_SIDE_NEW];

  vr_json_writer_begin (json, '{');
  vr_json_writer_name (json, "old");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "equal", uint, old_words->equal);
  vr_json_writer_put (json, "removed", uint, old_words->changed);
  vr_json_writer_put (json, "moved", uint, old_words->moved);
  vr_json_writer_end (json, '}');
  vr_json_writer_name (json, "new");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "equal", uint, new_words->equal);
  vr_json_writer_put (json, "added", uint, new_words->changed);
  vr_json_writer_put (json, "moved", uint, new_words->moved);
  vr_json_writer_end (json, '}');
  vr_json_writer_end (json, '}');
}

static void
write_furniture (VrJsonWriter *json, const VrSummary *summary)
{
  vr_json_writer_name (json, "furniture");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "rows", uint, summary->n_furniture_rows);
  vr_json_writer_put (json, "old", uint, summary->n_furniture[VR_SIDE_OLD]);
  vr_json_writer_put (json, "new", uint, summary->n_furniture[VR_SIDE_NEW]);
  vr_json_writer_end (json, '}');
}

void
vr_report_json_write_summary (VrJsonWriter *json, const VrComparison *comparison)
{
  const VrSummary *summary = vr_comparison_get_summary (comparison);

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "changed", boolean, !vr_comparison_is_same (comparison));
  vr_json_writer_name (json, "rows");
  vr_json_writer_begin (json, '{');
  for (guint i = 0; i < VR_N_ROW_KINDS; i++)
    {
      vr_json_writer_dynamic_name (json, vr_row_kind_get_nick ((VrRowKind)i));
      vr_json_writer_uint (json, summary->n_rows[i]);
    }
  vr_json_writer_end (json, '}');
  if (summary->n_furniture_rows > 0)
    write_furniture (json, summary);
  vr_json_writer_name (json, "words");
  write_word_counts (json, summary);
  vr_json_writer_name (json, "quiet");
  vr_json_writer_begin (json, '{');
  for (guint i = 0; i < G_N_ELEMENTS (summary->n_quiet); i++)
    {
      vr_json_writer_dynamic_name (json, vr_quiet_get_nick (i));
      vr_json_writer_uint (json, summary->n_quiet[i]);
    }
  vr_json_writer_end (json, '}');
  vr_json_writer_name (json, "critical");
  vr_json_writer_begin (json, '{');
  for (guint i = 0; i < G_N_ELEMENTS (summary->n_critical); i++)
    {
      vr_json_writer_dynamic_name (json, vr_critical_get_nick (i));
      vr_json_writer_uint (json, summary->n_critical[i]);
    }
  vr_json_writer_end (json, '}');
  vr_json_writer_put (json, "limited", boolean, summary->limited);
  vr_json_writer_end (json, '}');
}

void
vr_report_json_write (const VrComparison *comparison, const VrReportOptions *options,
                      VrOutput *output)
{
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_output_begin_quick_sum (output);
  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "schema", string, "variorum-comparison/1");
  vr_json_writer_name (&json, "engine");
  vr_report_json_write_engine (&json);
  vr_json_writer_name (&json, "options");
  write_options (&json, comparison, options);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "old");
  write_side (&json, comparison, VR_SIDE_OLD);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "new");
  write_side (&json, comparison, VR_SIDE_NEW);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "rows");
  write_rows (&json, comparison, options);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "summary");
  vr_report_json_write_summary (&json, comparison);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "manifest");
  vr_report_manifest_write (vr_report_find_format ("json"), comparison, options, output, "}\n");
}
