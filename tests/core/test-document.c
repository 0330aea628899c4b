/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of saved comparisons: nothing of an article is lost, and what is wrong is said. */
#include "vr-document-file.h"
#include "vr-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define UTF16_MARKED "\xff\xfe\x46\x00\x6f\x00\x67\x00\x0a\x00"
#define WINDOWS_1252 "The caf\xe9 at the quay, \x93open\x94 till noon.\r\nFog.\r\n"
#define WITH_NUL "One ferry\0left, and the other stayed at the quay until noon.\n"
#define MIXED_ENDS                                                                                 \
  "\xef\xbb\xbf"                                                                                   \
  "Fog.\r\n\r\nRain.\rSun.\n\tAnd “wind”\\ \"\x01\x7f\n"

static VrDocument *
new_held (const char *old_bytes, gsize n_old, const char *new_bytes, gsize n_new)
{
  g_autoptr (GBytes) old_held = g_bytes_new (old_bytes, n_old);
  g_autoptr (GBytes) new_held_bytes = g_bytes_new (new_bytes, n_new);
  const VrSource sources[VR_N_SIDES] = { { .name = "old.txt", .bytes = old_held },
                                         { .name = "new.txt", .bytes = new_held_bytes } };

  return vr_document_new (sources, NULL, NULL);
}

static GString *
write_json (const VrDocument *document, VrDocumentFlags flags, const VrDocumentView *view)
{
  GString *json = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (json);

  vr_document_write_json (document, flags, view, output);
  g_assert_true (vr_output_close (output, NULL));
  return json;
}

static VrDocument *
read_json (const char *json, VrDocumentFlags flags, GError **error)
{
  return vr_document_new_from_json (json, strlen (json), "a.variorum", flags, NULL, error);
}

static VrDocument *
round_trip (const VrDocument *document, VrDocumentFlags flags)
{
  g_autoptr (GString) json = write_json (document, flags, NULL);
  g_autoptr (GError) error = NULL;
  VrDocument *again = read_json (json->str, flags, &error);

  g_assert_no_error (error);
  g_assert_true (vr_document_is_json (json->str, json->len));
  return again;
}

static void
assert_bytes (const VrDocument *document, VrSide side, const char *bytes, gsize n_bytes)
{
  GBytes *held = vr_document_peek_source (document, side)->bytes;
  gsize n_held;
  const char *data = g_bytes_get_data (held, &n_held);

  g_assert_cmpmem (data, n_held, bytes, n_bytes);
}

static void
test_the_exact_bytes_come_back (void)
{
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
  } cases[] = {
    { "", 0 },
    { UTF16_MARKED, sizeof UTF16_MARKED - 1 },
    { WINDOWS_1252, sizeof WINDOWS_1252 - 1 },
    { WITH_NUL, sizeof WITH_NUL - 1 },
    { MIXED_ENDS, sizeof MIXED_ENDS - 1 },
    { "\xff", 1 },
    { "\xff\xfe", 2 },
    { "\xf0\x9f\x98\x80 \xe2\x80\xa8\xef\xbf\xbe", 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint j = (i + 1) % G_N_ELEMENTS (cases);
      g_autoptr (VrDocument) document =
          new_held (cases[i].bytes, cases[i].n_bytes, cases[j].bytes, cases[j].n_bytes);
      g_autoptr (VrDocument) again = round_trip (document, VR_DOCUMENT_WHOLE);

      assert_bytes (again, VR_SIDE_OLD, cases[i].bytes, cases[i].n_bytes);
      assert_bytes (again, VR_SIDE_NEW, cases[j].bytes, cases[j].n_bytes);
      g_assert_true (vr_document_equal (document, again));
    }
}

static void
test_long_bytes_come_back (void)
{
  gsize n_bytes = 100001;
  g_autofree char *noise = g_malloc (n_bytes);
  g_autoptr (VrDocument) document = NULL;
  g_autoptr (VrDocument) again = NULL;

  for (gsize i = 0; i < n_bytes; i++)
    noise[i] = (char)(i * 2654435761u >> 13);
  document = new_held (noise, n_bytes, noise, n_bytes - 1);
  again = round_trip (document, VR_DOCUMENT_WHOLE);
  assert_bytes (again, VR_SIDE_OLD, noise, n_bytes);
  assert_bytes (again, VR_SIDE_NEW, noise, n_bytes - 1);
}

static VrDocument *
new_decided (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (WINDOWS_1252, sizeof WINDOWS_1252 - 1);
  const VrSource sources[VR_N_SIDES] = {
    { .name = "old.txt", .uri = "file:///press/old.txt", .bytes = bytes, .encoding = "cp1252" },
    { .name = "Pasted", .bytes = bytes },
  };
  const VrOptions options = { .quiet = VR_QUIET_SPACE | VR_QUIET_PUNCTUATION,
                              .strict = TRUE,
                              .unit = VR_UNIT_CHARACTER,
                              .paragraphs = VR_PARAGRAPHS_LINE,
                              .language = "en",
                              .encoding = "windows-1252" };
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();

  vr_overrides_must_pair (overrides, 0, 1);
  vr_overrides_must_not_pair (overrides, 1, 0);
  return vr_document_new (sources, &options, overrides);
}

static void
test_options_overrides_and_names_come_back (void)
{
  g_autoptr (VrDocument) document = new_decided ();
  g_autoptr (VrDocument) again = round_trip (document, VR_DOCUMENT_WHOLE);

  g_assert_true (vr_document_equal (document, again));
  g_assert_cmpstr (vr_document_peek_source (again, VR_SIDE_NEW)->name, ==, "Pasted");
  g_assert_cmpstr (vr_document_peek_source (again, VR_SIDE_OLD)->encoding, ==, "cp1252");
}

static void
test_documents_are_told_apart (void)
{
  g_autoptr (VrDocument) document = new_decided ();
  g_autoptr (VrDocument) swapped = vr_document_swap (document);
  g_autoptr (VrDocument) back = vr_document_swap (swapped);
  g_autoptr (VrDocument) free_of_overrides = vr_document_with_overrides (document, NULL);
  VrOptions options = *vr_document_peek_options (document);
  g_autoptr (VrDocument) lax = NULL;
  g_autoptr (VrOverrides) none = vr_overrides_new ();
  g_autoptr (VrDocument) with_none = vr_document_with_overrides (document, none);

  options.strict = FALSE;
  lax = vr_document_with_options (document, &options);
  g_assert_false (vr_document_equal (document, swapped));
  g_assert_true (vr_document_equal (document, back));
  g_assert_false (vr_document_equal (document, free_of_overrides));
  g_assert_true (vr_document_equal (with_none, free_of_overrides));
  g_assert_false (vr_document_equal (document, lax));
}

static void
test_a_swapped_document_is_saved_swapped (void)
{
  g_autoptr (VrDocument) document = new_decided ();
  g_autoptr (VrDocument) swapped = vr_document_swap (document);
  g_autoptr (VrDocument) again = round_trip (swapped, VR_DOCUMENT_WHOLE);
  const VrOverride *pairs;
  guint n;

  g_assert_cmpstr (vr_document_peek_source (again, VR_SIDE_OLD)->name, ==, "Pasted");
  pairs = vr_overrides_peek_must (vr_document_get_overrides (again), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (pairs[0].old_index, ==, 1);
  g_assert_cmpuint (pairs[0].new_index, ==, 0);
}

static void
test_how_it_was_looked_at_comes_back (void)
{
  g_autoptr (VrDocument) document = new_decided ();
  const VrDocumentView view = { .selected = (char *)"b07c-2" };
  g_autoptr (GString) json = write_json (document, VR_DOCUMENT_WHOLE, &view);
  g_auto (VrDocumentView) seen = { NULL };
  g_autoptr (VrDocument) again =
      vr_document_new_from_json (json->str, json->len, "a", VR_DOCUMENT_WHOLE, &seen, NULL);

  g_assert_nonnull (again);
  g_assert_cmpstr (seen.selected, ==, "b07c-2");
}

static void
test_a_linked_one_leaves_out_what_can_be_read_again (void)
{
  g_autoptr (VrDocument) document = new_decided ();
  g_autoptr (GString) json = write_json (document, VR_DOCUMENT_LINKED, NULL);
  g_autoptr (VrDocument) again = round_trip (document, VR_DOCUMENT_LINKED);
  g_autoptr (GError) error = NULL;

  g_assert_null (vr_document_peek_source (again, VR_SIDE_OLD)->bytes);
  assert_bytes (again, VR_SIDE_NEW, WINDOWS_1252, sizeof WINDOWS_1252 - 1);
  /* From elsewhere it is no comparison: it would make us ask whatever it names. */
  g_assert_null (read_json (json->str, VR_DOCUMENT_WHOLE, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "old.txt"));
}

static void
assert_refused (const char *json, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_json (json, VR_DOCUMENT_WHOLE, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "a.variorum"));
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_a_newer_file_says_what_to_do (void)
{
  assert_refused ("{\"schema\":\"variorum-document/2\"}", "update Variorum");
  assert_refused (
      "{\"schema\":\"variorum-document/1\",\"old\":{\"name\":\"a\",\"text\":\"\"},"
      "\"new\":{\"name\":\"b\",\"text\":\"\"},\"options\":{\"quiet\":[\"a-later-class\"]}}",
      "update Variorum");
}

#define HEAD "{\"schema\":\"variorum-document/1\","
#define OLD "\"old\":{\"name\":\"a\",\"text\":\"a\"},"
#define NEW "\"new\":{\"name\":\"b\",\"text\":\"b\"}"

static void
test_what_is_wrong_is_refused (void)
{
  static const struct
  {
    const char *json;
    const char *says;
  } wrong[] = {
    { "", "empty" },
    { "[]", "no saved comparison" },
    { "{}", "no saved comparison" },
    { "{\"schema\":7}", "no saved comparison" },
    { "{\"schema\":\"variorum-overrides/1\"}", "no saved comparison" },
    { HEAD NEW "}", "\"old\"" },
    { HEAD "\"old\":[]," NEW "}", "\"old\"" },
    { HEAD "\"old\":{\"text\":\"a\"}," NEW "}", "\"name\"" },
    { HEAD "\"old\":{\"name\":\"\",\"text\":\"a\"}," NEW "}", "\"name\"" },
    { HEAD "\"old\":{\"name\":\"a\"}," NEW "}", "does not hold" },
    { HEAD "\"old\":{\"name\":\"a\",\"text\":1}," NEW "}", "\"text\"" },
    { HEAD "\"old\":{\"name\":\"a\",\"text\":\"a\",\"bytes\":\"\"}," NEW "}", "\"bytes\"" },
    { HEAD "\"old\":{\"name\":\"a\",\"text\":\"a\",\"uri\":\"press/a\"}," NEW "}", "\"uri\"" },
    { HEAD "\"old\":{\"name\":\"a\",\"text\":\"a\",\"sha256\":\"00\"}," NEW "}", "\"sha256\"" },
    { HEAD "\"old\":{\"name\":\"a\",\"bytes\":\"YQ\"}," NEW "}", "\"bytes\"" },
    { HEAD "\"old\":{\"name\":\"a\",\"bytes\":\"Y=Q=\"}," NEW "}", "\"bytes\"" },
    { HEAD "\"old\":{\"name\":\"a\",\"bytes\":\"YW E\"}," NEW "}", "\"bytes\"" },
    { HEAD OLD NEW ",\"options\":[]}", "\"options\"" },
    { HEAD OLD NEW ",\"options\":{\"strict\":1}}", "\"strict\"" },
    { HEAD OLD NEW ",\"options\":{\"unit\":\"line\"}}", "“line”" },
    { HEAD OLD NEW ",\"options\":{\"paragraphs\":true}}", "\"paragraphs\"" },
    { HEAD OLD NEW ",\"options\":{\"language\":\"english\"}}", "\"language\"" },
    { HEAD OLD NEW ",\"options\":{\"language\":\"E/\"}}", "\"language\"" },
    { HEAD OLD NEW ",\"options\":{\"quiet\":[1]}}", "\"quiet\"" },
    { HEAD OLD NEW ",\"overrides\":{\"must_pair\":[[0,4294967295]]}}", "must_pair" },
    { HEAD OLD NEW ",\"overrides\":{\"must_pair\":[[0,-1]]}}", "must_pair" },
    { HEAD OLD NEW ",\"notes\":{}}", "\"notes\"" },
    { HEAD OLD NEW ",\"notes\":[{\"row\":\"0\"}]}", "\"notes\"" },
    { HEAD OLD NEW ",\"notes\":[{\"row\":\"0\",\"text\":\"\"}]}", "\"notes\"" },
    { HEAD OLD NEW ",\"notes\":[{\"row\":0,\"text\":\"a\"}]}", "\"notes\"" },
    { HEAD OLD NEW ",\"view\":{\"selected\":3}}", "\"selected\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (wrong[i].json, wrong[i].says);
}

static void
test_unknown_members_are_ignored (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrDocument) document =
      read_json (HEAD OLD NEW ",\"remarks\":[{\"a\":1}],\"options\":{\"x\":null},\"saved\":3}",
                 VR_DOCUMENT_WHOLE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static void
test_overrides_must_name_paragraphs_that_are_there (void)
{
  g_autoptr (VrDocument) document =
      read_json (HEAD OLD NEW ",\"overrides\":{\"must_pair\":[[0,7]]}}", VR_DOCUMENT_WHOLE, NULL);
  g_autoptr (GError) error = NULL;
  guint failed;

  g_assert_nonnull (document);
  g_assert_null (vr_document_compare (document, NULL, NULL, &failed, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_NOT_FOUND);
}

static void
test_files_are_known_by_their_first_bytes (void)
{
  static const struct
  {
    const char *bytes;
    gboolean is_ours;
  } cases[] = {
    { "", FALSE },
    { "{\"schema\":\"variorum-document/1\"", TRUE },
    { " {\n  \"schema\" : \"variorum-document/9", TRUE },
    { "{\"schema\":\"variorum-overrides/1\"}", FALSE },
    { "{\"schema\":\"variorum-docu", FALSE },
    { "An article about {\"schema\":\"variorum-document/1\"}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (vr_document_is_json (cases[i].bytes, strlen (cases[i].bytes))
                   == cases[i].is_ours);
}

typedef struct
{
  char *folder;
  GFile *old_file;
  GFile *new_file;
  GFile *saved;
} Files;

static void
setup (Files *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("variorum-document-XXXXXX", NULL);
  self->old_file = g_file_new_build_filename (self->folder, "old.txt", NULL);
  self->new_file = g_file_new_build_filename (self->folder, "new.txt", NULL);
  self->saved = g_file_new_build_filename (self->folder, "a.variorum", NULL);
}

static void
teardown (Files *self, gconstpointer data)
{
  g_file_delete (self->old_file, NULL, NULL);
  g_file_delete (self->new_file, NULL, NULL);
  g_file_delete (self->saved, NULL, NULL);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_object_unref (self->old_file);
  g_object_unref (self->new_file);
  g_object_unref (self->saved);
}

static void
put (GFile *file, const char *bytes, gsize n_bytes)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (file), bytes, (gssize)n_bytes, NULL));
}

static VrComparison *
compare (const VrDocument *document)
{
  g_autoptr (GError) error = NULL;
  guint failed;
  VrComparison *comparison = vr_document_compare (document, NULL, NULL, &failed, &error);

  g_assert_no_error (error);
  return comparison;
}

static void
test_files_are_saved_with_their_bytes (Files *self, gconstpointer data)
{
  g_autoptr (VrDocument) document = vr_document_new_for_files (self->old_file, self->new_file);
  g_autoptr (VrComparison) comparison = NULL;
  g_autoptr (VrDocument) held = NULL;
  g_autoptr (VrDocument) again = NULL;
  g_autoptr (GError) error = NULL;
  guint rewritten;

  put (self->old_file, MIXED_ENDS, sizeof MIXED_ENDS - 1);
  put (self->new_file, WINDOWS_1252, sizeof WINDOWS_1252 - 1);
  comparison = compare (document);
  held = vr_document_hold (document, comparison, &rewritten, NULL);
  g_assert_cmpuint (rewritten, ==, 0);
  g_assert_true (vr_document_save (held, VR_DOCUMENT_WHOLE, NULL, self->saved, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (vr_document_is_file (self->saved, NULL));
  g_assert_false (vr_document_is_file (self->new_file, NULL));
  again = vr_document_new_from_file (self->saved, VR_DOCUMENT_WHOLE, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_bytes (again, VR_SIDE_OLD, MIXED_ENDS, sizeof MIXED_ENDS - 1);
  assert_bytes (again, VR_SIDE_NEW, WINDOWS_1252, sizeof WINDOWS_1252 - 1);
  g_assert_true (vr_document_equal (document, again));
}

/* Clean UTF-8 was kept as it was read; of the other file only the text is left, which is said. */
static void
test_files_that_are_gone_are_kept_as_text (Files *self, gconstpointer data)
{
  g_autoptr (VrDocument) document = vr_document_new_for_files (self->old_file, self->new_file);
  g_autoptr (VrComparison) comparison = NULL;
  g_autoptr (VrComparison) again = NULL;
  g_autoptr (VrDocument) held = NULL;
  g_autoptr (VrDocument) read = NULL;
  const char *text;
  guint rewritten;

  put (self->old_file, "Fog.\r\n", 6);
  put (self->new_file, WINDOWS_1252, sizeof WINDOWS_1252 - 1);
  comparison = compare (document);
  g_file_delete (self->old_file, NULL, NULL);
  put (self->new_file, "Another text.\n", 14);
  held = vr_document_hold (document, comparison, &rewritten, NULL);
  g_assert_cmpuint (rewritten, ==, 1u << VR_SIDE_NEW);
  assert_bytes (held, VR_SIDE_OLD, "Fog.\r\n", 6);
  g_assert_cmpstr (vr_document_peek_source (held, VR_SIDE_NEW)->encoding, ==, "UTF-8");
  read = round_trip (held, VR_DOCUMENT_WHOLE);
  again = compare (read);
  text = vr_text_peek (vr_article_get_text (vr_comparison_get_article (again, VR_SIDE_NEW)), NULL);
  g_assert_cmpstr (text, ==, "The café at the quay, “open” till noon.\r\nFog.\r\n");
}

static void
test_loaded_files_may_go_away (Files *self, gconstpointer data)
{
  g_autoptr (VrDocument) document = vr_document_new_for_files (self->old_file, self->new_file);
  g_autoptr (VrDocument) loaded = NULL;
  g_autoptr (VrDocument) with_both = NULL;
  g_autoptr (VrDocument) anew = NULL;

  put (self->old_file, "Fog.\n", 5);
  loaded = vr_document_load (document, NULL);
  g_file_delete (self->old_file, NULL, NULL);
  assert_bytes (loaded, VR_SIDE_OLD, "Fog.\n", 5);
  g_assert_null (vr_document_peek_source (loaded, VR_SIDE_NEW)->bytes);
  put (self->new_file, "Rain.\n", 6);
  with_both = vr_document_load (loaded, NULL);
  put (self->new_file, "Sun.\n", 5);
  /* What is gone is kept, what is there is read anew. */
  anew = vr_document_load (with_both, NULL);
  assert_bytes (anew, VR_SIDE_OLD, "Fog.\n", 5);
  assert_bytes (anew, VR_SIDE_NEW, "Sun.\n", 5);
}

static void
test_a_file_that_is_not_there_is_named (Files *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vr_document_is_file (self->saved, NULL));
  g_assert_null (vr_document_new_from_file (self->saved, VR_DOCUMENT_WHOLE, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "a.variorum"));
}

static void
test_a_folder_that_is_not_there_is_said (Files *self, gconstpointer data)
{
  g_autoptr (VrDocument) document = new_decided ();
  g_autoptr (GFile) file = g_file_new_build_filename (self->folder, "none", "a.variorum", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (vr_document_save (document, VR_DOCUMENT_WHOLE, NULL, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
add (const char *path, void (*test) (Files *, gconstpointer))
{
  g_test_add (path, Files, NULL, setup, test, teardown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/exact-bytes", test_the_exact_bytes_come_back);
  g_test_add_func ("/document/long-bytes", test_long_bytes_come_back);
  g_test_add_func ("/document/decisions", test_options_overrides_and_names_come_back);
  g_test_add_func ("/document/equal", test_documents_are_told_apart);
  g_test_add_func ("/document/swapped", test_a_swapped_document_is_saved_swapped);
  g_test_add_func ("/document/view", test_how_it_was_looked_at_comes_back);
  g_test_add_func ("/document/linked", test_a_linked_one_leaves_out_what_can_be_read_again);
  g_test_add_func ("/document/newer", test_a_newer_file_says_what_to_do);
  g_test_add_func ("/document/wrong", test_what_is_wrong_is_refused);
  g_test_add_func ("/document/unknown", test_unknown_members_are_ignored);
  g_test_add_func ("/document/out-of-range", test_overrides_must_name_paragraphs_that_are_there);
  g_test_add_func ("/document/first-bytes", test_files_are_known_by_their_first_bytes);
  add ("/document/files", test_files_are_saved_with_their_bytes);
  add ("/document/gone", test_files_that_are_gone_are_kept_as_text);
  add ("/document/loaded", test_loaded_files_may_go_away);
  add ("/document/not-there", test_a_file_that_is_not_there_is_named);
  add ("/document/no-folder", test_a_folder_that_is_not_there_is_said);
  return g_test_run ();
}
