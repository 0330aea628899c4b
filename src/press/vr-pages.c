/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as pages: one drawing for files and for printers. */
#include "vr-pages.h"

#include "vr-page-block.h"
#include "vr-page-history.h"
#include "vr-report-shown.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* In points. */
#define HEADER_HEIGHT 22
#define FOOTER_HEIGHT 20
#define SIDES_GUTTER 34 /* between columns, for the sign */
#define INLINE_GUTTER 26
#define LEAST_COLUMN 60
#define CUT_HEIGHT 40 /* for the sentence that a picture which is cut ends with */

#define HEADER_FONT "sans 8"

/* Lines @first up to @end of block @block. */
typedef struct
{
  guint32 block;
  guint32 first;
  guint32 end;
  float y;
} Fragment;

struct _VrPages
{
  VrComparison *comparison;
  VrReportOptions options;
  VrPageSetting setting;
  double width;
  double height;
  gboolean is_picture;

  GArray *specs;     /* VrPageBlockSpec */
  GArray *fragments; /* Fragment */
  GArray *starts;    /* guint32, by page: its first fragment */
  GArray *markers;   /* VrPageMarker */

  /* Until all is laid out: where the next line goes. */
  double y;
  gboolean is_fresh; /* nothing on the page yet */
  gboolean is_full;  /* a picture */

  VrPageBlock *drawn; /* the last one, which the next page may go on with */
  guint32 drawn_index;
};

static double
get_top (const VrPages *self)
{
  return VR_PAGES_MARGIN + (self->is_picture ? 0 : HEADER_HEIGHT);
}

static double
get_bottom (const VrPages *self)
{
  return self->height - VR_PAGES_MARGIN - (self->is_picture ? CUT_HEIGHT : FOOTER_HEIGHT);
}

static void
set_geometry (VrPages *self)
{
  VrPageSetting *setting = &self->setting;
  double width = self->width - 2 * VR_PAGES_MARGIN;

  setting->width = width;
  if (self->options.layout == VR_REPORT_SIDES)
    {
      setting->column_width = MAX ((width - SIDES_GUTTER) / 2, LEAST_COLUMN);
      setting->column_x[VR_SIDE_OLD] = 0;
      setting->column_x[VR_SIDE_NEW] = setting->column_width + SIDES_GUTTER;
      setting->sign_x = setting->column_width + SIDES_GUTTER / 2.0;
      return;
    }
  setting->column_width = MAX (width - INLINE_GUTTER, LEAST_COLUMN);
  setting->column_x[VR_SIDE_OLD] = setting->column_x[VR_SIDE_NEW] = INLINE_GUTTER;
  setting->sign_x = INLINE_GUTTER / 2.0 - 4;
}

static VrPages *
new_empty (const VrComparison *comparison, const VrReportOptions *options, double width,
           double height, gboolean is_picture)
{
  VrPages *self = g_new0 (VrPages, 1);

  if (comparison != NULL)
    self->comparison = vr_comparison_ref ((VrComparison *)comparison);
  self->options = *options;
  if (options->cancellable != NULL)
    g_object_ref (options->cancellable);
  self->width = width;
  self->height = height;
  self->is_picture = is_picture;
  self->specs = g_array_new (FALSE, FALSE, sizeof (VrPageBlockSpec));
  self->fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->markers = g_array_new (FALSE, FALSE, sizeof (VrPageMarker));
  self->setting.comparison = self->comparison;
  self->setting.options = &self->options;
  self->setting.context = vr_page_block_new_context ();
  if (comparison != NULL)
    self->setting.notes = vr_report_info_sort_notes (options->info, comparison);
  set_geometry (self);

  return self;
}

void
vr_pages_free (VrPages *self)
{
  g_clear_pointer (&self->drawn, vr_page_block_free);
  g_array_unref (self->specs);
  g_array_unref (self->fragments);
  g_array_unref (self->starts);
  g_array_unref (self->markers);
  g_clear_pointer (&self->setting.notes, g_hash_table_unref);
  g_object_unref (self->setting.context);
  g_clear_object (&self->options.cancellable);
  g_clear_pointer (&self->comparison, vr_comparison_unref);
  g_free (self);
}

static void
begin_page (VrPages *self)
{
  g_array_append_val (self->starts, self->fragments->len);
  self->y = get_top (self);
  self->is_fresh = TRUE;
}

/* How many lines from @first on fit on the page, and where they end.  Lines that belong together
 * are parted only where a whole page has no room for them. */
static guint
fill_page (const VrPages *self, const VrPageBlock *block, guint first, double *end_y)
{
  guint n = vr_page_block_get_n_lines (block), end = first;
  double y = self->y;

  for (guint i = first; i < n; i++)
    {
      y += i == first && self->is_fresh ? 0 : vr_page_block_get_gap (block, i);
      y += vr_page_block_get_height (block, i);
      if (y > get_bottom (self) && !(self->is_fresh && i == first))
        return end > first || !self->is_fresh ? end : i;
      if (i + 1 == n || vr_page_block_may_break (block, i + 1))
        {
          end = i + 1;
          *end_y = y;
        }
    }

  return end;
}

static void
add_marker (VrPages *self, VrPageBlockSpec spec, double y)
{
  VrPageMarker marker = { .row = spec.number, .page = self->starts->len - 1, .y = (float)y };

  if (spec.kind == VR_PAGE_BLOCK_STEP
      || (spec.kind == VR_PAGE_BLOCK_ROW
          && vr_comparison_is_change (self->comparison, spec.number)))
    g_array_append_val (self->markers, marker);
}

static void
place_lines (VrPages *self, const VrPageBlock *block, guint first, guint end, double end_y)
{
  VrPageBlockSpec spec = g_array_index (self->specs, VrPageBlockSpec, self->specs->len - 1);
  Fragment fragment = { self->specs->len - 1, first, end, (float)self->y };

  fragment.y += self->is_fresh ? 0 : (float)vr_page_block_get_gap (block, first);
  if (first == 0)
    add_marker (self, spec, (double)fragment.y);
  g_array_append_val (self->fragments, fragment);
  self->y = end_y;
  self->is_fresh = FALSE;
}

/* Puts a block behind those that are there; FALSE when cancelled. */
static gboolean
add_spec (VrPages *self, VrPageBlockSpec spec)
{
  g_autoptr (VrPageBlock) block = vr_page_block_new (&self->setting, spec);
  guint n, line = 0;

  if (block == NULL)
    return FALSE;
  g_array_append_val (self->specs, spec);
  n = vr_page_block_get_n_lines (block);
  while (line < n && !self->is_full)
    {
      double end_y = get_bottom (self);
      guint end = fill_page (self, block, line, &end_y);

      if (end > line)
        place_lines (self, block, line, end, end_y);
      line = end;
      self->is_full = self->is_picture && line < n;
      if (line < n && !self->is_picture)
        begin_page (self);
    }

  return TRUE;
}

static gboolean
add_block (VrPages *self, VrPageBlockKind kind, guint32 number)
{
  return add_spec (self, (VrPageBlockSpec){ .kind = kind, .number = number });
}

/* Where one row alone was asked for, nobody asks what is around it. */
static gboolean
add_skipped (VrPages *self, VrSkipped skipped)
{
  VrPageBlockSpec spec = { VR_PAGE_BLOCK_SKIPPED, skipped.n_same, skipped.n_furniture };

  return self->options.row != NULL || vr_skipped_is_empty (skipped) || add_spec (self, spec);
}

static gboolean
add_place (VrPages *self, VrPlace place, VrSkipped skipped)
{
  VrPageBlockKind kind = place.is_reference ? VR_PAGE_BLOCK_REFERENCE : VR_PAGE_BLOCK_ROW;

  if (!add_skipped (self, skipped))
    return FALSE;

  return self->is_full || add_block (self, kind, place.row);
}

/* How many paragraphs a picture has no room for: the rest of the walk, and what began only. */
static void
end_picture (VrPages *self, VrReportWalk *walk)
{
  VrPlace place;
  VrSkipped skipped;
  guint n_left = 1;

  if (self->is_full)
    {
      while (vr_report_walk_next (walk, &place, &skipped))
        n_left += !place.is_reference;
      self->is_picture = self->is_full = FALSE;
      add_block (self, VR_PAGE_BLOCK_CUT, n_left);
      self->is_picture = TRUE;
    }
  self->height = self->y + VR_PAGES_MARGIN;
}

static gboolean
add_blocks (VrPages *self)
{
  VrPageBlockKind front = self->options.row != NULL ? VR_PAGE_BLOCK_CAPTION : VR_PAGE_BLOCK_FRONT;
  g_auto (VrReportWalk) walk;
  VrPlace place;
  VrSkipped skipped;

  begin_page (self);
  vr_report_walk_init (&walk, self->comparison, &self->options);
  if (!add_block (self, front, 0))
    return FALSE;
  while (!self->is_full && vr_report_walk_next (&walk, &place, &skipped))
    {
      if (g_cancellable_is_cancelled (self->options.cancellable)
          || !add_place (self, place, skipped))
        return FALSE;
      vr_progress_tell (self->options.progress, walk.next, walk.n_places);
    }
  if (!self->is_full && !add_skipped (self, skipped))
    return FALSE;
  if (self->is_picture)
    end_picture (self, &walk);

  return TRUE;
}

static VrPages *
make (const VrComparison *comparison, const VrReportOptions *options, double width, double height,
      gboolean is_picture)
{
  VrPages *self = new_empty (comparison, options, width, height, is_picture);

  if (!add_blocks (self))
    {
      vr_pages_free (self);
      return NULL;
    }
  self->options.progress = NULL;
  self->options.row = NULL;

  return self;
}

VrPages *
vr_pages_new (const VrComparison *comparison, const VrReportOptions *options, double width_pt,
              double height_pt)
{
  return make (comparison, options, width_pt, height_pt, FALSE);
}

VrPages *
vr_pages_new_picture (const VrComparison *comparison, const VrReportOptions *options,
                      double width_pt, double max_height_pt)
{
  return make (comparison, options, width_pt, max_height_pt, TRUE);
}

static gboolean
add_history (VrPages *self, const VrProgress *progress)
{
  guint n = self->setting.history->steps->len;

  begin_page (self);
  if (!add_block (self, VR_PAGE_BLOCK_HISTORY, 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_is_cancelled (self->options.cancellable)
          || !add_block (self, VR_PAGE_BLOCK_STEP, i))
        return FALSE;
      vr_progress_tell (progress, i, n);
    }

  return TRUE;
}

VrPages *
vr_pages_new_history (const VrReportHistory *history, const VrProgress *progress,
                      GCancellable *cancellable, double width_pt, double height_pt)
{
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  VrPages *self;

  options.layout = VR_REPORT_INLINE;
  options.cancellable = cancellable;
  self = new_empty (NULL, &options, width_pt, height_pt, FALSE);
  self->setting.history = history;
  if (!add_history (self, progress))
    {
      vr_pages_free (self);
      return NULL;
    }
  self->options.progress = NULL;

  return self;
}

guint
vr_pages_get_n (const VrPages *self)
{
  return self->starts->len;
}

double
vr_pages_get_height (const VrPages *self)
{
  return self->height;
}

const GArray *
vr_pages_peek_markers (const VrPages *self)
{
  return self->markers;
}

/* One line at most @width wide; @align as Pango has it. */
static void
draw_words (const VrPages *self, cairo_t *cr, const char *words, double x, double y, double width,
            PangoAlignment align)
{
  PangoLayout *layout = pango_layout_new (self->setting.context);
  PangoFontDescription *font = pango_font_description_from_string (HEADER_FONT);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, words, -1);
  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, align);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

/* What stands above every page, on its left and on its right. */
static char *
dup_heading (const VrPages *self, VrSide side)
{
  const VrReportInfo *info = self->options.info;
  g_autofree char *name = NULL;
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;
  GString *shown = g_string_new (NULL);

  if (self->setting.history != NULL)
    words = vr_page_history_dup_heading (self->setting.history, side);
  else
    {
      name = vr_report_dup_witness_name (info, self->comparison, side);
      time = vr_report_dup_shown_time (info != NULL ? info->witnesses[side].time : NULL);
      words = g_strdup_printf (side == VR_SIDE_OLD ? _ ("Old: %s") : _ ("New: %s"), name);
    }
  vr_report_append_shown (shown, words, strlen (words));
  if (time != NULL)
    g_string_append (shown, " · ");
  if (time != NULL)
    vr_report_append_shown (shown, time, strlen (time));

  return g_string_free (shown, FALSE);
}

static void
draw_header (VrPages *self, cairo_t *cr)
{
  double half = (self->setting.width - SIDES_GUTTER) / 2;

  vr_ink_use (VR_INK_DIM, cr);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autofree char *words = dup_heading (self, (VrSide)side);

      draw_words (self, cr, words, side * (half + SIDES_GUTTER), VR_PAGES_MARGIN, half,
                  PANGO_ALIGN_LEFT);
    }
  vr_ink_use (VR_INK_LINE, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, VR_PAGES_MARGIN + 13);
  cairo_line_to (cr, self->setting.width, VR_PAGES_MARGIN + 13);
  cairo_stroke (cr);
}

static void
draw_footer (VrPages *self, guint page, cairo_t *cr)
{
  /* Translators: a page's number, and how many pages there are. */
  g_autofree char *words = g_strdup_printf (_ ("%u of %u"), page + 1, vr_pages_get_n (self));

  vr_ink_use (VR_INK_DIM, cr);
  draw_words (self, cr, words, 0, self->height - VR_PAGES_MARGIN - 10, self->setting.width,
              PANGO_ALIGN_CENTER);
}

static void
draw_fragment (VrPages *self, const Fragment *fragment, cairo_t *cr)
{
  if (self->drawn == NULL || self->drawn_index != fragment->block)
    {
      g_clear_pointer (&self->drawn, vr_page_block_free);
      self->drawn = vr_page_block_new (
          &self->setting, g_array_index (self->specs, VrPageBlockSpec, fragment->block));
      self->drawn_index = fragment->block;
    }
  /* Cancelled, so nobody will look at it. */
  if (self->drawn != NULL)
    vr_page_block_draw (self->drawn, fragment->first, fragment->end, cr, (double)fragment->y);
}

void
vr_pages_draw (VrPages *self, guint page, cairo_t *cr)
{
  guint end;

  g_return_if_fail (page < vr_pages_get_n (self));

  end = page + 1 < self->starts->len ? g_array_index (self->starts, guint32, page + 1)
                                     : self->fragments->len;
  cairo_save (cr);
  cairo_translate (cr, VR_PAGES_MARGIN, 0);
  if (!self->is_picture)
    draw_header (self, cr);
  for (guint i = g_array_index (self->starts, guint32, page); i < end; i++)
    draw_fragment (self, &g_array_index (self->fragments, Fragment, i), cr);
  if (!self->is_picture)
    draw_footer (self, page, cr);
  cairo_restore (cr);
}
