/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligns cases with weights of choice, scores them, and writes down what the model saw.
 *
 * align-dev [--weights=FILE] [--features=FILE] < cases.jsonl > predictions.jsonl
 *   Cases as the shared material's align/dev; with "gold" in them, precision, recall and F1 go to
 *   standard error.  FILE.0 and FILE.1 get what the first and second pass saw of each candidate
 *   pair: int32 case, old, new, words of old, words of new; float32 features.
 *
 * align-dev --names
 *   The features: whether the first pass sees it, whether the second uses it, and its name.
 *
 * align-dev --lines OLD NEW
 *   One unit a line; prints "old new score" for each link, and the time taken to standard error.
 */
#include "vr-align-run.h"
#include "vr-json-reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct
{
  FILE *features[2];
  gint32 case_number;
} Watch;

static void
watch_cb (const VrAlign *self, guint pass, guint32 position, const float *features, float blend,
          gpointer user_data)
{
  Watch *watch = user_data;
  const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, position);
  guint32 old_index = vr_align_solid (&self->sides[0], pair->row);
  guint32 new_index = vr_align_solid (&self->sides[1], pair->column);
  gint32 head[5] = { watch->case_number, (gint32)old_index, (gint32)new_index,
                     (gint32)vr_align_n_words (&self->sides[0], old_index),
                     (gint32)vr_align_n_words (&self->sides[1], new_index) };

  if (watch->features[pass] == NULL)
    return;
  fwrite (head, sizeof head, 1, watch->features[pass]);
  fwrite (features, sizeof (float), pass == 0 ? VR_N_FIRST_FEATURES : VR_N_FEATURES,
          watch->features[pass]);
}

static guint
find_feature (const char *name)
{
  guint i;

  for (i = 0; i < VR_N_FEATURES; i++)
    if (g_str_equal (vr_feature_infos[i].name, name))
      return i;
  g_error ("no feature is called %s", name);
}

/* Lines: "PASS NAME MEAN SHORT LONG", "PASS bias SHORT LONG", "in-order X", "moved X". */
static void
read_weights (const char *path, VrAlignModel *model)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint i;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("cannot read %s", path);
  memset (model, 0, sizeof *model);
  lines = g_strsplit (text, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      guint n = g_strv_length (words), f;
      VrAlignPass *pass;

      if (n == 2 && g_str_equal (words[0], "in-order"))
        model->in_order = (float)g_ascii_strtod (words[1], NULL);
      if (n == 2 && g_str_equal (words[0], "moved"))
        model->moved = (float)g_ascii_strtod (words[1], NULL);
      if (n < 4)
        continue;
      pass = &model->passes[atoi (words[0])];
      if (n == 4)
        {
          pass->biases[0] = (float)g_ascii_strtod (words[2], NULL);
          pass->biases[1] = (float)g_ascii_strtod (words[3], NULL);
          continue;
        }
      f = find_feature (words[1]);
      pass->means[f] = (float)g_ascii_strtod (words[2], NULL);
      pass->weights[0][f] = (float)g_ascii_strtod (words[3], NULL);
      pass->weights[1][f] = (float)g_ascii_strtod (words[4], NULL);
    }
}

static VrLinks *
align_units (GPtrArray *units[2], const VrAlignModel *model, Watch *watch)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  VrTokens *tokens[2];
  VrAlignUnits sides[2];
  VrAlign self = { 0 };
  VrLinks *links = vr_links_new ();
  clock_t start;
  guint s, i;

  for (s = 0; s < 2; s++)
    {
      g_autofree VrSlice *texts = g_new (VrSlice, units[s]->len + 1);

      for (i = 0; i < units[s]->len; i++)
        texts[i] = (VrSlice){ units[s]->pdata[i], strlen (units[s]->pdata[i]) };
      tokens[s] =
          vr_tokens_new (texts, units[s]->len, VR_QUIET_DEFAULT, VR_UNIT_WORD, "und", interner);
      sides[s] = (VrAlignUnits){ tokens[s], NULL, units[s]->len };
      vr_align_side_init (&self.sides[s], &sides[s]);
    }
  start = clock ();
  if (model != NULL)
    vr_align_run (&self, interner, model, watch_cb, watch, links, NULL);
  else
    {
      vr_align (sides, interner, NULL, links, NULL, NULL);
      g_printerr ("%.1f ms of CPU\n", 1000.0 * (double)(clock () - start) / CLOCKS_PER_SEC);
    }
  vr_links_sort (links);
  vr_tokens_unref (tokens[0]);
  vr_tokens_unref (tokens[1]);
  return links;
}

static GPtrArray *
read_lines (const char *path)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  char *line, *end;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("cannot read %s", path);
  for (line = text; *line != '\0'; line = end)
    {
      end = line + strcspn (line, "\n");
      g_ptr_array_add (units, g_strndup (line, (gsize)(end - line)));
      end += *end == '\n';
    }
  return units;
}

static int
align_files (const char *old_path, const char *new_path)
{
  g_autoptr (GPtrArray) old_units = read_lines (old_path), new_units = read_lines (new_path);
  GPtrArray *units[2] = { old_units, new_units };
  g_autoptr (VrLinks) links = align_units (units, NULL, NULL);
  guint i;

  for (i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);

      printf ("%u %u %.4f\n", link->old_index, link->new_index,
              (double)vr_links_get_evidence (links, i)->score);
    }
  return EXIT_SUCCESS;
}

static GPtrArray *
get_units (JsonObject *record, const char *name)
{
  JsonArray *array = json_object_get_array_member (record, name);
  GPtrArray *units = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (units, g_strdup (json_array_get_string_element (array, i)));
  return units;
}

static gboolean
has_pair (JsonObject *record, const char *name, const VrLink *link)
{
  JsonArray *pairs;
  guint i;

  if (!json_object_has_member (record, name))
    return FALSE;
  pairs = json_object_get_array_member (record, name);
  for (i = 0; i < json_array_get_length (pairs); i++)
    {
      JsonArray *pair = json_array_get_array_element (pairs, i);

      if (json_array_get_int_element (pair, 0) == link->old_index
          && json_array_get_int_element (pair, 1) == link->new_index)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  guint n_gold;
  guint n_links;
  guint n_hits;
} Counts;

static void
score (JsonObject *record, const VrLinks *links, Counts *counts)
{
  guint i;

  if (!json_object_has_member (record, "gold"))
    return;
  counts->n_gold += json_array_get_length (json_object_get_array_member (record, "gold"));
  for (i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);
      gboolean hit = has_pair (record, "gold", link);

      counts->n_hits += hit;
      counts->n_links += hit || !has_pair (record, "optional", link);
    }
}

static void
print_links (JsonObject *record, const VrLinks *links)
{
  guint i;

  printf ("{\"id\":\"%s\",\"pairs\":[", json_object_get_string_member (record, "id"));
  for (i = 0; i < vr_links_get_n (links); i++)
    printf ("%s[%u,%u]", i > 0 ? "," : "", vr_links_get (links, i)->old_index,
            vr_links_get (links, i)->new_index);
  printf ("]}\n");
}

static void
align_cases (const VrAlignModel *model, Watch *watch)
{
  g_autofree char *line = NULL;
  size_t size = 0;
  ssize_t length;
  Counts counts = { 0 };

  while ((length = getline (&line, &size, stdin)) > 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = vr_json_read (line, (gsize)length, "case", &error);
      g_autoptr (GPtrArray) old_units = NULL, new_units = NULL;
      g_autoptr (VrLinks) links = NULL;
      JsonObject *record;

      if (node == NULL)
        g_error ("%s", error->message);
      record = json_node_get_object (node);
      old_units = get_units (record, "old");
      new_units = get_units (record, "new");
      links = align_units ((GPtrArray *[]){ old_units, new_units }, model, watch);
      score (record, links, &counts);
      print_links (record, links);
      watch->case_number++;
    }
  g_printerr ("gold %u links %u hits %u F1 %.4f\n", counts.n_gold, counts.n_links, counts.n_hits,
              2.0 * counts.n_hits / MAX (1, counts.n_gold + counts.n_links));
}

static void
open_features (const char *path, Watch *watch)
{
  guint pass;

  for (pass = 0; pass < 2; pass++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%u", path, pass);

      watch->features[pass] = fopen (name, "wb");
      if (watch->features[pass] == NULL)
        g_error ("cannot write %s", name);
    }
}

int
main (int argc, char **argv)
{
  VrAlignModel model = *vr_align_get_model ();
  Watch watch = { 0 };
  int i;

  if (argc == 4 && g_str_equal (argv[1], "--lines"))
    return align_files (argv[2], argv[3]);
  if (argc == 2 && g_str_equal (argv[1], "--names"))
    {
      for (i = 0; i < VR_N_FEATURES; i++)
        printf ("%d %d %s\n", i < VR_N_FIRST_FEATURES, !vr_feature_infos[i].first_only,
                vr_feature_infos[i].name);
      return EXIT_SUCCESS;
    }
  for (i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--weights="))
        read_weights (argv[i] + strlen ("--weights="), &model);
      else if (g_str_has_prefix (argv[i], "--features="))
        open_features (argv[i] + strlen ("--features="), &watch);
      else
        g_error ("unknown argument %s", argv[i]);
    }
  align_cases (&model, &watch);
  for (i = 0; i < 2; i++)
    if (watch.features[i] != NULL)
      fclose (watch.features[i]);
  return EXIT_SUCCESS;
}
