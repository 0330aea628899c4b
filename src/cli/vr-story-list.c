/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stories of an archive, printed. */
#include "vr-story-list.h"

#include "vr-json-writer.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* A story: its variants, and what else is kept of it. */
typedef struct
{
  char *name;
  GPtrArray *variants;
  GPtrArray *comparisons;
} Story;

static void
free_story (gpointer data)
{
  Story *story = data;

  g_free (story->name);
  g_ptr_array_unref (story->variants);
  g_ptr_array_unref (story->comparisons);
  g_free (story);
}

static Story *
find_story (GTree *stories, const char *name)
{
  g_autofree char *word = g_strndup (name, strcspn (name, "/"));
  Story *story = g_tree_lookup (stories, word);

  if (story == NULL)
    {
      story = g_new0 (Story, 1);
      story->name = g_steal_pointer (&word);
      story->variants = g_ptr_array_new_with_free_func (g_free);
      story->comparisons = g_ptr_array_new_with_free_func (g_free);
      g_tree_insert (stories, story->name, story);
    }
  return story;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer unused)
{
  return strcmp (a, b);
}

/* In byte order. */
static GTree *
sort_stories (const GPtrArray *variants, const GPtrArray *comparisons)
{
  GTree *stories = g_tree_new_full (compare_names, NULL, NULL, free_story);

  for (guint i = 0; i < variants->len; i++)
    {
      const char *name = g_ptr_array_index (variants, i);

      g_ptr_array_add (find_story (stories, name)->variants, g_strdup (strchr (name, '/') + 1));
    }
  for (guint i = 0; i < comparisons->len; i++)
    {
      const char *name = g_ptr_array_index (comparisons, i);

      g_ptr_array_add (find_story (stories, name)->comparisons, g_strdup (strchr (name, '/') + 1));
    }
  return stories;
}

static gboolean
print_story (gpointer unused, gpointer value, gpointer data)
{
  const Story *story = value;

  printf ("%s\n", story->name);
  for (guint i = 0; i < story->variants->len; i++)
    printf ("  %s\n", (const char *)g_ptr_array_index (story->variants, i));
  for (guint i = 0; i < story->comparisons->len; i++)
    printf ("  %s\n", (const char *)g_ptr_array_index (story->comparisons, i));
  return FALSE;
}

static void
write_names (VrJsonWriter *json, const GPtrArray *names)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < names->len; i++)
    vr_json_writer_string (json, g_ptr_array_index (names, i));
  vr_json_writer_end (json, ']');
}

static gboolean
write_story (gpointer unused, gpointer value, gpointer data)
{
  const Story *story = value;
  VrJsonWriter *json = data;

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "story", string, story->name);
  vr_json_writer_name (json, "variants");
  write_names (json, story->variants);
  vr_json_writer_name (json, "comparisons");
  write_names (json, story->comparisons);
  vr_json_writer_end (json, '}');
  return FALSE;
}

VrStatus
vr_story_list_print (const GPtrArray *variants, const GPtrArray *comparisons, gboolean is_json)
{
  g_autoptr (GTree) stories = sort_stories (variants, comparisons);
  g_autoptr (VrOutput) output = NULL;
  VrJsonWriter json;

  if (!is_json)
    {
      g_tree_foreach (stories, print_story, NULL);
      return VR_STATUS_DONE;
    }
  output = vr_cli_open_output ();
  json = (VrJsonWriter)VR_JSON_WRITER_INIT (output);
  vr_json_writer_begin (&json, '[');
  g_tree_foreach (stories, write_story, &json);
  vr_json_writer_end (&json, ']');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

gboolean
vr_story_list_parse (VrCliWords *words, int *argc, char ***argv)
{
  return vr_cli_parse_no_operand (words, "stories",
                                  _ ("Lists the stories, their variants, and the saved comparisons "
                                     "that are kept with them."),
                                  argc, argv);
}
