/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads web pages as the importer does and says how fast it was.
 *
 * extract-pages [--roles] < paths > predictions.json
 *   {"NAME": {"articleBody", "headline", "byline", "published", ...}}, where NAME is the file's up
 * to its ".html"; with --roles a line for each paragraph instead. */
#include "vr-import-html.h"
#include "vr-json-writer.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static void
write_body (const VrImported *imported, VrJsonWriter *json)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < vr_imported_get_n_paragraphs (imported); i++)
    {
      VrImportedParagraph paragraph = vr_imported_get_paragraph (imported, i);

      if (!vr_role_is_text (paragraph.role))
        continue;
      if (body->len > 0)
        g_string_append_c (body, '\n');
      g_string_append_len (body, paragraph.text, paragraph.n_bytes);
    }
  vr_json_writer_put (json, "articleBody", slice, body->str, body->len);
}

static void
write_facts (const VrImported *imported, const char *path, VrJsonWriter *json)
{
  g_autofree char *name = g_path_get_basename (path);
  char *ending = strstr (name, ".html");

  if (ending != NULL)
    *ending = '\0';
  vr_json_writer_break_line (json);
  vr_json_writer_dynamic_name (json, name);
  vr_json_writer_begin (json, '{');
  for (VrFact fact = 0; fact < VR_N_FACTS; fact++)
    if (vr_imported_get_fact (imported, fact) != NULL)
      {
        vr_json_writer_dynamic_name (json, vr_fact_get_nick (fact));
        vr_json_writer_string (json, vr_imported_get_fact (imported, fact));
      }
  write_body (imported, json);
  vr_json_writer_end (json, '}');
}

static void
print_roles (const VrImported *imported, const char *path)
{
  printf ("# %s\n", path);
  for (guint i = 0; i < vr_imported_get_n_paragraphs (imported); i++)
    {
      VrImportedParagraph paragraph = vr_imported_get_paragraph (imported, i);

      printf ("%s\t%u\t%s\t%.*s\n", vr_role_get_nick (paragraph.role), paragraph.line,
              paragraph.reason, (int)paragraph.n_bytes, paragraph.text);
    }
}

static VrImported *
read_page (const char *path)
{
  g_autoptr (VrImportedBuilder) builder = vr_imported_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  VrImportSource source = { .name = path };

  if (!g_file_get_contents (path, &data, &source.n_bytes, &error))
    g_error ("%s", error->message);
  source.data = (const guint8 *)data;
  if (!vr_import_html (&source, builder, &error))
    {
      fprintf (stderr, "extract-pages: %s\n", error->message);
      return NULL;
    }
  return vr_imported_builder_finish (g_steal_pointer (&builder));
}

int
main (int argc, char **argv)
{
  gboolean has_roles = argc == 2 && strcmp (argv[1], "--roles") == 0;
  g_autoptr (VrOutput) output = vr_output_new_for_fd (STDOUT_FILENO, "output");
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  gint64 start = g_get_monotonic_time ();
  char path[4096];
  guint n = 0;
  struct rusage usage;
  double seconds;

  if (!has_roles)
    vr_json_writer_begin (&json, '{');
  while (fgets (path, sizeof path, stdin) != NULL)
    {
      g_autoptr (VrImported) imported = NULL;

      path[strcspn (path, "\n")] = '\0';
      imported = read_page (path);
      n++;
      if (imported != NULL && has_roles)
        print_roles (imported, path);
      else if (imported != NULL)
        write_facts (imported, path, &json);
    }
  if (!has_roles)
    {
      vr_json_writer_end (&json, '}');
      vr_output_put (output, "\n");
      vr_output_close (output, NULL);
    }
  getrusage (RUSAGE_SELF, &usage);
  seconds = (g_get_monotonic_time () - start) / 1e6;
  fprintf (stderr, "%u pages, %.2f s, %.0f pages/s, %.1f MB at most\n", n, seconds, n / seconds,
           usage.ru_maxrss / 1024.0);
  return 0;
}
