/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program variorum-import is asked and answers, and the limits that it sets. */
#include "vr-import-protocol.h"

#include <glib/gi18n-lib.h>

#include <string.h>

void
vr_import_request_write_front (const VrImportRequest *self, GByteArray *bytes)
{
  VrImportRequestHead head = { .flags = self->flags,
                               .chapter = self->chapter,
                               .n_bytes = self->n_bytes };

  memcpy (head.magic, VR_IMPORT_MAGIC, VR_IMPORT_MAGIC_BYTES);
  for (guint i = 0; i < VR_IMPORT_N_FIELDS; i++)
    if (self->fields[i] != NULL)
      head.n_field_bytes[i] = (guint32)strlen (self->fields[i]) + 1;
  g_byte_array_append (bytes, (const guint8 *)&head, sizeof head);
  for (guint i = 0; i < VR_IMPORT_N_FIELDS; i++)
    if (self->fields[i] != NULL)
      g_byte_array_append (bytes, (const guint8 *)self->fields[i], head.n_field_bytes[i]);
}

gboolean
vr_import_request_measure (const VrImportRequestHead *head, gsize *n_rest)
{
  gsize n = 0;

  if (memcmp (head->magic, VR_IMPORT_MAGIC, VR_IMPORT_MAGIC_BYTES) != 0
      || head->n_bytes > VR_IMPORT_MAX_BYTES)
    return FALSE;
  for (guint i = 0; i < VR_IMPORT_N_FIELDS; i++)
    {
      if (head->n_field_bytes[i] > VR_IMPORT_MAX_FIELD)
        return FALSE;
      n += head->n_field_bytes[i];
    }
  *n_rest = n + (gsize)head->n_bytes;
  return TRUE;
}

gboolean
vr_import_request_read (VrImportRequest *self, const VrImportRequestHead *head, const guint8 *rest)
{
  const guint8 *p = rest;

  *self = (VrImportRequest){ .flags = head->flags, .chapter = head->chapter };
  for (guint i = 0; i < VR_IMPORT_N_FIELDS; i++)
    {
      gsize n = head->n_field_bytes[i];

      if (n == 0)
        continue;
      if (!g_utf8_validate_len ((const char *)p, n - 1, NULL) || p[n - 1] != '\0')
        return FALSE;
      self->fields[i] = (const char *)p;
      p += n;
    }
  self->data = p;
  self->n_bytes = (gsize)head->n_bytes;
  return self->fields[VR_IMPORT_FIELD_FORMAT] != NULL && self->fields[VR_IMPORT_FIELD_NAME] != NULL;
}

VrImportAnswerHead
vr_import_answer_head (VrImportStatus status, VrError code, gsize n_bytes)
{
  VrImportAnswerHead head = { .status = status, .code = code, .n_bytes = n_bytes };

  memcpy (head.magic, VR_IMPORT_MAGIC, VR_IMPORT_MAGIC_BYTES);
  return head;
}

gboolean
vr_import_answer_check (const VrImportAnswerHead *head)
{
  return memcmp (head->magic, VR_IMPORT_MAGIC, VR_IMPORT_MAGIC_BYTES) == 0
         && head->status < VR_IMPORT_N_STATUSES && head->code <= VR_ERROR_NOT_FOUND
         && head->n_bytes <= VR_IMPORT_MAX_ANSWER;
}

char *
vr_import_dup_stopped (const char *name)
{
  return g_strdup_printf (
      _ ("“%s” was not read: the program that reads it was stopped meanwhile; try again."), name);
}
