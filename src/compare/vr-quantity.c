/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a number says, apart from how it is written. */
#include "vr-quantity.h"

#include "vr-critical-private.h"
#include "vr-hash.h"

/* Three zeros behind a mark may be thousands as well as decimals. */
#define DIGITS_A_GROUP 3

/* More digits than this in a row are a number to call, and are cut as one likes. */
#define MAX_JOINED_DIGITS 6

typedef struct
{
  VrQuantity *quantity;
  const char *start; /* of the quantity */
  const char *end;
  gboolean may_be_negative; /* nothing that a dash could part stands before */
  gboolean in_number;       /* between the first and the last digit of one */
  gboolean was_digit;       /* what was read last */
  gboolean was_letter;
  gboolean is_padding; /* what is read is a zero that fills up */
  guint n_digits;      /* of this number, zeros in front not counted */
  guint n_zeros;       /* at its end, whatever the marks */
  guint64 value;       /* its digits from the first that is no zero */
  guint n_behind_mark;
  gboolean has_mark;
  guint64 part;    /* digits and marks of this number */
  guint64 letters; /* read since the last digit */
  guint n_letters;
  guint n_suffix; /* of them */
} Reader;

/* The first step must not meet its own value, which would be as if it had not been. */
static guint64
mix (guint64 hash, guint64 value)
{
  return vr_hash_bytes (hash - 1, (const char *)&value, sizeof value);
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* U+66B and U+66C are Arabic ones. */
static gboolean
is_mark (gunichar c)
{
  return c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == 0xB7 || c == 0x66B || c == 0x66C
         || g_unichar_isspace (c);
}

static gboolean
is_digit (gunichar c)
{
  return c < 0x80 ? g_ascii_isdigit (c) : vr_critical_is_digit (c);
}

static void
end_number (Reader *self)
{
  VrQuantity *quantity = self->quantity;

  if (!self->in_number)
    return;
  if (quantity->n_parts < VR_QUANTITY_MAX_PARTS)
    quantity->parts[quantity->n_parts] = self->part;
  quantity->n_parts = MIN (quantity->n_parts + 1, VR_QUANTITY_MAX_PARTS + 1);
  quantity->cuts = mix (quantity->cuts, self->n_digits);
  if (self->has_mark && self->n_behind_mark == DIGITS_A_GROUP)
    quantity->shortest = quantity->digits;
  quantity->n_zeros = self->n_zeros;
  quantity->n_behind_mark = self->n_behind_mark;
  self->in_number = FALSE;
  self->has_mark = FALSE;
  self->n_digits = 0;
  self->n_behind_mark = 0;
}

/* Notes what the number is worth, apart from zeros at either end. */
static void
weigh_digit (Reader *self, guint64 digit)
{
  self->n_zeros = digit == 0 ? self->n_zeros + 1 : 0;
  if (digit != 0 || self->value != 0)
    self->value = mix (self->value, digit);
  if (digit != 0)
    self->quantity->value = self->value;
}

static void
read_digit (Reader *self, gunichar c, gboolean goes_on)
{
  VrQuantity *quantity = self->quantity;
  int value = g_unichar_digit_value (c);
  guint64 digit = value >= 0 ? (guint64)value : c;
  gboolean is_leading;

  if (!self->in_number)
    self->part = quantity->is_negative && quantity->n_parts == 0;
  self->in_number = TRUE;
  self->n_behind_mark += self->has_mark;
  weigh_digit (self, digit);
  is_leading = digit == 0 && self->n_digits == 0 && !self->has_mark && goes_on;
  if (is_leading && quantity->n_parts == 0)
    return;
  quantity->n_digits++;
  quantity->digits = mix (quantity->digits, digit);
  if (is_leading || self->is_padding)
    return;
  self->n_digits++;
  self->part = mix (self->part, digit);
  if (!self->has_mark || digit != 0)
    quantity->shortest = quantity->digits;
}

/* "½" is "1/2", and "²" is "2". */
static void
read_numeral (Reader *self, gunichar c, gboolean goes_on)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_digit_value (c) < 0
                ? g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts))
                : 0;

  if (n == 0 || !g_unichar_isdigit (parts[0]))
    read_digit (self, c, goes_on);
  else
    for (gsize i = 0; i < n; i++)
      if (g_unichar_isdigit (parts[i]))
        read_digit (self, parts[i], FALSE);
      else
        end_number (self);
}

static void
read_mark (Reader *self, gunichar c)
{
  VrQuantity *quantity = self->quantity;

  if (!self->in_number)
    self->part = quantity->is_negative && quantity->n_parts == 0;
  self->in_number = TRUE;
  self->has_mark = TRUE;
  self->n_behind_mark = 0;
  c = c == 0x2019 ? '\'' : c;
  quantity->places = mix (quantity->places, self->n_digits);
  if (g_unichar_isspace (c))
    {
      quantity->has_spaces = TRUE;
      return;
    }
  self->part = mix (self->part, (guint64)c << 32);
  quantity->marks = mix (quantity->marks, (guint64)c << 32 | self->n_digits);
}

/* Letters right behind a digit are its unit; a word behind a space is only one that multiplies. */
static void
read_word (Reader *self, const char *at)
{
  VrQuantity *quantity = self->quantity;
  const char *end = at;
  guint64 hash = 0;
  guint n = 0;
  VrScale scale;

  for (; end < self->end && g_unichar_isalpha (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    {
      hash = mix (hash, g_unichar_tolower (g_utf8_get_char (end)));
      n++;
    }
  scale = vr_scale_find ((VrSlice){ at, (gsize)(end - at) });
  if (scale != VR_SCALE_NONE)
    quantity->scale = vr_scale_multiply (quantity->scale, scale);
  if (self->was_digit)
    quantity->suffix = hash;
  if (self->was_digit || scale != VR_SCALE_NONE)
    self->n_suffix += n;
}

static void
read_other (Reader *self, const char *at, gunichar c)
{
  VrQuantity *quantity = self->quantity;

  if (g_unichar_isalpha (c))
    {
      self->letters = mix (self->letters, g_unichar_tolower (c));
      self->n_letters++;
    }
  if (is_dash (c) && quantity->digits == 0 && self->may_be_negative && self->n_letters == 0)
    quantity->is_negative = TRUE;
  if (g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
    {
      quantity->currency = mix (quantity->digits == 0 ? self->letters : 0, c);
      self->letters = 0;
      self->n_letters = 0;
    }
  if (vr_critical_is_percent (c))
    quantity->percent = c == 0x2030 || c == 0x2031 ? c : '%';
  if (g_unichar_isalpha (c) && !self->was_letter && quantity->n_digits > 0)
    read_word (self, at);
  end_number (self);
}

/* ".5" has no digit in front. */
static gboolean
may_lead (const Reader *self, gunichar c)
{
  return !self->in_number && self->quantity->digits == 0 && (c == '.' || c == ',');
}

static gboolean
is_digit_at (const char *at, const char *end)
{
  return at < end && is_digit (g_utf8_get_char (at));
}

/* The zero of "12.05.2020". */
static gboolean
is_padding (const Reader *self, const char *at)
{
  return *at == '0' && self->has_mark && at[-1] == '.' && self->end - at > 3
         && g_ascii_isdigit (at[1]) && at[2] == '.' && is_digit_at (at + 3, self->end);
}

void
vr_quantity_read (VrQuantity *self, VrSlice text, VrSpan span)
{
  const char *end = text.text + span.to;
  Reader reader = { .quantity = self, .start = text.text + span.from, .end = end };

  reader.may_be_negative = TRUE;
  self->span = span;
  if (span.from > 0)
    {
      const char *before = g_utf8_prev_char (reader.start);

      reader.may_be_negative = !g_unichar_isalnum (g_utf8_get_char (before));
    }
  for (const char *p = reader.start; p < end;)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      reader.is_padding = is_padding (&reader, p);
      if (is_digit (c))
        read_numeral (&reader, c,
                      is_digit_at (next, end) || (next < end && is_mark (g_utf8_get_char (next))));
      else if (is_mark (c) && is_digit_at (next, end)
               && (reader.was_digit || may_lead (&reader, c)))
        read_mark (&reader, c);
      else
        read_other (&reader, p, c);
      reader.was_digit = is_digit (c);
      reader.was_letter = !reader.was_digit && g_unichar_isalpha (c);
      p = next;
    }
  end_number (&reader);
  self->has_words = reader.n_letters > reader.n_suffix;
}

static gboolean
have_parts (const VrQuantity *a, const VrQuantity *b)
{
  return a->n_parts > 1 || b->n_parts > 1;
}

/* "9/05" and "9/5". */
static gboolean
have_same_parts (const VrQuantity *a, const VrQuantity *b)
{
  return a->n_parts == b->n_parts && a->n_parts <= VR_QUANTITY_MAX_PARTS
         && memcmp (a->parts, b->parts, a->n_parts * sizeof a->parts[0]) == 0;
}

/* "2-3" to "23", but not "555-1234" to "5551234" or "10:30" to "10.30". */
static gboolean
is_joined (const VrQuantity *a, const VrQuantity *b)
{
  return have_parts (a, b) && (a->n_parts == 1 || b->n_parts == 1)
         && (a->n_parts == 1 ? a : b)->places == 0 && a->n_digits <= MAX_JOINED_DIGITS;
}

/* "1-12" to "11-2", but not "10:30" to "10.30". */
static gboolean
is_cut_elsewhere (const VrQuantity *a, const VrQuantity *b)
{
  return a->n_parts == b->n_parts && a->cuts != b->cuts;
}

/* Spaces between thousands are no more than a style. */
static gboolean
is_mark_moved (const VrQuantity *a, const VrQuantity *b)
{
  if (a->marks == b->marks || a->n_parts != b->n_parts)
    return FALSE;
  return !(a->has_spaces || b->has_spaces) || a->places != b->places;
}

/* The power of ten of its last digit that is no zero. */
static int
get_power (const VrQuantity *self, gboolean has_fraction)
{
  return (int)self->n_zeros - (has_fraction ? (int)self->n_behind_mark : 0);
}

/* "1,500,000" to "1.5 million".  Three digits behind a mark may be thousands or a fraction. */
static gboolean
is_same_value (const VrQuantity *a, const VrQuantity *b)
{
  int zeros_a = vr_scale_get_zeros (a->scale), zeros_b = vr_scale_get_zeros (b->scale);

  if (zeros_a == zeros_b || have_parts (a, b) || a->value != b->value)
    return FALSE;
  for (guint ways = 0; ways < 4; ways++)
    {
      gboolean has_fraction_a = ways & 1, has_fraction_b = ways >> 1;

      if ((has_fraction_a || a->n_behind_mark % DIGITS_A_GROUP == 0)
          && (has_fraction_b || b->n_behind_mark % DIGITS_A_GROUP == 0)
          && get_power (a, has_fraction_a) + zeros_a == get_power (b, has_fraction_b) + zeros_b)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_sign_changed (guint64 a, guint64 b, gboolean may_be_spelled)
{
  return a != b && ((a != 0 && b != 0) || !may_be_spelled);
}

static guint
compare_digits (const VrQuantity *a, const VrQuantity *b)
{
  if (a->digits != b->digits && !have_same_parts (a, b))
    return a->shortest == b->shortest && !have_parts (a, b) ? VR_CRITICAL_DECIMAL
                                                            : VR_CRITICAL_NUMBER;
  return is_joined (a, b) || is_cut_elsewhere (a, b) ? VR_CRITICAL_NUMBER : 0;
}

guint
vr_quantity_compare (const VrQuantity *a, const VrQuantity *b, gboolean may_be_spelled)
{
  gboolean is_written_out = is_same_value (a, b);
  guint kind = is_written_out ? 0 : compare_digits (a, b);

  if (kind != 0)
    return kind;
  if (a->is_negative != b->is_negative)
    return VR_CRITICAL_SIGN;
  if (!is_written_out && is_mark_moved (a, b))
    return VR_CRITICAL_DECIMAL;
  if (is_sign_changed (a->currency, b->currency, may_be_spelled)
      || is_sign_changed (a->percent, b->percent, may_be_spelled))
    return VR_CRITICAL_NUMBER;
  if (is_written_out)
    return 0;
  return is_sign_changed (a->scale, b->scale, may_be_spelled)
                 || (a->scale == VR_SCALE_NONE && is_sign_changed (a->suffix, b->suffix, TRUE))
             ? VR_CRITICAL_NUMBER
             : 0;
}
