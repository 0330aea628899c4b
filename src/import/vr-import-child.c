/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process that reads one source: it gives all rights up first. */
#include "vr-import-child.h"

#include "vr-import-filter.h"
#include "vr-imported-json.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Only the answer stays open.  What libraries say of a broken file is nobody's business; a
 * sanitizer's word is. */
static void
close_all_but (int out)
{
  int nothing = open ("/dev/null", O_RDWR);

  dup2 (nothing, STDIN_FILENO);
#ifndef __SANITIZE_ADDRESS__
  dup2 (nothing, STDERR_FILENO);
#endif
  dup2 (out, STDOUT_FILENO);
  close_range (STDERR_FILENO + 1, ~0u, 0);
}

/* GLib ends the program where there is no memory; how it ends tells why. */
static GLogWriterOutput
write_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; (level & G_LOG_LEVEL_ERROR) != 0 && i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE")
        && strstr (fields[i].value, "failed to allocate") != NULL)
      _exit (VR_IMPORT_CHILD_NO_MEMORY);
  return G_LOG_WRITER_HANDLED;
}

static void
give_rights_up (int out)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  close_all_but (out);
  g_log_set_writer_func (write_log_cb, NULL, NULL);
  vr_import_limits_set ();
  vr_import_filter_install ();
}

static void
write_answer (VrOutput *output, VrImportStatus status, int code, const VrImported *imported,
              const char *sentence)
{
  VrImportAnswerHead head = vr_import_answer_head (status, code, 0);
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_output_write (output, (const char *)&head, sizeof head);
  if (imported != NULL)
    vr_imported_write_json (imported, &json);
  else
    vr_output_put (output, sentence);
}

/* Memory is not given back: all of it goes with the process. */
void
vr_import_child_run (const VrImportRequest *request, const VrImportFormat *format, int out)
{
  const VrImportSource source = { .data = request->data,
                                  .n_bytes = request->n_bytes,
                                  .name = request->fields[VR_IMPORT_FIELD_NAME],
                                  .encoding = request->fields[VR_IMPORT_FIELD_ENCODING],
                                  .declared = request->fields[VR_IMPORT_FIELD_DECLARED],
                                  .url = request->fields[VR_IMPORT_FIELD_URL],
                                  .original = (request->flags & VR_IMPORT_FLAG_ORIGINAL) != 0,
                                  .chapter = request->chapter };
  VrImportedBuilder *builder;
  VrOutput *output;
  GError *error = NULL;

  give_rights_up (out);
  builder = vr_imported_builder_new ();
  output = vr_output_new_for_fd (STDOUT_FILENO, "");
  if (format->import (&source, builder, &error))
    {
      vr_imported_builder_set_fact (builder, VR_FACT_FORMAT, format->name);
      write_answer (output, VR_IMPORT_DONE, 0, vr_imported_builder_finish (builder), NULL);
    }
  else
    {
      write_answer (output, VR_IMPORT_FAILED,
                    error->domain == VR_ERROR ? error->code : VR_ERROR_INVALID, NULL,
                    error->message);
    }
  _exit (vr_output_close (output, NULL) ? 0 : 1);
}
