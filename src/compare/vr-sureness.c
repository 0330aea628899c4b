/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a score means, by the model's own thresholds. */
#include "vr-sureness.h"

#include "vr-align-model.h"

VrSureness
vr_sureness_of (double score)
{
  const VrAlignModel *model = vr_align_get_model ();

  if (score >= (double)model->moved)
    return VR_SURENESS_SURE;

  return score >= (double)model->in_order ? VR_SURENESS_LIKELY : VR_SURENESS_WEAK;
}
