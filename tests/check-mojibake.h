/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every repair of mojibake must hold to. */
#pragma once

#include "vr-mojibake.h"

/* Repairs @text, valid UTF-8, and checks all that holds for any text: the runs are in order and
   join up, put back they give the source, nothing is left for a second repair.  Returns the text
   after it, and in *@repairs (optional) the runs, or NULL. */
char *check_repair (const char *text, gsize n_bytes, GArray **repairs);
