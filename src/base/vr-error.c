/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the core. */
#include "vr-error.h"

/* The formatter takes the dashes for minus signs, and they are part of the name. */
/* clang-format off */
G_DEFINE_QUARK (vr-error-quark, vr_error)
/* clang-format on */
