/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact longest common subsequences, 256 cells of the table at a time. */
#include "vr-diff-private.h"

#include <string.h>
#ifdef __x86_64__
#include <x86intrin.h>
#endif

/*
 * Crochemore et al. 2001 in Hyyrö's form (2004): bit i of a row is 0 where the table's value rises
 * between column i and i + 1.  One row makes the next:
 *
 *   hits = row & mask[token];  row = (row + hits) | (row & ~hits)
 *
 * where mask[token] has the columns that hold the row's token.  The table is done in blocks of
 * BLOCK_WORDS columns' words, each from top to bottom with the row in registers; what the addition
 * carries out of a block goes into the next one.
 *
 * To get the script and not only its length, the rows are kept at every tile's top border and the
 * carries at every tile's left border.  Then the path is walked back from the end, and each tile
 * on it is done once more, this time with all its rows kept.  That costs O((n + m) tile) on top
 * of the O(n m / 64) for the table, where Hirschberg's halving would double it.
 */

#define BLOCK_WORDS 4
#define BLOCK_COLUMNS (64 * BLOCK_WORDS)

/* A tile is a square, as small as the memory for the borders allows (bench-engine: 512 to 2048 are
   equally fast, 256 is slower). */
#define MIN_TILE_SHIFT 10
#define MAX_TILE_SHIFT 14
#define BORDER_BYTES (32 * 1024 * 1024)

typedef struct
{
  guint64 words[BLOCK_WORDS];
} Row;

typedef struct
{
  VrDiffer *differ;
  VrSide side[2]; /* which side the columns and the rows are: [0] columns, [1] rows */
  const guint32 *columns;
  const guint32 *rows;
  guint32 n_columns;
  guint32 n_rows;
  guint32 n_blocks;
  guint32 tile; /* columns and rows of a tile: 1 << tile_shift */
  guint tile_shift;

  Row *masks;     /* by number of the token: its columns in the block at hand; zero otherwise */
  guint8 *carry;  /* by row: into the block at hand, then out of it */
  Row *tops;      /* by tile row and block: the row above the tile */
  guint8 *lefts;  /* by tile column and row: the carry into the tile */
  Row *tile_rows; /* by block in the tile and row: the tile that the path is in */
  guint32 tile_at[2];
} Table;

/* GCC 12 does not see the carry chain in plain C; with it a row takes two thirds of the time. */
static inline guint64
add_with_carry (guint64 a, guint64 b, guint8 *carry)
{
#ifdef __x86_64__
  unsigned long long sum;

  *carry = _addcarry_u64 (*carry, a, b, &sum);
  return sum;
#else
  guint64 sum = a + b, with_carry = sum + *carry;

  *carry = (sum < a) | (with_carry < sum);
  return with_carry;
#endif
}

/* Does @n rows of one block.  With @kept the rows are written there, one after the other. */
static inline void
do_rows (const guint32 *tokens, guint32 n, const Row *masks, guint8 *carries, Row *state, Row *kept)
{
  Row row = *state;

#pragma GCC unroll 4
  for (guint32 j = 0; j < n; j++)
    {
      const Row *mask = &masks[tokens[j]];
      guint8 carry = carries[j];

#pragma GCC unroll 4
      for (int word = 0; word < BLOCK_WORDS; word++)
        {
          guint64 hits = row.words[word] & mask->words[word];
          guint64 sum = add_with_carry (row.words[word], hits, &carry);

          row.words[word] = sum | (row.words[word] ^ hits);
        }
      carries[j] = carry;
      if (kept != NULL)
        kept[j] = row;
    }
  *state = row;
}

static void
set_masks (Table *table, guint32 block)
{
  guint32 from = block * BLOCK_COLUMNS, to = MIN (from + BLOCK_COLUMNS, table->n_columns);

  for (guint32 i = from; i < to; i++)
    table->masks[table->columns[i]].words[(i - from) / 64] |= G_GUINT64_CONSTANT (1) << (i & 63);
}

static void
clear_masks (Table *table, guint32 block)
{
  guint32 from = block * BLOCK_COLUMNS, to = MIN (from + BLOCK_COLUMNS, table->n_columns);

  for (guint32 i = from; i < to; i++)
    memset (&table->masks[table->columns[i]], 0, sizeof (Row));
}

/* Does one block from top to bottom, keeping its row at the top of every tile. */
static gboolean
do_block (Table *table, guint32 block)
{
  Row row;

  memset (&row, 0xff, sizeof row);
  set_masks (table, block);
  for (guint32 from = 0, tile_row = 0; from < table->n_rows; from += table->tile, tile_row++)
    {
      guint32 n = MIN (table->tile, table->n_rows - from);

      table->tops[(gsize)tile_row * table->n_blocks + block] = row;
      do_rows (table->rows + from, n, table->masks, table->carry + from, &row, NULL);
    }
  clear_masks (table, block);
  return vr_differ_spend (table->differ, 2 * (guint64)table->n_rows);
}

static gboolean
do_table (Table *table)
{
  guint32 blocks_per_tile = table->tile / BLOCK_COLUMNS;

  memset (table->carry, 0, table->n_rows);
  for (guint32 block = 0; block < table->n_blocks; block++)
    {
      if (block % blocks_per_tile == 0)
        memcpy (table->lefts + (gsize)(block / blocks_per_tile) * table->n_rows, table->carry,
                table->n_rows);
      if (!do_block (table, block))
        return FALSE;
    }
  return TRUE;
}

/* Does the tile that holds the cell (@column, @row) once more and keeps its rows. */
static void
open_tile (Table *table, guint32 column, guint32 row)
{
  guint32 tile_column = column / table->tile, tile_row = row / table->tile;
  guint32 blocks_per_tile = table->tile / BLOCK_COLUMNS, from = tile_row * table->tile;
  guint32 n = MIN (table->tile, table->n_rows - from);
  guint32 first = tile_column * blocks_per_tile;
  guint32 last = MIN (first + blocks_per_tile, table->n_blocks);

  memcpy (table->carry, table->lefts + (gsize)tile_column * table->n_rows + from, n);
  for (guint32 block = first; block < last; block++)
    {
      Row *kept = table->tile_rows + (gsize)(block - first) * (table->tile + 1);
      Row state = table->tops[(gsize)tile_row * table->n_blocks + block];

      kept[0] = state;
      set_masks (table, block);
      do_rows (table->rows + from, n, table->masks, table->carry, &state, kept + 1);
      clear_masks (table, block);
    }
  table->tile_at[0] = tile_column;
  table->tile_at[1] = tile_row;
}

/* Whether the value rises at @column in the row above @row, both within the open tile's borders. */
static inline gboolean
rises (const Table *table, guint32 column, guint32 row)
{
  guint32 in_tile = column - table->tile_at[0] * table->tile;
  const Row *rows = table->tile_rows + (gsize)(in_tile / BLOCK_COLUMNS) * (table->tile + 1);
  const guint64 *words = rows[row - table->tile_at[1] * table->tile].words;

  return !(words[in_tile % BLOCK_COLUMNS / 64] >> (in_tile & 63) & 1);
}

static void
mark (Table *table, int which, guint32 offset, guint32 n_left, gboolean wanted)
{
  VrSide side = table->side[which];

  if (wanted)
    table->differ->changed[side][table->differ->reduced[side].at[offset + n_left]] = TRUE;
}

/*
 * Walks from the end of the table back to its start.  Where the value does not rise at the column,
 * the column's token is left out; where it rose already in the row above, the row's is; else the
 * two are a pair.  Marks only what lies within the first @n_keep tokens of both sides.
 */
static void
walk_back (Table *table, VrBox *box, guint32 n_keep)
{
  guint32 n[2] = { table->n_columns, table->n_rows };
  guint32 from[2], end[2] = { n[0], n[1] };
  gboolean kept = FALSE;

  from[0] = table->side[0] == VR_SIDE_OLD ? box->old_from : box->new_from;
  from[1] = table->side[0] == VR_SIDE_OLD ? box->new_from : box->old_from;
  while (n[0] > 0 || n[1] > 0)
    {
      if (!kept && n[0] + n[1] <= n_keep)
        {
          kept = TRUE;
          end[0] = n[0];
          end[1] = n[1];
        }
      if (n[0] == 0)
        mark (table, 1, from[1], --n[1], kept);
      else if (n[1] == 0)
        mark (table, 0, from[0], --n[0], kept);
      else
        {
          if ((n[0] - 1) >> table->tile_shift != table->tile_at[0]
              || (n[1] - 1) >> table->tile_shift != table->tile_at[1])
            open_tile (table, n[0] - 1, n[1] - 1);
          if (!rises (table, n[0] - 1, n[1]))
            mark (table, 0, from[0], --n[0], kept);
          else if (rises (table, n[0] - 1, n[1] - 1))
            mark (table, 1, from[1], --n[1], kept);
          else
            n[0]--, n[1]--;
        }
    }
  if (table->side[0] == VR_SIDE_OLD)
    box->old_from += end[0], box->new_from += end[1];
  else
    box->old_from += end[1], box->new_from += end[0];
}

static guint
choose_tile_shift (guint64 n_cells)
{
  guint shift = MIN_TILE_SHIFT;

  while (shift < MAX_TILE_SHIFT && n_cells >> shift > BORDER_BYTES)
    shift++;
  return shift;
}

static void
reserve (VrDiffer *self, Table *table)
{
  gsize n_tile_columns = table->n_columns / table->tile + 1;
  gsize n_tile_rows = table->n_rows / table->tile + 1;
  guint32 n_tile_blocks = MIN (table->tile / BLOCK_COLUMNS, table->n_blocks);

  table->masks = vr_buffer_need_kept (&self->masks, self->n_numbers, sizeof (Row));
  table->carry = VR_BUFFER_NEED (&self->carry, guint8, table->n_rows);
  table->tops = VR_BUFFER_NEED (&self->tops, Row, n_tile_rows * table->n_blocks);
  table->lefts = VR_BUFFER_NEED (&self->lefts, guint8, n_tile_columns * table->n_rows);
  table->tile_rows =
      VR_BUFFER_NEED (&self->tile_rows, Row, (gsize)n_tile_blocks * (table->tile + 1));
}

/* Fewer blocks times rows is better: a short side in one block costs as much as 256 tokens. */
static guint64
count_block_rows (guint64 n_columns, guint64 n_rows)
{
  return (n_columns + BLOCK_COLUMNS - 1) / BLOCK_COLUMNS * n_rows;
}

guint64
vr_bit_lcs_predict (guint32 n_old, guint32 n_new)
{
  guint64 n_block_rows = MIN (count_block_rows (n_old, n_new), count_block_rows (n_new, n_old));

  return 256 + 6 * ((guint64)n_old + n_new) + 2 * n_block_rows;
}

guint64
vr_bit_lcs_predict_bytes (guint32 n_old, guint32 n_new)
{
  guint64 n_cells = (guint64)n_old * n_new;

  return (n_cells >> choose_tile_shift (n_cells)) * 9 / 8;
}

gboolean
vr_bit_lcs_run (VrDiffer *self, VrBox *box, guint32 n_keep)
{
  guint32 n_old = box->old_to - box->old_from, n_new = box->new_to - box->new_from;
  gboolean old_in_columns = count_block_rows (n_old, n_new) <= count_block_rows (n_new, n_old);
  Table table = { .differ = self, .tile_at = { G_MAXUINT32, G_MAXUINT32 } };
  const guint32 *old_ids = self->reduced[VR_SIDE_OLD].ids + box->old_from;
  const guint32 *new_ids = self->reduced[VR_SIDE_NEW].ids + box->new_from;

  table.side[0] = old_in_columns ? VR_SIDE_OLD : VR_SIDE_NEW;
  table.side[1] = old_in_columns ? VR_SIDE_NEW : VR_SIDE_OLD;
  table.columns = old_in_columns ? old_ids : new_ids;
  table.rows = old_in_columns ? new_ids : old_ids;
  table.n_columns = old_in_columns ? n_old : n_new;
  table.n_rows = old_in_columns ? n_new : n_old;
  table.n_blocks = (table.n_columns + BLOCK_COLUMNS - 1) / BLOCK_COLUMNS;
  table.tile_shift = choose_tile_shift ((guint64)n_old * n_new);
  table.tile = 1u << table.tile_shift;
  reserve (self, &table);
  if (!do_table (&table))
    return FALSE;
  walk_back (&table, box, n_keep);
  return TRUE;
}
