/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a Word document's part: paragraphs, links, frames, tracked changes. */
#include "vr-docx-body.h"

#include "vr-docx-fields.h"
#include "vr-import-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A paragraph while it is read. */
typedef struct
{
  char *style;
  gboolean is_item;
  guint level;
  gboolean is_mark_gone; /* its end is no end: the next paragraph goes on with it */
} Paragraph;

typedef struct
{
  const VrDocxBody *how;
  VrImportFlow *flow;
  GArray *paragraphs; /* of Paragraph: the innermost is the last */
  VrDocxFields *fields;
  guint n_skipped; /* elements that we are in, of which nothing counts */
  guint n_tables;
  gboolean is_in_properties; /* of a paragraph */
  gboolean is_in_run_properties;
  gboolean is_hidden; /* the run */
  enum
  {
    TEXT_NONE,
    TEXT_SHOWN,
    TEXT_INSTRUCTION,
  } text;
} Walk;

typedef struct
{
  const char *name;
  void (*start) (Walk *walk, xmlTextReader *reader);
  void (*end) (Walk *walk);
} Element;

static Paragraph *
peek_paragraph (const Walk *walk)
{
  return &g_array_index (walk->paragraphs, Paragraph, walk->paragraphs->len - 1);
}

static void
clear_paragraph (gpointer data)
{
  g_free (((Paragraph *)data)->style);
}

/* A property that is there is on, if it does not say otherwise. */
static gboolean
is_on (xmlTextReader *reader)
{
  g_autofree char *value = vr_import_xml_dup (reader, "val");

  return value == NULL
         || !(g_str_equal (value, "0") || g_str_equal (value, "false")
              || g_str_equal (value, "off"));
}

static void
skip (Walk *walk)
{
  walk->n_skipped = 1;
}

static void
skip_start (Walk *walk, xmlTextReader *reader)
{
  skip (walk);
}

static VrImportStyle
tell_style (const Walk *walk, const Paragraph *paragraph)
{
  VrImportStyle style = vr_import_styles_find (walk->how->styles, paragraph->style);

  if (paragraph->level > 0)
    return (VrImportStyle){ VR_ROLE_SUBHEAD, N_ ("a heading"), paragraph->level };
  if (style.level > 0 || style.role != VR_ROLE_BODY)
    return style;
  if (paragraph->is_item)
    return (VrImportStyle){ VR_ROLE_LIST, N_ ("an item of a list") };
  if (walk->how->base.reason != NULL)
    return walk->how->base;
  return walk->n_tables > 0 ? (VrImportStyle){ VR_ROLE_BODY, N_ ("a cell of a table") } : style;
}

static void
p_start (Walk *walk, xmlTextReader *reader)
{
  Paragraph *paragraph = peek_paragraph (walk);

  g_clear_pointer (&paragraph->style, g_free);
  *paragraph = (Paragraph){ 0 };
}

static void
p_end (Walk *walk)
{
  Paragraph *paragraph = peek_paragraph (walk);

  if (!paragraph->is_mark_gone)
    vr_import_flow_end (walk->flow, tell_style (walk, paragraph), 0);
}

/* Where a cell, a frame or a note ends, a paragraph ends whatever its mark says. */
static void
end_whatever (Walk *walk)
{
  Paragraph *paragraph = peek_paragraph (walk);

  if (!vr_import_flow_is_empty (walk->flow))
    vr_import_flow_end (walk->flow, tell_style (walk, paragraph), 0);
  paragraph->is_mark_gone = FALSE;
}

static void
ppr_start (Walk *walk, xmlTextReader *reader)
{
  walk->is_in_properties = TRUE;
}

static void
ppr_end (Walk *walk)
{
  walk->is_in_properties = FALSE;
}

/* What the properties were before is what counts of the original. */
static void
ppr_change_start (Walk *walk, xmlTextReader *reader)
{
  Paragraph *paragraph = peek_paragraph (walk);

  if (!walk->how->original)
    {
      skip (walk);
      return;
    }
  g_clear_pointer (&paragraph->style, g_free);
  paragraph->is_item = FALSE;
  paragraph->level = 0;
}

/* The old properties stand in the new ones, which are not over with them. */
static void
ppr_change_end (Walk *walk)
{
  walk->is_in_properties = TRUE;
}

static void
style_start (Walk *walk, xmlTextReader *reader)
{
  Paragraph *paragraph = peek_paragraph (walk);

  g_free (paragraph->style);
  paragraph->style = vr_import_xml_dup (reader, "val");
}

static void
number_start (Walk *walk, xmlTextReader *reader)
{
  peek_paragraph (walk)->is_item = !vr_import_xml_is (reader, "val", "0");
}

/* Nine stands for text. */
static void
level_start (Walk *walk, xmlTextReader *reader)
{
  g_autofree char *value = vr_import_xml_dup (reader, "val");

  if (walk->is_in_properties && value != NULL && *value >= '0' && *value < '9')
    peek_paragraph (walk)->level = (guint)(*value - '0') + 1;
}

static void
rpr_start (Walk *walk, xmlTextReader *reader)
{
  walk->is_in_run_properties = TRUE;
}

static void
rpr_end (Walk *walk)
{
  walk->is_in_run_properties = FALSE;
}

static void
change (Walk *walk, gboolean is_gone)
{
  if (!is_gone)
    return;
  if (walk->is_in_properties && walk->is_in_run_properties)
    peek_paragraph (walk)->is_mark_gone = TRUE;
  skip (walk);
}

static void
del_start (Walk *walk, xmlTextReader *reader)
{
  change (walk, !walk->how->original);
}

static void
ins_start (Walk *walk, xmlTextReader *reader)
{
  change (walk, walk->how->original);
}

static void
run_start (Walk *walk, xmlTextReader *reader)
{
  walk->is_hidden = FALSE;
}

static void
vanish_start (Walk *walk, xmlTextReader *reader)
{
  if (walk->is_in_run_properties && !walk->is_in_properties)
    walk->is_hidden = is_on (reader);
}

static void
t_start (Walk *walk, xmlTextReader *reader)
{
  walk->text = walk->is_hidden ? TEXT_NONE : TEXT_SHOWN;
}

static void
t_end (Walk *walk)
{
  walk->text = TEXT_NONE;
}

static void
put (Walk *walk, const char *text)
{
  if (!walk->is_in_properties && !walk->is_hidden)
    vr_import_flow_put (walk->flow, text, -1);
}

static void
tab_start (Walk *walk, xmlTextReader *reader)
{
  put (walk, "\t");
}

static void
break_start (Walk *walk, xmlTextReader *reader)
{
  put (walk, "\n");
}

static void
firm_hyphen_start (Walk *walk, xmlTextReader *reader)
{
  put (walk, "\u2011");
}

static void
soft_hyphen_start (Walk *walk, xmlTextReader *reader)
{
  put (walk, "\u00AD");
}

static void
link_start (Walk *walk, xmlTextReader *reader)
{
  g_autofree char *id = vr_import_xml_dup (reader, "id");
  g_autofree char *anchor = vr_import_xml_dup (reader, "anchor");
  g_autofree char *place = anchor != NULL ? g_strconcat ("#", anchor, NULL) : NULL;
  const char *target = id != NULL && walk->how->targets != NULL
                           ? g_hash_table_lookup (walk->how->targets, id)
                           : NULL;

  vr_import_flow_begin_span (walk->flow, VR_TEXT_SPAN_LINK, target != NULL ? target : place);
}

static void
link_end (Walk *walk)
{
  vr_import_flow_end_span (walk->flow, VR_TEXT_SPAN_LINK);
}

static void
field_start (Walk *walk, xmlTextReader *reader)
{
  g_autofree char *type = vr_import_xml_dup (reader, "fldCharType");

  vr_docx_fields_step (walk->fields, type, walk->flow);
}

static void
instruction_start (Walk *walk, xmlTextReader *reader)
{
  walk->text = TEXT_INSTRUCTION;
}

static void
frame_start (Walk *walk, xmlTextReader *reader)
{
  Paragraph paragraph = { 0 };

  vr_import_flow_push (walk->flow, FALSE);
  g_array_append_val (walk->paragraphs, paragraph);
  walk->is_in_properties = walk->is_in_run_properties = walk->is_hidden = FALSE;
}

static void
frame_end (Walk *walk)
{
  end_whatever (walk);
  vr_import_flow_pop (walk->flow);
  g_array_set_size (walk->paragraphs, walk->paragraphs->len - 1);
}

static void
table_start (Walk *walk, xmlTextReader *reader)
{
  walk->n_tables++;
}

static void
table_end (Walk *walk)
{
  walk->n_tables--;
}

static void
reference_start (Walk *walk, xmlTextReader *reader)
{
  char *id = vr_import_xml_dup (reader, "id");

  if (id != NULL && walk->how->notes != NULL)
    g_hash_table_add (walk->how->notes, id);
  else
    g_free (id);
}

static void
note_start (Walk *walk, xmlTextReader *reader)
{
  g_autofree char *id = vr_import_xml_dup (reader, "id");

  if (walk->how->only != NULL && (id == NULL || !g_hash_table_contains (walk->how->only, id)))
    skip (walk);
}

static const Element elements[] = {
  { "t", t_start, t_end },
  { "r", run_start },
  { "rPr", rpr_start, rpr_end },
  { "p", p_start, p_end },
  { "pPr", ppr_start, ppr_end },
  { "pStyle", style_start },
  { "numId", number_start },
  { "outlineLvl", level_start },
  { "ins", ins_start },
  { "del", del_start },
  { "moveTo", ins_start },
  { "moveFrom", del_start },
  { "pPrChange", ppr_change_start, ppr_change_end },
  { "rPrChange", skip_start },
  { "sectPr", skip_start },
  { "tblPr", skip_start },
  { "delText", t_start, t_end },
  { "tab", tab_start },
  { "br", break_start },
  { "cr", break_start },
  { "noBreakHyphen", firm_hyphen_start },
  { "softHyphen", soft_hyphen_start },
  { "vanish", vanish_start },
  { "hyperlink", link_start, link_end },
  { "fldChar", field_start },
  { "instrText", instruction_start, t_end },
  { "delInstrText", skip_start },
  { "txbxContent", frame_start, frame_end },
  { "tbl", table_start, table_end },
  { "tc", NULL, end_whatever },
  { "footnoteReference", reference_start },
  { "endnoteReference", reference_start },
  { "footnote", note_start, end_whatever },
  { "endnote", note_start, end_whatever },
  { "Fallback", skip_start }, /* says once more what stands beside it */
};

/* Word writes one name of its namespaces, whoever follows the standard to the letter another. */
static const Element *
find_element (const char *space, const char *name)
{
  gboolean is_word = strstr (space, "wordprocessingml") != NULL;

  if (!is_word && strstr (space, "markup-compatibility") == NULL
      && !(g_str_equal (name, "t") && g_str_has_suffix (space, "math")))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].name, name))
      return &elements[i];
  return NULL;
}

static void
start_cb (gpointer data, xmlTextReader *reader, const char *space, const char *name)
{
  Walk *walk = data;
  const Element *element;

  if (walk->n_skipped > 0)
    {
      walk->n_skipped++;
      return;
    }
  element = find_element (space, name);
  if (element != NULL && element->start != NULL)
    element->start (walk, reader);
}

static void
end_cb (gpointer data, const char *space, const char *name)
{
  Walk *walk = data;
  const Element *element;

  if (walk->n_skipped > 0)
    {
      walk->n_skipped--;
      return;
    }
  element = find_element (space, name);
  if (element != NULL && element->end != NULL)
    element->end (walk);
}

static void
text_cb (gpointer data, const char *text)
{
  Walk *walk = data;

  if (walk->n_skipped > 0)
    return;
  if (walk->text == TEXT_SHOWN)
    vr_import_flow_put (walk->flow, text, -1);
  else if (walk->text == TEXT_INSTRUCTION)
    vr_docx_fields_put (walk->fields, text);
}

gboolean
vr_docx_body_read (const VrDocxBody *self, GBytes *part, VrImportFlow *flow)
{
  static const VrImportXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, TRUE, sizeof (Paragraph));
  g_autoptr (VrDocxFields) fields = vr_docx_fields_new ();
  Walk walk = { .how = self, .flow = flow, .paragraphs = paragraphs, .fields = fields };
  gboolean is_whole;

  g_array_set_clear_func (paragraphs, clear_paragraph);
  g_array_set_size (paragraphs, 1);
  is_whole = vr_import_xml_read (part, &handler, &walk);
  if (is_whole)
    end_whatever (&walk);
  return is_whole;
}
