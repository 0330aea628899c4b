/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans and files that the display tests show. */
#pragma once

#include "vr-document.h"
#include "vr-pair-plan.h"

/* Paragraph @i of an article of our own; no two are alike. */
char *fixture_paragraph (guint i) G_GNUC_WARN_UNUSED_RESULT;

/* A pair with an edited, a moved, an added, a removed and many same paragraphs. */
void fixture_pair (guint n, char **old_text, char **new_text);

/* Compares two texts, one paragraph a line. */
VrPairPlan *fixture_plan (const char *old_text, const char *new_text) G_GNUC_WARN_UNUSED_RESULT;

/* Two texts that are in no file. */
VrDocument *fixture_pasted (const char *old_text, const char *new_text) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a file into a folder of the test's own, which fixture_clean() removes. */
char *fixture_write (const char *name, const char *text, gssize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void fixture_clean (void);

/* The first position whose row is of @kind, a reference or not. */
guint fixture_find (const VrPairPlan *plan, VrRowKind kind, gboolean is_reference);

/* Runs the main loop; with fixture_wait_until() until it is so, which must be soon. */
void fixture_wait_ms (guint milliseconds);
#define FIXTURE_WAIT_SECONDS 20
#define fixture_wait_until(condition)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 fixture_deadline = g_get_monotonic_time () + FIXTURE_WAIT_SECONDS * G_USEC_PER_SEC;     \
    while (!(condition))                                                                           \
      {                                                                                            \
        g_assert_cmpint (g_get_monotonic_time (), <, fixture_deadline);                            \
        fixture_wait_ms (5);                                                                       \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END
