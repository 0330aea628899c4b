/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A request to variorum-import: its head, then what follows; and what tells formats apart. */
#include "vr-article-reading.h"
#include "vr-import-protocol.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

/* What was read is written as it was. */
static void
check_request (const VrImportRequestHead *head, const guint8 *rest, gsize n_rest)
{
  g_autoptr (GByteArray) front = g_byte_array_new ();
  g_autofree guint8 *exact = g_memdup2 (rest, n_rest);
  VrImportRequest request;
  gboolean has_lengths = TRUE;

  if (!vr_import_request_read (&request, head, exact))
    return;
  for (guint i = 0; i < VR_IMPORT_N_FIELDS; i++)
    has_lengths = has_lengths
                  && head->n_field_bytes[i]
                         == (request.fields[i] != NULL ? strlen (request.fields[i]) + 1 : 0);
  g_assert_true (has_lengths);
  vr_import_request_write_front (&request, front);
  g_assert_cmpmem (front->data, sizeof *head, head, sizeof *head);
  g_assert_cmpuint (front->len - sizeof *head + request.n_bytes, ==, n_rest);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  VrImportRequestHead head;
  VrImportAnswerHead answer = { 0 };
  gsize n_rest;

  g_assert_nonnull (vr_format_sniff (data, n_bytes, "page.html"));
  if (n_bytes > 0)
    memcpy (&answer, data, MIN (n_bytes, sizeof answer));
  vr_import_answer_check (&answer);
  if (n_bytes < sizeof head)
    return 0;
  memcpy (&head, data, sizeof head);
  if (vr_import_request_measure (&head, &n_rest) && n_rest == n_bytes - sizeof head)
    check_request (&head, data + sizeof head, n_rest);
  return 0;
}
