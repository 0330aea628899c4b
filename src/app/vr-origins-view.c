/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article with the version beside each sentence that brought it. */
#include "vr-origins-view.h"

#include "vr-button-names.h"
#include "vr-isolate.h"
#include "vr-origins-list.h"
#include "vr-origins-words.h"
#include "vr-resources.h"
#include "vr-store-task-history.h"
#include "vr-version-words.h"
#include "vr-wait-bin.h"

#include <glib/gi18n-lib.h>

struct _VrOriginsView
{
  VrComparer parent_instance;

  char *name;             /* (nullable): what is shown, or read */
  char *id;               /* (nullable): the version asked for */
  char *text;             /* (nullable): what the sentence to be selected has */
  VrVariantTitles titles; /* of what is shown */
  GCancellable *reading;  /* (nullable) */
  gboolean takes_focus;   /* once it is read */

  /* Template widgets */
  VrWaitBin *wait_bin;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkMenuButton *menu_button;
  VrOriginsList *list;
  GtkLabel *told_label;
  GtkWidget *brought_button;
  GtkLabel *brought_label;
  GtkWidget *compare_button;
  GtkLabel *compare_label;
};

G_DEFINE_FINAL_TYPE (VrOriginsView, vr_origins_view, VR_TYPE_COMPARER)

static const VrHistoryBlame *
get_blame (VrOriginsView *self)
{
  VrOriginsModel *model = vr_origins_list_get_model (self->list);

  return model != NULL ? vr_origins_model_get_blame (model) : NULL;
}

static const VrBlamedSentence *
peek_selected (VrOriginsView *self)
{
  const VrHistoryBlame *blame = get_blame (self);
  const VrBlamedSentence *sentences;
  guint n;

  if (blame == NULL)
    return NULL;
  sentences = vr_history_blame_peek_sentences (blame, &n);

  return n > 0 ? &sentences[vr_origins_list_get_sentence (self->list)] : NULL;
}

static void
set_button (GtkWidget *button, GtkLabel *label, guint number)
{
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  gtk_widget_set_visible (button, number > 1);
  if (number < 2)
    return;
  words = g_strdup_printf (_ ("_Compare %'u with %'u"), number - 1, number);
  spoken = g_strdup_printf (_ ("Compare Version %'u with Version %'u"), number - 1, number);
  gtk_label_set_label (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
update (VrOriginsView *self)
{
  const VrBlamedSentence *sentence = peek_selected (self);
  g_autofree char *told = NULL;

  if (sentence != NULL)
    told = vr_origins_words_dup_told (get_blame (self), vr_origins_list_get_sentence (self->list));
  gtk_label_set_label (self->told_label, told != NULL ? told : "");
  set_button (self->compare_button, self->compare_label, sentence != NULL ? sentence->changed : 0);
  set_button (self->brought_button, self->brought_label,
              sentence != NULL && sentence->brought != sentence->changed ? sentence->brought : 0);
  vr_comparer_update (VR_COMPARER (self));
}

/* How the selected sentence came, with version @number. */
static void
emit_compare (VrOriginsView *self, guint number)
{
  const VrHistoryBlame *blame = get_blame (self);
  g_autofree char *text =
      vr_origins_words_dup_text (blame, vr_origins_list_get_sentence (self->list));
  VrVersionPair pair = { .name = self->name,
                         .numbers = { number - 1, number },
                         .ids = { vr_history_blame_peek_version (blame, number - 1)->id,
                                  vr_history_blame_peek_version (blame, number)->id },
                         .place = { .text = text, .side = VR_SIDE_NEW } };

  vr_comparer_emit (VR_COMPARER (self), &pair);
}

static void
brought_cb (VrOriginsView *self)
{
  const VrBlamedSentence *sentence = peek_selected (self);

  if (sentence != NULL && self->reading == NULL && sentence->brought > 1)
    emit_compare (self, sentence->brought);
}

static void
show_titles (VrOriginsView *self)
{
  const VrHistoryBlame *blame = get_blame (self);
  guint number = vr_history_blame_get_n_versions (blame);
  const VrVersionText *version = vr_history_blame_peek_version (blame, number);
  g_autoptr (GDateTime) time = vr_version_text_dup_time (version->published, version->zone_minutes);
  g_autofree char *when = vr_version_words_dup_time (time, NULL);
  g_autofree char *story = vr_isolate_dup (self->titles.story);
  g_autofree char *subtitle = NULL;

  /* Translators: the name of a story, and a version of it with its time. */
  subtitle = g_strdup_printf (_ ("%s · version %'u, %s"), story, number, when);
  gtk_label_set_label (self->title_label, self->titles.variant);
  /* What a command line calls it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), self->name);
  gtk_label_set_label (self->subtitle_label, subtitle);
}

/* Whether what was read is what is shown, so that the reader's place holds. */
static gboolean
is_same (const VrHistoryBlame *a, const VrHistoryBlame *b)
{
  guint n = vr_history_blame_get_n_versions (a);

  return n == vr_history_blame_get_n_versions (b)
         && g_str_equal (vr_history_blame_peek_version (a, n)->id,
                         vr_history_blame_peek_version (b, n)->id);
}

static void
select_text (VrOriginsView *self)
{
  VrOriginsModel *model = vr_origins_list_get_model (self->list);
  guint sentence = self->text != NULL ? vr_origins_model_find_text (model, self->text) : G_MAXUINT;

  g_clear_pointer (&self->text, g_free);
  if (sentence != G_MAXUINT)
    vr_origins_list_reveal (self->list, sentence);
}

static void
show_blame (VrOriginsView *self, VrHistoryBlame *blame)
{
  g_autoptr (VrOriginsModel) model = NULL;

  if (get_blame (self) != NULL && is_same (get_blame (self), blame))
    vr_history_blame_unref (blame);
  else
    {
      model = vr_origins_model_new (blame);
      vr_origins_list_set_model (self->list, model);
    }
  show_titles (self);
  select_text (self);
  update (self);
  if (peek_selected (self) != NULL)
    vr_wait_bin_show_child (self->wait_bin);
  else
    vr_wait_bin_say (self->wait_bin, NULL, _ ("Nothing in This Version"),
                     _ ("Its text has no sentence that could come from anywhere."), FALSE);
}

static gboolean
stop_reading (VrOriginsView *self)
{
  gboolean was_reading = self->reading != NULL;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);

  return was_reading;
}

static void
traced_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrOriginsView *self = VR_ORIGINS_VIEW (object);
  g_autoptr (GError) error = NULL;
  g_auto (VrVariantTitles) titles = { NULL };
  VrHistoryBlame *blame = vr_store_task_trace_finish (result, &titles, &error);

  /* What is not wanted any more is told by its cancellable. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    {
      g_clear_pointer (&blame, vr_history_blame_unref);
      return;
    }
  stop_reading (self);
  if (blame != NULL)
    {
      vr_variant_titles_clear (&self->titles);
      self->titles = titles;
      titles = (VrVariantTitles){ NULL };
      show_blame (self, blame);
    }
  else
    {
      vr_origins_list_set_model (self->list, NULL);
      vr_wait_bin_say (self->wait_bin, "dialog-warning-symbolic", _ ("The Origins Cannot Be Told"),
                       error->message, TRUE);
    }
  if (self->takes_focus)
    vr_origins_view_take_focus (self);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  vr_wait_bin_set_fraction (VR_ORIGINS_VIEW (user_data)->wait_bin, fraction);
}

static void
read_it (VrOriginsView *self)
{
  const VrProgress progress = { progress_cb, self };

  stop_reading (self);
  self->reading = g_cancellable_new ();
  vr_wait_bin_begin (self->wait_bin, _ ("Reading the versions…"));
  vr_store_task_trace (G_OBJECT (self), self->name, self->id, &progress, self->reading, traced_cb);
  vr_comparer_update (VR_COMPARER (self));
}

static void
stop_cb (VrOriginsView *self)
{
  vr_origins_view_stop (self);
}

static gboolean
vr_origins_view_can_compare (VrComparer *comparer)
{
  VrOriginsView *self = VR_ORIGINS_VIEW (comparer);
  const VrBlamedSentence *sentence = peek_selected (self);

  return sentence != NULL && self->reading == NULL && sentence->changed > 1;
}

static void
vr_origins_view_compare (VrComparer *comparer)
{
  VrOriginsView *self = VR_ORIGINS_VIEW (comparer);

  emit_compare (self, peek_selected (self)->changed);
}

static void
vr_origins_view_dispose (GObject *object)
{
  VrOriginsView *self = VR_ORIGINS_VIEW (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_ORIGINS_VIEW);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);
  vr_variant_titles_clear (&self->titles);

  G_OBJECT_CLASS (vr_origins_view_parent_class)->dispose (object);
}

static void
vr_origins_view_class_init (VrOriginsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VrComparerClass *comparer_class = VR_COMPARER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vr_origins_view_dispose;
  comparer_class->can_compare = vr_origins_view_can_compare;
  comparer_class->compare = vr_origins_view_compare;

  g_type_ensure (VR_TYPE_ORIGINS_LIST);
  g_type_ensure (VR_TYPE_WAIT_BIN);
  gtk_widget_class_set_css_name (widget_class, "origins");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-origins-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, wait_bin);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, title_label);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, list);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, told_label);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, brought_button);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, brought_label);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, compare_button);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsView, compare_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, brought_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_it);
  gtk_widget_class_bind_template_callback (widget_class, vr_comparer_compare);
}

static void
vr_origins_view_init (VrOriginsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vr_origins_view_set_menu (VrOriginsView *self, GMenuModel *menu)
{
  g_return_if_fail (VR_IS_ORIGINS_VIEW (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  vr_button_names_watch_menu (gtk_menu_button_get_popover (self->menu_button));
}

void
vr_origins_view_show (VrOriginsView *self, const char *name, const char *id)
{
  g_autofree char *wanted = g_strdup (name);

  g_return_if_fail (VR_IS_ORIGINS_VIEW (self));

  /* Another variant's article is not what is named by now. */
  if (g_strcmp0 (self->name, name) != 0)
    vr_origins_list_set_model (self->list, NULL);
  g_free (self->name);
  self->name = g_steal_pointer (&wanted);
  g_free (self->id);
  self->id = g_strdup (id);
  g_clear_pointer (&self->text, g_free);
  if (self->name != NULL)
    read_it (self);
  else
    stop_reading (self);
}

void
vr_origins_view_show_text (VrOriginsView *self, const char *name, const char *text)
{
  vr_origins_view_show (self, name, NULL);
  self->text = g_strdup (text);
}

void
vr_origins_view_refresh (VrOriginsView *self)
{
  g_return_if_fail (VR_IS_ORIGINS_VIEW (self));

  if (self->name != NULL)
    read_it (self);
}

gboolean
vr_origins_view_stop (VrOriginsView *self)
{
  g_return_val_if_fail (VR_IS_ORIGINS_VIEW (self), FALSE);

  if (!stop_reading (self))
    return FALSE;
  if (peek_selected (self) != NULL)
    vr_wait_bin_show_child (self->wait_bin);
  else
    vr_wait_bin_say (self->wait_bin, NULL, _ ("Canceled"), NULL, TRUE);
  vr_comparer_update (VR_COMPARER (self));

  return TRUE;
}

void
vr_origins_view_set_style (VrOriginsView *self, const VrReadingStyle *style)
{
  g_return_if_fail (VR_IS_ORIGINS_VIEW (self));

  vr_origins_list_set_style (self->list, style);
}

void
vr_origins_view_take_focus (VrOriginsView *self)
{
  g_return_if_fail (VR_IS_ORIGINS_VIEW (self));

  self->takes_focus = self->reading != NULL;
  if (!self->takes_focus && peek_selected (self) != NULL)
    vr_origins_list_take_focus (self->list);
}
