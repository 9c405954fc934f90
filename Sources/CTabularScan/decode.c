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
  return (digits | (digits + 0x7676767676767676ull)) & HIGHS;
}

ALWAYS uint64_t value8(uint64_t digits) {
  digits = (digits * 2561) >> 8 & 0x00FF00FF00FF00FFull;
  digits = (digits * 6553601) >> 16 & 0x0000FFFF0000FFFFull;
  return (digits * 42949672960001ull) >> 32;
}

typedef struct { uint32_t start, end; } field;

ALWAYS field field_of(const tabular_column *column, size_t row) {
  const uint32_t *separators = column->separators + row * column->stride;
  return (field){separators[0] + 1 + column->lead, separators[1] - column->trim};
}

static const uint32_t powers[10] = {1,      10,      100,      1000,      10000,
                                    100000, 1000000, 10000000, 100000000, 1000000000};

// One field each. The result tells whether it is left to the caller.

/// `missing` is the value of an empty field, `limit` the greatest value.
ALWAYS int decimal_at(
    const tabular_column *column, size_t row, int scale, uint8_t sign, int32_t missing,
    int32_t limit, int32_t *value) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  *value = missing;
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
  uint64_t units = value8(digits) * powers[scale - fraction];
  if (units > (uint64_t)limit) return 1;
  *value = (int32_t)units;
  return 0;
}

/// `exact` digits, or up to 16 if it is 0.
ALWAYS int integer_at(const tabular_column *column, size_t row, uint32_t exact, int64_t *value) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  *value = INT64_MIN;
  if (length == 0) return 0;
  if (length > 16 || f.end < 16 || (exact && length != exact)) return 1;
  uint32_t low_length = length < 8 ? length : 8;
  uint64_t shift = 64 - 8 * low_length;
  uint64_t low = (load8(column->bytes + f.end - 8) ^ ZEROS) >> shift << shift;
  uint64_t number = value8(low), bad = above9(low);
  if (length > 8) {
    shift = 64 - 8 * (length - 8);
    uint64_t high = (load8(column->bytes + f.end - 16) ^ ZEROS) >> shift << shift;
    number += value8(high) * 100000000;
    bad |= above9(high);
  }
  if (bad) return 1;
  *value = (int64_t)number;
  return 0;
}

// Months counted from March 1st, so that the leap day is the last one of its year: the days before
// a month are 30 times its number in the calendar, plus these, minus 90; January and February are
// taken with the year they stand in.
#define MONTH_OFFSETS 0, 1, 2, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 0, 0, 0
#define MONTH_LENGTHS 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0
enum { FIRST_YEAR = 1901, LAST_YEAR = 2099, EPOCH = 719574 };

ALWAYS int is_date_sign(uint8_t byte) { return byte == '/' || byte == '-' || byte == '.'; }

ALWAYS int day_number(uint32_t year, uint32_t month, uint32_t day, int32_t *value) {
  static const uint8_t offsets[16] = {MONTH_OFFSETS}, lengths[16] = {MONTH_LENGTHS};
  if (year < FIRST_YEAR || year > LAST_YEAR || month > 12) return 1;
  if (day == 0 || day > lengths[month] + (month == 2 && year % 4 == 0 ? 1u : 0u)) return 1;
  uint32_t days = 365 * year + (year - (month < 3)) / 4 + 30 * month + offsets[month] + day;
  *value = (int32_t)days - EPOCH;
  return 0;
}

/// A date whose day or month lacks its zero.
ALWAYS int short_date_at(const uint8_t *bytes, uint32_t length, int form, int32_t *value) {
  uint32_t numbers[3] = {0, 0, 0}, digits[3] = {0, 0, 0}, part = 0;
  uint8_t sign = 0;
  if (length < 8 || length > 9) return 1;
  for (uint32_t i = 0; i < length; i++) {
    uint32_t digit = bytes[i] ^ 0x30u;
    if (digit < 10) {
      numbers[part] = numbers[part] * 10 + digit;
      digits[part]++;
    } else {
      if (!is_date_sign(bytes[i]) || (part > 0 && bytes[i] != sign) || part == 2) return 1;
      sign = bytes[i];
      part++;
    }
  }
  uint32_t year = form == 1 ? 0 : 2;
  for (uint32_t i = 0; i < 3; i++)
    if (i == year ? digits[i] != 4 : digits[i] < 1 || digits[i] > 2) return 1;
  switch (form) {
    case 1: return day_number(numbers[0], numbers[1], numbers[2], value);
    case 2: return day_number(numbers[2], numbers[0], numbers[1], value);
    default: return day_number(numbers[2], numbers[1], numbers[0], value);
  }
}

ALWAYS int date_at(const tabular_column *column, size_t row, int form, int32_t *value) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  *value = INT32_MIN;
  if (length == 0) return 0;
  if (length != 10) return short_date_at(column->bytes + f.start, length, form, value);
  uint64_t head = load8(column->bytes + f.start), tail = load8(column->bytes + f.start + 2);
  // The digits in the order of the file.
  uint64_t digits;
  uint8_t first, second;
  if (form == 1) {
    first = (uint8_t)(head >> 32);
    second = (uint8_t)(head >> 56);
    digits = (head & 0xFFFFFFFFull) | (head >> 40 & 0xFFFFull) << 32 | tail >> 48 << 48;
  } else {
    first = (uint8_t)(head >> 16);
    second = (uint8_t)(head >> 40);
    digits = (head & 0xFFFFull) | (head >> 24 & 0xFFFFull) << 16 | tail >> 32 << 32;
  }
  digits ^= ZEROS;
  if (above9(digits) || first != second || !is_date_sign(first)) return 1;
  uint32_t number = (uint32_t)value8(digits);
  if (form == 1) return day_number(number / 10000, number / 100 % 100, number % 100, value);
  uint32_t a = number / 1000000, b = number / 10000 % 100, year = number % 10000;
  return form == 2 ? day_number(year, a, b, value) : day_number(year, b, a, value);
}

ALWAYS uint64_t slot_of(uint64_t key, uint64_t mask) {
  // The last letters are folded onto the first ones, so that a product's high bits know them all.
  return ((key ^ key >> 32) & 0xFFFFFFFFull) * 0x9E3779B9ull >> 20 & mask;
}

uint64_t tabular_code_slot(uint64_t key, uint64_t mask) { return slot_of(key, mask); }

ALWAYS int code_at(
    const tabular_column *column, size_t row, const uint64_t *keys, const uint16_t *codes,
    uint64_t mask, uint16_t *value) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  *value = 0xFFFF;
  if (length == 0) return 0;
  if (length > 8 || f.end < 8) return 1;
  uint64_t word = load8(column->bytes + f.end - 8);
  // A zero byte at the end would be taken for no byte.
  if (word >> 56 == 0) return 1;
  uint64_t key = word >> (64 - 8 * length);
  uint64_t slot = slot_of(key, mask);
  while (keys[slot] != key && keys[slot] != 0) slot = (slot + 1) & mask;
  if (keys[slot] != key) return 1;
  *value = codes[slot];
  return 0;
}

ALWAYS int range_at(
    const tabular_column *column, size_t row, uint32_t base, uint32_t *start,
    uint16_t *length_out) {
  field f = field_of(column, row);
  uint32_t length = f.end - f.start;
  *start = base + f.start;
  *length_out = (uint16_t)length;
  return length >= 0x7FFF || (length > 0 && column->bytes[f.start] == '"');
}

ALWAYS int short_decimal_at(
    const tabular_column *column, size_t row, int scale, uint8_t sign, int16_t *value) {
  int32_t units;
  int is_odd = decimal_at(column, row, scale, sign, INT16_MIN, INT16_MAX, &units);
  *value = (int16_t)units;
  return is_odd;
}

#if defined(__x86_64__)
#include "decode_avx2.h"
/// Rows done in blocks, if the processor can; the rest is done one by one.
#define BLOCKS(call) (tabular_level() >= 1 ? (call) : 0)
#else
#define BLOCKS(call) 0
#endif

/// Goes on after the rows that were done in blocks, listing those that are left to the caller.
#define EACH_ROW(left_to_caller)                      \
  for (; row < column->rows; row++)                   \
    if (left_to_caller) odd[odds++] = (uint32_t)row;  \
  return odds;

size_t tabular_decimals(
    const tabular_column *column, int scale, uint8_t sign, int32_t *values, uint32_t *odd) {
  size_t odds = 0;
  size_t row = BLOCKS(wide_decimals4(column, scale, sign, values, odd, &odds));
  EACH_ROW(decimal_at(column, row, scale, sign, INT32_MIN, INT32_MAX, values + row))
}

size_t tabular_short_decimals(
    const tabular_column *column, int scale, uint8_t sign, int16_t *values, uint32_t *odd) {
  size_t odds = 0;
  size_t row = BLOCKS(short_decimals4(column, scale, sign, values, odd, &odds));
  EACH_ROW(short_decimal_at(column, row, scale, sign, values + row))
}

size_t tabular_integers(const tabular_column *column, int64_t *values, uint32_t *odd) {
  size_t odds = 0;
  size_t row = BLOCKS(integers4(column, 0, values, odd, &odds));
  EACH_ROW(integer_at(column, row, 0, values + row))
}

size_t tabular_identifiers12(const tabular_column *column, int64_t *values, uint32_t *odd) {
  size_t odds = 0;
  size_t row = BLOCKS(integers4(column, 12, values, odd, &odds));
  EACH_ROW(integer_at(column, row, 12, values + row))
}

size_t tabular_dates(const tabular_column *column, int form, int32_t *values, uint32_t *odd) {
  size_t odds = 0;
  size_t row = BLOCKS(dates4(column, form, values, odd, &odds));
  EACH_ROW(date_at(column, row, form, values + row))
}

size_t tabular_codes(
    const tabular_column *column, const uint64_t *keys, const uint16_t *codes, uint64_t mask,
    uint16_t *values, uint32_t *odd) {
  size_t odds = 0;
  size_t row = BLOCKS(codes4(column, keys, codes, mask, values, odd, &odds));
  EACH_ROW(code_at(column, row, keys, codes, mask, values + row))
}

size_t tabular_ranges(
    const tabular_column *column, uint32_t base, uint32_t *starts, uint16_t *lengths,
    uint32_t *odd) {
  size_t odds = 0;
  size_t row = BLOCKS(ranges4(column, base, starts, lengths, odd, &odds));
  EACH_ROW(range_at(column, row, base, starts + row, lengths + row))
}

int tabular_rows_are_regular(
    const uint8_t *bytes, size_t count, const uint32_t *separators, size_t width, size_t rows,
    uint32_t *shortest) {
  uint32_t least = UINT32_MAX, start = 0;
  for (size_t row = 0; row < rows; row++) {
    uint32_t end = *(separators += width);
    if (end < count ? bytes[end] != '\n' : row + 1 < rows) return 0;
    if (end - start < least) least = end - start;
    start = end + 1;
  }
  *shortest = least;
  return 1;
}

size_t tabular_returns(const tabular_column *column) {
  size_t count = 0;
  for (size_t row = 0; row < column->rows; row++) {
    const uint32_t *separators = column->separators + row * column->stride;
    uint32_t start = separators[0] + 1, end = separators[1];
    count += end > start && column->bytes[end - 1] == '\r';
  }
  return count;
}

size_t tabular_quotes(const tabular_column *column) {
  size_t count = 0;
  for (size_t row = 0; row < column->rows; row++) {
    field f = field_of(column, row);
    if (f.end - f.start < 2 || column->bytes[f.start] != '"') return count;
    count += column->bytes[f.end - 1] == '"';
  }
  return count;
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
    if (length > 0 && *p == '"') {
      if (length < 2 || p[length - 1] != '"' || memchr(p + 1, '"', length - 2)) break;
      p++;
      length -= 2;
    }
    // Short texts are copied in whole words; the next text overwrites what was too much.
    if (length <= 32 && (size_t)(p - column->bytes) + 32 <= column->count) {
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
    field f = field_of(column, row);
    length += f.end - f.start;
  }
  return length;
}
