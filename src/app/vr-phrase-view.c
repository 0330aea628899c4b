/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A phrase looked for in all versions: where it appeared, vanished and came back. */
#include "vr-phrase-view.h"

#include "vr-list-grower.h"
#include "vr-phrase-item.h"
#include "vr-phrase-row.h"
#include "vr-resources.h"
#include "vr-store-task-history.h"
#include "vr-tab-stop.h"
#include "vr-wait-bin.h"

#include <glib/gi18n-lib.h>

struct _VrPhraseView
{
  VrComparer parent_instance;

  char *phrase;            /* (nullable): what is looked for */
  GCancellable *searching; /* (nullable) */
  gboolean takes_focus;    /* once there is an answer */
  VrPhraseLives *lives;    /* (nullable): what was found last */
  VrListGrower *grower;    /* (nullable): over it */
  GtkSingleSelection *selection;

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  VrWaitBin *wait_bin;
  GtkListView *list_view;
};

enum
{
  SHOW_ALONE,
  CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrPhraseView, vr_phrase_view, VR_TYPE_COMPARER)

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrPhraseView *self)
{
  gtk_list_item_set_child (item, vr_phrase_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrPhraseView *self)
{
  vr_phrase_row_set_item (gtk_list_item_get_child (item),
                          VR_PHRASE_ITEM (gtk_list_item_get_item (item)));
}

static const char *
peek_id (const char *id)
{
  return *id != '\0' ? id : NULL;
}

static void
activate_cb (GtkListView *list_view, guint position, VrPhraseView *self)
{
  const VrPhraseLives *lives = self->lives;
  const VrPhraseEvent *event = vr_phrase_lives_peek_event (lives, position);
  const char *name = vr_phrase_lives_peek_variant (lives, position)->name;
  VrVersionPair pair = { .name = name,
                         .numbers = { event->older, event->newer },
                         .ids = { peek_id (event->older_id), peek_id (event->newer_id) },
                         .place = { lives->phrase, event->side, TRUE } };

  if (event->newer == 0)
    g_signal_emit (self, signals[SHOW_ALONE], 0, name, lives->phrase);
  else
    vr_comparer_emit (VR_COMPARER (self), &pair);
}

static void
close_cb (VrPhraseView *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static gboolean
stop_searching (VrPhraseView *self)
{
  gboolean was_searching = self->searching != NULL;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);

  return was_searching;
}

/* @lives: (transfer full) (nullable) */
static void
set_lives (VrPhraseView *self, VrPhraseLives *lives)
{
  g_autoptr (GListModel) model = lives != NULL ? vr_phrase_item_new_list (lives) : NULL;

  g_clear_pointer (&self->lives, vr_phrase_lives_unref);
  self->lives = lives;
  g_clear_object (&self->grower);
  if (model != NULL)
    self->grower = vr_list_grower_new (model);
  gtk_single_selection_set_model (
      self->selection, self->grower != NULL ? vr_list_grower_get_list (self->grower) : NULL);
}

static void
show_subtitle (VrPhraseView *self)
{
  g_autofree char *words = NULL;
  guint n = 0;

  if (self->lives != NULL)
    vr_history_search_peek_variants (self->lives->search, &n);
  if (n > 0)
    words = g_strdup_printf (ngettext ("In %'u variant", "In %'u variants", n), n);
  gtk_label_set_label (self->subtitle_label, words != NULL ? words : _ ("In all versions"));
}

static void
show_lives (VrPhraseView *self, VrPhraseLives *lives)
{
  set_lives (self, lives);
  show_subtitle (self);
  if (lives->events->len > 0)
    vr_wait_bin_show_child (self->wait_bin);
  else
    vr_wait_bin_say (self->wait_bin, "edit-find-symbolic", _ ("No Version Has These Words"),
                     _ ("They are looked for as they follow each other in a paragraph, whatever "
                        "their case and their quotes."),
                     FALSE);
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrPhraseView *self = VR_PHRASE_VIEW (object);
  g_autoptr (GError) error = NULL;
  VrPhraseLives *lives = vr_store_task_search_finish (result, &error);

  /* What is not wanted any more is told by its cancellable. */
  if (g_task_get_cancellable (G_TASK (result)) != self->searching)
    {
      g_clear_pointer (&lives, vr_phrase_lives_unref);
      return;
    }
  stop_searching (self);
  if (lives != NULL)
    show_lives (self, lives);
  else
    vr_wait_bin_say (self->wait_bin, "dialog-warning-symbolic",
                     _ ("The Versions Cannot Be Searched"), error->message, TRUE);
  if (self->takes_focus)
    vr_phrase_view_take_focus (self);
}

static void
progress_cb (double fraction, gpointer user_data)
{
  vr_wait_bin_set_fraction (VR_PHRASE_VIEW (user_data)->wait_bin, fraction);
}

static void
search (VrPhraseView *self)
{
  const VrProgress progress = { progress_cb, self };
  g_autofree char *title = NULL;

  stop_searching (self);
  self->searching = g_cancellable_new ();
  set_lives (self, NULL);
  /* Translators: a heading: the words that are looked for. */
  title = g_strdup_printf (_ ("“%s”"), self->phrase);
  gtk_label_set_label (self->title_label, title);
  show_subtitle (self);
  vr_wait_bin_begin (self->wait_bin, _ ("Reading versions for the search…"));
  vr_store_task_search (G_OBJECT (self), self->phrase, &progress, self->searching, searched_cb);
}

static void
stop_cb (VrPhraseView *self)
{
  vr_phrase_view_stop (self);
}

static void
vr_phrase_view_dispose (GObject *object)
{
  VrPhraseView *self = VR_PHRASE_VIEW (object);

  stop_searching (self);
  if (self->list_view != NULL)
    {
      gtk_list_view_set_model (self->list_view, NULL);
      set_lives (self, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_PHRASE_VIEW);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->phrase, g_free);

  G_OBJECT_CLASS (vr_phrase_view_parent_class)->dispose (object);
}

static void
vr_phrase_view_class_init (VrPhraseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_phrase_view_dispose;

  signals[SHOW_ALONE] =
      g_signal_new ("show-alone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VR_TYPE_TAB_STOP);
  g_type_ensure (VR_TYPE_WAIT_BIN);
  gtk_widget_class_set_css_name (widget_class, "phrases");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-phrase-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VrPhraseView, content);
  gtk_widget_class_bind_template_child (widget_class, VrPhraseView, title_label);
  gtk_widget_class_bind_template_child (widget_class, VrPhraseView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, VrPhraseView, wait_bin);
  gtk_widget_class_bind_template_child (widget_class, VrPhraseView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, search);
}

static void
vr_phrase_view_init (VrPhraseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

void
vr_phrase_view_search (VrPhraseView *self, const char *phrase)
{
  g_autofree char *wanted = g_strdup (phrase);

  g_return_if_fail (VR_IS_PHRASE_VIEW (self));

  g_free (self->phrase);
  self->phrase = g_strstrip (g_steal_pointer (&wanted));
  search (self);
}

gboolean
vr_phrase_view_stop (VrPhraseView *self)
{
  g_return_val_if_fail (VR_IS_PHRASE_VIEW (self), FALSE);

  if (!stop_searching (self))
    return FALSE;
  vr_wait_bin_say (self->wait_bin, NULL, _ ("Canceled"), NULL, TRUE);

  return TRUE;
}

void
vr_phrase_view_take_focus (VrPhraseView *self)
{
  g_return_if_fail (VR_IS_PHRASE_VIEW (self));

  self->takes_focus = self->searching != NULL;
  if (!self->takes_focus && self->lives != NULL && self->lives->events->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
