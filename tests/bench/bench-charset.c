/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which encoding samples are in: how often it is found, and how fast, beside uchardet and ICU.
 *
 * bench-charset INDEX.json FOLDER     INDEX is a list of {"id", "encoding", "lang"}, the sample is
 *                                     FOLDER/ID.  Right is what gives the same text.
 */
#include "vr-charset-guess.h"
#include "vr-charset.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <uchardet/uchardet.h>
#include <unicode/ucsdet.h>

#define N_ROUNDS 5

typedef const char *(*Detect) (const guint8 *data, gsize n_bytes);

typedef struct
{
  char *encoding;
  guint8 *data;
  gsize n_bytes;
} Sample;

static const char *
detect_ours (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GArray) guesses = vr_charset_guess_all (data, n_bytes);

  return vr_charset_guess_choose (guesses);
}

static const char *
detect_by_uchardet (const guint8 *data, gsize n_bytes)
{
  uchardet_t detector = uchardet_new ();
  const char *name;

  uchardet_handle_data (detector, (const char *)data, n_bytes);
  uchardet_data_end (detector);
  name = g_intern_string (uchardet_get_charset (detector));
  uchardet_delete (detector);
  return name;
}

static const char *
detect_by_icu (const guint8 *data, gsize n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  const char *name = NULL;

  ucsdet_setText (detector, (const char *)data, (int32_t)n_bytes, &status);
  match = ucsdet_detect (detector, &status);
  if (match != NULL && U_SUCCESS (status))
    name = g_intern_string (ucsdet_getName (match, &status));
  ucsdet_close (detector);
  return name;
}

static const struct
{
  const char *name;
  Detect detect;
} detectors[] = { { "Variorum", detect_ours },
                  { "uchardet", detect_by_uchardet },
                  { "ICU", detect_by_icu } };

static GString *
decode (const Sample *sample, const char *charset)
{
  GString *text = g_string_new (NULL);
  guint n_replaced = 0;

  if (charset != NULL && *charset != '\0')
    vr_charset_convert (charset, sample->data, sample->n_bytes, text, &n_replaced);
  return text;
}

static gboolean
is_right (const Sample *sample, const char *charset)
{
  g_autoptr (GString) truth = decode (sample, sample->encoding);
  g_autoptr (GString) found = decode (sample, charset);

  return g_string_equal (truth, found);
}

static gboolean
is_of_the_web (const char *encoding)
{
  return !g_str_equal (encoding, "cp850") && !g_str_equal (encoding, "cp852")
         && !g_str_equal (encoding, "johab");
}

/* The encodings of seven bits are told before any statistics. */
static GArray *
read_samples (const char *index, const char *folder)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  GArray *samples = g_array_new (FALSE, TRUE, sizeof (Sample));
  JsonArray *list;

  if (!json_parser_load_from_file (parser, index, NULL))
    g_error ("cannot read %s", index);
  list = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);
      const char *encoding = json_object_get_string_member (object, "encoding");
      g_autofree char *path =
          g_build_filename (folder, json_object_get_string_member (object, "id"), NULL);
      Sample sample = { 0 };
      gboolean has_high = FALSE;

      if (!g_file_get_contents (path, (char **)&sample.data, &sample.n_bytes, NULL))
        g_error ("cannot read %s", path);
      for (gsize j = 0; j < sample.n_bytes; j++)
        has_high |= sample.data[j] >= 0x80;
      if (!has_high || g_str_equal (encoding, "utf_8"))
        continue;
      sample.encoding = g_strdup (encoding);
      g_array_append_val (samples, sample);
    }
  return samples;
}

static double
measure_speed (Detect detect, GArray *samples)
{
  gsize n_bytes = 0;
  clock_t start = clock ();

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < samples->len; i++)
      {
        const Sample *sample = &g_array_index (samples, Sample, i);

        detect (sample->data, sample->n_bytes);
        n_bytes += sample->n_bytes;
      }
  return n_bytes / 1e6 / ((double)(clock () - start) / CLOCKS_PER_SEC);
}

/* All samples of an encoding joined until they are as long as what a detector looks at. */
static double
measure_speed_of_long (Detect detect, GArray *samples, gsize n_wanted)
{
  g_autoptr (GArray) long_ones = g_array_new (FALSE, TRUE, sizeof (Sample));
  double speed;

  for (guint i = 0; i < samples->len; i += 50)
    {
      const Sample *sample = &g_array_index (samples, Sample, i);
      Sample repeated = { NULL, g_malloc (n_wanted), n_wanted };

      for (gsize at = 0; at < n_wanted; at += sample->n_bytes)
        memcpy (repeated.data + at, sample->data, MIN (sample->n_bytes, n_wanted - at));
      g_array_append_val (long_ones, repeated);
    }
  speed = measure_speed (detect, long_ones);
  for (guint i = 0; i < long_ones->len; i++)
    g_free (g_array_index (long_ones, Sample, i).data);
  return speed;
}

static void
print_detector (guint detector, GArray *samples, gboolean *ours)
{
  guint n_right = 0, n_web = 0, n_right_web = 0, n_only = 0;

  for (guint i = 0; i < samples->len; i++)
    {
      const Sample *sample = &g_array_index (samples, Sample, i);
      gboolean right =
          is_right (sample, detectors[detector].detect (sample->data, sample->n_bytes));

      if (detector == 0)
        ours[i] = right;
      n_only += right && !ours[i];
      n_right += right;
      n_web += is_of_the_web (sample->encoding);
      n_right_web += right && is_of_the_web (sample->encoding);
    }
  printf ("%-9s %5.1f %% right, %5.1f %% of the web's; right where Variorum is wrong: %u; "
          "%.1f MB/s as they are, %.1f MB/s at 64 KB, %.1f MB/s at 1 MB\n",
          detectors[detector].name, 100.0 * n_right / samples->len, 100.0 * n_right_web / n_web,
          n_only, measure_speed (detectors[detector].detect, samples),
          measure_speed_of_long (detectors[detector].detect, samples, 64 * 1024),
          measure_speed_of_long (detectors[detector].detect, samples, 1024 * 1024));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GArray) samples = NULL;
  g_autofree gboolean *ours = NULL;

  if (argc != 3)
    {
      fprintf (stderr, "usage: bench-charset INDEX.json FOLDER\n");
      return 2;
    }
  samples = read_samples (argv[1], argv[2]);
  ours = g_new0 (gboolean, samples->len);
  printf ("%u samples with bytes beyond ASCII\n", samples->len);
  for (guint i = 0; i < G_N_ELEMENTS (detectors); i++)
    print_detector (i, samples, ours);
  for (guint i = 0; i < samples->len; i++)
    {
      g_free (g_array_index (samples, Sample, i).data);
      g_free (g_array_index (samples, Sample, i).encoding);
    }
  return 0;
}
