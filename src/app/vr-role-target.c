/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the action "win.set-roles" is told: a role, and paragraphs. */
#include "vr-role-target.h"

static void
add (GVariantBuilder *builder, VrSide side, const guint32 *paragraphs, guint n)
{
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (builder, "(uu)", (guint32)side, paragraphs[i]);
}

static GVariant *
finish (VrRole role, GVariantBuilder *builder)
{
  return g_variant_new (VR_ROLE_TARGET_TYPE, vr_role_get_nick (role), builder);
}

GVariant *
vr_role_target_new (VrRole role, VrSide side, const guint32 *paragraphs, guint n)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uu)"));
  add (&builder, side, paragraphs, n);

  return finish (role, &builder);
}

GVariant *
vr_role_target_for_row (VrRole role, const VrRow *row)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(uu)"));
  add (&builder, VR_SIDE_OLD, row->old_paragraphs, row->n_old);
  add (&builder, VR_SIDE_NEW, row->new_paragraphs, row->n_new);

  return finish (role, &builder);
}
