/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison that was shown: what it was of, when, and how much had changed. */
#include "vr-recent.h"

#include "vr-days.h"
#include "vr-json-reader.h"

#include <glib/gi18n-lib.h>

#define MINUTE_SECONDS 60
#define HOUR_SECONDS 3600
#define WEEK_DAYS 7

static const char *const side_names[VR_N_SIDES] = { "old", "new" };

VrRecent *
vr_recent_new (void)
{
  return g_atomic_rc_box_new0 (VrRecent);
}

VrRecent *
vr_recent_new_for_comparison (const VrComparison *comparison, const char *const uris[VR_N_SIDES],
                              const char *document_uri, gint64 time)
{
  VrRecent *self = vr_recent_new ();

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrArticle *article = vr_comparison_get_article (comparison, side);

      self->titles[side] = g_strdup (vr_article_get_title (article));
      self->uris[side] = g_strdup (uris[side]);
    }
  self->document_uri = g_strdup (document_uri);
  self->time = time;
  self->headline = vr_report_get_headline (comparison);

  return self;
}

static void
recent_clear (gpointer data)
{
  VrRecent *self = data;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_free (self->titles[side]);
      g_free (self->uris[side]);
    }
  g_free (self->document_uri);
}

VrRecent *
vr_recent_ref (VrRecent *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vr_recent_unref (VrRecent *self)
{
  g_atomic_rc_box_release_full (self, recent_clear);
}

char *
vr_recent_dup_key (const VrRecent *self)
{
  if (self->document_uri != NULL)
    return g_strdup (self->document_uri);

  return g_strjoin (" ", self->uris[VR_SIDE_OLD], self->uris[VR_SIDE_NEW], NULL);
}

char *
vr_recent_dup_figures (const VrRecent *self)
{
  return vr_headline_to_string (&self->headline);
}

char *
vr_recent_dup_when (const VrRecent *self, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (self->time);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now);
  guint seconds = (guint)CLAMP (now - self->time, 0, G_MAXINT32);
  guint n;
  int days;

  if (then == NULL || today == NULL)
    return g_strdup ("");
  days = vr_days_between (then, today);
  if (seconds < MINUTE_SECONDS)
    return g_strdup (_ ("Just now"));
  n = seconds / MINUTE_SECONDS;
  if (seconds < HOUR_SECONDS)
    return g_strdup_printf (ngettext ("%'u minute ago", "%'u minutes ago", n), n);
  n = seconds / HOUR_SECONDS;
  if (days == 0)
    return g_strdup_printf (ngettext ("%'u hour ago", "%'u hours ago", n), n);
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  n = (guint)MAX (days, 0);
  if (days < WEEK_DAYS)
    return g_strdup_printf (ngettext ("%'u day ago", "%'u days ago", n), n);

  /* Translators: a date as in “4 March 2025”; see the manual of strftime. */
  return g_date_time_format (then, _ ("%-e %B %Y"));
}

static void
write_side (const VrRecent *self, VrJsonWriter *json, VrSide side)
{
  vr_json_writer_dynamic_name (json, side_names[side]);
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "title", string, self->titles[side]);
  vr_json_writer_put (json, "uri", string, self->uris[side]);
  vr_json_writer_end (json, '}');
}

void
vr_recent_write (const VrRecent *self, VrJsonWriter *json)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "time", int, self->time);
  write_side (self, json, VR_SIDE_OLD);
  write_side (self, json, VR_SIDE_NEW);
  vr_json_writer_put (json, "document", string, self->document_uri);
  vr_json_writer_put (json, "rows", uint, self->headline.n_rows);
  vr_json_writer_put (json, "paragraphs", uint, self->headline.n_old);
  vr_json_writer_put (json, "changed", uint, self->headline.n_changed);
  vr_json_writer_put (json, "added", uint, self->headline.n_added);
  vr_json_writer_end (json, '}');
}

static gint64
read_int (JsonObject *object, const char *name, gint64 most)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_INT64
             ? CLAMP (json_node_get_int (node), 0, most)
             : 0;
}

static void
read_side (VrRecent *self, JsonObject *object, VrSide side)
{
  JsonNode *node = json_object_get_member (object, side_names[side]);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      self->titles[side] = g_strdup (vr_json_peek_string (json_node_get_object (node), "title"));
      self->uris[side] = g_strdup (vr_json_peek_string (json_node_get_object (node), "uri"));
    }
  if (self->titles[side] == NULL)
    self->titles[side] = g_strdup (self->uris[side] != NULL ? self->uris[side] : "");
}

VrRecent *
vr_recent_read (JsonNode *node)
{
  g_autoptr (VrRecent) self = vr_recent_new ();
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  read_side (self, object, VR_SIDE_OLD);
  read_side (self, object, VR_SIDE_NEW);
  self->document_uri = g_strdup (vr_json_peek_string (object, "document"));
  self->time = read_int (object, "time", G_MAXINT64);
  self->headline.n_rows = (guint)read_int (object, "rows", G_MAXINT32);
  self->headline.n_old = (guint)read_int (object, "paragraphs", G_MAXINT32);
  self->headline.n_changed = (guint)read_int (object, "changed", G_MAXINT32);
  self->headline.n_added = (guint)read_int (object, "added", G_MAXINT32);

  if (self->document_uri == NULL
      && (self->uris[VR_SIDE_OLD] == NULL || self->uris[VR_SIDE_NEW] == NULL))
    return NULL;

  return g_steal_pointer (&self);
}
