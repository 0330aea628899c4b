/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of an article, from all that its page says. */
#pragma once

#include "vr-extract.h"

G_BEGIN_DECLS

/**
 * vr_metadata_tell:
 * @url: (nullable): where the page came from
 * @builder: gets headline, dek, byline, dates, section, address, site and language, as far as they
 *   are known
 */
void vr_metadata_tell (const VrHtmlPage *page, const VrEvidenceList *evidence,
                       const VrExtract *extract, const char *url, VrImportedBuilder *builder);

/** vr_metadata_find_address: (nullable): the page's own address, as it says itself; borrowed. */
const char *vr_metadata_find_address (const VrEvidenceList *evidence);

/** vr_metadata_dup_title: (nullable): the title by agreement of what the page says. */
char *vr_metadata_dup_title (const VrEvidenceList *evidence,
                             const VrExtract *extract) G_GNUC_WARN_UNUSED_RESULT;

/** vr_metadata_dup_author: (nullable): who wrote it, as the page names them. */
char *vr_metadata_dup_author (const VrEvidenceList *evidence,
                              const VrExtract *extract) G_GNUC_WARN_UNUSED_RESULT;

/** vr_metadata_dup_date: (nullable): when it was published, or @updated, in ISO 8601. */
char *vr_metadata_dup_date (const VrEvidenceList *evidence, const VrExtract *extract,
                            const char *url, gboolean updated) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
