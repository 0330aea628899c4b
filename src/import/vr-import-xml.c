/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML of unknown origin, read from start to end: no document type, no entities, nothing from
 * elsewhere. */
#include "vr-import-xml.h"

/* Without XML_PARSE_HUGE: 256 elements deep, 10 MB in one piece of text.  Without XML_PARSE_NOENT:
 * no entity is replaced. */
#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA                   \
   | XML_PARSE_COMPACT)

typedef xmlTextReader Reader;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, xmlFreeTextReader)

/* What the reader stands on; FALSE for what no document of ours has. */
static gboolean
handle (Reader *reader, const VrImportXmlHandler *handler, gpointer data)
{
  const char *name = (const char *)xmlTextReaderConstLocalName (reader);
  const char *space = (const char *)xmlTextReaderConstNamespaceUri (reader);

  if (space == NULL)
    space = "";
  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      return FALSE;
    case XML_READER_TYPE_ELEMENT:
      {
        gboolean is_empty = xmlTextReaderIsEmptyElement (reader) == 1;

        handler->start (data, reader, space, name);
        if (is_empty)
          handler->end (data, space, name);
        return TRUE;
      }
    case XML_READER_TYPE_END_ELEMENT:
      handler->end (data, space, name);
      return TRUE;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      if (handler->text != NULL)
        handler->text (data, (const char *)xmlTextReaderConstValue (reader));
      return TRUE;
    default:
      return TRUE;
    }
}

gboolean
vr_import_xml_read (GBytes *part, const VrImportXmlHandler *handler, gpointer data)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (part, &n_bytes);
  g_autoptr (Reader) reader = xmlReaderForMemory (bytes, (int)n_bytes, NULL, NULL, OPTIONS);
  int status;

  if (reader == NULL)
    return FALSE;
  while ((status = xmlTextReaderRead (reader)) == 1)
    if (!handle (reader, handler, data))
      return FALSE;
  return status == 0;
}

char *
vr_import_xml_dup (xmlTextReader *reader, const char *name)
{
  char *value = NULL;

  for (int more = xmlTextReaderMoveToFirstAttribute (reader); more == 1 && value == NULL;
       more = xmlTextReaderMoveToNextAttribute (reader))
    if (g_str_equal (xmlTextReaderConstLocalName (reader), name))
      value = g_strdup ((const char *)xmlTextReaderConstValue (reader));
  xmlTextReaderMoveToElement (reader);
  return value;
}

gboolean
vr_import_xml_is (xmlTextReader *reader, const char *name, const char *value)
{
  g_autofree char *found = vr_import_xml_dup (reader, name);

  return g_strcmp0 (found, value) == 0;
}
