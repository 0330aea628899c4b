/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans and files that the display tests show. */
#include "plan-fixture.h"

#include "vr-compare.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const subjects[] = { "The ferry",   "A pilot", "The council", "One skipper",
                                        "The harbour", "A diver", "The mole" };
static const char *const verbs[] = { "waits for", "has measured", "will repair",
                                     "remembers", "crosses",      "describes" };
static const char *const objects[] = { "the eastern basin", "a broken chain", "the winter storm",
                                       "an old chart",      "the new quay",   "the last bell",
                                       "a row of sheds",    "the tide table" };

static char *folder;

char *
fixture_paragraph (guint i)
{
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < 4; k++)
    {
      guint seed = i * 7 + k * 13 + i * i;

      g_string_append_printf (text, "%s%s %s %s number %u.", k > 0 ? " " : "",
                              subjects[seed % G_N_ELEMENTS (subjects)],
                              verbs[(seed / 3) % G_N_ELEMENTS (verbs)],
                              objects[(seed / 5) % G_N_ELEMENTS (objects)], i * 10 + k);
    }

  return g_string_free (text, FALSE);
}

static void
append_line (GString *text, const char *line)
{
  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

void
fixture_pair (guint n, char **old_text, char **new_text)
{
  GString *old_lines = g_string_new (NULL);
  GString *new_lines = g_string_new (NULL);
  g_autofree char *moved = fixture_paragraph (2);

  g_assert_cmpuint (n, >=, 8);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *paragraph = fixture_paragraph (i);

      append_line (old_lines, paragraph);
      if (i == 4)
        {
          g_autoptr (GString) edited = g_string_new (paragraph);

          g_string_append (edited, " Nobody was hurt.");
          append_line (new_lines, edited->str);
        }
      else if (i != 2 && i != n - 3)
        append_line (new_lines, paragraph);
      if (i == 5)
        append_line (new_lines, "Shares in the two largest shipping lines rose on Friday.");
      if (i == n - 2)
        append_line (new_lines, moved);
    }
  *old_text = g_string_free (old_lines, FALSE);
  *new_text = g_string_free (new_lines, FALSE);
}

static VrArticle *
make_article (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) decoded = vr_text_new_from_bytes (bytes, NULL, "fixture", &error);

  g_assert_no_error (error);

  return vr_article_new (decoded, VR_PARAGRAPHS_LINE, "en");
}

VrPairPlan *
fixture_plan (const char *old_text, const char *new_text)
{
  g_autoptr (VrArticle) old_article = make_article (old_text);
  g_autoptr (VrArticle) new_article = make_article (new_text);
  g_autoptr (VrComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  VrOptions options = VR_OPTIONS_INIT;

  comparison = vr_compare (old_article, new_article, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return vr_pair_plan_new (comparison);
}

VrDocument *
fixture_pasted (const char *old_text, const char *new_text)
{
  g_autoptr (GBytes) old_bytes = g_bytes_new (old_text, strlen (old_text));
  g_autoptr (GBytes) new_bytes = g_bytes_new (new_text, strlen (new_text));
  const VrSource sources[VR_N_SIDES] = { { .name = "Old", .bytes = old_bytes },
                                         { .name = "New", .bytes = new_bytes } };

  return vr_document_new (sources, NULL, NULL);
}

char *
fixture_write (const char *name, const char *text, gssize n_bytes)
{
  g_autoptr (GError) error = NULL;
  char *path;

  if (folder == NULL)
    folder = g_dir_make_tmp ("variorum-display-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, name, NULL);
  g_file_set_contents (path, text, n_bytes, &error);
  g_assert_no_error (error);

  return path;
}

void
fixture_clean (void)
{
  GDir *entries;
  const char *name;

  if (folder == NULL)
    return;
  entries = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (entries);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

guint
fixture_find (const VrPairPlan *plan, VrRowKind kind, gboolean is_reference)
{
  for (guint i = 0; i < vr_pair_plan_get_n (plan); i++)
    if (vr_pair_plan_get_row (plan, i).kind == kind
        && vr_pair_plan_is_reference (plan, i) == is_reference)
      return i;

  g_assert_not_reached ();
}

static gboolean
wait_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

void
fixture_wait_ms (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, wait_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}
