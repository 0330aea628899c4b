/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people count them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_days_between: how many midnights lie between @then and @now, each in its zone; negative where
 * @then is later. */
int vr_days_between (GDateTime *then, GDateTime *now);

G_END_DECLS
