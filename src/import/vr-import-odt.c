/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of LibreOffice and others, ODT (ISO/IEC 26300): the parts of one, and its text. */
#include "vr-import-fail.h"
#include "vr-import-formats.h"
#include "vr-import-package.h"
#include "vr-import-properties.h"
#include "vr-import-xml.h"
#include "vr-odt-changes.h"
#include "vr-odt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How an element that has others in it changes what these are. */
typedef struct
{
  VrImportStyle style; /* of a paragraph that was open around a frame or a note */
  VrOdtSpaces spaces;
  guint n_lists;
} Outer;

typedef struct
{
  VrImportedBuilder *builder;
  VrImportFlow *flow;
  VrImportStyles *styles;
  VrOdtChanges *changes; /* NULL where they are all accepted */
  GArray *outers;        /* of Outer */
  GHashTable *inserted;  /* ids of the insertions that we are in */
  GString *white;
  VrImportStyle style;
  VrOdtSpaces spaces;
  guint n_skipped;
  guint n_lists;
  guint n_tables;
  guint n_indexes;
  guint n_paragraphs; /* that are open: more than one with a frame or a note in it */
  gboolean is_text;   /* in the text itself, or in a page's header or footer */
  gboolean is_footer; /* in the latter */
  gboolean has_language;
} Walk;

/* Whether what comes was not there before the changes. */
static gboolean
is_gone (const Walk *walk)
{
  return g_hash_table_size (walk->inserted) > 0;
}

static VrImportStyle
tell_style (const Walk *walk, xmlTextReader *reader, const char *name)
{
  VrImportStyle style = vr_odt_text_style (walk->styles, reader, name, walk->n_lists > 0);

  if (walk->is_footer)
    return (VrImportStyle){ VR_ROLE_FOOTER, N_ ("a page’s header or footer") };
  if (walk->n_indexes > 0)
    return (VrImportStyle){ VR_ROLE_NAV, N_ ("a table of contents") };
  if (style.level > 0 || style.role != VR_ROLE_BODY)
    return style;
  return walk->n_tables > 0 ? (VrImportStyle){ VR_ROLE_BODY, N_ ("a cell of a table") } : style;
}

static void
put_white (Walk *walk, xmlTextReader *reader, const char *name)
{
  g_string_truncate (walk->white, 0);
  vr_odt_text_put_white (reader, name, walk->white, &walk->spaces);
  if (!is_gone (walk))
    vr_import_flow_put (walk->flow, walk->white->str, (gssize)walk->white->len);
}

/* A note or a frame in a paragraph has paragraphs of its own. */
static void
go_in (Walk *walk, gboolean is_note)
{
  Outer outer = { walk->style, walk->spaces, walk->n_lists };

  g_array_append_val (walk->outers, outer);
  walk->n_lists = 0;
  vr_import_flow_push (walk->flow, is_note);
}

static void
come_out (Walk *walk)
{
  const Outer *outer = &g_array_index (walk->outers, Outer, walk->outers->len - 1);

  vr_import_flow_pop (walk->flow);
  walk->style = outer->style;
  walk->spaces = outer->spaces;
  walk->n_lists = outer->n_lists;
  g_array_set_size (walk->outers, walk->outers->len - 1);
}

static void
handle_change (Walk *walk, xmlTextReader *reader, const char *name)
{
  g_autofree char *id = vr_import_xml_dup (reader, "change-id");

  if (walk->changes == NULL || id == NULL)
    return;
  if (g_str_equal (name, "change-end"))
    g_hash_table_remove (walk->inserted, id);
  else if (g_str_equal (name, "change-start") && vr_odt_changes_is_insertion (walk->changes, id))
    g_hash_table_add (walk->inserted, g_steal_pointer (&id));
  else if (g_str_equal (name, "change") && !is_gone (walk)
           && vr_odt_changes_put (walk->changes, id, walk->flow))
    walk->spaces = (VrOdtSpaces){ 0 };
}

static void
open_paragraph (Walk *walk, xmlTextReader *reader, const char *name)
{
  walk->style = tell_style (walk, reader, name);
  walk->spaces = (VrOdtSpaces){ .is_first = TRUE };
  walk->n_paragraphs++;
}

static void
open_link (Walk *walk, xmlTextReader *reader)
{
  g_autofree char *target = vr_import_xml_dup (reader, "href");

  vr_import_flow_begin_span (walk->flow, VR_TEXT_SPAN_LINK, target);
}

static void
start_in_text (Walk *walk, xmlTextReader *reader, const char *space, const char *name)
{
  static const char *const indexes[] = { "table-of-content",
                                         "alphabetical-index",
                                         "illustration-index",
                                         "table-index",
                                         "object-index",
                                         "user-index",
                                         NULL };
  static const char *const changes[] = { "change", "change-start", "change-end", NULL };

  if (vr_odt_text_is_unseen (space, name) || g_str_equal (name, "tracked-changes")
      || g_str_equal (name, "note-citation"))
    walk->n_skipped = 1;
  else if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    open_paragraph (walk, reader, name);
  else if (g_str_equal (name, "list"))
    walk->n_lists++;
  else if (g_str_equal (name, "table"))
    walk->n_tables++;
  else if (g_strv_contains (indexes, name))
    walk->n_indexes++;
  else if (g_str_equal (name, "text-box") || g_str_equal (name, "note-body"))
    go_in (walk, g_str_equal (name, "note-body"));
  else if (g_str_equal (name, "a"))
    open_link (walk, reader);
  else if (g_strv_contains (changes, name))
    handle_change (walk, reader, name);
  else if (walk->n_paragraphs > 0)
    put_white (walk, reader, name);
}

/* A paragraph whose end was inserted goes on with the next. */
static void
close_paragraph (Walk *walk)
{
  if (!is_gone (walk))
    vr_import_flow_end (walk->flow, walk->style, 0);
  if (walk->n_paragraphs > 0)
    walk->n_paragraphs--;
}

static void
end_in_text (Walk *walk, const char *name)
{
  if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    close_paragraph (walk);
  else if (g_str_equal (name, "list") && walk->n_lists > 0)
    walk->n_lists--;
  else if (g_str_equal (name, "table") && walk->n_tables > 0)
    walk->n_tables--;
  else if (walk->n_indexes > 0
           && (g_str_has_suffix (name, "-index") || g_str_equal (name, "table-of-content")))
    walk->n_indexes--;
  else if (walk->outers->len > 0
           && (g_str_equal (name, "text-box") || g_str_equal (name, "note-body")))
    come_out (walk);
  else if (g_str_equal (name, "a"))
    vr_import_flow_end_span (walk->flow, VR_TEXT_SPAN_LINK);
}

static void
add_style (Walk *walk, xmlTextReader *reader)
{
  g_autofree char *id = vr_import_xml_dup (reader, "name");
  g_autofree char *parent = vr_import_xml_dup (reader, "parent-style-name");
  g_autofree char *level = vr_import_xml_dup (reader, "default-outline-level");

  if (id != NULL && vr_import_xml_is (reader, "family", "paragraph"))
    vr_import_styles_add (walk->styles, id, NULL, parent,
                          level != NULL ? (guint)CLAMP (atoi (level), 0, 9) : 0, FALSE);
}

/* The first that is named is that of the paragraphs that name none. */
static void
take_language (Walk *walk, xmlTextReader *reader)
{
  g_autofree char *language = vr_import_xml_dup (reader, "language");
  g_autofree char *country = vr_import_xml_dup (reader, "country");
  g_autofree char *tag = NULL;

  if (walk->has_language || language == NULL || g_str_equal (language, "none"))
    return;
  tag = country != NULL && !g_str_equal (country, "none")
            ? g_strconcat (language, "-", country, NULL)
            : g_strdup (language);
  vr_imported_builder_set_fact (walk->builder, VR_FACT_LANGUAGE, tag);
  walk->has_language = TRUE;
}

static const char *const footers[] = {
  "header", "footer", "header-first", "footer-first", "header-left", "footer-left", NULL
};

static void
start_cb (gpointer data, xmlTextReader *reader, const char *space, const char *name)
{
  Walk *walk = data;

  if (walk->n_skipped > 0)
    walk->n_skipped++;
  else if (walk->is_text)
    start_in_text (walk, reader, space, name);
  else if (g_str_equal (name, "text") && g_str_has_suffix (space, "office:1.0"))
    walk->is_text = TRUE;
  else if (g_strv_contains (footers, name))
    walk->is_text = walk->is_footer = TRUE;
  else if (g_str_equal (name, "style"))
    add_style (walk, reader);
  else if (g_str_equal (name, "text-properties"))
    take_language (walk, reader);
}

static void
end_cb (gpointer data, const char *space, const char *name)
{
  Walk *walk = data;

  if (walk->n_skipped > 0)
    walk->n_skipped--;
  else if (walk->is_text && walk->n_paragraphs == 0
           && (walk->is_footer
                   ? g_strv_contains (footers, name)
                   : g_str_equal (name, "text") && g_str_has_suffix (space, "office:1.0")))
    walk->is_text = walk->is_footer = FALSE;
  else if (walk->is_text)
    end_in_text (walk, name);
}

static void
text_cb (gpointer data, const char *text)
{
  Walk *walk = data;

  if (!walk->is_text || walk->n_skipped > 0 || walk->n_paragraphs == 0)
    return;
  g_string_truncate (walk->white, 0);
  vr_odt_text_collapse (text, walk->white, &walk->spaces);
  if (!is_gone (walk))
    vr_import_flow_put (walk->flow, walk->white->str, (gssize)walk->white->len);
}

/* The styles that both parts have, the text, the notes, and then what stands on every page. */
static gboolean
read_parts (Walk *walk, GBytes *styles, GBytes *content, gboolean original)
{
  static const VrImportXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (VrImportedBuilder) no_builder = vr_imported_builder_new ();
  g_autoptr (VrImportFlow) no_flow = vr_import_flow_new (no_builder);
  g_autoptr (VrOdtChanges) changes = NULL;
  VrImportFlow *flow = walk->flow;
  gboolean is_whole;

  walk->flow = no_flow;
  if (styles != NULL && !vr_import_xml_read (styles, &handler, walk))
    return FALSE;
  if (original && (changes = vr_odt_changes_new (content, walk->styles)) == NULL)
    return FALSE;
  walk->flow = flow;
  walk->changes = changes;
  is_whole = vr_import_xml_read (content, &handler, walk);
  walk->changes = NULL;
  g_hash_table_remove_all (walk->inserted);
  vr_import_flow_finish (flow);
  if (is_whole && styles != NULL)
    vr_import_xml_read (styles, &handler, walk);
  return is_whole;
}

/* The list of parts tells how each was locked. */
static gboolean
is_locked (const VrImportPackage *package)
{
  GBytes *list = vr_import_package_peek (package, "META-INF/manifest.xml");
  gsize n_bytes;
  const char *bytes = list != NULL ? g_bytes_get_data (list, &n_bytes) : NULL;
  static const char word[] = "encryption-data";

  return bytes != NULL && memmem (bytes, n_bytes, word, strlen (word)) != NULL;
}

gboolean
vr_import_odt (const VrImportSource *source, VrImportedBuilder *builder, GError **error)
{
  g_autoptr (VrImportPackage) package = vr_import_package_new (source, error);
  g_autoptr (VrImportStyles) styles = vr_import_styles_new ();
  g_autoptr (VrImportFlow) flow = vr_import_flow_new (builder);
  g_autoptr (GArray) outers = g_array_new (FALSE, FALSE, sizeof (Outer));
  g_autoptr (GString) white = g_string_new (NULL);
  g_autoptr (GHashTable) inserted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { .builder = builder,
                .flow = flow,
                .styles = styles,
                .outers = outers,
                .inserted = inserted,
                .white = white };
  GBytes *content, *meta;

  if (package == NULL)
    return FALSE;
  if (is_locked (package))
    return vr_import_fail_locked (source, error);
  content = vr_import_package_peek (package, "content.xml");
  meta = vr_import_package_peek (package, "meta.xml");
  if (meta != NULL)
    vr_import_properties_read (meta, VR_FACT_UPDATED, builder);
  if (content == NULL
      || !read_parts (&walk, vr_import_package_peek (package, "styles.xml"), content,
                      source->original))
    return vr_import_fail_damaged (source, error);
  return TRUE;
}
