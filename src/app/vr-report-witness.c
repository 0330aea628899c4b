/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a version that is compared, besides its text. */
#include "vr-report-witness.h"

#include "vr-store-task.h"
#include "vr-version-operand.h"
#include "vr-version-word.h"

void
vr_report_witness_find (VrReportWitness *witness, const VrSource *source)
{
  g_auto (VrVersionFacts) facts = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  const char *word = source->name;

  if (!vr_store_task_is_version (source))
    return;
  if (source->uri != NULL && g_str_has_prefix (source->uri, VR_VERSION_WORD_PREFIX))
    word = vr_version_word_peek_name (source->uri);
  bytes = vr_version_read_operand (NULL, word, &facts, NULL);
  witness->name = g_strdup (word);
  /* The archive may be another one by now, and call another version so. */
  if (bytes == NULL || source->bytes == NULL || !g_bytes_equal (bytes, source->bytes))
    return;
  witness->commit = g_steal_pointer (&facts.commit);
  witness->author = g_steal_pointer (&facts.author);
  witness->time = g_steal_pointer (&facts.time);
}
