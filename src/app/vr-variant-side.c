/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's other side: a variant's versions, where its sentences come from, and what a search
 * through all versions found. */
#include "vr-variant-side.h"

#include "vr-origins-view.h"
#include "vr-phrase-view.h"
#include "vr-resources.h"

struct _VrVariantSide
{
  VrComparer parent_instance;

  VrVariantViewKind view;

  /* Template widgets */
  GtkStack *stack;
  GtkStack *variant_stack;
  VrTimelineView *timeline;
  VrOriginsView *origins;
  VrPhraseView *phrases;
};

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrVariantSide, vr_variant_side, VR_TYPE_COMPARER)

/* The view that is shown; borrowed. */
static VrComparer *
get_view (VrVariantSide *self)
{
  if (vr_variant_side_has_phrases (self))
    return VR_COMPARER (self->phrases);

  return self->view == VR_VARIANT_ORIGINS ? VR_COMPARER (self->origins)
                                          : VR_COMPARER (self->timeline);
}

/* The version that is selected among the others; the last one where none is. */
static void
show_origins (VrVariantSide *self)
{
  vr_origins_view_show (self->origins, vr_timeline_view_get_name (self->timeline),
                        vr_timeline_view_get_selected_id (self->timeline));
}

/* There is nothing to compare a variant's only version with: its words are shown where they stand.
 */
static void
show_cb (VrPhraseView *phrases, const char *name, const char *phrase, VrVariantSide *self)
{
  g_autofree char *wanted = g_strdup (name);
  g_autofree char *words = g_strdup (phrase);

  vr_variant_side_close_phrases (self);
  vr_timeline_view_show (self->timeline, wanted);
  g_signal_emit (self, signals[MOVED], 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.library-view", "s", "origins");
  vr_origins_view_show_text (self->origins, wanted, words);
  vr_origins_view_take_focus (self->origins);
}

static void
close_cb (VrVariantSide *self)
{
  vr_variant_side_close_phrases (self);
  vr_variant_side_take_focus (self);
}

static gboolean
vr_variant_side_can_compare (VrComparer *comparer)
{
  return vr_comparer_can_compare (get_view (VR_VARIANT_SIDE (comparer)));
}

static void
vr_variant_side_compare (VrComparer *comparer)
{
  vr_comparer_compare (get_view (VR_VARIANT_SIDE (comparer)));
}

static void
vr_variant_side_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_VARIANT_SIDE);

  G_OBJECT_CLASS (vr_variant_side_parent_class)->dispose (object);
}

static void
vr_variant_side_class_init (VrVariantSideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VrComparerClass *comparer_class = VR_COMPARER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vr_variant_side_dispose;
  comparer_class->can_compare = vr_variant_side_can_compare;
  comparer_class->compare = vr_variant_side_compare;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VR_TYPE_ORIGINS_VIEW);
  g_type_ensure (VR_TYPE_PHRASE_VIEW);
  g_type_ensure (VR_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_css_name (widget_class, "variantside");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-variant-side.ui");
  gtk_widget_class_bind_template_child (widget_class, VrVariantSide, stack);
  gtk_widget_class_bind_template_child (widget_class, VrVariantSide, variant_stack);
  gtk_widget_class_bind_template_child (widget_class, VrVariantSide, timeline);
  gtk_widget_class_bind_template_child (widget_class, VrVariantSide, origins);
  gtk_widget_class_bind_template_child (widget_class, VrVariantSide, phrases);
  gtk_widget_class_bind_template_callback (widget_class, vr_comparer_update);
  gtk_widget_class_bind_template_callback (widget_class, vr_comparer_emit);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
vr_variant_side_init (VrVariantSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vr_origins_view_set_menu (self->origins, vr_timeline_view_get_menu (self->timeline));
}

VrTimelineView *
vr_variant_side_get_timeline (VrVariantSide *self)
{
  g_return_val_if_fail (VR_IS_VARIANT_SIDE (self), NULL);

  return self->timeline;
}

void
vr_variant_side_show (VrVariantSide *self, const char *name)
{
  gboolean is_shown;

  g_return_if_fail (VR_IS_VARIANT_SIDE (self));

  is_shown = g_strcmp0 (vr_timeline_view_get_name (self->timeline), name) == 0;
  vr_timeline_view_show (self->timeline, name);
  /* What is read anew may have a later version; a version that was chosen stays. */
  if (self->view == VR_VARIANT_ORIGINS && !is_shown)
    show_origins (self);
  else if (self->view == VR_VARIANT_ORIGINS)
    vr_origins_view_refresh (self->origins);
}

void
vr_variant_side_set_view (VrVariantSide *self, VrVariantViewKind view)
{
  gboolean had_focus;

  g_return_if_fail (VR_IS_VARIANT_SIDE (self));

  had_focus =
      (gtk_widget_get_state_flags (GTK_WIDGET (self->variant_stack)) & GTK_STATE_FLAG_FOCUS_WITHIN)
      != 0;
  self->view = view;
  if (view == VR_VARIANT_ORIGINS)
    show_origins (self);
  else
    vr_origins_view_stop (self->origins);
  gtk_stack_set_visible_child_name (self->variant_stack,
                                    view == VR_VARIANT_ORIGINS ? "origins" : "versions");
  /* What held the keyboard is out of sight. */
  if (had_focus)
    vr_variant_side_take_focus (self);
  vr_comparer_update (VR_COMPARER (self));
}

void
vr_variant_side_search (VrVariantSide *self, const char *phrase)
{
  g_return_if_fail (VR_IS_VARIANT_SIDE (self));

  vr_phrase_view_search (self->phrases, phrase);
  gtk_stack_set_visible_child_name (self->stack, "phrases");
  vr_comparer_update (VR_COMPARER (self));
}

gboolean
vr_variant_side_has_phrases (VrVariantSide *self)
{
  g_return_val_if_fail (VR_IS_VARIANT_SIDE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "phrases") == 0;
}

void
vr_variant_side_close_phrases (VrVariantSide *self)
{
  g_return_if_fail (VR_IS_VARIANT_SIDE (self));

  vr_phrase_view_stop (self->phrases);
  gtk_stack_set_visible_child_name (self->stack, "variant");
  vr_comparer_update (VR_COMPARER (self));
}

gboolean
vr_variant_side_stop (VrVariantSide *self)
{
  g_return_val_if_fail (VR_IS_VARIANT_SIDE (self), FALSE);

  return vr_variant_side_has_phrases (self)
             ? vr_phrase_view_stop (self->phrases)
             : self->view == VR_VARIANT_ORIGINS && vr_origins_view_stop (self->origins);
}

void
vr_variant_side_set_style (VrVariantSide *self, const VrReadingStyle *style)
{
  g_return_if_fail (VR_IS_VARIANT_SIDE (self));

  vr_origins_view_set_style (self->origins, style);
}

void
vr_variant_side_take_focus (VrVariantSide *self)
{
  g_return_if_fail (VR_IS_VARIANT_SIDE (self));

  if (vr_variant_side_has_phrases (self))
    vr_phrase_view_take_focus (self->phrases);
  else if (self->view == VR_VARIANT_ORIGINS)
    vr_origins_view_take_focus (self->origins);
  else
    vr_timeline_view_take_focus (self->timeline);
}
