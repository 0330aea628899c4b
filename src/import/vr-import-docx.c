/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Word documents, DOCX (ECMA-376): the parts of one, and what they say of the article. */
#include "vr-docx-body.h"
#include "vr-import-fail.h"
#include "vr-import-formats.h"
#include "vr-import-package.h"
#include "vr-import-properties.h"
#include "vr-import-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAIN_PART "word/document.xml"

/* A part refers to others by an id, and says what they are to it. */
typedef struct
{
  char *id;
  char *type; /* an address, whose last word tells */
  char *target;
  gboolean is_external;
} Relation;

typedef struct
{
  const VrImportPackage *package;
  VrImportedBuilder *builder;
  VrImportStyles *styles;
  VrImportFlow *flow;
  GHashTable *notes;
  gboolean original;
} Document;

static void
clear_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
}

static void
relation_start_cb (gpointer data, xmlTextReader *reader, const char *space, const char *name)
{
  Relation relation = { 0 };

  if (!g_str_equal (name, "Relationship"))
    return;
  relation.id = vr_import_xml_dup (reader, "Id");
  relation.type = vr_import_xml_dup (reader, "Type");
  relation.target = vr_import_xml_dup (reader, "Target");
  relation.is_external = vr_import_xml_is (reader, "TargetMode", "External");
  if (relation.id != NULL && relation.type != NULL && relation.target != NULL)
    g_array_append_val ((GArray *)data, relation);
  else
    clear_relation (&relation);
}

/* Of the part @name, "" for the whole; one that is damaged says nothing. */
static GArray *
read_relations (const VrImportPackage *package, const char *name)
{
  static const VrImportXmlHandler handler = { relation_start_cb };
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *path =
      *name == '\0' ? g_strdup ("_rels/.rels") : g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  GArray *relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  GBytes *part = vr_import_package_peek (package, g_str_has_prefix (path, "./") ? path + 2 : path);

  g_array_set_clear_func (relations, clear_relation);
  if (part != NULL)
    vr_import_xml_read (part, &handler, relations);
  return relations;
}

/* The next after @index of that type: its part's name; NULL at the end. */
static char *
dup_part_name (const GArray *relations, const char *base, const char *type, guint *index)
{
  for (; *index < relations->len; (*index)++)
    {
      const Relation *relation = &g_array_index (relations, Relation, *index);
      const char *slash = strrchr (relation->type, '/');

      if (!relation->is_external && slash != NULL && g_str_equal (slash + 1, type))
        {
          (*index)++;
          return vr_import_package_resolve (base, relation->target);
        }
    }
  return NULL;
}

/* The one part of that type; NULL where there is none. */
static GBytes *
peek_part (const Document *self, const GArray *relations, const char *base, const char *type)
{
  guint index = 0;
  g_autofree char *name = dup_part_name (relations, base, type, &index);

  return name != NULL ? vr_import_package_peek (self->package, name) : NULL;
}

static GHashTable *
get_targets (const GArray *relations)
{
  GHashTable *targets = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = &g_array_index (relations, Relation, i);

      if (g_str_has_suffix (relation->type, "/hyperlink"))
        g_hash_table_insert (targets, relation->id, relation->target);
    }
  return targets;
}

/* A style while it is read. */
typedef struct
{
  Document *document;
  char *id;
  char *name;
  char *parent;
  guint level;
  gboolean is_list;
  gboolean is_paragraph;
} StyleWalk;

static void
replace (char **string, char *with)
{
  g_free (*string);
  *string = with;
}

static void
style_start_cb (gpointer data, xmlTextReader *reader, const char *space, const char *name)
{
  StyleWalk *walk = data;

  if (g_str_equal (name, "style"))
    {
      replace (&walk->id, vr_import_xml_dup (reader, "styleId"));
      replace (&walk->name, NULL);
      replace (&walk->parent, NULL);
      walk->level = 0;
      walk->is_list = FALSE;
      walk->is_paragraph = vr_import_xml_is (reader, "type", "paragraph");
    }
  else if (g_str_equal (name, "name"))
    {
      replace (&walk->name, vr_import_xml_dup (reader, "val"));
    }
  else if (g_str_equal (name, "basedOn"))
    {
      replace (&walk->parent, vr_import_xml_dup (reader, "val"));
    }
  else if (g_str_equal (name, "numId"))
    {
      walk->is_list = !vr_import_xml_is (reader, "val", "0");
    }
  else if (g_str_equal (name, "outlineLvl"))
    {
      g_autofree char *value = vr_import_xml_dup (reader, "val");

      walk->level = value != NULL && *value >= '0' && *value < '9' ? (guint)(*value - '0') + 1 : 0;
    }
  else if (g_str_equal (name, "lang") && walk->id == NULL)
    {
      g_autofree char *language = vr_import_xml_dup (reader, "val");

      vr_imported_builder_set_fact (walk->document->builder, VR_FACT_LANGUAGE, language);
    }
}

static void
style_end_cb (gpointer data, const char *space, const char *name)
{
  StyleWalk *walk = data;

  if (g_str_equal (name, "style") && walk->is_paragraph && walk->id != NULL)
    vr_import_styles_add (walk->document->styles, walk->id, walk->name, walk->parent, walk->level,
                          walk->is_list);
}

static gboolean
read_styles (Document *self, GBytes *part)
{
  static const VrImportXmlHandler handler = { style_start_cb, style_end_cb };
  StyleWalk walk = { .document = self };
  gboolean is_whole = vr_import_xml_read (part, &handler, &walk);

  g_free (walk.id);
  g_free (walk.name);
  g_free (walk.parent);
  return is_whole;
}

static gboolean
read_text (Document *self, const char *name, GHashTable *only, VrImportStyle base)
{
  GBytes *part = vr_import_package_peek (self->package, name);
  g_autoptr (GArray) relations = read_relations (self->package, name);
  g_autoptr (GHashTable) targets = get_targets (relations);
  VrDocxBody body = { .styles = self->styles,
                      .targets = targets,
                      .original = self->original,
                      .base = base,
                      .only = only,
                      .notes = only == NULL ? self->notes : NULL };

  return part != NULL && vr_docx_body_read (&body, part, self->flow);
}

/* Each part of @type that there is. */
static gboolean
read_all (Document *self, const GArray *relations, const char *base, const char *type,
          GHashTable *only, VrImportStyle style)
{
  gboolean is_whole = TRUE;
  char *name;

  for (guint i = 0; is_whole && (name = dup_part_name (relations, base, type, &i)) != NULL;)
    {
      is_whole = read_text (self, name, only, style);
      g_free (name);
    }
  return is_whole;
}

static gboolean
read_document (Document *self, const char *name)
{
  const VrImportStyle body = { 0 };
  const VrImportStyle note = { VR_ROLE_BODY, N_ ("a note") };
  const VrImportStyle footer = { VR_ROLE_FOOTER, N_ ("a page’s header or footer") };
  g_autoptr (GArray) relations = read_relations (self->package, name);
  GBytes *styles = peek_part (self, relations, name, "styles");

  return (styles == NULL || read_styles (self, styles)) && read_text (self, name, NULL, body)
         && read_all (self, relations, name, "footnotes", self->notes, note)
         && read_all (self, relations, name, "endnotes", self->notes, note)
         && read_all (self, relations, name, "header", NULL, footer)
         && read_all (self, relations, name, "footer", NULL, footer);
}

gboolean
vr_import_docx (const VrImportSource *source, VrImportedBuilder *builder, GError **error)
{
  g_autoptr (VrImportPackage) package = vr_import_package_new (source, error);
  g_autoptr (VrImportStyles) styles = vr_import_styles_new ();
  g_autoptr (VrImportFlow) flow = vr_import_flow_new (builder);
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) relations = NULL;
  g_autofree char *name = NULL;
  guint index = 0;
  Document document = { package, builder, styles, flow, notes, source->original };
  GBytes *properties;

  if (package == NULL)
    return FALSE;
  relations = read_relations (package, "");
  name = dup_part_name (relations, "", "officeDocument", &index);
  if (name == NULL)
    name = g_strdup (MAIN_PART);
  properties = peek_part (&document, relations, "", "core-properties");
  if (properties != NULL)
    vr_import_properties_read (properties, VR_FACT_UPDATED, builder);
  if (!read_document (&document, name))
    return vr_import_fail_damaged (source, error);
  vr_import_flow_finish (flow);
  return TRUE;
}
