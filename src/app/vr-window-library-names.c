/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants, stories and versions get other names and labels, or go to the trash. */
#include "vr-isolate.h"
#include "vr-name-dialog.h"
#include "vr-variant.h"
#include "vr-version-name.h"
#include "vr-window-library-acts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a question is about, as it was when it was asked. */
typedef struct
{
  VrWindow *window;      /* above which the dialog stands */
  VrVariantTitles slugs; /* what the variant's name is made of */
  VrVariantTitles titles;
  VrVariantTitles told; /* the same, for sentences */
  char *id;             /* of a version */
  guint number;         /* of it */
  char **labels;        /* of it */
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  vr_variant_titles_clear (&subject->slugs);
  vr_variant_titles_clear (&subject->titles);
  vr_variant_titles_clear (&subject->told);
  g_free (subject->id);
  g_strfreev (subject->labels);
  g_free (subject);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Subject, subject_free)

static Subject *
subject_new (VrWindow *self)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->window = self;
  vr_variant_titles_init_slugs (&subject->slugs, vr_window_get_variant (self));
  vr_timeline_view_dup_titles (vr_library_page_get_timeline (self->library_page), &subject->titles);
  subject->told = (VrVariantTitles){ vr_isolate_dup (subject->titles.story),
                                     vr_isolate_dup (subject->titles.variant) };

  return subject;
}

/* The variant's name, with another story or variant (nullable) in its place. */
static char *
dup_name (const Subject *subject, const char *story, const char *variant)
{
  return g_strconcat (story != NULL ? story : subject->slugs.story, "/",
                      variant != NULL ? variant : subject->slugs.variant, NULL);
}

static VrLibraryModel *
get_model (const Subject *subject)
{
  return vr_library_page_get_model (subject->window->library_page);
}

static gboolean
has_story (const Subject *subject, const char *story)
{
  g_autofree char *prefix = g_strconcat (story, "/", NULL);
  guint n = vr_library_model_get_n_variants (get_model (subject));

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (vr_library_model_peek_name (get_model (subject), i), prefix))
      return TRUE;

  return FALSE;
}

/* What is done in one step; @sentence says that it was. */
static void
act (const Subject *subject, VrStoreKind kind, const char *name, const char *story,
     const char *variant, const char *sentence)
{
  GArray *steps = vr_store_steps_new ();

  vr_store_steps_add (steps, kind, name, story, variant);
  vr_window_act (subject->window, steps, sentence);
}

/* Has the variant titled otherwise; @variant: (nullable): as it is. */
static void
rename_to (const Subject *subject, const char *story, const char *variant, const char *sentence)
{
  g_autofree char *name = dup_name (subject, NULL, NULL);

  act (subject, VR_STORE_RENAME, name, story, variant, sentence);
}

/* Whether there is one of that name already. */
static gboolean
has_variant (const Subject *subject, const char *story, const char *variant)
{
  g_autofree char *name = dup_name (subject, story, variant);

  return vr_library_model_has (get_model (subject), name);
}

static gboolean
refuse (char **hint, const char *sentence)
{
  *hint = g_strdup (sentence);

  return FALSE;
}

/* What @text makes of a name, or NULL where that is none, or where it is called so already. */
static char *
dup_other (const char *text, const char *before, char **hint)
{
  char *slug = g_str_equal (text, before) ? NULL : vr_variant_dup_slug (text);

  if (slug == NULL && !g_str_equal (text, before))
    refuse (hint, _ ("Needs a name with a letter or a digit."));

  return slug;
}

/* What is typed may have more in it than git's name can. */
static gboolean
accept_as (char **hint, const char *slug)
{
  g_autofree char *told = vr_isolate_dup (slug);

  /* Translators: what a story or a variant will be called where commands are typed, which is close
   * to its title. */
  *hint = g_strdup_printf (_ ("A command line calls it “%s”."), told);

  return TRUE;
}

static gboolean
check_variant (const char *text, char **hint, gpointer data)
{
  const Subject *subject = data;
  g_autofree char *slug = dup_other (text, subject->titles.variant, hint);

  if (slug == NULL)
    return FALSE;
  /* Git's name may be the same for a capital, or a sign more. */
  if (!g_str_equal (slug, subject->slugs.variant) && has_variant (subject, NULL, slug))
    return refuse (hint, _ ("The story has another variant of this name."));

  return accept_as (hint, slug);
}

static void
rename_variant (const char *text, gpointer data)
{
  const Subject *subject = data;
  g_autofree char *told = vr_isolate_dup (text);
  g_autofree char *sentence =
      g_strdup_printf (_ ("“%s” is now called “%s”"), subject->told.variant, told);

  rename_to (subject, subject->titles.story, text, sentence);
}

static void
rename_variant_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  Subject *subject = subject_new (self);
  g_autofree char *body = g_strdup_printf (
      _ ("A variant of the story “%s”, with all its versions."), subject->told.story);

  vr_name_dialog_ask (GTK_WINDOW (self),
                      &(VrNameQuestion){ _ ("Rename the Variant"), body, _ ("_Rename"),
                                         _ ("Name of the Variant"), subject->titles.variant, NULL },
                      check_variant, rename_variant, subject, subject_free);
}

static gboolean
check_story (const char *text, char **hint, gpointer data)
{
  const Subject *subject = data;
  g_autofree char *slug = dup_other (text, subject->titles.story, hint);

  if (slug == NULL || g_str_equal (text, subject->slugs.story))
    return FALSE;
  if (g_str_equal (slug, subject->slugs.story) || !has_story (subject, slug))
    return accept_as (hint, slug);
  *hint = g_strdup (_ ("There is a story of this name, which takes in the variants of this one."));

  return TRUE;
}

static void
rename_story (const char *text, gpointer data)
{
  const Subject *subject = data;
  g_autofree char *told = vr_isolate_dup (text);
  g_autofree char *sentence =
      g_strdup_printf (_ ("The story “%s” is now called “%s”"), subject->told.story, told);

  act (subject, VR_STORE_RENAME, subject->slugs.story, text, NULL, sentence);
}

static GPtrArray *
list_stories (const Subject *subject)
{
  GPtrArray *known = g_ptr_array_new_with_free_func (g_free);
  guint n = vr_library_model_get_n_variants (get_model (subject));
  const char *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *name = vr_library_model_peek_name (get_model (subject), i);
      const char *title = vr_library_model_peek_story (get_model (subject), i);
      g_autofree char *story =
          title != NULL ? g_strdup (title) : g_strndup (name, strcspn (name, "/"));

      if (g_strcmp0 (story, last) == 0)
        continue;
      g_ptr_array_add (known, g_steal_pointer (&story));
      last = g_ptr_array_index (known, known->len - 1);
    }

  return known;
}

static void
rename_story_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  Subject *subject = subject_new (self);
  g_autoptr (GPtrArray) known = list_stories (subject);

  vr_name_dialog_ask (GTK_WINDOW (self),
                      &(VrNameQuestion){ _ ("Rename the Story"), _ ("All its variants go with it."),
                                         _ ("_Rename"), _ ("Name of the Story"),
                                         subject->titles.story, known },
                      check_story, rename_story, subject, subject_free);
}

static gboolean
check_move (const char *text, char **hint, gpointer data)
{
  const Subject *subject = data;
  g_autofree char *slug = dup_other (text, subject->titles.story, hint);
  g_autofree char *told = NULL;

  if (slug == NULL || g_str_equal (slug, subject->slugs.story))
    return FALSE;
  if (has_variant (subject, slug, NULL))
    return refuse (hint, _ ("That story has another variant of this name; rename this one first."));
  told = vr_isolate_dup (text);
  *hint = has_story (subject, slug) ? g_strdup_printf (_ ("Goes to the story “%s”."), told)
                                    : g_strdup_printf (_ ("Goes to a new story, “%s”."), told);

  return TRUE;
}

static void
move_variant (const char *text, gpointer data)
{
  const Subject *subject = data;
  g_autofree char *told = vr_isolate_dup (text);
  g_autofree char *sentence =
      g_strdup_printf (_ ("“%s” is now in the story “%s”"), subject->told.variant, told);

  rename_to (subject, text, NULL, sentence);
}

static void
move_variant_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  Subject *subject = subject_new (self);
  g_autoptr (GPtrArray) known = list_stories (subject);
  g_autofree char *body =
      g_strdup_printf (_ ("Where “%s” belongs, with all its versions."), subject->told.variant);

  vr_name_dialog_ask (GTK_WINDOW (self),
                      &(VrNameQuestion){ _ ("Move to Another Story"), body, _ ("_Move"),
                                         _ ("Story"), subject->titles.story, known },
                      check_move, move_variant, subject, subject_free);
}

static void
delete_variant_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (Subject) subject = subject_new (VR_WINDOW (user_data));
  g_autofree char *name = dup_name (subject, NULL, NULL);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” is in the trash"), subject->told.variant);

  act (subject, VR_STORE_DELETE, name, NULL, NULL, sentence);
}

static void
delete_story_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (Subject) subject = subject_new (VR_WINDOW (user_data));
  g_autofree char *sentence =
      g_strdup_printf (_ ("The story “%s” is in the trash"), subject->told.story);

  act (subject, VR_STORE_DELETE, subject->slugs.story, NULL, NULL, sentence);
}

/* What is typed between commas, as labels; what has no letter or digit stays as it is. */
static char **
split_labels (const char *text)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *slug = vr_variant_dup_slug (g_strstrip (*word));

      if (**word != '\0')
        g_strv_builder_add (labels, slug != NULL ? slug : *word);
    }

  return g_strv_builder_end (labels);
}

static gboolean
check_labels (const char *text, char **hint, gpointer data)
{
  const Subject *subject = data;
  VrTimelineModel *model =
      vr_timeline_view_get_model (vr_library_page_get_timeline (subject->window->library_page));
  g_auto (GStrv) labels = split_labels (text);

  for (char **label = labels; *label != NULL; label++)
    {
      g_autofree char *slug = vr_variant_dup_slug (*label);
      guint number = model != NULL ? vr_timeline_model_find_label (model, *label) : 0;

      if (slug == NULL || vr_version_name_is_taken (slug))
        {
          *hint = g_strdup_printf (_ ("“%s” would be taken for a number, a date or a version’s id, "
                                      "or has no letters."),
                                   *label);
          return FALSE;
        }
      if (*hint == NULL && number != 0 && number != subject->number)
        *hint = g_strdup_printf (_ ("“%s” moves here from version %'u."), *label, number);
    }
  if (*hint == NULL)
    *hint = g_strdup (_ ("Commas part several labels; none takes all away."));

  return TRUE;
}

static void
set_labels (const char *text, gpointer data)
{
  const Subject *subject = data;
  g_auto (GStrv) labels = split_labels (text);
  g_autofree char *name = dup_name (subject, NULL, NULL);
  g_autofree char *sentence = NULL;
  GArray *steps = vr_store_steps_new ();

  for (char **old = subject->labels; *old != NULL; old++)
    if (!g_strv_contains ((const char *const *)labels, *old))
      vr_store_steps_add (steps, VR_STORE_LABEL, name, *old, NULL);
  for (char **label = labels; *label != NULL; label++)
    if (!g_strv_contains ((const char *const *)subject->labels, *label))
      vr_store_steps_add (steps, VR_STORE_LABEL, name, *label, subject->id);
  if (steps->len == 0)
    {
      g_array_unref (steps);
      return;
    }
  sentence = *labels != NULL
                 ? g_strdup_printf (_ ("Version %'u is labeled"), subject->number)
                 : g_strdup_printf (_ ("Version %'u has no label any more"), subject->number);
  vr_window_act (subject->window, steps, sentence);
}

static void
label_version_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  const VrVersion *version = vr_window_peek_version (self);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_autofree char *heading = NULL;
  Subject *subject;

  /* Others are read just now. */
  if (version == NULL)
    return;
  subject = subject_new (self);
  for (guint i = 0; version->labels != NULL && i < version->labels->len; i++)
    g_strv_builder_add (labels, g_ptr_array_index (version->labels, i));
  subject->id = g_strdup (version->id);
  subject->number = version->number;
  subject->labels = g_strv_builder_end (labels);
  text = g_strjoinv (", ", subject->labels);
  heading = g_strdup_printf (_ ("Label Version %'u"), version->number);
  vr_name_dialog_ask (
      GTK_WINDOW (self),
      &(VrNameQuestion){ heading, _ ("A label is a name of this version, such as “printed”."),
                         _ ("_Label"), _ ("Labels"), text, NULL },
      check_labels, set_labels, subject, subject_free);
}

static void
copy_version_name_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  const VrVersion *version = vr_window_peek_version (self);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (version == NULL)
    return;
  name = g_strdup_printf ("%s@%u", vr_window_get_variant (self), version->number);
  sentence = g_strdup_printf (_ ("Copied: %s"), name);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), name);
  vr_window_tell (self, sentence);
}

static const GActionEntry entries[] = {
  { .name = "rename-variant", .activate = rename_variant_action },
  { .name = "rename-story", .activate = rename_story_action },
  { .name = "move-variant", .activate = move_variant_action },
  { .name = "delete-variant", .activate = delete_variant_action },
  { .name = "delete-story", .activate = delete_story_action },
  { .name = "label-version", .activate = label_version_action },
  { .name = "copy-version-name", .activate = copy_version_name_action },
};

void
vr_window_add_library_names (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
