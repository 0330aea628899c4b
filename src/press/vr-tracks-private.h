/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How tracks are put together; private to this layer. */
#pragma once

#include "vr-tracks.h"

G_BEGIN_DECLS

/* The comments on all rows, in the rows' order, those on the whole comparison first: (element-type
 * VrTrackComment). */
GPtrArray *vr_track_comments_new (const VrComparison *comparison,
                                  const VrReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* What a row becomes. */
typedef struct
{
  gboolean is_anchor; /* it stands in the order that both texts have in common */
  guint32 n_comments;
  guint32 move;    /* VrTrack.move */
  guint32 comment; /* its first one */
} VrTrackPlan;

/* By row; free with g_free().  @n_moves is told. */
VrTrackPlan *vr_track_plans_new (const VrComparison *comparison, const GPtrArray *comments,
                                 guint *n_moves) G_GNUC_WARN_UNUSED_RESULT;

/* The rows of the paragraphs of @side, by paragraph; free with g_free(). */
guint32 *vr_track_rows_new (const VrComparison *comparison, VrSide side) G_GNUC_WARN_UNUSED_RESULT;

/* The last mark of all is the document's, which nobody can delete or insert: both texts end there.
 */
void vr_tracks_settle_end (GArray *tracks);

/* LibreOffice 7 joins an insertion at a paragraph's end with one at the start of the next, so that
 * who rejects both loses the kept end between them.  There that end is inserted too, and deleted
 * behind them.  Takes @tracks.  Returns: (transfer full): the tracks */
GArray *vr_tracks_join_insertions (GArray *tracks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
