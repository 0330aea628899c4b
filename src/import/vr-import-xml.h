/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML of unknown origin, read from start to end: no document type, no entities, nothing from
 * elsewhere. */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * VrImportXmlHandler:
 * @start: an element begins; @reader stands on it, for vr_import_xml_get()
 * @end: an element ends, also one that has nothing in it
 * @text: (nullable): what stands in it, white space too; valid UTF-8
 *
 * Names are without prefix; @space is the name of the namespace, "" where there is none.
 */
typedef struct
{
  void (*start) (gpointer data, xmlTextReader *reader, const char *space, const char *name);
  void (*end) (gpointer data, const char *space, const char *name);
  void (*text) (gpointer data, const char *text);
} VrImportXmlHandler;

/** vr_import_xml_decode: (transfer full) (nullable): @part in UTF-8, told by its first bytes and
 * its prolog: the parsers are to read nothing else, as what they know no encoding without is files.
 * %NULL where there is no such encoding. */
GBytes *vr_import_xml_decode (GBytes *part) G_GNUC_WARN_UNUSED_RESULT;

/** vr_import_xml_read: Returns: %FALSE where @part is not well formed, or has a document type */
gboolean vr_import_xml_read (GBytes *part, const VrImportXmlHandler *handler, gpointer data);

/** vr_import_xml_dup: (transfer full) (nullable): the attribute of that name, in whatever
 * namespace. */
char *vr_import_xml_dup (xmlTextReader *reader, const char *name);

/** vr_import_xml_is: whether the attribute is there and has that value. */
gboolean vr_import_xml_is (xmlTextReader *reader, const char *name, const char *value);

G_END_DECLS
