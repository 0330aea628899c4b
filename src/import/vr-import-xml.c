/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML of unknown origin, read from start to end: no document type, no entities, nothing from
 * elsewhere. */
#include "vr-import-xml.h"

#include "vr-text.h"

#include <string.h>

/* Without XML_PARSE_HUGE: 256 elements deep, 10 MB in one piece of text.  Without XML_PARSE_NOENT:
 * no entity is replaced. */
#define OPTIONS                                                                                    \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA                   \
   | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC)

/* Where a part may say how it is written. */
#define PROLOG_BYTES 200

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
        if (is_empty && handler->end != NULL)
          handler->end (data, space, name);
        return TRUE;
      }
    case XML_READER_TYPE_END_ELEMENT:
      if (handler->end != NULL)
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

static gboolean
is_utf16 (const char *bytes, gsize n_bytes)
{
  return n_bytes >= 2 && (memcmp (bytes, "\xFF\xFE", 2) == 0 || memcmp (bytes, "\xFE\xFF", 2) == 0);
}

/* What the XML prolog says; NULL where it says nothing, or UTF-8. */
static char *
dup_encoding (const char *bytes, gsize n_bytes)
{
  static const char word[] = "encoding=";
  g_autofree char *prolog = g_strndup (bytes, MIN (n_bytes, PROLOG_BYTES));
  const char *end = strstr (prolog, "?>"), *found = strstr (prolog, word);
  char *encoding;

  if (is_utf16 (bytes, n_bytes))
    return g_strdup ("UTF-16");
  if (found == NULL || end == NULL || found > end)
    return NULL;
  found += strlen (word);
  if (*found == '\0')
    return NULL;
  encoding = g_strndup (found + 1, strcspn (found + 1, "\"'?"));
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    g_clear_pointer (&encoding, g_free);
  return encoding;
}

GBytes *
vr_import_xml_decode (GBytes *part)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (part, &n_bytes);
  g_autofree char *encoding = bytes != NULL ? dup_encoding (bytes, n_bytes) : NULL;
  g_autoptr (VrText) text = NULL;

  if (encoding == NULL)
    return g_bytes_ref (part);
  text = vr_text_new_from_bytes (part, encoding, "", NULL);
  if (text == NULL)
    return NULL;
  bytes = vr_text_peek (text, &n_bytes);
  return g_bytes_new (bytes, n_bytes);
}

gboolean
vr_import_xml_read (GBytes *part, const VrImportXmlHandler *handler, gpointer data)
{
  g_autoptr (GBytes) text = vr_import_xml_decode (part);
  gsize n_bytes = 0;
  const char *bytes = text != NULL ? g_bytes_get_data (text, &n_bytes) : NULL;
  g_autoptr (Reader) reader =
      n_bytes > 0 ? xmlReaderForMemory (bytes, (int)n_bytes, NULL, "UTF-8", OPTIONS) : NULL;
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
