/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share: its parts, by the file that sees to them. */
#pragma once

#include "vr-archive-monitor.h"
#include "vr-drop-hint.h"
#include "vr-error-page.h"
#include "vr-fit-bin.h"
#include "vr-library-page.h"
#include "vr-notice.h"
#include "vr-paste-page.h"
#include "vr-preferences.h"
#include "vr-recents.h"
#include "vr-source-monitor.h"
#include "vr-start-page.h"
#include "vr-version-place.h"
#include "vr-window-document.h"
#include "vr-window.h"

G_BEGIN_DECLS

/** VrArrival: how a comparison comes: from its top, or in place of what stands. */
typedef enum
{
  VR_ARRIVAL_ANEW,
  VR_ARRIVAL_IN_PLACE,
} VrArrival;

/** VrLeave: what goes on when all that would be lost is asked for: the window closes, or the
 * program ends with every window. */
typedef enum
{
  VR_LEAVE_NOT,
  VR_LEAVE_CLOSE,
  VR_LEAVE_QUIT,
} VrLeave;

/** VrLoss: what would be lost if the window were closed. */
typedef enum
{
  VR_LOSS_NONE = 0,
  VR_LOSS_COMPARISON = 1 << 0,
  VR_LOSS_TEXTS = 1 << 1, /* on the page for texts */
} VrLoss;

/** The reader's steps; see vr-window-history.h. */
typedef struct _VrHistory VrHistory;

/** From version to version; see vr-window-walk.h. */
typedef struct _VrWalk VrWalk;

/** Reasons and decisions; see vr-window-overrides.h. */
typedef struct _VrExplainer VrExplainer;

/** What was done in the library; see vr-window-library-acts.h. */
typedef struct _VrLibraryActs VrLibraryActs;

struct _VrWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings; /* NULL where the schema is not installed */
  guint present_timeout;

  /* vr-window-task.c: what is compared. */
  VrCompareTask *task;    /* what is shown, or what failed */
  VrCompareTask *pending; /* under way */
  VrArrival arrival;      /* of what is under way */
  guint progress_timeout;
  const char *left_page; /* of the stack, when the page that waits was shown */

  /* Each in a file of its own. */
  VrKeeper *keeper;
  VrHistory *history;
  VrExplainer *explainer; /* made when reasons are first asked for */
  GCancellable *looking;  /* vr-window-files.c: into a file, for what it is */
  GFile *unopened;        /* (nullable): what the error that is shown is about, if it is no pair */
  VrView whole_view;      /* vr-window-views.c: the last one that left nothing out */

  /* vr-window-leave.c */
  VrLeave leave;       /* what the reader was about to do when asked */
  VrLoss may_lose;     /* what the reader does not want saved */
  VrLoss asked;        /* what was asked about last */
  GtkWindow *question; /* (nullable): weak; the dialog that asks */

  /* vr-window-preferences.c */
  VrPreferences *preferences;
  VrOptions preferred; /* what was preferred when last looked at */

  /* vr-window-session.c */
  VrSession *session;    /* (nullable): where the window is remembered */
  VrReadingPlace *place; /* (nullable): where the comparison under way is to be shown */

  /* vr-window-recents.c */
  VrRecents *recents; /* read when they are first asked for */
  char *recent_key;   /* of the one that was opened, if it was one */
  guint remember_idle;
  gboolean has_recents; /* on the start page */
  gboolean is_passing;  /* nothing shown is remembered */

  /* vr-window-reload.c */
  VrSourceMonitor *monitor;
  VrSourceMonitor *expected; /* of what is under way */

  /* vr-window-library.c */
  GCancellable *fetching;          /* (nullable): two versions */
  VrVersionPlace *fetched_place;   /* (nullable): where their comparison is to begin */
  VrVersionPlace *version_place;   /* (nullable): the same of the comparison under way */
  gboolean is_keeping;             /* what was shown when it began */
  const char *page_before_library; /* of the stack */
  VrArchiveMonitor *archive;       /* (nullable): since the library was shown */
  VrWalk *walk;                    /* (nullable): vr-window-walk.c */
  VrLibraryActs *library_acts;     /* (nullable): none yet */

  /* Pages and lines that are made when they are first shown. */
  VrStartPage *start_page;
  VrErrorPage *error_page;
  VrPastePage *paste_page;
  VrLibraryPage *library_page;
  VrNotice *notice;
  VrDropHint *drop_hint;

  /* vr-window-toast.c */
  GListModel *shown_toasts; /* (nullable): the children of their overlay */
  guint n_toasts;           /* shown or waiting to be */
  gint64 toast_shown_at;    /* when the last one came in, in monotonic time */
  AdwToast *plain_toast;    /* (nullable): one that takes nothing back, while it can be seen */

  /* Template widgets */
  GtkStack *title_stack;
  GtkLabel *title_label;
  GtkWidget *subtitle_box;
  GtkLabel *subtitle_label;
  GtkLabel *brief_label;
  GtkLabel *figures_label;
  GtkProgressBar *progress_bar;
  AdwToastOverlay *toasts;
  GtkWidget *back_button;
  GtkWidget *library_button;
  GtkWidget *open_button;
  GtkWidget *snapshot_button;
  GtkOverlay *overlay;
  GtkStack *stack;
  AdwFlap *flap;
  VrComparePage *compare_page;
  GtkWidget *view_switch;
  GtkWidget *sides_button;
  GtkWidget *find_button;
  GtkWidget *export_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
};

/* vr-window.c: pages and titles. */

/** Whether the page of that name is shown. */
gboolean vr_window_shows (VrWindow *self, const char *state);
/** Shows one of the pages that are there, by its name. */
void vr_window_show_page (VrWindow *self, const char *state);
/** Shows the start page, which is made where there was none; borrowed. */
VrStartPage *vr_window_show_start (VrWindow *self);
/** Shows the page of that name again, or the start page where there is nothing on it any more. */
void vr_window_return_to_page (VrWindow *self, const char *state);
/** Shows @error, which is about @file (nullable), in place of a comparison. */
void vr_window_show_error (VrWindow *self, const GError *error, GFile *file);
/** Tells the title anew. */
void vr_window_update_title (VrWindow *self);
/** Shows the window, if that was put off. */
void vr_window_present_now (VrWindow *self);

/* vr-window-actions.c */

/** Adds the window's actions; their keys are the application's. */
void vr_window_add_actions (VrWindow *self);
/** The one function that says which actions are enabled. */
void vr_window_update_actions (VrWindow *self);
/** Whether the action of that name is there to be used. */
void vr_window_set_enabled (VrWindow *self, const char *name, gboolean is_enabled);

/* vr-window-task.c: comparisons under way. */

/** Whether a comparison is under way. */
gboolean vr_window_is_busy (VrWindow *self);
/** The header says in words that a comparison is under way where no page does and there is room. */
void vr_window_update_progress (VrWindow *self);
/** Gives up the comparison under way; what was shown before stays. */
void vr_window_cancel (VrWindow *self);
/** Gives up what is under way, without a word. */
void vr_window_drop_pending (VrWindow *self);
/** (nullable): what was compared last, whichever page is shown; NULL where that failed; borrowed.
 */
VrComparison *vr_window_get_comparison (VrWindow *self);
/** What the sources of @document were read as, where they are shown and would be read alike: by
 * side, borrowed, else NULL. */
void vr_window_find_known (VrWindow *self, VrDocument *document, VrArticle *known[VR_N_SIDES]);
/** As vr_window_replace_document(), but the reader stays on the page where they are. */
void vr_window_refresh_document (VrWindow *self, VrDocument *document);
/** Whether what is under way is about other texts than those that are shown. */
gboolean vr_window_is_leaving (VrWindow *self);
/** What the reader's next step is made of, borrowed: what is shown, or their step under way; what
 * else is under way is given up for it. */
VrDocument *vr_window_begin_step (VrWindow *self);

/* vr-window-toast.c */

/** Takes back what was done. */
typedef void (*VrUndo) (VrWindow *self, gpointer data);

/** Says in a toast what was done, in place of the one that said something before. */
void vr_window_tell (VrWindow *self, const char *sentence);

/**
 * Says what was done, with a button that takes it back.
 *
 * @before: (nullable): the toast whose place it takes
 * @undo: called at most once, with @self, where the reader says so
 * @data: (transfer full) (nullable): for @undo; freed by @free_data (nullable) either way
 *
 * Returns: (transfer none): the toast, which goes away by itself; @before, if that came so lately
 *   that it can say this instead
 */
AdwToast *vr_window_tell_undo (VrWindow *self, AdwToast *before, const char *sentence, VrUndo undo,
                               gpointer data, GDestroyNotify free_data);

/** Says what was done with @file, with a button that opens it. */
void vr_window_tell_file (VrWindow *self, const char *sentence, GFile *file);

/* vr-window-views.c: what a comparison shows. */

/** Adds the actions that choose it, in the state in which they were left the last time. */
void vr_window_add_view_actions (VrWindow *self);
/** The view's buttons say what is seen: one column, where there is no room for two. */
void vr_window_update_view (VrWindow *self);

/* vr-window-files.c: one file waits for the second, two are compared. */

/** @self, or a new window where something in @self is in no file yet; borrowed. */
VrWindow *vr_window_find_free (VrWindow *self);
/** As vr_window_open_file(), for a file that was chosen for one place of the start page. */
void vr_window_open_file_at (VrWindow *self, GFile *file, VrSide side);
/** Shows @error about @file, which was to be opened alone and can be tried again. */
void vr_window_show_unopened (VrWindow *self, GFile *file, const GError *error);
/** Whether such an error is shown. */
gboolean vr_window_is_about_unopened (VrWindow *self);
/** Tries to open that file again.  Returns: whether there is any. */
gboolean vr_window_open_unopened (VrWindow *self);
/** Gives up looking into a file that was opened, and forgets the one that could not be. */
void vr_window_stop_looking (VrWindow *self);

/* vr-window-reload.c: what is on disk, and what is shown of it. */

void vr_window_add_reload_actions (VrWindow *self);
/** Looks at the files of what is under way, which are read now. */
void vr_window_expect_sources (VrWindow *self);
/** Watches the files of what is shown now, and says what became of them since they were read. */
void vr_window_watch_sources (VrWindow *self);
/** Watches none. */
void vr_window_forget_sources (VrWindow *self);
/** Says why what @task was to compare does not take the place of what stands. */
void vr_window_tell_failure (VrWindow *self, VrCompareTask *task);
/** The line under the header; borrowed. */
VrNotice *vr_window_get_notice (VrWindow *self);

/* vr-window-recents.c: what was shown lately. */

void vr_window_add_recents_actions (VrWindow *self);
/** Keeps what is shown now among them, once there is time. */
void vr_window_remember_soon (VrWindow *self);
void vr_window_refresh_recents (VrWindow *self);
/** Whether any are shown. */
gboolean vr_window_has_recents (VrWindow *self);
void vr_window_dispose_recents (VrWindow *self);

/* vr-window-paste.c: texts that are in no file. */

void vr_window_add_paste_actions (VrWindow *self);
gboolean vr_window_can_compare_texts (VrWindow *self);
gboolean vr_window_can_edit_texts (VrWindow *self);
gboolean vr_window_can_go_back (VrWindow *self);
/** Whether texts were typed or pasted there that stand nowhere else. */
gboolean vr_window_holds_texts (VrWindow *self);
/** @document is shown or saved now, and so are the texts that it shares with the page. */
void vr_window_note_kept_texts (VrWindow *self, VrDocument *document);
/** Shows the page for texts; @text (nullable) goes where there is none yet. */
void vr_window_show_paste (VrWindow *self, const char *text);

/* vr-window-address.c: web pages. */

void vr_window_add_address_actions (VrWindow *self);
/** vr_window_describe_wait: says which web pages @task fetches, which may be long on their way, and
 * offers to give them up. */
void vr_window_describe_wait (AdwStatusPage *page, VrCompareTask *task);

/* vr-window-drop.c: what is dropped anywhere. */

void vr_window_accept_drops (VrWindow *self);

/* vr-window-preferences.c: what the reader prefers. */

/** Adds keys for the size of the text beside those that the application lists. */
void vr_window_class_add_text_keys (GtkWidgetClass *widget_class);
/** Follows what the reader prefers, from now on. */
void vr_window_watch_preferences (VrWindow *self);
/** Compares again as is preferred by now, where that had to wait for what was under way. */
void vr_window_follow_preferences (VrWindow *self);
/** Puts the row of buttons for the size of the text into the menu, which is there by now. */
void vr_window_add_text_size_row (VrWindow *self);

/* vr-window-leave.c: asking before anything is lost. */

/**
 * Asks whether to save what would be lost.
 *
 * Returns: whether it must not go now; where the reader says so, @leave goes on by itself later
 */
gboolean vr_window_asks (VrWindow *self, VrLeave leave);
/** The reader does not leave after all; where they were about to quit, no window closes. */
void vr_window_stay (VrWindow *self);
/** Does what was held up by a question or by saving; nothing where nothing was. */
void vr_window_go_on_leaving (VrWindow *self);

/* vr-window-session.c: what is opened again by the next start. */

/** What was compared is remembered, or no longer, whichever holds now. */
void vr_window_remember (VrWindow *self);
/** The window closes: the session keeps it where the program ends with it. */
void vr_window_leave_session (VrWindow *self);
/** Goes to where the comparison that was just shown is to be read on; from the top without. */
void vr_window_return_to_place (VrWindow *self);

G_END_DECLS
