/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles that the command line names: files, files that go by other names, versions. */
#include "vr-application-operands.h"

#include "vr-preferences.h"
#include "vr-url.h"
#include "vr-version-word.h"

#include <glib/gi18n-lib.h>

static const char *const name_options[VR_N_SIDES] = { "old-name", "new-name" };

const char *const *
vr_application_get_operands (GVariantDict *options)
{
  const char *const *operands = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &operands);

  return operands;
}

guint
vr_application_count_operands (const char *const *operands)
{
  return operands != NULL ? g_strv_length ((char **)operands) : 0;
}

/* Whether the articles are those of somebody who waits, or have other names than their files. */
gboolean
vr_application_has_names (GVariantDict *options)
{
  return g_variant_dict_contains (options, "wait")
         || g_variant_dict_contains (options, name_options[VR_SIDE_OLD])
         || g_variant_dict_contains (options, name_options[VR_SIDE_NEW]);
}

/* Whether a version of the archive is among them, as mark_versions() has them. */
gboolean
vr_application_has_version (const char *const *operands)
{
  for (guint i = 0; operands != NULL && operands[i] != NULL; i++)
    if (g_str_has_prefix (operands[i], VR_VERSION_WORD_PREFIX))
      return TRUE;

  return FALSE;
}

gboolean
vr_application_has_page (const char *const *operands)
{
  for (guint i = 0; operands != NULL && operands[i] != NULL; i++)
    if (vr_url_is_page (operands[i]))
      return TRUE;

  return FALSE;
}

/* What is no file here may be one where another process stands, which the window opens in. */
void
vr_application_mark_versions (GVariantDict *options)
{
  g_autofree const char *const *operands = (gpointer)vr_application_get_operands (options);
  guint n = vr_application_count_operands (operands);
  g_auto (GStrv) words = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    words[i] =
        vr_version_word_is_possible (operands[i])
            ? g_strconcat (VR_VERSION_WORD_PREFIX, vr_version_word_peek_name (operands[i]), NULL)
            : g_strdup (operands[i]);
  if (vr_application_has_version ((const char *const *)words))
    g_variant_dict_insert_value (options, G_OPTION_REMAINING,
                                 g_variant_new_bytestring_array ((const char *const *)words, n));
}

/* What git names where an article was added or deleted. */
static gboolean
is_no_file (GFile *file)
{
  return g_strcmp0 (g_file_peek_path (file), "/dev/null") == 0;
}

/* As open_two(), for files that will be gone or that are called something else. */
void
vr_application_open_held (VrWindow *window, GVariantDict *options, GFile *old_file, GFile *new_file)
{
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();
  g_autoptr (VrDocument) document = vr_preferences_new_document (preferences, old_file, new_file);
  g_autoptr (VrCompareTask) task = NULL;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrSource source = *vr_document_peek_source (document, side);
      g_autoptr (VrDocument) named = NULL;

      if (!g_variant_dict_lookup (options, name_options[side], "&s", &source.name))
        {
          if (!is_no_file (side == VR_SIDE_OLD ? old_file : new_file))
            continue;
          source.name = _ ("No file");
        }
      named = vr_document_with_source (document, side, &source);
      vr_document_unref (document);
      document = g_steal_pointer (&named);
    }
  task = vr_compare_task_new_held (document);
  vr_window_open_task (window, task);
}

/* As open_two() and open_held(), where a version is among them. */
void
vr_application_open_operands (VrWindow *window, GVariantDict *options,
                              GApplicationCommandLine *command_line, const char *const *operands)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *names[VR_N_SIDES] = { NULL };
  g_auto (GStrv) words = NULL;

  for (guint side = 0; side < VR_N_SIDES && operands[side] != NULL; side++)
    {
      g_autoptr (GFile) file = NULL;
      g_autofree char *uri = NULL;

      g_variant_dict_lookup (options, name_options[side], "&s", &names[side]);
      if (!g_str_has_prefix (operands[side], VR_VERSION_WORD_PREFIX))
        {
          file = g_application_command_line_create_file_for_arg (command_line, operands[side]);
          uri = g_file_get_uri (file);
        }
      g_strv_builder_add (builder, uri != NULL ? uri : operands[side]);
    }
  words = g_strv_builder_end (builder);
  vr_window_open_operands (window, (const char *const *)words, names,
                           vr_application_has_names (options));
}
