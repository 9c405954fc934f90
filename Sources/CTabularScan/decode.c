#include "CTabularScan.h"

#include <string.h>

// Eight digits at once in a 64-bit word (SWAR); the word's lowest byte is the first character. Only
// the shapes that nearly every field has are decoded here, the others are listed for the caller.

#define ALWAYS static inline __attribute__((always_inline))
#define ZEROS 0x3030303030303030ull
#define ONES 0x0101010101010101ull
#define HIGHS 0x8080808080808080ull

ALWAYS uint64_t load8(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

/// Bits are set where a byte is above 9.
ALWAYS uint64_t above9(uint64_t digits) {
  return (digits | (digits + 0x7676767676767676ull)) & 0x8080808080808080ull;
}

ALWAYS uint64_t value8(uint64_t digits) {
  digits = (digits * 2561) >> 8 & 0x00FF00FF00FF00FFull;
  digits = (digits * 6553601) >> 16 & 0x0000FFFF0000FFFFull;
  return (digits * 42949672960001ull) >> 32;
}

typedef struct { uint32_t start, end; } field;

ALWAYS field field_of(const tabular_column *column, size_t row) {
  const uint32_t *separators = column->separators + row * column->stride;
  field result = {separators[0] + 1, separators[1]};
  if (column->may_end_in_cr && result.end > result.start &&
      column->bytes[result.end - 1] == '\r')
    result.end--;
  return result;
}

static const uint32_t powers[10] = {1,      10,      100,      1000,      10000,
                                    100000, 1000000, 10000000, 100000000, 1000000000};

// One field each; the result tells whether it is left to the caller.

ALWAYS int decimal_at(
    const tabular_column *column, size_t row, int scale, uint8_t sign, int32_t *values) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  values[row] = INT32_MIN;
  if (length == 0) return 0;
  if (length > 8 || f.end < 8) return 1;
  uint64_t shift = 64 - 8 * length;
  uint64_t digits = (load8(column->bytes + f.end - 8) ^ ZEROS) >> shift << shift;
  uint64_t found = digits ^ ONES * (uint8_t)(sign ^ 0x30);
  // The lowest byte that is zero; bytes above it may be marked wrongly, which the digits show.
  found = (found - ONES) & ~found & HIGHS;
  int fraction = 0;
  if (found) {
    int place = __builtin_ctzll(found) & ~7;
    fraction = 7 - place / 8;
    uint64_t below = (1ull << place) - 1;
    // A sign without a digit on both sides is left to the caller.
    if (fraction == 0 || length == (uint32_t)fraction + 1) return 1;
    digits = (digits & ~(below << 8 | 0xFF)) | (digits & below) << 8;
  }
  if (above9(digits) || fraction > scale) return 1;
  uint64_t value = value8(digits) * powers[scale - fraction];
  if (value > INT32_MAX) return 1;
  values[row] = (int32_t)value;
  return 0;
}

/// `exact` digits, or up to 16 if it is 0.
ALWAYS int integer_at(const tabular_column *column, size_t row, uint32_t exact, int64_t *values) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  values[row] = INT64_MIN;
  if (length == 0) return 0;
  if (length > 16 || f.end < 16 || (exact && length != exact)) return 1;
  uint32_t low_length = length < 8 ? length : 8;
  uint64_t shift = 64 - 8 * low_length;
  uint64_t low = (load8(column->bytes + f.end - 8) ^ ZEROS) >> shift << shift;
  uint64_t value = value8(low), bad = above9(low);
  if (length > 8) {
    shift = 64 - 8 * (length - 8);
    uint64_t high = (load8(column->bytes + f.end - 16) ^ ZEROS) >> shift << shift;
    value += value8(high) * 100000000;
    bad |= above9(high);
  }
  if (bad) return 1;
  values[row] = (int64_t)value;
  return 0;
}

static const int16_t days_before[2][13] = {
    {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
    {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}};

/// Days from 1970-01-01, or INT32_MIN if there is no such day between 1900 and 2099.
ALWAYS int32_t day_number(uint32_t year, uint32_t month, uint32_t day) {
  if (year - 1900 >= 200 || month - 1 >= 12) return INT32_MIN;
  const int16_t *before = days_before[(year & 3) == 0 && year != 1900];
  if (day - 1 >= (uint32_t)(before[month] - before[month - 1])) return INT32_MIN;
  int32_t leaps = year == 1900 ? 0 : (int32_t)((year - 1901) / 4);
  return (int32_t)(year - 1900) * 365 + leaps + before[month - 1] + (int32_t)day - 1 - 25567;
}

ALWAYS int date_at(const tabular_column *column, size_t row, int form, int32_t *values) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  values[row] = INT32_MIN;
  if (length == 0) return 0;
  if (length != 10) return 1;
  uint64_t head = load8(column->bytes + f.start), tail = load8(column->bytes + f.start + 2);
  uint64_t digits;
  uint8_t first, second;
  if (form == 1) {
    // yyyy-mm-dd
    first = (uint8_t)(head >> 32);
    second = (uint8_t)(head >> 56);
    digits = (head & 0xFFFFFFFFull) | (head >> 40 & 0xFFFFull) << 32 | tail >> 48 << 48;
  } else {
    // dd/mm/yyyy
    first = (uint8_t)(head >> 16);
    second = (uint8_t)(head >> 40);
    digits = (head & 0xFFFFull) | (head >> 24 & 0xFFFFull) << 16 | tail >> 32 << 32;
  }
  digits ^= ZEROS;
  if (above9(digits) || first != second) return 1;
  if (first != '-' && (form == 1 || (first != '/' && first != '.'))) return 1;
  uint32_t value = (uint32_t)value8(digits);
  if (form == 1) {
    values[row] = day_number(value / 10000, value / 100 % 100, value % 100);
  } else {
    uint32_t a = value / 1000000, b = value / 10000 % 100;
    values[row] = day_number(value % 10000, form == 2 ? a : b, form == 2 ? b : a);
  }
  return values[row] == INT32_MIN;
}

ALWAYS uint64_t slot_of(uint64_t key, uint64_t mask) {
  // The last letters are folded onto the first ones, so that a product's high bits know them all.
  return ((key ^ key >> 32) * 0x9E3779B97F4A7C15ull) >> 40 & mask;
}

uint64_t tabular_code_slot(uint64_t key, uint64_t mask) { return slot_of(key, mask); }

ALWAYS int code_at(
    const tabular_column *column, size_t row, const uint64_t *keys, const uint16_t *codes,
    uint64_t mask, uint16_t *values) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  values[row] = 0xFFFF;
  if (length == 0) return 0;
  if (length > 8 || f.end < 8) return 1;
  uint64_t key = load8(column->bytes + f.end - 8) >> (64 - 8 * length);
  // A zero byte at the end would be taken for no byte.
  if (key >> (8 * length - 8) == 0) return 1;
  uint64_t slot = slot_of(key, mask);
  while (keys[slot] != key && keys[slot] != 0) slot = (slot + 1) & mask;
  if (keys[slot] != key) return 1;
  values[row] = codes[slot];
  return 0;
}

// The rows of a column one after the other, from `row` on; the rows left to the caller are listed.
#define EACH_ROW(left_to_caller)                       \
  for (; row < column->rows; row++)                    \
    if (left_to_caller) odd[odds++] = (uint32_t)row;   \
  return odds;

// A function of that kind, and on x86-64 a second one compiled for newer processors.
#if defined(__x86_64__)
#include "decode_avx512.h"
#define DEFINE(name, parameters, left_to_caller)                                          \
  __attribute__((target("bmi,bmi2,lzcnt"))) static size_t name##_newer parameters {       \
    EACH_ROW(left_to_caller)                                                              \
  }                                                                                       \
  static size_t name##_portable parameters { EACH_ROW(left_to_caller) }
#define CALL(name, ...) \
  (tabular_level() >= 1 ? name##_newer(__VA_ARGS__) : name##_portable(__VA_ARGS__))
#else
#define DEFINE(name, parameters, left_to_caller) \
  static size_t name##_portable parameters { EACH_ROW(left_to_caller) }
#define CALL(name, ...) name##_portable(__VA_ARGS__)
#endif

DEFINE(
    decimals,
    (const tabular_column *column, int scale, uint8_t sign, int32_t *values, uint32_t *odd,
     size_t row, size_t odds),
    decimal_at(column, row, scale, sign, values))
DEFINE(
    integers,
    (const tabular_column *column, uint32_t exact, int64_t *values, uint32_t *odd, size_t row,
     size_t odds),
    integer_at(column, row, exact, values))
DEFINE(
    dates,
    (const tabular_column *column, int form, int32_t *values, uint32_t *odd, size_t row,
     size_t odds),
    date_at(column, row, form, values))
DEFINE(
    codes,
    (const tabular_column *column, const uint64_t *keys, const uint16_t *numbers, uint64_t mask,
     uint16_t *values, uint32_t *odd, size_t row, size_t odds),
    code_at(column, row, keys, numbers, mask, values))

size_t tabular_decimals(
    const tabular_column *column, int scale, uint8_t sign, int32_t *values, uint32_t *odd) {
  size_t row = 0, odds = 0;
#if defined(__x86_64__)
  if (tabular_level() >= 2) odds = decimals8(column, scale, sign, values, odd, &row);
#endif
  return CALL(decimals, column, scale, sign, values, odd, row, odds);
}

static size_t integers_of(
    const tabular_column *column, uint32_t exact, int64_t *values, uint32_t *odd) {
  size_t row = 0, odds = 0;
#if defined(__x86_64__)
  if (tabular_level() >= 2) odds = integers8(column, exact, values, odd, &row);
#endif
  return CALL(integers, column, exact, values, odd, row, odds);
}

size_t tabular_integers(const tabular_column *column, int64_t *values, uint32_t *odd) {
  return integers_of(column, 0, values, odd);
}

size_t tabular_identifiers12(const tabular_column *column, int64_t *values, uint32_t *odd) {
  return integers_of(column, 12, values, odd);
}

size_t tabular_dates(const tabular_column *column, int form, int32_t *values, uint32_t *odd) {
  size_t row = 0, odds = 0;
#if defined(__x86_64__)
  if (tabular_level() >= 2) odds = dates8(column, form, values, odd, &row);
#endif
  return CALL(dates, column, form, values, odd, row, odds);
}

size_t tabular_codes(
    const tabular_column *column, const uint64_t *keys, const uint16_t *codes, uint64_t mask,
    uint16_t *values, uint32_t *odd) {
  return CALL(codes, column, keys, codes, mask, values, odd, 0, 0);
}

size_t tabular_texts(
    const tabular_column *column, uint8_t *output, size_t capacity, size_t *total,
    uint32_t *ends) {
  size_t row = 0, at = *total;
  for (; row < column->rows; row++) {
    field f = field_of(column, row);
    size_t length = f.end - f.start;
    const uint8_t *p = column->bytes + f.start;
    if (at + length + 64 > capacity) break;
    if (length > 0 && *p == '"') break;
    // Short texts are copied in whole words; the next text overwrites what was too much.
    if (length <= 32 && f.start + 32 <= column->count) {
      memcpy(output + at, p, 32);
    } else {
      memcpy(output + at, p, length);
    }
    at += length;
    ends[row] = (uint32_t)at;
  }
  *total = at;
  return row;
}

size_t tabular_text_length(const tabular_column *column) {
  size_t length = 0;
  for (size_t row = 0; row < column->rows; row++) {
    const uint32_t *separators = column->separators + row * column->stride;
    length += separators[1] - (separators[0] + 1);
  }
  return length;
}
