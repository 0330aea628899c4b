/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the index, gone through in the order of paragraphs. */
#include "vr-search-cursor.h"

static void
begin_at (VrSearchCursor *self, gint64 paragraph)
{
  self->rows = vr_search_index_ask (self->index, self->statement);
  if (self->rows != NULL)
    sqlite3_bind_int64 (self->rows, 1, paragraph);
}

void
vr_search_cursor_step (VrSearchCursor *self)
{
  if (self->rows == NULL)
    begin_at (self, G_MININT64);
  self->paragraph = vr_search_index_next (self->index, self->rows)
                        ? sqlite3_column_int64 (self->rows, 0)
                        : G_MAXINT64;
}

gboolean
vr_search_cursor_go_to (VrSearchCursor *self, gint64 paragraph)
{
  if (self->rows == NULL || paragraph - self->max_steps > self->paragraph)
    {
      begin_at (self, paragraph);
      vr_search_cursor_step (self);
    }
  while (self->paragraph < paragraph)
    vr_search_cursor_step (self);

  return self->paragraph == paragraph;
}
