/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an OpenDocument file, and apart from it what was deleted. */
#include "vr-report-odt-private.h"
#include "vr-report-fate.h"
#include "vr-report-markup.h"

#include <glib/gi18n-lib.h>

/* @change, @like: the change that is under way, which tracks that are alike go on. */
typedef struct
{
  const VrOffice *office;
  VrOutput *regions;
  VrOutput *body;
  char *time;
  guint change; /* from 1; 0 for none */
  VrTrack like;
  gboolean is_open; /* in a paragraph of the body */
} Writer;

/* White space that a reader of XML would join is told in numbers. */
static gboolean
is_joined (const char *p, const char *start, const char *end)
{
  return p == start || p + 1 == end || strchr (" \t\n", p[-1]) != NULL;
}

static void
put_spaces (VrOutput *output, gsize n)
{
  char element[48];

  g_snprintf (element, sizeof element,
              n > 1 ? "<text:s text:c=\"%" G_GSIZE_FORMAT "\"/>" : "<text:s/>", n);
  vr_output_put (output, element);
}

static void
put_text (VrOutput *output, VrSlice text)
{
  const char *end = text.text + text.n_bytes;
  const char *start = text.text;

  for (const char *p = text.text; p < end; p++)
    {
      gsize n = 0;

      if (strchr (" \t\n", *p) == NULL || (*p == ' ' && !is_joined (p, text.text, end)))
        continue;
      vr_markup_put (output, start, (gsize)(p - start));
      for (; p + n < end && p[n] == ' '; n++)
        ;
      if (n > 0)
        put_spaces (output, n);
      else
        vr_output_put (output, *p == '\t' ? "<text:tab/>" : "<text:line-break/>");
      p += n > 0 ? n - 1 : 0;
      start = p + 1;
    }
  vr_markup_put (output, start, (gsize)(end - start));
}

/* Paragraphs of a note: whatever is in it is text. */
static void
put_lines (VrOutput *output, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      vr_output_put (output, "<text:p>");
      put_text (output, (VrSlice){ lines[i], strlen (lines[i]) });
      vr_output_put (output, "</text:p>");
    }
}

/* Links both places of a move by its number, and says where the other one is. */
static void
put_move (Writer *self, const VrTrack *track)
{
  const VrComparison *comparison = self->office->comparison;
  gboolean is_new = track->op == VR_TRACK_INSERTED;
  VrRow row = vr_comparison_get_row (comparison, track->row);
  g_autofree char *where = !row.moved ? vr_report_dup_kind (comparison, track->row)
                           : is_new   ? vr_report_dup_moved_from (comparison, track->row, TRUE)
                                      : vr_report_dup_moved_to (comparison, track->row, TRUE);
  /* Translators: %u is a number that both places of a move bear, %s e.g. "moved up 1 place, after
   * “The harbour …”". */
  g_autofree char *text = g_strdup_printf (_ ("Move %u: %s"), track->move, where);

  put_lines (self->regions, text);
}

static void
begin_region (Writer *self, const VrTrack *track)
{
  const char *kind = track->op == VR_TRACK_DELETED ? "<text:deletion>" : "<text:insertion>";
  char start[96];

  g_snprintf (start, sizeof start, "<text:changed-region xml:id=\"ct%u\" text:id=\"ct%u\">",
              self->change, self->change);
  vr_output_put (self->regions, start);
  vr_output_put (self->regions, kind);
  vr_output_put (self->regions, "<office:change-info>");
  vr_office_put_element (self->regions, "dc:creator", NULL,
                         vr_office_get_author (self->office, track));
  vr_office_put_element (self->regions, "dc:date", NULL, self->time);
  if (track->move > 0)
    put_move (self, track);
  vr_output_put (self->regions, "</office:change-info>");
}

static void
put_style (const Writer *self, VrOutput *output, const VrTrack *mark)
{
  gboolean is_furniture = vr_track_is_furniture (mark, self->office->comparison);
  gboolean is_rtl = mark->direction == VR_DIRECTION_RIGHT_TO_LEFT;

  vr_output_put (output, "<text:p text:style-name=\"");
  if (is_rtl)
    vr_output_put (output, is_furniture ? VR_REPORT_ODT_FURNITURE_RTL : VR_REPORT_ODT_STYLE_RTL);
  else
    vr_output_put (output, is_furniture ? VR_REPORT_ODT_FURNITURE : VR_REPORT_ODT_STYLE);
  vr_output_put (output, "\">");
}

/* The mark of what is deleted is not in the body. */
static void
open_paragraph (Writer *self, guint index)
{
  const VrTracks *tracks = self->office->tracks;

  if (self->is_open)
    return;
  put_style (self, self->body,
             vr_tracks_get (tracks, vr_tracks_find_mark (tracks, index, VR_TRACK_DELETED)));
  self->is_open = TRUE;
}

static void
open_deleted (Writer *self, guint index)
{
  const VrTracks *tracks = self->office->tracks;

  put_style (self, self->regions, vr_tracks_get (tracks, vr_tracks_find_mark (tracks, index, -1)));
}

static void
put_change (Writer *self, const char *element)
{
  char text[64];

  g_snprintf (text, sizeof text, "<text:%s text:change-id=\"ct%u\"/>", element, self->change);
  vr_output_put (self->body, text);
}

/* An insertion ends where it can be told from what follows: in a paragraph. */
static void
end_change (Writer *self, guint index)
{
  if (self->like.op == VR_TRACK_INSERTED)
    {
      open_paragraph (self, index);
      put_change (self, "change-end");
      vr_output_put (self->regions, "</text:insertion></text:changed-region>\n");
    }
  else if (self->like.op == VR_TRACK_DELETED)
    vr_output_put (self->regions, "</text:p></text:deletion></text:changed-region>\n");
  self->like = (VrTrack){ .op = VR_TRACK_KEPT };
}

static void
begin_change (Writer *self, guint index)
{
  const VrTrack *track = vr_tracks_get (self->office->tracks, index);

  self->like = *track;
  open_paragraph (self, index);
  if (track->op == VR_TRACK_KEPT)
    return;
  self->change++;
  begin_region (self, track);
  put_change (self, track->op == VR_TRACK_DELETED ? "change" : "change-start");
  if (track->op == VR_TRACK_DELETED)
    open_deleted (self, index);
}

static gboolean
goes_on (const Writer *self, const VrTrack *track)
{
  return track->op == self->like.op && track->quiet == self->like.quiet
         && track->move == self->like.move;
}

static void
put_comment (Writer *self, VrOutput *output, const VrTrack *track)
{
  const VrTrackComment *comment =
      g_ptr_array_index (self->office->tracks->comments, track->comment);
  g_autofree char *time = comment->time != NULL ? vr_office_dup_time (comment->time) : NULL;

  vr_output_put (output, "<office:annotation>");
  vr_office_put_element (output, "dc:creator", NULL, comment->author);
  if (time != NULL)
    vr_office_put_element (output, "dc:date", NULL, time);
  put_lines (output, comment->text);
  vr_output_put (output, "</office:annotation>");
}

static void
put_mark (Writer *self, VrOutput *output, guint index)
{
  vr_output_put (output, output == self->body ? "</text:p>\n" : "</text:p>");
  if (output == self->body)
    self->is_open = FALSE;
  else
    open_deleted (self, index + 1);
}

static void
put_track (Writer *self, guint index)
{
  const VrTrack *track = vr_tracks_get (self->office->tracks, index);
  VrOutput *output = track->op == VR_TRACK_DELETED ? self->regions : self->body;

  if (track->kind != VR_TRACK_TEXT && track->kind != VR_TRACK_MARK
      && track->kind != VR_TRACK_COMMENT_END)
    return;
  if (!goes_on (self, track))
    {
      end_change (self, index);
      begin_change (self, index);
    }
  if (output == self->body)
    open_paragraph (self, index);
  if (track->kind == VR_TRACK_TEXT)
    put_text (output, track->text);
  else if (track->kind == VR_TRACK_MARK)
    put_mark (self, output, index);
  else
    put_comment (self, output, track);
}

/* The last mark is kept, and ends what change there is. */
static void
write_tracks (const VrOffice *self, VrOutput *regions, VrOutput *body)
{
  Writer writer = { .office = self, .regions = regions, .body = body };
  g_autofree char *time = vr_office_dup_needed_time (self);
  guint n = self->tracks->tracks->len;

  writer.time = time;
  for (guint i = 0; i < n && vr_report_go_on (self->options, self->output, i, n); i++)
    put_track (&writer, i);
  vr_output_flush (regions);
  vr_output_flush (body);
}

void
vr_report_odt_write_content (const VrOffice *self, VrOutput *output)
{
  g_autoptr (GString) regions_text = g_string_new (NULL);
  g_autoptr (GString) body_text = g_string_new (NULL);
  g_autoptr (VrOutput) regions = vr_output_new_in_memory (regions_text);
  g_autoptr (VrOutput) body = vr_output_new_in_memory (body_text);

  write_tracks (self, regions, body);
  vr_output_put (output, VR_REPORT_ODT_HEAD "<office:document-content " VR_REPORT_ODT_NAMESPACES
                                            "><office:body><office:text>\n");
  if (regions_text->len > 0)
    {
      vr_output_put (output, "<text:tracked-changes text:track-changes=\"false\">\n");
      vr_output_write (output, regions_text->str, regions_text->len);
      vr_output_put (output, "</text:tracked-changes>\n");
    }
  vr_output_write (output, body_text->str, body_text->len);
  vr_output_put (output, "</office:text></office:body></office:document-content>\n");
}
