/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a variant of a story is called: by people any text, in git a safe ref name. */
#pragma once

#include "vr-error.h"

G_BEGIN_DECLS

/** VR_VARIANT_MAX_BYTES: of one part of a name; with git's ".lock" it fits into a file's name. */
#define VR_VARIANT_MAX_BYTES 200

/**
 * vr_variant_dup_slug:
 * @title: any text
 *
 * What git refuses in a ref name (git-check-ref-format), what a shell or a version's name would
 * take for something else, and white space become hyphens, one for a row of them; the rest stays as
 * it is, in NFC.  A longer text is cut and ends in eight digits of its hash.  The slug of a slug is
 * itself, so that what a list shows can be typed.
 *
 * Returns: (transfer full) (nullable): the slug, or %NULL where nothing of @title is left
 */
char *vr_variant_dup_slug (const char *title) G_GNUC_WARN_UNUSED_RESULT;

/** vr_variant_dup_story: the slug of @story, a title or slug; fails as vr_variant_dup_name(). */
char *vr_variant_dup_story (const char *story, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_variant_dup_name:
 * @story, @variant: titles, or slugs already
 *
 * Fails with %VR_ERROR_INVALID where one has no letter or digit, or is no UTF-8.
 *
 * Returns: (transfer full): "story/variant", both as slugs
 */
char *vr_variant_dup_name (const char *story, const char *variant,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_variant_is_name: whether @name is "story/variant", both slugs. */
gboolean vr_variant_is_name (const char *name);

G_END_DECLS
