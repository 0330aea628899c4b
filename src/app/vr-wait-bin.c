/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the answer to something slow, and says in its place how far that is or what went wrong. */
#include "vr-wait-bin.h"

#include "vr-resources.h"

/* A wait shorter than this needs no explanation. */
#define WAITING_AFTER_MS 300
/* While nothing is known but that it goes on. */
#define PULSE_MS 120

struct _VrWaitBin
{
  GtkWidget parent_instance;

  guint timeout; /* until the wait is shown */
  guint pulse;
  gboolean is_waiting;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *waiting_label;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *sentence_label;
  GtkWidget *retry_button;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS,
};

enum
{
  STOP,
  RETRY,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrWaitBin, vr_wait_bin, GTK_TYPE_WIDGET)

static void
stop_cb (VrWaitBin *self)
{
  g_signal_emit (self, signals[STOP], 0);
}

static void
retry_cb (VrWaitBin *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
end (VrWaitBin *self)
{
  self->is_waiting = FALSE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->pulse, g_source_remove);
}

/* What held the keyboard goes out of sight: it is handed on. */
static void
show (VrWaitBin *self, const char *name, GtkWidget *heir)
{
  gboolean had_focus =
      (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  gtk_stack_set_visible_child_name (self->stack, name);
  if (had_focus && heir != NULL && !gtk_widget_grab_focus (heir))
    gtk_widget_child_focus (heir, GTK_DIR_TAB_FORWARD);
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (VR_WAIT_BIN (user_data)->progress_bar);

  return G_SOURCE_CONTINUE;
}

static gboolean
waiting_cb (gpointer user_data)
{
  VrWaitBin *self = VR_WAIT_BIN (user_data);

  self->timeout = 0;
  show (self, "waiting", self->stop_button);

  return G_SOURCE_REMOVE;
}

static void
vr_wait_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value,
                          gtk_stack_get_child_by_name (VR_WAIT_BIN (object)->stack, "answer"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_child (VrWaitBin *self, GtkWidget *child)
{
  GtkWidget *before = gtk_stack_get_child_by_name (self->stack, "answer");

  if (before != NULL)
    gtk_stack_remove (self->stack, before);
  if (child != NULL)
    {
      gtk_stack_add_named (self->stack, child, "answer");
      gtk_stack_set_visible_child (self->stack, child);
    }
}

static void
vr_wait_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      set_child (VR_WAIT_BIN (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_wait_bin_dispose (GObject *object)
{
  end (VR_WAIT_BIN (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_WAIT_BIN);

  G_OBJECT_CLASS (vr_wait_bin_parent_class)->dispose (object);
}

static void
vr_wait_bin_class_init (VrWaitBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_wait_bin_get_property;
  object_class->set_property = vr_wait_bin_set_property;
  object_class->dispose = vr_wait_bin_dispose;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[STOP] = g_signal_new ("stop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-wait-bin.ui");
  gtk_widget_class_bind_template_child (widget_class, VrWaitBin, stack);
  gtk_widget_class_bind_template_child (widget_class, VrWaitBin, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, VrWaitBin, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, VrWaitBin, stop_button);
  gtk_widget_class_bind_template_child (widget_class, VrWaitBin, icon);
  gtk_widget_class_bind_template_child (widget_class, VrWaitBin, title_label);
  gtk_widget_class_bind_template_child (widget_class, VrWaitBin, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, VrWaitBin, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
vr_wait_bin_init (VrWaitBin *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vr_wait_bin_begin (VrWaitBin *self, const char *words)
{
  g_return_if_fail (VR_IS_WAIT_BIN (self));

  gtk_label_set_label (self->waiting_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  if (self->pulse == 0)
    self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  if (!self->is_waiting)
    self->timeout = g_timeout_add (WAITING_AFTER_MS, waiting_cb, self);
  self->is_waiting = TRUE;
}

void
vr_wait_bin_set_fraction (VrWaitBin *self, double fraction)
{
  g_return_if_fail (VR_IS_WAIT_BIN (self));

  if (!self->is_waiting)
    return;
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

void
vr_wait_bin_show_child (VrWaitBin *self)
{
  g_return_if_fail (VR_IS_WAIT_BIN (self));

  end (self);
  show (self, "answer", gtk_stack_get_child_by_name (self->stack, "answer"));
}

void
vr_wait_bin_say (VrWaitBin *self, const char *icon, const char *title, const char *sentence,
                 gboolean can_retry)
{
  g_return_if_fail (VR_IS_WAIT_BIN (self));

  end (self);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->sentence_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence_label), sentence != NULL);
  gtk_widget_set_visible (self->retry_button, can_retry);
  show (self, "said", can_retry ? self->retry_button : NULL);
}
