/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans and files that the display tests show. */
#pragma once

#include "vr-pair-plan.h"

/* Paragraph @i of an article of our own; no two are alike. */
char *fixture_paragraph (guint i) G_GNUC_WARN_UNUSED_RESULT;

/* A pair with an edited, a moved, an added, a removed and many same paragraphs. */
void fixture_pair (guint n, char **old_text, char **new_text);

/* Compares two texts, one paragraph a line. */
VrPairPlan *fixture_plan (const char *old_text, const char *new_text) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a file into a folder of the test's own, which fixture_clean() removes. */
char *fixture_write (const char *name, const char *text, gssize n_bytes) G_GNUC_WARN_UNUSED_RESULT;
void fixture_clean (void);

/* The first position whose row is of @kind, a reference or not. */
guint fixture_find (const VrPairPlan *plan, VrRowKind kind, gboolean is_reference);
