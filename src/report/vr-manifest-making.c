/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a report was made, as its manifest says: the engine, the format, the words. */
#include "vr-manifest-private.h"

#include "vr-error.h"
#include "vr-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const part_names[VR_N_MANIFEST_PARTS] = {
  [VR_MANIFEST_PROGRAM] = "program", [VR_MANIFEST_VERSION] = "version",
  [VR_MANIFEST_WEIGHTS] = "weights", [VR_MANIFEST_ICU] = "icu",
  [VR_MANIFEST_UNICODE] = "unicode",
};

gboolean
vr_manifest_is_hexadecimal (const char *text, gsize n_digits)
{
  return text != NULL && strlen (text) == n_digits && strspn (text, "0123456789abcdef") == n_digits;
}

gboolean
vr_manifest_read_needed (JsonObject *object, const char *member, const char **string)
{
  return vr_field_read_string ("", object, member, VR_MANIFEST_MAX_BYTES, string, NULL)
         && *string != NULL;
}

gboolean
vr_manifest_find_needed (JsonObject *object, const char *member, JsonObject **found)
{
  return vr_field_read_object ("", object, member, found, NULL) && *found != NULL;
}

static gboolean
read_engine (VrManifestMaking *self, JsonObject *root)
{
  JsonObject *object;

  if (!vr_manifest_find_needed (root, "engine", &object))
    return FALSE;
  for (guint part = 0; part < VR_N_MANIFEST_PARTS; part++)
    if (!vr_manifest_read_needed (object, part_names[part], &self->parts[part]))
      return FALSE;

  return TRUE;
}

gboolean
vr_manifest_making_read (VrManifestMaking *self, JsonObject *root)
{
  JsonObject *object;

  return read_engine (self, root) && vr_manifest_find_needed (root, "report", &object)
         && vr_manifest_read_needed (object, "format", &self->format)
         && vr_field_read_string ("", object, "language", VR_FIELD_MAX_NICK, &self->language, NULL)
         && vr_field_read_string ("", object, "numbers", VR_FIELD_MAX_NICK, &self->numbers, NULL)
         && vr_field_read_string ("", object, "time", VR_MANIFEST_MAX_BYTES, &self->time, NULL)
         && vr_field_read_string ("", object, "made_with", VR_MANIFEST_MAX_BYTES, &self->made_with,
                                  NULL);
}

gboolean
vr_manifest_making_has_engine_of (const VrManifestMaking *self, const VrManifestMaking *other)
{
  for (guint part = 0; part < VR_N_MANIFEST_PARTS; part++)
    if (!g_str_equal (self->parts[part], other->parts[part]))
      return FALSE;

  return TRUE;
}

gboolean
vr_manifest_making_is_drawn_as (const VrManifestMaking *self, const VrManifestMaking *other)
{
  return vr_manifest_making_has_engine_of (self, other)
         && g_strcmp0 (self->made_with, other->made_with) == 0;
}

gboolean
vr_manifest_making_speaks_as (const VrManifestMaking *self, const VrManifestMaking *other)
{
  if (self->language == NULL || self->numbers == NULL || other->language == NULL
      || other->numbers == NULL)
    return TRUE;

  return g_str_equal (self->language, other->language)
         && g_str_equal (self->numbers, other->numbers);
}

char *
vr_manifest_making_dup_maker (const VrManifestMaking *self)
{
  g_autofree char *maker = g_strdup_printf (
      /* Translators: program, its version; the versions of its weights, of ICU and of Unicode. */
      _ ("%s %s (weights %s, ICU %s, Unicode %s)"), self->parts[VR_MANIFEST_PROGRAM],
      self->parts[VR_MANIFEST_VERSION], self->parts[VR_MANIFEST_WEIGHTS],
      self->parts[VR_MANIFEST_ICU], self->parts[VR_MANIFEST_UNICODE]);

  if (self->made_with == NULL)
    return g_steal_pointer (&maker);

  return g_strdup_printf (_ ("%s with %s"), maker, self->made_with);
}

void
vr_manifest_fail (const char *name, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("The manifest of “%s” cannot be read: it is damaged, or a newer version of "
                  "Variorum wrote it."),
               name);
}
