/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an Office Open XML document: paragraphs, runs, and what became of them. */
#include "vr-report-docx-private.h"
#include "vr-report-markup.h"

#define SOFT_HYPHEN "\u00ad"

/* A4 with margins of 2 cm, in twentieths of a point. */
#define SECTION                                                                                    \
  "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "       \
  "w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"           \
  "</w:sectPr>"

typedef struct
{
  const VrOffice *office;
  VrOutput *output;
  gboolean is_open; /* in a paragraph */
  VrDirection direction;
  guint n_ids;
  guint *move_ids[2]; /* by move: of the range at its old place, and its new one */
} Writer;

static void
put_piece (VrOutput *output, const char *name, const char *start, const char *end)
{
  if (start == end)
    return;
  vr_output_put (output, "<");
  vr_output_put (output, name);
  vr_output_put (output, " xml:space=\"preserve\">");
  vr_markup_put (output, start, (gsize)(end - start));
  vr_output_put (output, "</");
  vr_output_put (output, name);
  vr_output_put (output, ">");
}

/* What a character is as an element, or NULL. */
static const char *
get_element (const char *p, const char *end)
{
  if (*p == '\t')
    return "<w:tab/>";
  if (*p == '\n')
    return "<w:br/>";
  if (end - p >= 2 && memcmp (p, SOFT_HYPHEN, 2) == 0)
    return "<w:softHyphen/>";
  return NULL;
}

void
vr_report_docx_put_text (VrOutput *output, const char *name, VrSlice text)
{
  const char *end = text.text + text.n_bytes;
  const char *start = text.text;

  for (const char *p = text.text; p < end;)
    {
      const char *next = g_utf8_next_char (p);
      const char *element = get_element (p, end);

      if (element != NULL)
        {
          put_piece (output, name, start, p);
          vr_output_put (output, element);
          start = next;
        }
      p = next;
    }
  put_piece (output, name, start, end);
}

static void
put_number (VrOutput *output, const char *name, guint number)
{
  char digits[16];

  g_snprintf (digits, sizeof digits, "%u", number);
  vr_markup_put_attribute (output, name, digits);
}

/* @time: (nullable) */
static void
put_who (Writer *self, const VrTrack *track, guint id, const char *time)
{
  put_number (self->output, "w:id", id);
  vr_markup_put_attribute (self->output, "w:author", vr_office_get_author (self->office, track));
  vr_markup_put_attribute (self->output, "w:date", time);
}

/* A change may do without a time. */
static void
put_who_changed (Writer *self, const VrTrack *track)
{
  g_autofree char *time =
      self->office->time != NULL ? vr_office_dup_time (self->office->time) : NULL;

  put_who (self, track, self->n_ids++, time);
}

static const char *
get_change (const VrTrack *track)
{
  if (track->op == VR_TRACK_DELETED)
    return track->move > 0 ? "w:moveFrom" : "w:del";
  return track->move > 0 ? "w:moveTo" : "w:ins";
}

static void
begin_change (Writer *self, const VrTrack *track)
{
  if (track->op == VR_TRACK_KEPT)
    return;
  vr_output_put_char (self->output, '<');
  vr_output_put (self->output, get_change (track));
  put_who_changed (self, track);
  vr_output_put_char (self->output, '>');
}

static void
end_change (Writer *self, const VrTrack *track)
{
  if (track->op == VR_TRACK_KEPT)
    return;
  vr_output_put (self->output, "</");
  vr_output_put (self->output, get_change (track));
  vr_output_put_char (self->output, '>');
}

/* How the mark that ends the paragraph fares stands at the paragraph's head. */
static void
open_paragraph (Writer *self, guint index)
{
  const VrTracks *tracks = self->office->tracks;
  const VrTrack *mark = vr_tracks_get (tracks, vr_tracks_find_mark (tracks, index, -1));
  gboolean is_rtl = mark->direction == VR_DIRECTION_RIGHT_TO_LEFT;
  gboolean is_furniture;

  if (self->is_open)
    return;
  self->is_open = TRUE;
  self->direction = mark->direction;
  vr_output_put (self->output, "<w:p>");
  is_furniture = vr_track_is_furniture (mark, self->office->comparison);
  if (!is_rtl && !is_furniture && mark->op == VR_TRACK_KEPT)
    return;
  vr_output_put (self->output, "<w:pPr>");
  if (is_furniture)
    vr_output_put (self->output, "<w:pStyle w:val=\"" VR_REPORT_DOCX_FURNITURE "\"/>");
  if (is_rtl)
    vr_output_put (self->output, "<w:bidi/>");
  vr_output_put (self->output, "<w:rPr>");
  if (mark->op != VR_TRACK_KEPT)
    {
      vr_output_put_char (self->output, '<');
      vr_output_put (self->output, get_change (mark));
      put_who_changed (self, mark);
      vr_output_put (self->output, "/>");
    }
  vr_output_put (self->output, is_rtl ? "<w:rtl/></w:rPr></w:pPr>" : "</w:rPr></w:pPr>");
}

/* (nullable): the old text's where it is deleted and another than the new one's, which the styles
 * have. */
static const char *
get_own_language (const Writer *self, const VrTrack *track)
{
  const char *const *languages = self->office->languages;

  if (track->op != VR_TRACK_DELETED
      || g_strcmp0 (languages[VR_SIDE_OLD], languages[VR_SIDE_NEW]) == 0)
    return NULL;
  return languages[VR_SIDE_OLD];
}

static void
put_properties (Writer *self, const VrTrack *track)
{
  static const char *const names[] = { "w:val", "w:eastAsia", "w:bidi" };
  VrDirection direction = vr_direction_of (track->text);
  gboolean is_wide = vr_office_is_wide (track->text);
  const char *language = get_own_language (self, track);
  gboolean is_rtl =
      (direction == VR_DIRECTION_NONE ? self->direction : direction) == VR_DIRECTION_RIGHT_TO_LEFT;

  if (!is_wide && !is_rtl && language == NULL)
    return;
  vr_output_put (self->output, "<w:rPr>");
  if (is_wide)
    vr_output_put (self->output, "<w:rFonts w:hint=\"eastAsia\"/>");
  if (is_rtl)
    vr_output_put (self->output, "<w:rtl/>");
  if (language != NULL)
    {
      vr_output_put (self->output, "<w:lang");
      vr_markup_put_attribute (self->output, names[vr_office_classify (language)], language);
      vr_output_put (self->output, "/>");
    }
  vr_output_put (self->output, "</w:rPr>");
}

static void
put_run (Writer *self, const VrTrack *track)
{
  begin_change (self, track);
  vr_output_put (self->output, "<w:r>");
  put_properties (self, track);
  vr_report_docx_put_text (self->output,
                           track->op == VR_TRACK_DELETED && track->move == 0 ? "w:delText" : "w:t",
                           track->text);
  vr_output_put (self->output, "</w:r>");
  end_change (self, track);
}

/* The start of a range may not: see CT_MoveBookmark in ISO/IEC 29500-4. */
static void
put_who_moved (Writer *self, const VrTrack *track, guint id)
{
  g_autofree char *time = vr_office_dup_needed_time (self->office);

  put_who (self, track, id, time);
}

static void
put_move (Writer *self, const VrTrack *track)
{
  gboolean is_new = track->op == VR_TRACK_INSERTED;
  guint *id = &self->move_ids[is_new][track->move - 1];
  char name[24];

  vr_output_put (self->output, is_new ? "<w:moveTo" : "<w:moveFrom");
  if (track->kind == VR_TRACK_MOVE_START)
    {
      *id = self->n_ids++;
      g_snprintf (name, sizeof name, "move%u", track->move);
      vr_output_put (self->output, "RangeStart");
      put_who_moved (self, track, *id);
      vr_markup_put_attribute (self->output, "w:name", name);
    }
  else
    {
      vr_output_put (self->output, "RangeEnd");
      put_number (self->output, "w:id", *id);
    }
  vr_output_put (self->output, "/>");
}

static void
put_comment (Writer *self, const VrTrack *track)
{
  gboolean is_start = track->kind == VR_TRACK_COMMENT_START;

  vr_output_put (self->output, is_start ? "<w:commentRangeStart" : "<w:commentRangeEnd");
  put_number (self->output, "w:id", track->comment);
  vr_output_put (self->output, "/>");
  if (is_start)
    return;
  begin_change (self, track);
  vr_output_put (self->output, "<w:r><w:commentReference");
  put_number (self->output, "w:id", track->comment);
  vr_output_put (self->output, "/></w:r>");
  end_change (self, track);
}

static void
put_track (Writer *self, guint index)
{
  const VrTrack *track = vr_tracks_get (self->office->tracks, index);

  if (track->kind != VR_TRACK_MOVE_END)
    open_paragraph (self, index);
  switch (track->kind)
    {
    case VR_TRACK_TEXT:
      put_run (self, track);
      break;
    case VR_TRACK_MARK:
      vr_output_put (self->output, "</w:p>\n");
      self->is_open = FALSE;
      break;
    case VR_TRACK_MOVE_START:
    case VR_TRACK_MOVE_END:
      put_move (self, track);
      break;
    case VR_TRACK_COMMENT_START:
    case VR_TRACK_COMMENT_END:
      put_comment (self, track);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
vr_report_docx_write_body (const VrOffice *self, VrOutput *output)
{
  g_autofree guint *from_ids = g_new0 (guint, self->tracks->n_moves + 1);
  g_autofree guint *to_ids = g_new0 (guint, self->tracks->n_moves + 1);
  Writer writer = { .office = self, .output = output, .move_ids = { from_ids, to_ids } };
  guint n = self->tracks->tracks->len;

  vr_output_put (output, VR_REPORT_DOCX_HEAD "<w:document " VR_REPORT_DOCX_MAIN "><w:body>\n");
  for (guint i = 0; i < n && vr_report_go_on (self->options, self->output, i, n); i++)
    put_track (&writer, i);
  vr_output_put (output, SECTION "</w:body></w:document>\n");
}

static void
put_comment_text (VrOutput *output, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      VrSlice line = { lines[i], strlen (lines[i]) };
      gboolean is_rtl = vr_direction_of (line) == VR_DIRECTION_RIGHT_TO_LEFT;

      vr_output_put (output, is_rtl ? "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>"
                                    : "<w:p><w:r>");
      vr_report_docx_put_text (output, "w:t", line);
      vr_output_put (output, "</w:r></w:p>");
    }
  if (lines[0] == NULL)
    vr_output_put (output, "<w:p/>");
}

void
vr_report_docx_write_comments (const VrOffice *self, VrOutput *output)
{
  vr_output_put (output, VR_REPORT_DOCX_HEAD "<w:comments " VR_REPORT_DOCX_MAIN ">\n");
  for (guint i = 0; i < self->tracks->comments->len; i++)
    {
      const VrTrackComment *comment = g_ptr_array_index (self->tracks->comments, i);
      g_autofree char *time = comment->time != NULL ? vr_office_dup_time (comment->time) : NULL;
      g_autofree char *initials =
          g_utf8_substring (comment->author, 0, MIN (g_utf8_strlen (comment->author, -1), 1));

      vr_output_put (output, "<w:comment");
      put_number (output, "w:id", i);
      vr_markup_put_attribute (output, "w:author", comment->author);
      vr_markup_put_attribute (output, "w:date", time);
      vr_markup_put_attribute (output, "w:initials", initials);
      vr_output_put_char (output, '>');
      put_comment_text (output, comment->text);
      vr_output_put (output, "</w:comment>\n");
    }
  vr_output_put (output, "</w:comments>\n");
}
