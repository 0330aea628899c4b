/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a comparison of two versions a reader wants to begin. */
#include "vr-version-place.h"

VrVersionPlace *
vr_version_place_copy (const VrVersionPlace *self)
{
  VrVersionPlace *copy;

  if (self->text == NULL)
    return NULL;
  copy = g_new (VrVersionPlace, 1);
  *copy = *self;
  copy->text = g_strdup (self->text);

  return copy;
}

void
vr_version_place_free (VrVersionPlace *self)
{
  g_free (self->text);
  g_free (self);
}
