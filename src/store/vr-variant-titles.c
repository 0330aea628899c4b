/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a story and its variant, of which a ref's name has the slugs only. */
#include "vr-variant-titles.h"

#include "vr-json-reader.h"
#include "vr-record.h"
#include "vr-trash.h"
#include "vr-variant.h"
#include "vr-version-private.h"
#include "vr-version.h"

#include <string.h>

/* As a version's metadata calls them, and the record. */
#define STORY "story"
#define VARIANT "variant"

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

/* What was said when the variant was renamed: of its last version at that time, and of others that
 * know no more than the slug. */
static void
take_record (GHashTable *record, const char *matter, const char *slug, const char *id, char **title)
{
  const VrRecordLine *line = record != NULL ? g_hash_table_lookup (record, matter) : NULL;
  const char *said = line != NULL ? strchr (line->words, ' ') : NULL;

  if (said == NULL || !is_title_of (said + 1, slug))
    return;
  if (!g_str_equal (*title, slug) && strncmp (line->words, id, (gsize)(said - line->words)) != 0)
    return;
  g_free (*title);
  *title = g_strdup (said + 1);
}

static void
take_records (GHashTable *record, const char *name, const char *id, VrVariantTitles *self)
{
  g_auto (VrVariantTitles) slugs = { NULL, NULL };

  vr_variant_titles_init_slugs (&slugs, name);
  take_record (record, STORY, slugs.story, id, &self->story);
  take_record (record, VARIANT, slugs.variant, id, &self->variant);
}

static gboolean
say (VrArchive *archive, const char *name, const char *matter, const char *id, const char *title,
     GError **error)
{
  g_autofree char *words = g_strconcat (id, " ", title, NULL);

  return vr_record_set (archive, name, matter, words, error);
}

gboolean
vr_variant_titles_say (VrArchive *archive, const char *name, const VrVariantTitles *titles,
                       GError **error)
{
  g_auto (VrVariantTitles) known = { NULL, NULL };
  g_autofree char *id = vr_version_find_last (archive, name, error);

  if (id == NULL)
    return FALSE;
  vr_variant_titles_read (archive, name, id, &known);

  return (g_str_equal (known.story, titles->story)
          || say (archive, name, STORY, id, titles->story, error))
         && (g_str_equal (known.variant, titles->variant)
             || say (archive, name, VARIANT, id, titles->variant, error));
}

static void
read_version (VrArchive *archive, const char *name, const char *id, VrVariantTitles *self)
{
  g_autoptr (GBytes) metadata = vr_version_read_metadata (archive, id, NULL);
  gsize n_bytes = 0;
  const char *json = metadata != NULL ? g_bytes_get_data (metadata, &n_bytes) : NULL;
  g_autoptr (JsonNode) node =
      json != NULL ? vr_json_read (json, n_bytes, VR_VERSION_METADATA, NULL) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  take (&self->story, vr_json_peek_string (json_node_get_object (node), STORY));
  take (&self->variant, vr_json_peek_string (json_node_get_object (node), VARIANT));
}

void
vr_variant_titles_read (VrArchive *archive, const char *name, const char *id, VrVariantTitles *self)
{
  g_autoptr (GHashTable) record = vr_record_read (archive, name, NULL);

  vr_variant_titles_init_slugs (self, name);
  read_version (archive, name, id, self);
  take_records (record, name, id, self);
}

void
vr_variant_titles_read_thrown (VrArchive *archive, const char *name, VrVariantTitles *self)
{
  g_autoptr (GHashTable) record = vr_record_read_thrown (archive, name, NULL);
  g_autofree char *ref = g_strconcat (VR_TRASH_HEADS, name, NULL);
  char hex[VR_GIT_HEX_BYTES];
  gboolean found;
  git_oid id;

  vr_variant_titles_init_slugs (self, name);
  if (!vr_archive_find (archive, ref, &id, &found, NULL) || !found)
    return;
  git_oid_tostr (hex, sizeof hex, &id);
  read_version (archive, name, hex, self);
  take_records (record, name, hex, self);
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
