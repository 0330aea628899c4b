/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the core. */
#include "vr-error.h"

G_DEFINE_QUARK (vr - error - quark, vr_error)
