/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What vr_roles_judge() makes of texts, and how fast.
 *
 * roles-of-copies --rows FILE...         a line a paragraph: first line, role, reason, text
 * roles-of-copies --bodies < COPIES      {"id", "text"} a line in; {ID: {"articleBody"}} out
 * roles-of-copies --speed FILE...        MB/s through the judge, read and cut before
 */
#include "vr-language.h"
#include "vr-roles.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static VrParagraphs *
cut (const char *content, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, n_bytes);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "text", NULL);

  return text == NULL ? NULL : vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
}

static const char *
detect (const VrParagraphs *paragraphs)
{
  return vr_language_detect (vr_paragraphs_get_source (paragraphs));
}

static void
print_rows (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (VrParagraphs) paragraphs = NULL;
  g_autofree guint8 *roles = NULL;
  g_autofree const char **reasons = NULL;
  gsize n_bytes;
  guint n;

  if (!g_file_get_contents (path, &content, &n_bytes, NULL)
      || (paragraphs = cut (content, n_bytes)) == NULL)
    g_error ("cannot read %s", path);
  n = vr_paragraphs_get_n (paragraphs);
  roles = g_new (guint8, n + 1);
  reasons = g_new (const char *, n + 1);
  vr_roles_judge (paragraphs, detect (paragraphs), roles, reasons);
  for (guint i = 0; i < n; i++)
    {
      VrParagraph paragraph = vr_paragraphs_get (paragraphs, i);

      printf ("%u\t%s\t%s\t%.*s\n", paragraph.first_line, vr_role_get_nick (roles[i]),
              reasons[i] != NULL ? reasons[i] : "", (int)paragraph.n_bytes, paragraph.text);
    }
}

static char *
get_body (const char *copy)
{
  g_autoptr (VrParagraphs) paragraphs = cut (copy, strlen (copy));
  guint n = vr_paragraphs_get_n (paragraphs);
  g_autofree guint8 *roles = g_new (guint8, n + 1);
  GString *body = g_string_new (NULL);

  vr_roles_judge (paragraphs, detect (paragraphs), roles, NULL);
  for (guint i = 0; i < n; i++)
    if (vr_role_is_text (roles[i]))
      {
        VrSlice text = vr_paragraphs_get_text (paragraphs, i);

        g_string_append_len (body, text.text, text.n_bytes);
        g_string_append_c (body, '\n');
      }
  return g_string_free (body, FALSE);
}

static void
print_bodies (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *out = NULL;
  char *row = NULL;
  size_t size = 0;

  json_builder_begin_object (builder);
  while (getline (&row, &size, stdin) > 0)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autofree char *body = NULL;
      JsonObject *object;

      if (!json_parser_load_from_data (parser, row, -1, NULL))
        g_error ("no JSON: %s", row);
      object = json_node_get_object (json_parser_get_root (parser));
      body = get_body (json_object_get_string_member (object, "text"));
      json_builder_set_member_name (builder, json_object_get_string_member (object, "id"));
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "articleBody");
      json_builder_add_string_value (builder, body);
      json_builder_end_object (builder);
    }
  free (row);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  out = json_generator_to_data (generator, NULL);
  puts (out);
}

static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void
print_speed (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (VrParagraphs) paragraphs = NULL;
  g_autofree guint8 *roles = NULL;
  double best = G_MAXDOUBLE, spent = 0;
  const char *language;
  gboolean is_page = FALSE;
  gsize n_bytes;

  if (!g_file_get_contents (path, &content, &n_bytes, NULL)
      || (paragraphs = cut (content, n_bytes)) == NULL)
    g_error ("cannot read %s", path);
  language = detect (paragraphs);
  roles = g_new (guint8, vr_paragraphs_get_n (paragraphs) + 1);
  for (guint i = 0; spent < 0.5 && i < 2000; i++)
    {
      double start = get_cpu (), time;

      is_page = vr_roles_judge (paragraphs, language, roles, NULL);
      time = get_cpu () - start;
      best = MIN (best, time);
      spent += time;
    }
  printf ("%s: %zu bytes, %u paragraphs, %.3f ms, %.0f MB/s%s\n", path, n_bytes,
          vr_paragraphs_get_n (paragraphs), best * 1e3, n_bytes / best / 1e6,
          is_page ? ", not all body" : "");
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--bodies"))
    print_bodies ();
  else if (argc > 2 && g_str_equal (argv[1], "--rows"))
    for (int i = 2; i < argc; i++)
      print_rows (argv[i]);
  else if (argc > 2 && g_str_equal (argv[1], "--speed"))
    for (int i = 2; i < argc; i++)
      print_speed (argv[i]);
  else
    {
      fprintf (stderr, "usage: roles-of-copies --rows FILE... | --bodies | --speed FILE...\n");
      return 2;
    }
  return 0;
}
