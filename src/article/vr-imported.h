/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer found in a web page or a document: paragraphs with roles, and what is known of
 * the article. */
#pragma once

#include "vr-role.h"
#include "vr-span.h"

G_BEGIN_DECLS

/** VrFact: what may be known of an article besides its text.  Dates are ISO 8601, as exact as the
 * source has them; the language is a BCP 47 tag. */
typedef enum
{
  VR_FACT_HEADLINE,
  VR_FACT_DEK,
  VR_FACT_BYLINE,
  VR_FACT_PUBLISHED,
  VR_FACT_UPDATED,
  VR_FACT_SECTION,
  VR_FACT_URL,
  VR_FACT_SITE,
  VR_FACT_LANGUAGE,
  VR_FACT_ENCODING,   /* how the source was read */
  VR_FACT_DECIDED_BY, /* what told so, as vr_text_get_decided_by() */
  VR_FACT_FORMAT,     /* "html", "docx", "odt", "epub", "pdf", "markdown" */
  VR_N_FACTS,
} VrFact;

/** vr_fact_get_nick: its untranslated name, as in the JSON; static. */
const char *vr_fact_get_nick (VrFact fact);

/** VrTextSpanKind: what a stretch of a paragraph is. */
typedef enum
{
  VR_TEXT_SPAN_LINK,
  VR_TEXT_SPAN_EMPHASIS,
  VR_TEXT_SPAN_STRONG,
  VR_TEXT_SPAN_DATELINE,
  VR_N_TEXT_SPAN_KINDS,
} VrTextSpanKind;

const char *vr_text_span_kind_get_nick (VrTextSpanKind kind);

/**
 * VrTextSpan:
 * @span: bytes of its paragraph's text
 * @target: (nullable): where a link leads, relative where the source's own place is not known:
 * data, never to be opened unasked
 */
typedef struct
{
  VrTextSpanKind kind;
  VrSpan span;
  const char *target;
} VrTextSpan;

/**
 * VrImportedParagraph:
 * @text, @n_bytes: never empty, no line ends in it, no white space at either end; not terminated
 * @role: what it is
 * @reason: what told so: a short English phrase in lower case, marked for translation; interned
 * @line: where it begins in the source, from 1; 0 where lines mean nothing there
 * @spans: @n_spans of them, rising by start
 */
typedef struct
{
  const char *text;
  guint32 n_bytes;
  VrRole role;
  const char *reason;
  guint32 line;
  const VrTextSpan *spans;
  guint n_spans;
} VrImportedParagraph;

/** VrImported: immutable, atomically ref-counted. */
typedef struct _VrImported VrImported;

VrImported *vr_imported_ref (VrImported *self);
void vr_imported_unref (VrImported *self);

/** vr_imported_peek_text: the paragraphs, a line each, in the order of the source; borrowed;
 * terminated. */
const char *vr_imported_peek_text (const VrImported *self, gsize *n_bytes);
guint vr_imported_get_n_paragraphs (const VrImported *self);
/** vr_imported_get_paragraph: what it points at is borrowed. */
VrImportedParagraph vr_imported_get_paragraph (const VrImported *self, guint index);
/** vr_imported_get_fact: (nullable): borrowed. */
const char *vr_imported_get_fact (const VrImported *self, VrFact fact);

/** VR_IMPORTED_MAX_FACT: bytes of a fact, and of where a link leads; what is longer is neither. */
#define VR_IMPORTED_MAX_FACT ((gsize)1 << 16)

/** VrImportedBuilder: puts one together, from the source's start to its end. */
typedef struct _VrImportedBuilder VrImportedBuilder;

VrImportedBuilder *vr_imported_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_imported_builder_free (VrImportedBuilder *self);

/** vr_imported_builder_set_fact: @value: (nullable): copied; white space around it goes, and an
 * empty one is none; so is one of more than %VR_IMPORTED_MAX_FACT bytes, and a date that is not in
 * ISO 8601. */
void vr_imported_builder_set_fact (VrImportedBuilder *self, VrFact fact, const char *value);

/**
 * vr_imported_builder_add:
 * @text: valid UTF-8 without NUL, copied; white space at its ends goes, and a line end inside is a
 *   space
 *
 * Returns: whether there is anything in @text; else no paragraph was added
 */
gboolean vr_imported_builder_add (VrImportedBuilder *self, VrRole role, const char *reason,
                                  guint32 line, const char *text, gssize n_bytes);

/** vr_imported_builder_add_span: of the paragraph that was added last; @span counts in the text
 * that was given, rises from call to call, and is cut to what is left of it.  @target: (nullable):
 * taken where it is no longer than a fact, and relative or of a scheme that leads to something to
 * read (http, https, ftp) or to somebody (mailto, tel): what would run in a reader's program goes
 * no further. */
void vr_imported_builder_add_span (VrImportedBuilder *self, VrTextSpanKind kind, VrSpan span,
                                   const char *target);

guint vr_imported_builder_get_n (const VrImportedBuilder *self);

/** vr_imported_builder_finish: (transfer full) of @self; Returns: (transfer full): what was built
 */
VrImported *vr_imported_builder_finish (VrImportedBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrImported, vr_imported_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrImportedBuilder, vr_imported_builder_free)

G_END_DECLS
