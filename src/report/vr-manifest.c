/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the manifest of a report among its bytes, and tells whether its seal holds. */
#include "vr-manifest.h"

#include "vr-report-manifest.h"
#include "vr-xxh128.h"

#include <string.h>

/* The last place of @word in @bytes, or NULL. */
static const char *
find_last (const char *bytes, gsize n_bytes, const char *word)
{
  const char *last = NULL;

  for (gsize from = 0; from < n_bytes; from = (gsize)(last - bytes) + 1)
    {
      const char *at = memmem (bytes + from, n_bytes - from, word, strlen (word));

      if (at == NULL)
        break;
      last = at;
    }

  return last;
}

/* How many bytes the object at @json has; those up to the end where it has none. */
static gsize
measure_object (const char *json, gsize n_bytes)
{
  gboolean is_inside = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < n_bytes; i++)
    if (is_inside && json[i] == '\\')
      i++;
    else if (json[i] == '"')
      is_inside = !is_inside;
    else if (!is_inside && json[i] == '{')
      depth++;
    else if (!is_inside && json[i] == '}' && --depth == 0)
      return i + 1;

  return n_bytes;
}

const char *
vr_manifest_find (const char *bytes, gsize n_bytes, gsize *n_found)
{
  const char *at = find_last (bytes, n_bytes, VR_MANIFEST_START);

  *n_found = at != NULL ? measure_object (at, (gsize)(bytes + n_bytes - at)) : 0;

  return at;
}

const char *
vr_manifest_find_history (const char *bytes, gsize n_bytes, gsize *n_found)
{
  const char *at = find_last (bytes, n_bytes, VR_MANIFEST_HISTORY_START);
  const char *other = find_last (bytes, n_bytes, VR_MANIFEST_START);

  *n_found = 0;
  if (at == NULL || (other != NULL && other > at))
    return NULL;
  *n_found = measure_object (at, (gsize)(bytes + n_bytes - at));

  return at;
}

/* The sum of the file with zeros for the digits at @digits. */
static void
sum_file (const char *bytes, gsize n_bytes, const char *digits, gboolean is_quick,
          char hex[VR_SHA256_HEX_BYTES])
{
  g_autoptr (VrOutput) output = vr_output_new_for_nothing ();
  const char *zeros = is_quick ? VR_MANIFEST_QUICK_ZEROS : VR_MANIFEST_ZEROS;
  const char *rest = digits + strlen (zeros);

  if (is_quick)
    vr_output_begin_quick_sum (output);
  else
    vr_output_begin_sum (output);
  vr_output_write (output, bytes, (gsize)(digits - bytes));
  vr_output_put (output, zeros);
  vr_output_write (output, rest, (gsize)(bytes + n_bytes - rest));
  vr_output_end_sum (output, "", hex);
}

VrSeal
vr_manifest_check_seal (const char *bytes, gsize n_bytes)
{
  const char *slow = find_last (bytes, n_bytes, VR_MANIFEST_SEAL);
  const char *quick = find_last (bytes, n_bytes, VR_MANIFEST_QUICK_SEAL);
  gboolean is_quick = quick != NULL && (slow == NULL || quick > slow);
  const char *seal = is_quick ? quick : slow;
  gsize n_digits = is_quick ? VR_XXH128_HEX_BYTES - 1 : VR_SHA256_HEX_BYTES - 1;
  char hex[VR_SHA256_HEX_BYTES];

  if (seal == NULL)
    return VR_SEAL_MISSING;
  seal += strlen (is_quick ? VR_MANIFEST_QUICK_SEAL : VR_MANIFEST_SEAL);
  if ((gsize)(bytes + n_bytes - seal) < n_digits)
    return VR_SEAL_MISSING;
  sum_file (bytes, n_bytes, seal, is_quick, hex);

  return memcmp (hex, seal, n_digits) == 0 ? VR_SEAL_HOLDS : VR_SEAL_BROKEN;
}
