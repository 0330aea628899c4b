/* SPDX-License-Identifier: GPL-3.0-or-later */
/* C1 control characters, which no text has: bytes of windows-1252, or of MacRoman, kept as numbers.
 */
#include "vr-mojibake-private.h"

#include <string.h>

/* What windows-1252 has from 80 to 9F; 0 where it has nothing. */
static const guint16 windows[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178
};

/* And MacRoman: letters, so that its text tells itself by controls within words. */
static const guint16 macintosh[32] = { 0xC4, 0xC5, 0xC7, 0xC9, 0xD1, 0xD6, 0xDC, 0xE1,
                                       0xE0, 0xE2, 0xE4, 0xE3, 0xE5, 0xE7, 0xE9, 0xE8,
                                       0xEA, 0xEB, 0xED, 0xEC, 0xEE, 0xEF, 0xF1, 0xF3,
                                       0xF2, 0xF4, 0xF6, 0xF5, 0xFA, 0xF9, 0xFB, 0xFC };

static guint32
read_control (guint32 c, const guint16 *table)
{
  return c >= 0x80 && c < 0xA0 && table[c - 0x80] != 0 ? table[c - 0x80] : c;
}

/* How odd the line is where its controls are those of @table. */
static guint
weigh (const GArray *cells, const guint16 *table)
{
  g_autoptr (GArray) chars = g_array_sized_new (FALSE, FALSE, sizeof (guint32), cells->len);

  for (guint i = 0; i < cells->len; i++)
    {
      guint32 c = read_control (g_array_index (cells, VrCell, i).c, table);

      g_array_append_val (chars, c);
    }
  return vr_oddness ((guint32 *)(gpointer)chars->data, chars->len);
}

static gboolean
is_letter_at (const GArray *cells, guint at)
{
  return at < cells->len && g_unichar_isalpha (g_array_index (cells, VrCell, at).c);
}

/* Whether windows-1252 would have a sign within a word, but for an apostrophe. */
static gboolean
has_sign_inside (const GArray *cells)
{
  for (guint i = 1; i < cells->len; i++)
    {
      guint32 old = g_array_index (cells, VrCell, i).c;
      guint32 c = read_control (old, windows);

      if (c != old && c != 0x2019 && !g_unichar_isalpha (c) && is_letter_at (cells, i - 1)
          && is_letter_at (cells, i + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_controls (const GArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      guint32 c = g_array_index (cells, VrCell, i).c;

      if (c >= 0x80 && c < 0xA0)
        return TRUE;
    }
  return FALSE;
}

gboolean
vr_cells_repair_controls (GArray *cells)
{
  const guint16 *table = windows;
  const char *name = "C1 (windows-1252)";
  gboolean is_changed = FALSE;

  if (!has_controls (cells))
    return FALSE;
  if (has_sign_inside (cells) && weigh (cells, macintosh) <= weigh (cells, windows))
    {
      table = macintosh;
      name = "C1 (macintosh)";
    }
  for (guint i = 0; i < cells->len; i++)
    {
      VrCell *cell = &g_array_index (cells, VrCell, i);
      guint32 c = read_control (cell->c, table);

      if (c == cell->c)
        continue;
      cell->c = c;
      cell->codec = vr_codec_add_layer (name, cell->codec);
      is_changed = TRUE;
    }
  return is_changed;
}
