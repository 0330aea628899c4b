/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a report was made, as its manifest says: the engine, the format, the words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VR_MANIFEST_MAX_BYTES: notes and overrides make a manifest long; a longer one is none. */
#define VR_MANIFEST_MAX_BYTES ((gsize)64 << 20)

/** VrManifestPart: what makes one engine unlike another. */
typedef enum
{
  VR_MANIFEST_PROGRAM,
  VR_MANIFEST_VERSION,
  VR_MANIFEST_WEIGHTS,
  VR_MANIFEST_ICU,
  VR_MANIFEST_UNICODE,
  VR_N_MANIFEST_PARTS,
} VrManifestPart;

/**
 * VrManifestMaking:
 * @parts: of the engine
 * @format: as vr_report_find_format() takes it; may be one that it does not know
 * @language, @numbers: (nullable): of its reader: the language's code, and how a number is written;
 *   %NULL where the report has no words for people
 * @time: (nullable): the one that the report bears
 * @made_with: (nullable): libraries and fonts
 *
 * All borrowed.
 */
typedef struct
{
  const char *parts[VR_N_MANIFEST_PARTS];
  const char *format;
  const char *language;
  const char *numbers;
  const char *time;
  const char *made_with;
} VrManifestMaking;

/** vr_manifest_making_has_engine_of: whether both were made by engines that decide alike. */
gboolean vr_manifest_making_has_engine_of (const VrManifestMaking *self,
                                           const VrManifestMaking *other);

/** vr_manifest_making_is_drawn_as: whether libraries and fonts were the same too. */
gboolean vr_manifest_making_is_drawn_as (const VrManifestMaking *self,
                                         const VrManifestMaking *other);

/** vr_manifest_making_speaks_as: whether both are in the same words; what has none for people is
 * the same in every language. */
gboolean vr_manifest_making_speaks_as (const VrManifestMaking *self, const VrManifestMaking *other);

/** vr_manifest_making_dup_maker: Returns: (transfer full): who made it, in words */
char *vr_manifest_making_dup_maker (const VrManifestMaking *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
