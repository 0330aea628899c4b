/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the JSON writer and of where it writes to. */
#include "vr-json-reader.h"
#include "vr-json-writer.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sys/stat.h>

#define N_RANDOM_STRINGS 2000

typedef struct
{
  GString *text;
  VrOutput *output;
  VrJsonWriter json;
} Fixture;

static void
begin (Fixture *fixture)
{
  fixture->text = g_string_new (NULL);
  fixture->output = vr_output_new_in_memory (fixture->text);
  fixture->json = (VrJsonWriter)VR_JSON_WRITER_INIT (fixture->output);
}

static char *
finish (Fixture *fixture)
{
  g_assert_true (vr_output_close (fixture->output, NULL));
  vr_output_free (fixture->output);
  return g_string_free (fixture->text, FALSE);
}

static void
test_values (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  begin (&fixture);
  vr_json_writer_begin (&fixture.json, '{');
  vr_json_writer_put (&fixture.json, "a", uint, G_MAXUINT64);
  vr_json_writer_put (&fixture.json, "b", int, G_MININT64);
  vr_json_writer_put (&fixture.json, "c", boolean, TRUE);
  vr_json_writer_put (&fixture.json, "d", null);
  vr_json_writer_put (&fixture.json, "e", string, NULL);
  vr_json_writer_name (&fixture.json, "f");
  vr_json_writer_begin (&fixture.json, '[');
  vr_json_writer_break_line (&fixture.json);
  vr_json_writer_boolean (&fixture.json, FALSE);
  vr_json_writer_break_line (&fixture.json);
  vr_json_writer_empty_list (&fixture.json);
  vr_json_writer_end (&fixture.json, ']');
  vr_json_writer_dynamic_name (&fixture.json, "a \"name\"");
  vr_json_writer_string (&fixture.json, "");
  vr_json_writer_end (&fixture.json, '}');
  text = finish (&fixture);
  g_assert_cmpstr (text, ==,
                   "{\"a\":18446744073709551615,\"b\":-9223372036854775808,\"c\":true,\"d\":null,"
                   "\"e\":null,\"f\":[\nfalse,\n[]],\"a \\\"name\\\"\":\"\"}");
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 1, "1" },
    { 0.5, "0.5" },
    { 0.00001, "0.00001" },
    { 0.000004, "0" },
    { -0.000004, "0" },
    { 0.999999, "1" },
    { -1.25, "-1.25" },
    { 123456.7, "123456.7" },
    { 10.01, "10.01" },
    { (float)0.1, "0.1" },
    { 1e13, "null" },
    { NAN, "null" },
    { INFINITY, "null" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autofree char *text = NULL;

      begin (&fixture);
      vr_json_writer_number (&fixture.json, cases[i].value);
      text = finish (&fixture);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Byte by byte, as the standard says. */
static void
append_expected (GString *expected, const char *text, gsize n_bytes)
{
  g_string_append_c (expected, '"');
  for (gsize i = 0; i < n_bytes; i++)
    {
      guchar c = (guchar)text[i];
      const char *place = c != 0 ? strchr ("\bb\tt\nn\ff\rr\"\"\\\\", c) : NULL;

      if (place != NULL && (c < 0x20 || c == '"' || c == '\\'))
        g_string_append_printf (expected, "\\%c", place[1]);
      else if (c < 0x20)
        g_string_append_printf (expected, "\\u%04x", c);
      else
        g_string_append_c (expected, (char)c);
    }
  g_string_append_c (expected, '"');
}

static void
test_strings_of_every_length (void)
{
  static const char *const parts[] = { "a",    "word ", "\"",
                                       "\\",   "\n",    "\x01",
                                       "\x1f", "\x7f",  "é",
                                       "日本", "😀",     "a long run without any escape in it, " };

  for (guint i = 0; i < N_RANDOM_STRINGS; i++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      guint n_parts = (guint)g_test_rand_int_range (0, i % 100 == 0 ? 60000 : 60);
      gboolean is_clean = g_test_rand_bit ();
      Fixture fixture;
      g_autofree char *text = NULL;

      for (guint part = 0; part < n_parts; part++)
        g_string_append (source, is_clean ? parts[g_test_rand_int_range (0, 2)]
                                          : parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      append_expected (expected, source->str, source->len);
      begin (&fixture);
      vr_json_writer_slice (&fixture.json, source->str, source->len);
      text = finish (&fixture);
      g_assert_cmpstr (text, ==, expected->str);
    }
}

static void
test_what_is_written_can_be_read (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  for (gunichar c = 1; c < 0x11000; c++)
    if (c < 0xd800 || c > 0xdfff)
      g_string_append_unichar (all, c);
  begin (&fixture);
  vr_json_writer_begin (&fixture.json, '[');
  vr_json_writer_slice (&fixture.json, all->str, all->len);
  vr_json_writer_end (&fixture.json, ']');
  text = finish (&fixture);
  node = vr_json_read (text, strlen (text), "test", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_array_get_string_element (json_node_get_array (node), 0), ==, all->str);
}

static void
test_numbers_are_told_from_what_json_lacks (void)
{
  static const struct
  {
    const char *text;
    gsize n_bytes;
  } cases[] = {
    { "0", 1 },  { "-12", 3 },  { "1.50,", 4 }, { "1e5", 3 }, { "1E-05", 5 },
    { "01", 0 }, { "-", 0 },    { "1.", 0 },    { ".5", 0 },  { "1e", 0 },
    { "", 0 },   { "0x10", 1 }, { "+1", 0 },    { "12]", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (vr_json_measure_number (cases[i].text, strlen (cases[i].text)), ==,
                      cases[i].n_bytes);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_a_file_is_replaced_as_a_whole (void)
{
  g_autofree char *folder = g_dir_make_tmp ("variorum-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report", NULL);
  g_autoptr (GDir) dir = NULL;
  VrOutput *output;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  output = vr_output_new_for_file (path, NULL);
  vr_output_put (output, "after");
  vr_output_flush (output);
  assert_contents (path, "before");
  vr_output_free (output);
  assert_contents (path, "before");

  output = vr_output_new_for_file (path, NULL);
  vr_output_put (output, "after");
  g_assert_true (vr_output_close (output, NULL));
  vr_output_free (output);
  assert_contents (path, "after");

  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "report");
  g_assert_null (g_dir_read_name (dir));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_failures_are_kept (void)
{
  VrOutput *output = vr_output_new_for_file ("/dev/full", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    vr_output_put (output, "more than the buffer holds");
  g_assert_true (vr_output_has_failed (output));
  g_assert_false (vr_output_close (output, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  vr_output_free (output);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/values", test_values);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/strings-of-every-length", test_strings_of_every_length);
  g_test_add_func ("/json-writer/what-is-written-can-be-read", test_what_is_written_can_be_read);
  g_test_add_func ("/json-reader/numbers", test_numbers_are_told_from_what_json_lacks);
  g_test_add_func ("/output/a-file-is-replaced-as-a-whole", test_a_file_is_replaced_as_a_whole);
  g_test_add_func ("/output/failures-are-kept", test_failures_are_kept);
  return g_test_run ();
}
