/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a story and its variant, of which a ref's name has the slugs only. */
#include "vr-variant-titles.h"

#include "vr-json-reader.h"
#include "vr-variant.h"
#include "vr-version-private.h"
#include "vr-version.h"

#include <string.h>

void
vr_variant_titles_clear (VrVariantTitles *self)
{
  g_clear_pointer (&self->story, g_free);
  g_clear_pointer (&self->variant, g_free);
}

void
vr_variant_titles_init_slugs (VrVariantTitles *self, const char *name)
{
  const char *slash = strchr (name, '/');

  self->story = g_strndup (name, slash != NULL ? (gsize)(slash - name) : strlen (name));
  self->variant = g_strdup (slash != NULL ? slash + 1 : name);
}

VrVariantTitles
vr_variant_titles_copy (const VrVariantTitles *self)
{
  return (VrVariantTitles){ g_strdup (self->story), g_strdup (self->variant) };
}

/* Whether @slug is what @title becomes in a ref's name. */
static gboolean
is_title_of (const char *title, const char *slug)
{
  g_autofree char *own = title != NULL ? vr_variant_dup_slug (title) : NULL;

  return g_strcmp0 (own, slug) == 0;
}

static void
take (char **title, const char *said)
{
  if (!is_title_of (said, *title))
    return;
  g_free (*title);
  *title = g_strdup (said);
}

void
vr_variant_titles_read (VrArchive *archive, const char *name, const char *id, VrVariantTitles *self)
{
  g_autoptr (GBytes) metadata = vr_version_read_metadata (archive, id, NULL);
  gsize n_bytes = 0;
  const char *json = metadata != NULL ? g_bytes_get_data (metadata, &n_bytes) : NULL;
  g_autoptr (JsonNode) node =
      json != NULL ? vr_json_read (json, n_bytes, VR_VERSION_METADATA, NULL) : NULL;

  vr_variant_titles_init_slugs (self, name);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  take (&self->story, vr_json_peek_string (json_node_get_object (node), "story"));
  take (&self->variant, vr_json_peek_string (json_node_get_object (node), "variant"));
}

void
vr_variant_titles_read_last (VrArchive *archive, const char *name, VrVariantTitles *self)
{
  g_autofree char *last = vr_version_find_last (archive, name, NULL);

  if (last != NULL)
    vr_variant_titles_read (archive, name, last, self);
  else
    vr_variant_titles_init_slugs (self, name);
}

const char *
vr_variant_titles_prefer (const char *title, const char *before)
{
  return before != NULL && is_title_of (title, title) && is_title_of (before, title) ? before
                                                                                     : title;
}
