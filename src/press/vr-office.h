/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents with tracked changes have in common, whoever's format they are in. */
#pragma once

#include "vr-tracks.h"
#include "vr-zip.h"

G_BEGIN_DECLS

/** VrOfficeLanguage: which of a word processor's three languages, and fonts, a text's one is. */
typedef enum
{
  VR_OFFICE_WESTERN,
  VR_OFFICE_ASIAN,
  VR_OFFICE_COMPLEX,
} VrOfficeLanguage;

/**
 * VrOffice:
 * @author: whose the changes are: the new version's, else “Variorum”
 * @quiet_author: whose those are that compare equal, so that they can be accepted at once
 * @time: (nullable): the new version's, in UTC
 * @title, @description: of the document
 * @languages: (nullable) by side: ISO 639 codes; static
 *
 * On the caller's stack; ends with vr_office_clear().
 */
typedef struct
{
  const VrComparison *comparison;
  const VrReportOptions *options;
  VrOutput *output;
  VrTracks *tracks;
  char *author;
  char *quiet_author;
  GDateTime *time;
  char *title;
  char *description;
  const char *languages[VR_N_SIDES];
} VrOffice;

void vr_office_init (VrOffice *self, const VrComparison *comparison, const VrReportOptions *options,
                     VrOutput *output);
void vr_office_clear (VrOffice *self);

/** vr_office_dup_time: Returns: (transfer full): "2024-01-31T12:00:00Z". */
char *vr_office_dup_time (GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;

/** vr_office_dup_needed_time: Returns: (transfer full): where a time must stand: the new version's,
 * else vr_report_dup_time(), else the start of 1970 */
char *vr_office_dup_needed_time (const VrOffice *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_office_get_author: of @track; borrowed. */
const char *vr_office_get_author (const VrOffice *self, const VrTrack *track);

/** vr_office_put_element: @text, which is data, in an element; @attributes: (nullable): markup. */
void vr_office_put_element (VrOutput *output, const char *name, const char *attributes,
                            const char *text);

VrOfficeLanguage vr_office_classify (const char *language);

/** vr_office_is_wide: whether @text has characters as Chinese, Japanese and Korean are set in. */
gboolean vr_office_is_wide (VrSlice text);

/** vr_office_dup_manifest: Returns: (transfer full): the whole of it, but for its seal. */
char *vr_office_dup_manifest (const VrOffice *self, const char *format) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VrOfficePart: an entry of the document's file.
 * @write: what is in it
 */
typedef struct
{
  const char *name;
  void (*write) (const VrOffice *self, VrOutput *output);
  gboolean is_stored; /* else it is compressed */
} VrOfficePart;

/** vr_office_save: writes the parts, in their order, and the seal as the file's comment. */
void vr_office_save (const VrOffice *self, const VrOfficePart *parts, guint n_parts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrOffice, vr_office_clear)

G_END_DECLS
