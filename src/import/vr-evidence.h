/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of its article, each saying with where it was found. */
#pragma once

#include "vr-html-node.h"
#include "vr-imported.h"

G_BEGIN_DECLS

/** VrEvidenceSource: where something was said, the most reliable first. */
typedef enum
{
  VR_EVIDENCE_JSON,      /* JSON-LD of an article */
  VR_EVIDENCE_JSON_PAGE, /* JSON-LD of a page or something else */
  VR_EVIDENCE_META,      /* a meta element for articles: og:title, article:published_time */
  VR_EVIDENCE_META_WEAK, /* one that is often filled otherwise: author, date, description */
  VR_EVIDENCE_MICRODATA, /* itemprop */
  VR_EVIDENCE_REL,       /* rel=author, rel=canonical, class=author of a microformat */
  VR_EVIDENCE_TIME,      /* a time element */
  VR_EVIDENCE_CLASS,     /* an element that is called so */
  VR_EVIDENCE_HEADING,   /* h1, h2 */
  VR_EVIDENCE_TITLE,     /* the title element */
  VR_EVIDENCE_TEXT,      /* words of the page */
  VR_EVIDENCE_URL,       /* the address */
  VR_N_EVIDENCE_SOURCES,
} VrEvidenceSource;

/** VrEvidenceField: what is said. */
typedef enum
{
  VR_EVIDENCE_HEADLINE,
  VR_EVIDENCE_DESCRIPTION,
  VR_EVIDENCE_AUTHOR,
  VR_EVIDENCE_PUBLISHED,
  VR_EVIDENCE_UPDATED,
  VR_EVIDENCE_SECTION,
  VR_EVIDENCE_ADDRESS,
  VR_EVIDENCE_SITE,
  VR_EVIDENCE_LANGUAGE,
  VR_EVIDENCE_BODY,
  VR_N_EVIDENCE_FIELDS,
} VrEvidenceField;

/** VrEvidence: @node is 0 for what stands in the head; @value is stripped and never empty. */
typedef struct
{
  VrEvidenceField field;
  VrEvidenceSource source;
  guint32 node;
  char *value;
} VrEvidence;

/** VrEvidenceList: in the order of the source. */
typedef struct
{
  GArray *items;
} VrEvidenceList;

/** vr_evidence_list_new: all that JSON-LD, meta elements, microdata and the names of elements in
 * @page say. */
VrEvidenceList *vr_evidence_list_new (const VrHtmlPage *page) G_GNUC_WARN_UNUSED_RESULT;
void vr_evidence_list_free (VrEvidenceList *self);

/** vr_evidence_list_add: @value: (nullable): copied with its white space collapsed, but for the
 * line ends of %VR_EVIDENCE_BODY; nothing is added where it is empty. */
void vr_evidence_list_add (VrEvidenceList *self, VrEvidenceField field, VrEvidenceSource source,
                           guint32 node, const char *value);

/** vr_evidence_list_add_json: what the JSON-LD @json says; what is no JSON says nothing. */
void vr_evidence_list_add_json (VrEvidenceList *self, const char *json);

/** vr_evidence_list_find: (nullable): borrowed: the first of @field from @source. */
const char *vr_evidence_list_find (const VrEvidenceList *self, VrEvidenceField field,
                                   VrEvidenceSource source);

/** vr_evidence_list_find_first: (nullable): borrowed: the first of @field from the most reliable
 * source. */
const char *vr_evidence_list_find_first (const VrEvidenceList *self, VrEvidenceField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrEvidenceList, vr_evidence_list_free)

G_END_DECLS
