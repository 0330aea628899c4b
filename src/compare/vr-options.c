/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options told apart, and written. */
#include "vr-comparison.h"
#include "vr-options-json.h"

gboolean
vr_options_equal (const VrOptions *a, const VrOptions *b)
{
  return a->quiet == b->quiet && a->strict == b->strict && a->unit == b->unit
         && a->paragraphs == b->paragraphs && g_strcmp0 (a->language, b->language) == 0
         && g_strcmp0 (a->encoding, b->encoding) == 0 && !a->verbatim == !b->verbatim;
}

void
vr_quiet_write_json (guint quiet, VrJsonWriter *json)
{
  vr_json_writer_begin (json, '[');
  for (guint bit = 0; quiet >> bit != 0; bit++)
    if (quiet >> bit & 1)
      vr_json_writer_string (json, vr_quiet_get_nick (bit));
  vr_json_writer_end (json, ']');
}

void
vr_options_write_json (const VrOptions *self, VrJsonWriter *json)
{
  vr_json_writer_put (json, "unit", string, vr_unit_get_nick (self->unit));
  vr_json_writer_put (json, "paragraphs", string, vr_paragraph_mode_get_nick (self->paragraphs));
  vr_json_writer_put (json, "language", string, self->language);
  vr_json_writer_put (json, "encoding", string, self->encoding);
  vr_json_writer_name (json, "quiet");
  vr_quiet_write_json (self->quiet, json);
  vr_json_writer_put (json, "strict", boolean, self->strict);
  if (self->verbatim)
    vr_json_writer_put (json, "verbatim", boolean, TRUE);
}
