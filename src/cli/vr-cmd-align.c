/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum align: lists of sentences or paragraphs in, pairs of their numbers out. */
#include "vr-align-case.h"
#include "vr-align.h"
#include "vr-cli.h"
#include "vr-json-writer.h"
#include "vr-language.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Letters enough to tell a language by (the detector looks at a few kilobytes). */
#define SAMPLE_BYTES 4096

typedef struct
{
  gboolean scores;
  VrLinks *links;
  VrOutput *output;
} Aligner;

static const char *
detect_language (const VrAlignCase *align_case, VrSide side)
{
  g_autoptr (GString) sample = g_string_new (NULL);

  for (guint i = 0; i < align_case->n_units[side] && sample->len < SAMPLE_BYTES; i++)
    {
      VrSlice unit = align_case->units[side][i];

      g_string_append_len (sample, unit.text, (gssize)unit.n_bytes);
      g_string_append_c (sample, '\n');
    }
  return vr_language_detect ((VrSlice){ sample->str, sample->len });
}

static VrTokens *
make_tokens (const VrAlignCase *align_case, VrSide side, VrInterner *interner)
{
  return vr_tokens_new (align_case->units[side], align_case->n_units[side], VR_QUIET_DEFAULT,
                        VR_UNIT_WORD, detect_language (align_case, side), interner);
}

static void
write_links (const Aligner *self, const VrAlignCase *align_case)
{
  VrJsonWriter json = VR_JSON_WRITER_INIT (self->output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_name (&json, "id");
  vr_output_put (self->output, align_case->id);
  json.needs_comma = TRUE;
  vr_json_writer_name (&json, "pairs");
  vr_json_writer_begin (&json, '[');
  for (guint i = 0; i < vr_links_get_n (self->links); i++)
    {
      const VrLink *link = vr_links_get (self->links, i);

      vr_json_writer_begin (&json, '[');
      vr_json_writer_uint (&json, link->old_index);
      vr_json_writer_uint (&json, link->new_index);
      vr_json_writer_end (&json, ']');
    }
  vr_json_writer_end (&json, ']');
  if (self->scores)
    {
      vr_json_writer_name (&json, "scores");
      vr_json_writer_begin (&json, '[');
      for (guint i = 0; i < vr_links_get_n (self->links); i++)
        vr_json_writer_number (&json, vr_links_get_evidence (self->links, i)->score);
      vr_json_writer_end (&json, ']');
    }
  vr_json_writer_end (&json, '}');
  vr_output_put_char (self->output, '\n');
  vr_output_flush (self->output);
}

static gboolean
align_line (Aligner *self, const char *line, gsize n_bytes, guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  /* Translators: %s is the number of a line of the input. */
  g_autofree char *name = g_strdup_printf (_ ("line %s"), digits);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrAlignCase) align_case = vr_align_case_new (line, n_bytes, name, &error);
  g_autoptr (VrInterner) interner = NULL;
  g_autoptr (VrTokens) old_tokens = NULL;
  g_autoptr (VrTokens) new_tokens = NULL;
  VrAlignUnits units[VR_N_SIDES];

  if (align_case == NULL)
    {
      vr_cli_fail_with (error);
      return FALSE;
    }
  interner = vr_interner_new ();
  old_tokens = make_tokens (align_case, VR_SIDE_OLD, interner);
  new_tokens = make_tokens (align_case, VR_SIDE_NEW, interner);
  units[VR_SIDE_OLD] = (VrAlignUnits){ old_tokens, NULL, align_case->n_units[VR_SIDE_OLD] };
  units[VR_SIDE_NEW] = (VrAlignUnits){ new_tokens, NULL, align_case->n_units[VR_SIDE_NEW] };
  if (!vr_align (units, interner, NULL, self->links, NULL, &error))
    {
      vr_cli_fail_with (error);
      return FALSE;
    }
  write_links (self, align_case);
  return TRUE;
}

static gboolean
is_blank (const char *line, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isspace (line[i]))
      return FALSE;
  return TRUE;
}

/* Aligns line after line; one that cannot be read does not stop the others. */
static VrStatus
align_all (Aligner *self)
{
  VrStatus status = VR_STATUS_DONE;
  char *line = NULL;
  gsize n_room = 0;
  gssize n_bytes;

  for (guint64 number = 1;
       !vr_output_has_failed (self->output) && (n_bytes = getline (&line, &n_room, stdin)) >= 0;
       number++)
    if (!is_blank (line, (gsize)n_bytes) && !align_line (self, line, (gsize)n_bytes, number))
      status = VR_STATUS_TROUBLE;
  free (line);
  if (ferror (stdin))
    status = vr_cli_fail (_ ("Standard input cannot be read: %s."), g_strerror (errno));
  return status;
}

static gboolean
check_unit (const char *unit)
{
  if (unit == NULL || g_str_equal (unit, "sentence") || g_str_equal (unit, "paragraph"))
    return TRUE;
  vr_cli_fail (_ ("--unit cannot be “%s”; it is one of: %s."), unit, "sentence, paragraph");
  return FALSE;
}

static gboolean
parse_options (Aligner *self, char **unit, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, unit,
      N_ ("What the lists hold, sentence or paragraph (default: sentence)"), "UNIT" },
    { "scores", 0, 0, G_OPTION_ARG_NONE, &self->scores,
      N_ ("Add \"scores\", how sure each pair is, 0 to 1"), NULL },
    { NULL },
  };

  return vr_cli_parse ("align", "< CASES",
                       _ ("Tells which unit of an old text became which of the new one.\n"
                          "Each line of standard input is a case, "
                          "{\"id\":…,\"old\":[\"…\"],\"new\":[\"…\"]}; each line of\n"
                          "standard output its answer, {\"id\":…,\"pairs\":[[old,new],…]}, "
                          "counted from 0."),
                       _ ("A line that cannot be read is reported with its number; the others "
                          "are answered, and\nthe exit status is 2."),
                       entries, argc, argv);
}

VrStatus
vr_cmd_align (int argc, char **argv)
{
  Aligner self = { 0 };
  g_autofree char *unit = NULL;
  g_autoptr (VrLinks) links = vr_links_new ();
  g_autoptr (VrOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  VrStatus status;

  if (!parse_options (&self, &unit, &argc, &argv) || !check_unit (unit))
    return VR_STATUS_TROUBLE;
  if (argc > 1)
    return vr_cli_fail (_ ("align reads standard input and takes no “%s”; see “variorum align "
                           "--help”."),
                        argv[1]);
  self.links = links;
  self.output = output = vr_output_new_for_fd (STDOUT_FILENO, _ ("standard output"));
  status = align_all (&self);
  if (!vr_output_close (output, &error))
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) ? VR_STATUS_TROUBLE
                                                                       : vr_cli_fail_with (error);
  return status;
}
