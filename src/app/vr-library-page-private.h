/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the library page share. */
#pragma once

#include "vr-library-model.h"
#include "vr-library-page.h"
#include "vr-list-grower.h"
#include "vr-variant-side.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _VrLibraryPage
{
  VrComparer parent_instance;

  GCancellable *reading; /* (nullable) */
  guint loading_timeout;
  VrLibraryModel *model;
  VrListGrower *grower;
  GtkSingleSelection *selection;
  gboolean is_listing;      /* the list is another; nobody selects anything */
  gboolean is_entered;      /* Enter waits for the names to be searched */
  gboolean takes_focus;     /* once it is read */
  VrTimelineView *timeline; /* of the other side */

  /* Template widgets */
  GtkStack *stack;
  AdwStatusPage *error_page;
  AdwStatusPage *empty_page;
  GtkWidget *keep_button;
  GtkWidget *trash_button;
  GtkWidget *open_button;
  AdwLeaflet *leaflet;
  GtkWidget *stories_side;
  GtkEditable *search_entry;
  GtkMenuButton *library_menu_button;
  GtkStack *stories_stack;
  GtkListView *list_view;
  GtkWidget *phrase_button;
  VrVariantSide *side;
};

/* vr-library-page.c */

/** Selects what is shown, where it is listed. */
void vr_library_page_select_shown (VrLibraryPage *self);
/** Where there is room for one side only, goes to the other one. */
void vr_library_page_go_deep (VrLibraryPage *self);

/* vr-library-page-search.c: the entry above the stories. */

/** What it does for the widget class. */
void vr_library_page_class_init_search (GtkWidgetClass *widget_class);
/** Whether the keyboard is where words stand that are looked for. */
gboolean vr_library_page_is_searching (VrLibraryPage *self);

G_END_DECLS
