/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs over large material: how much of it is right, and that clean text stays as it is. */
#include "check-mojibake.h"
#include "shared-data.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* One line of JSON. */
typedef void (*EachCase) (JsonObject *row, gpointer data);

static void
for_each_line (const char *path, EachCase each, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xz =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xz", "-dc", path, NULL);
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (xz));
  for (;;)
    {
      gsize n_bytes;
      g_autofree char *line = g_data_input_stream_read_line (lines, &n_bytes, NULL, &error);

      g_assert_no_error (error);
      if (line == NULL)
        break;
      g_assert_true (json_parser_load_from_data (parser, line, (gssize)n_bytes, NULL));
      each (json_node_get_object (json_parser_get_root (parser)), data);
    }
  g_assert_true (g_subprocess_wait_check (xz, NULL, NULL));
}

/* How many cases there are, and how many are right. */
typedef struct
{
  guint n_all;
  guint n_right;
} Tally;

static void
count_matrix_case (JsonObject *row, gpointer data)
{
  Tally *tally = data;
  const char *text = json_object_get_string_member (row, "mojibake");
  g_autofree char *repaired = check_repair (text, strlen (text), NULL);

  tally->n_all++;
  tally->n_right += g_str_equal (repaired, json_object_get_string_member (row, "original"));
}

static void
test_matrix (void)
{
  g_autofree char *path = shared_path_or_skip ("import/mojibake_matrix.jsonl.xz");
  Tally tally = { 0 };

  if (path == NULL)
    return;
  for_each_line (path, count_matrix_case, &tally);
  g_test_message ("%u of %u exact", tally.n_right, tally.n_all);
  g_assert_cmpuint (100 * tally.n_right, >=, 98 * tally.n_all);
}

/* Clean, but for the lines of two languages in which a quotation mark is a control character. */
static void
count_clean_line (JsonObject *row, gpointer data)
{
  Tally *tally = data;
  const char *text = json_object_get_string_member (row, "text");
  g_autofree char *repaired = check_repair (text, strlen (text), NULL);
  gboolean is_defect = strstr (text, "\xC2\x92") != NULL;

  tally->n_all++;
  tally->n_right += is_defect || g_str_equal (repaired, text);
  if (!is_defect && !g_str_equal (repaired, text))
    g_test_message ("%s: %s", json_object_get_string_member (row, "id"), repaired);
}

static void
test_clean (void)
{
  g_autofree char *path = shared_path_or_skip ("import/clean_text.jsonl.xz");
  Tally tally = { 0 };

  if (path == NULL)
    return;
  for_each_line (path, count_clean_line, &tally);
  g_assert_cmpuint (tally.n_right, ==, tally.n_all);
}

/* What is known to be beyond a table of rules is counted, all else must be right. */
static void
check_case (JsonObject *row, guint *n_more)
{
  const char *text = json_object_get_string_member (row, "original");
  const char *member = json_object_has_member (row, "fixed-encoding") ? "fixed-encoding" : "fixed";
  const char *expected = json_object_get_string_member (row, member);
  g_autofree char *repaired = check_repair (text, strlen (text), NULL);

  if (g_str_equal (json_object_get_string_member (row, "expect"), "pass"))
    g_assert_cmpstr (repaired, ==, expected);
  else
    *n_more += g_str_equal (repaired, expected);
}

static void
test_cases (void)
{
  g_autofree char *path = shared_path_or_skip ("import/mojibake_cases.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows;
  guint n_more = 0;

  if (path == NULL)
    return;
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  rows = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    check_case (json_array_get_object_element (rows, i), &n_more);
  g_test_message ("%u that others fail", n_more);
  g_assert_cmpuint (n_more, >=, 5);
}

/* The articles have one defect each in two of them, and none else. */
static void
test_seeds (void)
{
  g_autofree char *folder = shared_path_or_skip ("seeds");
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  guint n_repairs = 0;
  const char *name;

  if (dir == NULL)
    return;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *repaired = NULL;
      g_autoptr (GArray) repairs = NULL;
      gsize n_bytes;

      if (!g_str_has_suffix (name, ".txt") || !g_file_get_contents (path, &text, &n_bytes, NULL))
        continue;
      repaired = check_repair (text, n_bytes, &repairs);
      if (repairs == NULL)
        continue;
      n_repairs++;
      g_assert_cmpuint (repairs->len, ==, 1);
      g_assert_true (
          g_str_has_prefix (repaired + g_array_index (repairs, VrRepairedRun, 0).from, "détente"));
    }
  g_assert_cmpuint (n_repairs, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mojibake/shared/cases", test_cases);
  g_test_add_func ("/mojibake/shared/matrix", test_matrix);
  g_test_add_func ("/mojibake/shared/clean", test_clean);
  g_test_add_func ("/mojibake/shared/seeds", test_seeds);

  return g_test_run ();
}
