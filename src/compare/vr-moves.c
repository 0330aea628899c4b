/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows moved: those outside the heaviest increasing run of pairs. */
#include "vr-engine.h"
#include "vr-hash.h"

/* Of either end of a paragraph. */
#define HASHED_BYTES 64

/* A weight that adds up: words first; where those tie, a hash of the texts decides, so that the
 * choice falls by content and never by side or position. */
typedef struct
{
  guint64 words;
  guint64 hash;
} Weight;

typedef struct
{
  guint32 draft;
  guint32 at[VR_N_SIDES]; /* the paragraph that stands for the row on either side */
  Weight weight;
} Element;

static inline gboolean
is_heavier (Weight a, Weight b)
{
  return a.words > b.words || (a.words == b.words && a.hash > b.hash);
}

static guint32
n_tokens_of (const VrEngine *engine, guint side, guint32 paragraph)
{
  return vr_engine_end_token (engine, side, paragraph)
         - vr_engine_first_token (engine, side, paragraph);
}

/* Of the text's length and both its ends, which is enough to decide a tie by; sums of it do not
 * hang on the order of sides. */
static guint64
hash_paragraph (const VrEngine *engine, guint side, guint32 paragraph)
{
  VrSlice this = vr_engine_get_text (engine, side, paragraph);
  guint32 n = MIN (this.n_bytes, HASHED_BYTES);
  guint64 hash = vr_hash_bytes (this.n_bytes, this.text, n);

  return vr_hash_bytes (hash, this.text + this.n_bytes - n, n) & G_MAXUINT32;
}

/* A row stands where its longest paragraph stands. */
static Element
make_element (const VrEngine *engine, const VrDrafts *drafts, guint32 index)
{
  const VrDraft *draft = &drafts->rows[index];
  Element element = { .draft = index };

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const guint32 *members = drafts->members[side] + draft->first[side];
      guint32 best = 0;

      for (guint32 i = 0; i < draft->n[side]; i++)
        {
          guint32 n = n_tokens_of (engine, side, members[i]);

          element.weight.words += n;
          if (i == 0 || n > best)
            {
              best = n;
              element.at[side] = members[i];
            }
        }
      /* A paragraph of no words still has a place to keep. */
      element.weight.words++;
    }

  return element;
}

static int
compare_elements (gconstpointer a, gconstpointer b)
{
  guint32 at_a = ((const Element *)a)->at[0], at_b = ((const Element *)b)->at[0];

  return at_a < at_b ? -1 : at_a > at_b;
}

static Element *
collect_elements (const VrEngine *engine, const VrDrafts *drafts, guint32 *n_elements,
                  gboolean *in_order)
{
  Element *elements = g_new (Element, MAX (drafts->n_rows, 1));
  guint32 n = 0;
  gboolean sorted = TRUE;

  *in_order = TRUE;
  for (guint32 i = 0; i < drafts->n_rows; i++)
    if (drafts->rows[i].n[0] > 0 && drafts->rows[i].n[1] > 0)
      {
        elements[n] = make_element (engine, drafts, i);
        sorted = sorted && (n == 0 || elements[n - 1].at[0] < elements[n].at[0]);
        n++;
      }
  if (!sorted)
    qsort (elements, n, sizeof *elements, compare_elements);
  for (guint32 i = 1; i < n; i++)
    *in_order = *in_order && elements[i - 1].at[1] < elements[i].at[1];

  *n_elements = n;
  return elements;
}

/* Heaviest increasing subsequence by a Fenwick tree of prefix maxima (Fredman 1975 for the
 * unweighted case; Jacobson and Vo 1992 for weights).  O(n log n). */
static void
keep_heaviest_run (VrDrafts *drafts, const Element *elements, guint32 n, guint32 n_positions)
{
  g_autofree Weight *tree = g_new0 (Weight, n_positions + 1);
  g_autofree guint32 *tree_element = g_new (guint32, n_positions + 1);
  g_autofree guint32 *previous = g_new (guint32, n);
  Weight best = { 0, 0 };
  guint32 last = G_MAXUINT32;

  for (guint32 i = 0; i < n; i++)
    {
      Weight weight = { 0, 0 };

      previous[i] = G_MAXUINT32;
      for (guint32 p = elements[i].at[1]; p > 0; p -= p & -p)
        if (is_heavier (tree[p], weight))
          {
            weight = tree[p];
            previous[i] = tree_element[p];
          }
      weight.words += elements[i].weight.words;
      weight.hash += elements[i].weight.hash;
      for (guint32 p = elements[i].at[1] + 1; p <= n_positions; p += p & -p)
        if (is_heavier (weight, tree[p]))
          {
            tree[p] = weight;
            tree_element[p] = i;
          }
      if (is_heavier (weight, best))
        {
          best = weight;
          last = i;
        }
    }

  for (guint32 i = 0; i < n; i++)
    drafts->rows[elements[i].draft].moved = TRUE;
  for (guint32 i = last; i != G_MAXUINT32; i = previous[i])
    drafts->rows[elements[i].draft].moved = FALSE;
}

void
vr_drafts_find_moved (VrDrafts *drafts, const VrEngine *engine)
{
  guint32 n;
  gboolean in_order;
  g_autofree Element *elements = collect_elements (engine, drafts, &n, &in_order);

  if (in_order)
    return;

  for (guint32 i = 0; i < n; i++)
    elements[i].weight.hash = hash_paragraph (engine, 0, elements[i].at[0])
                              + hash_paragraph (engine, 1, elements[i].at[1]);
  keep_heaviest_run (drafts, elements, n, engine->n_paragraphs[1]);

  for (guint32 i = 0; i < n; i++)
    {
      VrDraft *draft = &drafts->rows[elements[i].draft];

      if (draft->moved && draft->kind == VR_ROW_SAME)
        draft->kind = VR_ROW_MOVED;
      else if (draft->moved && draft->kind == VR_ROW_EDITED)
        draft->kind = VR_ROW_MOVED_EDITED;
    }
}
