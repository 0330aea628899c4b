/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign beside a row, by which its kind is told without colour. */
#include "vr-report-sign.h"

const char *
vr_report_get_sign (VrRowKind kind, int moved_by)
{
  static const char *const signs[VR_N_ROW_KINDS] = {
    [VR_ROW_SAME] = "",         [VR_ROW_EDITED] = "~", [VR_ROW_MOVED] = "",
    [VR_ROW_MOVED_EDITED] = "", [VR_ROW_SPLIT] = "Y",  [VR_ROW_MERGED] = "λ",
    [VR_ROW_RECAST] = "X",      [VR_ROW_ADDED] = "+",  [VR_ROW_REMOVED] = "−",
  };

  g_return_val_if_fail (kind < VR_N_ROW_KINDS, "");

  if (kind == VR_ROW_MOVED || kind == VR_ROW_MOVED_EDITED)
    return moved_by < 0 ? "↑" : "↓";

  return signs[kind];
}
