/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a comparison: rows, pieces, sentences, counts.  Everyone walks this one. */
#pragma once

#include "vr-align.h"
#include "vr-article.h"
#include "vr-critical.h"
#include "vr-options.h"

G_BEGIN_DECLS

/** VR_N_QUIET: how many classes VrQuiet has. */
#define VR_N_QUIET 6

/**
 * VrRowKind: what became of the paragraphs of a row.
 *
 * Same and edited are in place; the moved ones are those outside the heaviest increasing run of
 * pairs (weight: words).  Split is one paragraph to several, merged several to one, recast several
 * to several.
 */
typedef enum
{
  VR_ROW_SAME,
  VR_ROW_EDITED,
  VR_ROW_MOVED,
  VR_ROW_MOVED_EDITED,
  VR_ROW_SPLIT,
  VR_ROW_MERGED,
  VR_ROW_RECAST,
  VR_ROW_ADDED,
  VR_ROW_REMOVED,
  VR_N_ROW_KINDS,
} VrRowKind;

/** VrPieceOp: what became of a run of words inside a row. */
typedef enum
{
  VR_PIECE_EQUAL,
  VR_PIECE_DELETE,
  VR_PIECE_INSERT,
  VR_PIECE_QUIET,
} VrPieceOp;

/**
 * VrPiece:
 * @op: see there
 * @quiet: for %VR_PIECE_QUIET the VrQuiet classes that differ
 * @old_span, @new_span: bytes of the row's text on either side (vr_comparison_dup_row_text());
 *   where the piece has no such side, empty and at its place, so that both rise from piece to
 *   piece
 *
 * The equal, delete and quiet pieces of a row, joined, are its old text; the equal, insert and
 * quiet ones its new text.
 */
typedef struct
{
  VrPieceOp op : 8;
  guint quiet : 8;
  VrSpan old_span;
  VrSpan new_span;
} VrPiece;

/** vr_piece_get_span: what it is on @side. */
static inline VrSpan
vr_piece_get_span (const VrPiece *self, VrSide side)
{
  return side == VR_SIDE_OLD ? self->old_span : self->new_span;
}

/** VrSentenceFate: what became of a sentence. */
typedef enum
{
  VR_SENTENCE_SAME,
  VR_SENTENCE_EDITED,
  VR_SENTENCE_MOVED,
  VR_SENTENCE_MOVED_EDITED,
  VR_SENTENCE_ADDED,
  VR_SENTENCE_REMOVED,
} VrSentenceFate;

#define VR_NO_PARAGRAPH G_MAXUINT32

/** VR_PARAGRAPH_SEPARATOR: joins the paragraphs of a row's side into one text. */
#define VR_PARAGRAPH_SEPARATOR "\u2029"

/**
 * VrSentence:
 * @old_paragraph, @new_paragraph: the paragraphs it stands in, or %VR_NO_PARAGRAPH.  A sentence
 *   that moved to or from another row is listed in both rows.
 * @old_span, @new_span: bytes of that paragraph's text
 */
typedef struct
{
  VrSentenceFate fate;
  guint32 old_paragraph;
  guint32 new_paragraph;
  VrSpan old_span;
  VrSpan new_span;
} VrSentence;

/**
 * VrRow:
 * @kind: what became of it
 * @moved: whether it left its place; set on moved and moved-edited, may be on split and merged
 * @n_old, @n_new: how many paragraphs of either side it has
 * @old_paragraphs, @new_paragraphs: their indexes, rising
 * @score: 0 to 1; 0 for added and removed rows
 * @terms: what earned it, as VrEvidence's; zero where nothing was paired
 * @quiet: VrQuiet classes found in it
 * @pieces: empty for a row without any difference, quiet included
 * @criticals: its critical changes, as they stand from its start to its end; empty for a row of one
 *   side
 * @sentences: empty for a row without any difference, and for an added or removed row none of
 *   whose sentences came from or went to another row
 */
typedef struct
{
  VrRowKind kind;
  gboolean moved;
  guint32 n_old;
  guint32 n_new;
  const guint32 *old_paragraphs;
  const guint32 *new_paragraphs;
  double score;
  const float *terms;
  guint quiet;
  guint32 n_pieces;
  guint32 n_sentences;
  guint32 n_critical;
  const VrPiece *pieces;
  const VrSentence *sentences;
  const VrCriticalChange *criticals;
} VrRow;

/** vr_row_peek_paragraphs: indexes of the paragraphs of @side, rising, @n of them; borrowed. */
static inline const guint32 *
vr_row_peek_paragraphs (const VrRow *self, VrSide side, guint *n)
{
  *n = side == VR_SIDE_OLD ? self->n_old : self->n_new;

  return side == VR_SIDE_OLD ? self->old_paragraphs : self->new_paragraphs;
}

/**
 * VrPlace:
 * @row: index of the row to show here
 * @is_reference: the row moved away from here: a line that names where it went
 */
typedef struct
{
  guint32 row;
  gboolean is_reference;
} VrPlace;

/** VrWordCounts: of one side; punctuation is not counted, quiet differences are equal. */
typedef struct
{
  guint64 equal;
  guint64 changed; /* removed on the old side, added on the new one */
  guint64 moved;   /* equal, but inside a moved row; the three add up to the side */
} VrWordCounts;

/**
 * VrSummary:
 * @n_rows: rows by kind, furniture left out
 * @n_changed: by side: paragraphs in rows that are not the same
 * @words: by side
 * @n_quiet: quiet pieces by class: index 0 for bit 0 of VrQuiet, and so on
 * @n_critical: critical changes by kind: index 0 for bit 0 of VrCritical, and so on
 * @n_furniture_rows: rows of furniture, which no other figure has
 * @n_furniture: by side: paragraphs in them
 * @limited: whether the engine stopped short of a shortest edit script somewhere
 */
typedef struct
{
  guint n_rows[VR_N_ROW_KINDS];
  guint n_changed[VR_N_SIDES];
  VrWordCounts words[VR_N_SIDES];
  guint64 n_quiet[VR_N_QUIET];
  guint64 n_critical[VR_N_CRITICAL];
  guint n_furniture_rows;
  guint n_furniture[VR_N_SIDES];
  gboolean limited;
} VrSummary;

/** vr_summary_count_critical: critical changes of all kinds. */
guint64 vr_summary_count_critical (const VrSummary *self);

/** VrComparison: immutable, atomically ref-counted; may be read by any number of threads. */
typedef struct _VrComparison VrComparison;

VrComparison *vr_comparison_ref (VrComparison *self);
void vr_comparison_unref (VrComparison *self);

/** vr_comparison_get_article: borrowed. */
VrArticle *vr_comparison_get_article (const VrComparison *self, VrSide side);
/** vr_comparison_get_options: those it was made with; borrowed. */
const VrOptions *vr_comparison_get_options (const VrComparison *self);
/** vr_comparison_get_overrides: (nullable): borrowed. */
VrOverrides *vr_comparison_get_overrides (const VrComparison *self);
const VrSummary *vr_comparison_get_summary (const VrComparison *self);
/** vr_comparison_is_same: whether nothing differs that counts (status 0). */
gboolean vr_comparison_is_same (const VrComparison *self);

/** Rows stand in the new side's order, removed ones after their predecessor. */
guint vr_comparison_get_n_rows (const VrComparison *self);
/** vr_comparison_get_row: put together in constant time; what it points at is borrowed. */
VrRow vr_comparison_get_row (const VrComparison *self, guint index);
/**
 * vr_comparison_find_row:
 *
 * Linear in the number of rows and paragraphs.
 *
 * Returns: index of the row that has paragraph @paragraph of @side, or G_MAXUINT where that article
 *   has no such paragraph
 */
guint vr_comparison_find_row (const VrComparison *self, VrSide side, guint32 paragraph);
/** vr_comparison_is_furniture: whether row @index is of the pages and not of the articles: paired
 * with what equals it (same) or on one side only (added, removed), and never a change. */
gboolean vr_comparison_is_furniture (const VrComparison *self, guint index);
/** vr_comparison_get_role: what a paragraph of @side is to this comparison: by the reader's word,
 * else by its article, but text where the other side has it as text. */
VrRole vr_comparison_get_role (const VrComparison *self, VrSide side, guint32 paragraph);
/** vr_comparison_get_dateline: bytes of the dateline that a paragraph of @side opens with; 0 for
 * none. */
guint32 vr_comparison_get_dateline (const VrComparison *self, VrSide side, guint32 paragraph);
/** vr_comparison_is_change: whether row @index counts as a change (anything but same, and no
 * furniture). */
gboolean vr_comparison_is_change (const VrComparison *self, guint index);
/** vr_comparison_is_critical: whether row @index has a critical change. */
gboolean vr_comparison_is_critical (const VrComparison *self, guint index);

/** What to show from top to bottom: the rows, and references where moved ones stood. */
guint vr_comparison_get_n_places (const VrComparison *self);
VrPlace vr_comparison_get_place (const VrComparison *self, guint index);
/** vr_comparison_get_row_place: the place that shows row @row itself. */
guint vr_comparison_get_row_place (const VrComparison *self, guint row);
/** vr_comparison_get_row_reference: the place that refers to it, or G_MAXUINT. */
guint vr_comparison_get_row_reference (const VrComparison *self, guint row);

/**
 * vr_comparison_get_moved_by:
 *
 * Returns: how many rows that have both sides a moved row passed on its way down (positive) or up
 *   (negative), at least one; 0 for one that stayed
 */
int vr_comparison_get_moved_by (const VrComparison *self, guint row);

/**
 * vr_comparison_dup_row_text:
 *
 * Returns: (transfer full): the text of a row's side: its paragraphs joined by
 *   %VR_PARAGRAPH_SEPARATOR; "" where it has none
 */
char *vr_comparison_dup_row_text (const VrComparison *self, guint row, VrSide side,
                                  gsize *n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_comparison_dup_row_id:
 *
 * Returns: (transfer full): an id made from the row's texts: the same as long as they are; the
 *   second of two equal rows ends in "-2"
 */
char *vr_comparison_dup_row_id (const VrComparison *self, guint row) G_GNUC_WARN_UNUSED_RESULT;
/** vr_comparison_find_row_id: Returns: index of the row of that id, or G_MAXUINT where there is
 * none; reads the texts of the rows before it */
guint vr_comparison_find_row_id (const VrComparison *self, const char *id);
/** vr_comparison_dup_mirrored_row_id: Returns: (transfer full): what the id would be with both
 * sides exchanged. */
char *vr_comparison_dup_mirrored_row_id (const VrComparison *self,
                                         guint row) G_GNUC_WARN_UNUSED_RESULT;

/** Untranslated names as in the JSON: "moved-edited", "quiet", "typographic", ... */
const char *vr_row_kind_get_nick (VrRowKind kind);
const char *vr_piece_op_get_nick (VrPieceOp op);
const char *vr_sentence_fate_get_nick (VrSentenceFate fate);
/** vr_quiet_get_nick: of bit number @bit of VrQuiet. */
const char *vr_quiet_get_nick (guint bit);
/** vr_unit_get_nick: of a VrTokenUnit, %NULL behind the last one. */
const char *vr_unit_get_nick (guint unit);
/** vr_paragraph_mode_get_nick: of a VrParagraphMode, %NULL behind the last one. */
const char *vr_paragraph_mode_get_nick (guint mode);
/** The nick of an explanation's term, as in the JSON. */
const char *vr_align_term_get_nick (VrAlignTerm term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrComparison, vr_comparison_unref)

G_END_DECLS
