/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All versions of an article as one JSON object, data/variorum-history-1.schema.json. */
#include "vr-report-history-json.h"

#include "vr-json-writer.h"
#include "vr-report-manifest.h"

#include <errno.h>

#define SCHEMA "variorum-history/1"

/* Its members' lines begin with their names, which are known when compiling. */
#define write_list(json, name, words)                                                              \
  (vr_json_writer_name (json, name), write_strings (json, words))

static void
write_strings (VrJsonWriter *json, const GPtrArray *words)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < words->len; i++)
    vr_json_writer_string (json, g_ptr_array_index (words, i));
  vr_json_writer_end (json, ']');
}

static void
write_words (VrJsonWriter *json, const VrChangedWords *words)
{
  vr_json_writer_name (json, "words");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "removed", uint, words->removed);
  vr_json_writer_put (json, "added", uint, words->added);
  vr_json_writer_put (json, "moved", uint, words->moved);
  vr_json_writer_end (json, '}');
}

static void
write_step (VrJsonWriter *json, const VrReportStep *step)
{
  vr_json_writer_break_line (json);
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "number", uint, step->number);
  vr_json_writer_put (json, "name", string, step->witness.name);
  vr_json_writer_put (json, "title", string, step->witness.title);
  vr_json_writer_put (json, "author", string, step->witness.author);
  vr_json_writer_put (json, "time", string, step->witness.time);
  vr_json_writer_put (json, "commit", string, step->witness.commit);
  vr_json_writer_put (json, "url", string, step->witness.url);
  vr_json_writer_put (json, "sha256", string, step->sha256);
  vr_json_writer_put (json, "summary", string, step->headline);
  write_words (json, &step->words);
  write_list (json, "flags", step->flags);
  write_list (json, "changes", step->changes);
  write_list (json, "notes", step->notes);
  vr_json_writer_end (json, '}');
}

static void
write_steps (VrJsonWriter *json, const VrReportHistory *history, GCancellable *cancellable)
{
  vr_json_writer_name (json, "versions");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < history->steps->len && !vr_output_has_failed (json->output); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        vr_output_fail (json->output, ECANCELED);
      write_step (json, vr_report_history_peek_step (history, i));
    }
  vr_json_writer_end (json, ']');
}

/* What takes time is what fills the history; writing it takes none. */
void
vr_report_history_json_write (const VrReportHistory *history,
                              G_GNUC_UNUSED const VrProgress *progress, GCancellable *cancellable,
                              VrOutput *output)
{
  g_autofree char *manifest = vr_report_history_dup_manifest (history, "json", NULL);
  g_autofree char *title = vr_report_history_dup_title (history);
  g_autofree char *summary = vr_report_history_dup_summary (history);
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_output_begin_sum (output);
  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "schema", string, SCHEMA);
  vr_json_writer_put (&json, "story", string, history->story);
  vr_json_writer_put (&json, "variant", string, history->variant);
  vr_json_writer_put (&json, "title", string, title);
  vr_json_writer_put (&json, "summary", string, summary);
  write_steps (&json, history, cancellable);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "manifest");
  vr_output_put (output, manifest);
  vr_report_seal_write (output, "}}\n");
}
