/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is appended to a PDF file: its manifest as an attached file, and what is known of it. */
#include "vr-pdf-tail.h"

#include "config.h"

#include "vr-report-manifest.h"
#include "vr-report-shown.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>

#define ATTACHED "manifest.json"
#define N_OBJECTS 4

/* A trailer is a hundred bytes. */
#define TRAILER_BYTES 1024

typedef struct
{
  const char *bytes;
  gsize n_bytes;
  guint size; /* objects, with the free one */
  guint root;
  guint info;
  gsize start; /* of the table */
} Pdf;

/* The number behind @key in @text. */
static gboolean
read_number (const char *text, const char *key, gsize *number)
{
  const char *at = strstr (text, key);

  if (at == NULL)
    return FALSE;
  *number = (gsize)g_ascii_strtoull (at + strlen (key), NULL, 10);

  return *number > 0;
}

static gboolean
read_trailer (Pdf *self, const GByteArray *bytes)
{
  gsize n = MIN (bytes->len, TRAILER_BYTES);
  g_autofree char *tail = g_strndup ((const char *)bytes->data + bytes->len - n, n);
  gsize size, root, info;

  self->bytes = (const char *)bytes->data;
  self->n_bytes = bytes->len;
  if (!read_number (tail, "/Size ", &size) || !read_number (tail, "/Root ", &root)
      || !read_number (tail, "/Info ", &info) || !read_number (tail, "startxref\n", &self->start))
    return FALSE;
  self->size = (guint)size;
  self->root = (guint)root;
  self->info = (guint)info;

  return TRUE;
}

/* What the catalog has between << and >>. */
static char *
dup_catalog (const Pdf *self)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n<<", self->root);
  const char *from = memmem (self->bytes, self->n_bytes, head, strlen (head));
  const char *to;

  if (from == NULL)
    return NULL;
  from += strlen (head);
  to = memmem (from, (gsize)(self->bytes + self->n_bytes - from), "endobj", strlen ("endobj"));
  while (to != NULL && to > from && *to != '>')
    to--;

  return to != NULL && to > from && to[-1] == '>' ? g_strndup (from, (gsize)(to - 1 - from)) : NULL;
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

static char *
dup_author (const VrReportInfo *info)
{
  const char *old_author = info != NULL ? info->witnesses[VR_SIDE_OLD].author : NULL;
  const char *new_author = info != NULL ? info->witnesses[VR_SIDE_NEW].author : NULL;

  if (old_author == NULL || g_strcmp0 (old_author, new_author) == 0)
    return g_strdup (new_author);

  return new_author != NULL ? g_strdup_printf ("%s; %s", old_author, new_author)
                            : g_strdup (old_author);
}

static void
append_info (GString *string, const char *title, const VrComparison *comparison,
             const VrReportInfo *info)
{
  g_autofree char *old_name = vr_report_dup_witness_name (info, comparison, VR_SIDE_OLD);
  g_autofree char *new_name = vr_report_dup_witness_name (info, comparison, VR_SIDE_NEW);
  g_autofree char *names = g_strdup_printf ("%s; %s", old_name, new_name);
  g_autofree char *authors = dup_author (info);
  g_autofree char *producer = g_strdup_printf ("cairo %s", cairo_version_string ());
  g_autoptr (GDateTime) time = vr_report_dup_time (info);
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;
  g_autofree char *stamp = utc != NULL ? g_date_time_format (utc, "%Y%m%d%H%M%S") : NULL;

  g_string_append (string, "<<\n");
  append_text (string, "Title", title);
  append_text (string, "Author", authors);
  append_text (string, "Keywords", names);
  append_text (string, "Creator", "Variorum " VR_VERSION);
  append_text (string, "Producer", producer);
  if (stamp != NULL)
    g_string_append_printf (string, "   /CreationDate (D:%sZ)\n", stamp);
  g_string_append (string, ">>");
}

/* Begins the object and remembers where. */
static void
begin_object (const Pdf *self, GString *update, guint number, gsize *offset)
{
  *offset = self->n_bytes + update->len;
  g_string_append_printf (update, "%u 0 obj\n", number);
}

static void
append_catalog (GString *update, const char *catalog, guint file)
{
  g_string_append_printf (update,
                          "<<%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                          "   /AF [ %u 0 R ]\n"
                          "   /Names << /EmbeddedFiles << /Names [ (" ATTACHED ") %u 0 R ] >> >>\n"
                          ">>\nendobj\n",
                          catalog, C_ ("code of this language", "en"), file, file);
}

static void
append_file (GString *update, guint stream)
{
  g_string_append_printf (
      update,
      "<< /Type /Filespec\n   /F (" ATTACHED ")\n   /UF (" ATTACHED ")\n"
      "   /AFRelationship /Data\n   /EF << /F %u 0 R /UF %u 0 R >>\n>>\nendobj\n",
      stream, stream);
}

static char *
dup_table (const Pdf *self, const gsize offsets[N_OBJECTS], gsize start)
{
  GString *table = g_string_new ("\nendstream\nendobj\nxref\n");
  const guint numbers[2] = { self->root, self->info };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_string_append_printf (table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", numbers[i],
                            offsets[i]);
  g_string_append_printf (
      table, "%u 2\n%010" G_GSIZE_FORMAT " 00000 n \n%010" G_GSIZE_FORMAT " 00000 n \n", self->size,
      offsets[2], offsets[3]);
  g_string_append_printf (table,
                          "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n"
                          "   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n",
                          self->size + 2, self->root, self->info, self->start, start);

  return g_string_free (table, FALSE);
}

gboolean
vr_pdf_tail_write (const GByteArray *bytes, const char *title, const VrReportFormat *format,
                   const VrComparison *comparison, const VrReportOptions *options, VrOutput *output)
{
  Pdf self = { 0 };
  g_autofree char *catalog = read_trailer (&self, bytes) ? dup_catalog (&self) : NULL;
  g_autofree char *manifest = NULL;
  g_autofree char *table = NULL;
  g_autofree char *suffix = NULL;
  g_autoptr (GString) update = g_string_new (NULL);
  gsize offsets[N_OBJECTS], n_stream;

  if (catalog == NULL || strstr (catalog, "/Names") != NULL)
    return FALSE;
  manifest = vr_report_dup_manifest (format, comparison, options);
  n_stream =
      strlen (manifest) + strlen (VR_MANIFEST_SEAL) + VR_SHA256_HEX_BYTES - 1 + strlen ("\"}");
  begin_object (&self, update, self.root, &offsets[0]);
  append_catalog (update, catalog, self.size);
  begin_object (&self, update, self.info, &offsets[1]);
  append_info (update, title, comparison, options->info);
  g_string_append (update, "\nendobj\n");
  begin_object (&self, update, self.size, &offsets[2]);
  append_file (update, self.size + 1);
  begin_object (&self, update, self.size + 1, &offsets[3]);
  g_string_append_printf (update,
                          "<< /Type /EmbeddedFile\n   /Subtype /application#2Fjson\n"
                          "   /Length %" G_GSIZE_FORMAT "\n   /Params << /Size %" G_GSIZE_FORMAT
                          " >>\n>>\nstream\n",
                          n_stream, n_stream);
  table = dup_table (&self, offsets,
                     self.n_bytes + update->len + n_stream + strlen ("\nendstream\nendobj\n"));
  suffix = g_strconcat ("}", table, NULL);
  vr_output_write (output, update->str, update->len);
  vr_output_put (output, manifest);
  vr_report_seal_write (output, suffix);

  return TRUE;
}
