/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that never changes and whose items are made when they are asked for. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** VrLazyModel: a list view asks for what is on the screen, so that a book costs no more than a
 * page; GTK's own models hold all their items. */
#define VR_TYPE_LAZY_MODEL (vr_lazy_model_get_type ())
G_DECLARE_FINAL_TYPE (VrLazyModel, vr_lazy_model, VR, LAZY_MODEL, GObject)

/** VrLazyItemFunc: Returns: (transfer full): the item at @position, which is one of the list's */
typedef gpointer (*VrLazyItemFunc) (gpointer data, guint position);

/**
 * vr_lazy_model_new:
 * @type: of the items
 * @n_items: how many there are
 * @data: (transfer full): what items are made of
 */
VrLazyModel *vr_lazy_model_new (GType type, guint n_items, VrLazyItemFunc make_item, gpointer data,
                                GDestroyNotify data_free) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
