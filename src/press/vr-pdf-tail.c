/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is appended to a PDF file: its manifest as an attached file, and what is known of it. */
#include "vr-pdf-tail.h"

#include "config.h"

#include "vr-pdf-file.h"
#include "vr-report-manifest.h"
#include "vr-report-shown.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>

#define ATTACHED "manifest.json"

/* Of a file whose cross-references are a stream the last one is that. */
enum
{
  OBJECT_CATALOG,
  OBJECT_INFO,
  OBJECT_FILE,
  OBJECT_MANIFEST,
  OBJECT_REFERENCES,
  N_OBJECTS,
};

/* A type, a place, a generation: ISO 32000-1, 7.5.8. */
#define ENTRY_BYTES 7

/* What a stream of so few bytes is longer by, not compressed: RFC 1950 and 1951. */
#define STORED_BYTES 11

typedef struct
{
  VrPdfFile file;
  GString *update;
  guint numbers[N_OBJECTS];
  gsize offsets[N_OBJECTS];
} Tail;

void
vr_pdf_facts_clear (VrPdfFacts *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->authors, g_free);
  g_clear_pointer (&self->keywords, g_free);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_clear_pointer (&self->manifest, g_free);
}

/* Text in a PDF file: UTF-16 in hexadecimal digits, so that nothing in it means anything. */
static void
append_text (GString *string, const char *key, const char *text)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree gunichar2 *units = NULL;
  glong n = 0;

  if (text == NULL || *text == '\0')
    return;
  vr_report_append_shown (shown, text, strlen (text));
  units = g_utf8_to_utf16 (shown->str, -1, NULL, &n, NULL);
  if (units == NULL)
    return;
  g_string_append_printf (string, "   /%s <FEFF", key);
  for (glong i = 0; i < n; i++)
    g_string_append_printf (string, "%04X", units[i]);
  g_string_append (string, ">\n");
}

static void
append_info (GString *string, const VrPdfFacts *facts)
{
  g_autofree char *producer = g_strdup_printf ("cairo %s", cairo_version_string ());
  g_autoptr (GDateTime) utc = facts->time != NULL ? g_date_time_to_utc (facts->time) : NULL;
  g_autofree char *stamp = utc != NULL ? g_date_time_format (utc, "%Y%m%d%H%M%S") : NULL;

  g_string_append (string, "<<\n");
  append_text (string, "Title", facts->title);
  append_text (string, "Author", facts->authors);
  append_text (string, "Keywords", facts->keywords);
  append_text (string, "Creator", "Variorum " VR_VERSION);
  append_text (string, "Producer", producer);
  if (stamp != NULL)
    g_string_append_printf (string, "   /CreationDate (D:%sZ)\n", stamp);
  g_string_append (string, ">>");
}

/* Begins the object and remembers where. */
static void
begin_object (Tail *self, guint object)
{
  self->offsets[object] = self->file.n_bytes + self->update->len;
  g_string_append_printf (self->update, "%u 0 obj\n", self->numbers[object]);
}

static void
append_catalog (Tail *self)
{
  guint file = self->numbers[OBJECT_FILE];

  begin_object (self, OBJECT_CATALOG);
  g_string_append_printf (self->update,
                          "<<%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                          "   /AF [ %u 0 R ]\n"
                          "   /Names << /EmbeddedFiles << /Names [ (" ATTACHED ") %u 0 R ] >> >>\n"
                          ">>\nendobj\n",
                          self->file.catalog, C_ ("code of this language", "en"), file, file);
}

static void
append_file (Tail *self)
{
  guint manifest = self->numbers[OBJECT_MANIFEST];

  begin_object (self, OBJECT_FILE);
  g_string_append_printf (
      self->update,
      "<< /Type /Filespec\n   /F (" ATTACHED ")\n   /UF (" ATTACHED ")\n"
      "   /AFRelationship /Data\n   /EF << /F %u 0 R /UF %u 0 R >>\n>>\nendobj\n",
      manifest, manifest);
}

/* A zlib stream of one block that is stored as it is, as some readers insist on one. */
static void
append_stored (GString *string, const GByteArray *bytes)
{
  guint32 a = 1, b = 0;
  guint n = bytes->len;

  for (guint i = 0; i < n; i++)
    {
      a = (a + bytes->data[i]) % 65521;
      b = (b + a) % 65521;
    }
  g_string_append_len (string, "\x78\x01\x01", 3);
  for (guint i = 0; i < 2; i++)
    {
      guint length = i == 0 ? n : ~n;

      g_string_append_c (string, (char)(length & 0xff));
      g_string_append_c (string, (char)((length >> 8) & 0xff));
    }
  g_string_append_len (string, (const char *)bytes->data, n);
  for (guint i = 0; i < 4; i++)
    g_string_append_c (string, (char)(((b << 16 | a) >> (24 - 8 * i)) & 0xff));
}

static void
append_trailer (const Tail *self, guint size)
{
  g_string_append_printf (self->update,
                          "   /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n"
                          "   /Prev %" G_GSIZE_FORMAT "\n>>\n",
                          size, self->numbers[OBJECT_CATALOG], self->numbers[OBJECT_INFO],
                          self->file.start);
}

/* Stands before the manifest, where it may be binary: the file ends in words. */
static void
append_references (Tail *self)
{
  g_autoptr (GByteArray) entries = g_byte_array_new ();
  static const char end[] = "\nendstream\nendobj\n";

  begin_object (self, OBJECT_REFERENCES);
  g_string_append_printf (self->update,
                          "<< /Type /XRef\n   /Length %u\n   /Filter /FlateDecode\n"
                          "   /W [1 4 2]\n   /Index [%u 1 %u 1 %u 3]\n",
                          N_OBJECTS * ENTRY_BYTES + STORED_BYTES, self->numbers[OBJECT_CATALOG],
                          self->numbers[OBJECT_INFO], self->numbers[OBJECT_FILE]);
  append_trailer (self, self->numbers[OBJECT_REFERENCES] + 1);
  g_string_append (self->update, "stream\n");
  self->offsets[OBJECT_MANIFEST] = self->file.n_bytes + self->update->len + N_OBJECTS * ENTRY_BYTES
                                   + STORED_BYTES + strlen (end);
  for (guint i = 0; i < N_OBJECTS; i++)
    {
      guint32 offset = GUINT32_TO_BE ((guint32)self->offsets[i]);

      g_byte_array_append (entries, (const guint8 *)"\1", 1);
      g_byte_array_append (entries, (const guint8 *)&offset, sizeof offset);
      g_byte_array_append (entries, (const guint8 *)"\0\0", 2);
    }
  append_stored (self->update, entries);
  g_string_append (self->update, end);
}

static void
append_table (const Tail *self)
{
  g_string_append (self->update, "xref\n");
  for (guint i = 0; i < OBJECT_REFERENCES; i++)
    g_string_append_printf (self->update, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                            self->numbers[i], self->offsets[i]);
  g_string_append (self->update, "trailer\n<<\n");
  append_trailer (self, self->numbers[OBJECT_MANIFEST] + 1);
}

/* What follows the manifest of @n_bytes. */
static char *
dup_end (Tail *self, gsize n_bytes)
{
  g_autofree char *end = NULL;
  gsize start = self->offsets[OBJECT_REFERENCES];
  gsize n = self->update->len;

  g_string_append (self->update, "\nendstream\nendobj\n");
  if (!self->file.is_stream)
    {
      start = self->file.n_bytes + self->update->len + n_bytes;
      append_table (self);
    }
  g_string_append_printf (self->update, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);
  end = g_strdup (self->update->str + n);
  g_string_truncate (self->update, n);

  return g_strconcat ("}", end, NULL);
}

static void
append_objects (Tail *self, const VrPdfFacts *facts, gsize n_manifest)
{
  append_catalog (self);
  begin_object (self, OBJECT_INFO);
  append_info (self->update, facts);
  g_string_append (self->update, "\nendobj\n");
  append_file (self);
  if (self->file.is_stream)
    append_references (self);
  begin_object (self, OBJECT_MANIFEST);
  g_string_append_printf (self->update,
                          "<< /Type /EmbeddedFile\n   /Subtype /application#2Fjson\n"
                          "   /Length %" G_GSIZE_FORMAT "\n   /Params << /Size %" G_GSIZE_FORMAT
                          " >>\n>>\nstream\n",
                          n_manifest, n_manifest);
}

gboolean
vr_pdf_tail_write (const GByteArray *bytes, const VrPdfFacts *facts, VrOutput *output)
{
  Tail self = { 0 };
  g_auto (VrPdfFile) file;
  gboolean is_good = vr_pdf_file_read (&file, bytes);
  g_autoptr (GString) update = g_string_new (NULL);
  g_autofree char *suffix = NULL;
  gsize n;

  if (!is_good)
    return FALSE;
  self.file = file;
  self.update = update;
  self.numbers[OBJECT_CATALOG] = file.root;
  self.numbers[OBJECT_INFO] = file.info;
  for (guint i = OBJECT_FILE; i < N_OBJECTS; i++)
    self.numbers[i] = file.size + i - OBJECT_FILE;
  n = strlen (facts->manifest) + strlen (VR_MANIFEST_SEAL) + VR_SHA256_HEX_BYTES - 1
      + strlen ("\"}");
  append_objects (&self, facts, n);
  suffix = dup_end (&self, n);
  vr_output_write (output, update->str, update->len);
  vr_output_put (output, facts->manifest);
  vr_report_seal_write (output, suffix);

  return TRUE;
}
