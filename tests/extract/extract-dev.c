/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes down what the extractor sees of the blocks of web pages, for train.py.
 *
 * extract-dev --names          the features, one a line
 * extract-dev --evidence < paths   what each page says of its article
 * extract-dev FOLDER < paths   FOLDER gets blocks.jsonl, with the text of each block, and
 *                              features.f32, a row of floats for each
 * extract-dev --around FOLDER < counts   how many blocks each of those pages has; from sure.f32,
 *                              how each was judged, FOLDER gets around.f32
 */
#include "vr-decode.h"
#include "vr-evidence.h"
#include "vr-extract-features.h"
#include "vr-json-writer.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  VrOutput *blocks;
  FILE *features;
} Files;

static void
write_blocks (const VrHtmlBlocks *blocks, const char *path, VrOutput *to)
{
  VrJsonWriter json = VR_JSON_WRITER_INIT (to);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "path", string, path);
  vr_json_writer_name (&json, "blocks");
  vr_json_writer_begin (&json, '[');
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      VrSlice text = vr_html_blocks_peek (blocks, i);

      vr_json_writer_slice (&json, text.text, text.n_bytes);
    }
  vr_json_writer_end (&json, ']');
  vr_json_writer_end (&json, '}');
  vr_output_put (to, "\n");
}

static void
look_at (const char *path, const Files *files)
{
  g_autofree char *data = NULL, *text = NULL;
  g_autoptr (VrHtmlPage) page = NULL;
  g_autoptr (VrEvidenceList) evidence = NULL;
  g_autoptr (VrHtmlBlocks) blocks = NULL;
  g_autoptr (VrExtractFeatures) features = NULL;
  VrExtractHints hints;
  gsize n_bytes;
  VrDecoded decoded;

  if (!g_file_get_contents (path, &data, &n_bytes, NULL)
      || !vr_decode ((const guint8 *)data, n_bytes, NULL, NULL, path, &decoded, NULL))
    {
      fprintf (stderr, "extract-dev: %s cannot be read\n", path);
      return;
    }
  text = decoded.text;
  page = vr_html_page_new (text != NULL ? text : data + decoded.from, decoded.n_bytes);
  evidence = vr_evidence_list_new (page);
  blocks = vr_html_blocks_new (page, FALSE);
  hints = vr_extract_hints_from (evidence);
  features = vr_extract_features_new (blocks, &hints);
  write_blocks (blocks, path, files->blocks);
  fwrite (features->values, sizeof (float), (gsize)features->n_blocks * VR_EXTRACT_N_FEATURES,
          files->features);
}

/* A line for each saying: the page, the field, the source, the node, the value. */
static void
print_evidence (const char *path)
{
  g_autofree char *data = NULL, *text = NULL;
  g_autoptr (VrHtmlPage) page = NULL;
  g_autoptr (VrEvidenceList) evidence = NULL;
  gsize n_bytes;
  VrDecoded decoded;

  if (!g_file_get_contents (path, &data, &n_bytes, NULL)
      || !vr_decode ((const guint8 *)data, n_bytes, NULL, NULL, path, &decoded, NULL))
    return;
  text = decoded.text;
  page = vr_html_page_new (text != NULL ? text : data + decoded.from, decoded.n_bytes);
  evidence = vr_evidence_list_new (page);
  for (guint i = 0; i < evidence->items->len; i++)
    {
      const VrEvidence *item = &g_array_index (evidence->items, VrEvidence, i);

      printf ("%s\t%d\t%d\t%u\t%s\n", path, item->field, item->source, item->node, item->value);
    }
}

static gboolean
look_around (guint n_blocks, FILE *features_in, FILE *sure_in, FILE *out)
{
  g_autofree float *values = g_new (float, (gsize)n_blocks *VR_EXTRACT_N_FEATURES);
  g_autofree float *sure = g_new (float, n_blocks);
  const VrExtractFeatures features = { .n_blocks = n_blocks, .values = values };
  g_autofree float *around = NULL;

  if (fread (values, sizeof (float) * VR_EXTRACT_N_FEATURES, n_blocks, features_in) != n_blocks
      || fread (sure, sizeof (float), n_blocks, sure_in) != n_blocks)
    return FALSE;
  around = vr_extract_look_around (&features, sure);
  return fwrite (around, sizeof (float) * VR_EXTRACT_N_AROUND, n_blocks, out) == n_blocks;
}

static FILE *
open_file (const char *folder, const char *name, const char *mode)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = fopen (path, mode);

  if (file == NULL)
    g_error ("%s cannot be opened", path);
  return file;
}

static int
look_around_all (const char *folder)
{
  FILE *features = open_file (folder, "features.f32", "rb");
  FILE *sure = open_file (folder, "sure.f32", "rb");
  FILE *out = open_file (folder, "around.f32", "wb");
  gboolean is_whole = TRUE;
  guint n_blocks;

  while (is_whole && scanf ("%u", &n_blocks) == 1)
    is_whole = look_around (n_blocks, features, sure, out);
  fclose (features);
  fclose (sure);
  return fclose (out) != 0 || !is_whole;
}

static void
print_names (void)
{
  for (guint i = 0; i < VR_EXTRACT_N_FEATURES; i++)
    puts (vr_extract_feature_get_nick (i));
}

int
main (int argc, char **argv)
{
  char path[4096];
  Files files;

  if (argc == 2 && strcmp (argv[1], "--names") == 0)
    {
      print_names ();
      return 0;
    }
  if (argc == 3 && strcmp (argv[1], "--around") == 0)
    return look_around_all (argv[2]);
  if (argc == 2 && strcmp (argv[1], "--evidence") == 0)
    {
      while (fgets (path, sizeof path, stdin) != NULL)
        {
          path[strcspn (path, "\n")] = '\0';
          print_evidence (path);
        }
      return 0;
    }
  if (argc != 2 || chdir (argv[1]) != 0)
    return 2;
  files.features = fopen ("features.f32", "wb");
  files.blocks = vr_output_new_for_file ("blocks.jsonl", NULL);
  while (fgets (path, sizeof path, stdin) != NULL)
    {
      path[strcspn (path, "\n")] = '\0';
      look_at (path, &files);
    }
  fclose (files.features);
  vr_output_close (files.blocks, NULL);
  vr_output_free (files.blocks);
  return 0;
}
