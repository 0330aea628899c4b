/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tracked changes of an OpenDocument text are: they stand before the text, by their ids.
 */
#include "vr-odt-changes.h"

#include "vr-import-xml.h"
#include "vr-odt-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *text;
  VrImportStyle style;
} Paragraph;

typedef struct
{
  gboolean is_insertion;
  GArray *deleted; /* of Paragraph */
} Change;

struct _VrOdtChanges
{
  GHashTable *by_id; /* of Change */
};

typedef struct
{
  VrOdtChanges *changes;
  const VrImportStyles *styles;
  Change *open;
  gboolean is_in_deletion;
  guint n_skipped;
  guint n_lists;
  VrImportStyle style;
  GString *text;
  VrOdtSpaces spaces;
  gboolean is_in_paragraph;
} Walk;

static void
clear_paragraph (gpointer data)
{
  g_free (((Paragraph *)data)->text);
}

static void
free_change (gpointer data)
{
  Change *change = data;

  g_array_unref (change->deleted);
  g_free (change);
}

void
vr_odt_changes_free (VrOdtChanges *self)
{
  g_hash_table_unref (self->by_id);
  g_free (self);
}

static void
open_change (Walk *walk, xmlTextReader *reader)
{
  char *id = vr_import_xml_dup (reader, "id");

  walk->open = NULL;
  if (id == NULL)
    return;
  walk->open = g_new0 (Change, 1);
  walk->open->deleted = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_set_clear_func (walk->open->deleted, clear_paragraph);
  g_hash_table_insert (walk->changes->by_id, id, walk->open);
}

static void
open_paragraph (Walk *walk, xmlTextReader *reader, const char *name)
{
  walk->style = vr_odt_text_style (walk->styles, reader, name, walk->n_lists > 0);
  walk->is_in_paragraph = TRUE;
  walk->spaces = (VrOdtSpaces){ .is_first = TRUE };
  g_string_truncate (walk->text, 0);
}

static void
start_cb (gpointer data, xmlTextReader *reader, const char *space, const char *name)
{
  Walk *walk = data;

  if (walk->n_skipped > 0)
    walk->n_skipped++;
  else if (g_str_equal (name, "changed-region"))
    open_change (walk, reader);
  else if (walk->open == NULL)
    return;
  else if (g_str_equal (name, "insertion"))
    walk->open->is_insertion = TRUE;
  else if (g_str_equal (name, "deletion"))
    walk->is_in_deletion = TRUE;
  else if (g_str_equal (name, "list"))
    walk->n_lists++;
  else if (walk->is_in_deletion && (g_str_equal (name, "p") || g_str_equal (name, "h")))
    open_paragraph (walk, reader, name);
  else if (vr_odt_text_is_unseen (space, name) || g_str_equal (name, "change-info")
           || g_str_equal (name, "note"))
    walk->n_skipped = 1;
  else if (walk->is_in_paragraph)
    vr_odt_text_put_white (reader, name, walk->text, &walk->spaces);
}

static void
close_paragraph (Walk *walk)
{
  Paragraph paragraph = { g_strdup (walk->text->str), walk->style };

  g_array_append_val (walk->open->deleted, paragraph);
  walk->is_in_paragraph = FALSE;
}

static void
end_cb (gpointer data, const char *space, const char *name)
{
  Walk *walk = data;

  if (walk->n_skipped > 0)
    walk->n_skipped--;
  else if (g_str_equal (name, "changed-region"))
    walk->open = NULL;
  else if (g_str_equal (name, "deletion"))
    walk->is_in_deletion = FALSE;
  else if (g_str_equal (name, "list") && walk->n_lists > 0)
    walk->n_lists--;
  else if (walk->is_in_paragraph && walk->open != NULL
           && (g_str_equal (name, "p") || g_str_equal (name, "h")))
    close_paragraph (walk);
}

static void
text_cb (gpointer data, const char *text)
{
  Walk *walk = data;

  if (walk->is_in_paragraph && walk->n_skipped == 0)
    vr_odt_text_collapse (text, walk->text, &walk->spaces);
}

VrOdtChanges *
vr_odt_changes_new (GBytes *content, const VrImportStyles *styles)
{
  static const VrImportXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (VrOdtChanges) self = g_new0 (VrOdtChanges, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  Walk walk = { .changes = self, .styles = styles, .text = text };

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_change);
  return vr_import_xml_read (content, &handler, &walk) ? g_steal_pointer (&self) : NULL;
}

gboolean
vr_odt_changes_is_insertion (const VrOdtChanges *self, const char *id)
{
  const Change *change = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  return change != NULL && change->is_insertion;
}

gboolean
vr_odt_changes_put (const VrOdtChanges *self, const char *id, VrImportFlow *flow)
{
  const Change *change = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  for (guint i = 0; change != NULL && i < change->deleted->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (change->deleted, Paragraph, i);

      vr_import_flow_put (flow, paragraph->text, -1);
      if (i + 1 < change->deleted->len)
        vr_import_flow_end (flow, paragraph->style, 0);
    }
  return !vr_import_flow_is_empty (flow);
}
