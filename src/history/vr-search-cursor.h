/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the index, gone through in the order of paragraphs; for src/history only. */
#pragma once

#include "vr-search-index.h"

G_BEGIN_DECLS

/**
 * VrSearchCursor:
 * @index: borrowed
 * @statement: whose rows begin with the number of a paragraph, in its order, and which takes the
 *   number to begin at
 * @max_steps: as many rows are rather stepped over than looked up
 * @paragraph: of the row that it is at; %G_MAXINT64 behind the last one
 *
 * To be set up with the first three; the rest is zero.
 */
typedef struct
{
  VrSearchIndex *index;
  VrSearchStatement statement;
  gint64 max_steps;
  sqlite3_stmt *rows;
  gint64 paragraph;
} VrSearchCursor;

/** vr_search_cursor_step: goes to the next row, or to the first one. */
void vr_search_cursor_step (VrSearchCursor *self);

/** vr_search_cursor_go_to: goes to the first row of @paragraph, which is not before where it is.
 * Returns: whether there is one */
gboolean vr_search_cursor_go_to (VrSearchCursor *self, gint64 paragraph);

G_END_DECLS
