// Four fields at once with AVX2; the same rules as the functions for one field in decode.c, which get
// the fields that have not the usual shape. Each returns the rows done.

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt")))

/// Four rows, each in 64 bits.
typedef struct {
  const uint32_t *separators[4];
  __m256i lengths;
} rows4;

AVX2 ALWAYS __m256i join4(const void *a, const void *b, const void *c, const void *d) {
  __m128i low = _mm_unpacklo_epi64(_mm_loadl_epi64(a), _mm_loadl_epi64(b));
  __m128i high = _mm_unpacklo_epi64(_mm_loadl_epi64(c), _mm_loadl_epi64(d));
  return _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);
}

AVX2 ALWAYS rows4 rows4_at(const tabular_column *column, size_t row) {
  size_t stride = column->stride;
  const uint32_t *p = column->separators + row * stride;
  rows4 rows = {{p, p + stride, p + 2 * stride, p + 3 * stride}, _mm256_setzero_si256()};
  __m256i pairs =
      join4(rows.separators[0], rows.separators[1], rows.separators[2], rows.separators[3]);
  __m256i room = _mm256_sub_epi32(_mm256_srli_epi64(pairs, 32), pairs);
  rows.lengths = _mm256_and_si256(
      _mm256_sub_epi32(room, _mm256_set1_epi32((int)(1 + column->lead + column->trim))),
      _mm256_set1_epi64x(0xFFFFFFFF));
  return rows;
}

/// Eight bytes of each row from `offset` after its end.
AVX2 ALWAYS __m256i ends4(const tabular_column *column, const rows4 *rows, ptrdiff_t offset) {
  const uint8_t *p = column->bytes + offset - (ptrdiff_t)column->trim;
  return join4(
      p + rows->separators[0][1], p + rows->separators[1][1], p + rows->separators[2][1],
      p + rows->separators[3][1]);
}

/// The last `length` bytes of each word, as digits, with zeros before them.
AVX2 ALWAYS __m256i digits4(__m256i words, __m256i lengths) {
  __m256i shift = _mm256_sub_epi64(_mm256_set1_epi64x(64), _mm256_slli_epi64(lengths, 3));
  words = _mm256_xor_si256(words, _mm256_set1_epi64x((long long)ZEROS));
  return _mm256_sllv_epi64(_mm256_srlv_epi64(words, shift), shift);
}

AVX2 ALWAYS __m256i above9_4(__m256i digits) {
  return _mm256_or_si256(digits, _mm256_add_epi8(digits, _mm256_set1_epi8(0x76)));
}

AVX2 ALWAYS __m256i values4(__m256i digits) {
  __m256i pairs = _mm256_maddubs_epi16(digits, _mm256_set1_epi16(0x010A));
  __m256i fours = _mm256_madd_epi16(pairs, _mm256_set1_epi32(0x00010064));
  return _mm256_add_epi64(
      _mm256_mul_epu32(fours, _mm256_set1_epi64x(10000)), _mm256_srli_epi64(fours, 32));
}

/// Eight bits for each row, any of which is set if the highest bit of any byte is.
AVX2 ALWAYS uint32_t high_bits(__m256i bytes) { return (uint32_t)_mm256_movemask_epi8(bytes); }

/// Eight bits for each row, which are set unless all its bits are clear.
AVX2 ALWAYS uint32_t other_than_zero(__m256i rows) {
  return ~high_bits(_mm256_cmpeq_epi64(rows, _mm256_setzero_si256()));
}

AVX2 ALWAYS __m128i low_halves(__m256i values) {
  const __m256i even = _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6);
  return _mm256_castsi256_si128(_mm256_permutevar8x32_epi32(values, even));
}

/// Rows at the beginning that are too near it for a word that ends where they end.
ALWAYS size_t rows_before(const tabular_column *column, uint32_t place) {
  size_t row = 0;
  while (row < column->rows && field_of(column, row).end < place) row++;
  return row;
}

// Rows one by one up to `end`, and the rows of a block whose bits are set in `bad`.
#define ROWS_UNTIL(limit, left_to_caller)                  \
  for (size_t near_end = (limit); row < near_end; row++)   \
    if (left_to_caller) odd[(*odds)++] = (uint32_t)row;
#define BAD_ROWS(left_to_caller)                                    \
  while (__builtin_expect(bad != 0, 0)) {                           \
    unsigned lane = (unsigned)__builtin_ctz(bad) / 8;               \
    size_t at = row + lane;                                         \
    bad &= ~(0xFFu << 8 * lane);                                    \
    if (left_to_caller) odd[(*odds)++] = (uint32_t)at;              \
  }

/// Digits after the sign in the first field that has one; 0 if none has.
ALWAYS int usual_fraction(const tabular_column *column, uint8_t sign) {
  for (size_t row = 0; row < column->rows; row++) {
    field f = field_of(column, row);
    for (uint32_t place = f.start; place < f.end && f.end - f.start <= 8; place++)
      if (column->bytes[place] == sign) return (int)(f.end - place - 1);
    if (f.end > f.start) return 0;
  }
  return 0;
}

/// Fills one of the two outputs. Fields with as many digits after the sign as
/// the first one has are usual.
AVX2 ALWAYS size_t decimals4(
    const tabular_column *column, int scale, uint8_t sign, int is_narrow, int32_t *wide,
    int16_t *narrow, uint32_t *odd, size_t *odds) {
  // No store can change a copy, so its parts stay in registers; here and below.
  const tabular_column copy = *column;
  column = &copy;
  size_t row = 0;
#define ONE(i)                                                                   \
  (is_narrow ? short_decimal_at(column, (i), scale, sign, narrow + (i))          \
             : decimal_at(column, (i), scale, sign, INT32_MIN, INT32_MAX, wide + (i)))
  ROWS_UNTIL(rows_before(column, 8), ONE(row))
  int fraction = usual_fraction(column, sign);
  if (fraction > scale || fraction > 6) return row;
  // The byte of the sign, the bytes before it, which move over it, and what is added to each byte:
  // 0x7F lets none but zero pass.
  uint64_t place = fraction ? 8 * (7 - (uint64_t)fraction) : 0;
  uint64_t sign_byte = fraction ? (uint64_t)(sign ^ 0x30) << place : 0;
  uint64_t excess_bytes = 0x7676767676767676ull + (fraction ? 9ull << place : 0);
  const __m256i pattern = _mm256_set1_epi64x((long long)(ZEROS ^ sign_byte));
  const __m256i excess = _mm256_set1_epi64x((long long)excess_bytes);
  const __m256i before = _mm256_set1_epi64x(fraction ? (long long)((1ull << place) - 1) : 0);
  const __m256i power = _mm256_set1_epi64x(powers[scale - fraction]);
  const __m256i shortest = _mm256_set1_epi64x(fraction ? fraction + 2 : 1);
  const __m256i longest = _mm256_set1_epi64x(8), all = _mm256_set1_epi64x(64);
  const __m256i limit = _mm256_set1_epi64x(is_narrow ? INT16_MAX : INT32_MAX);
  for (; row + 4 <= column->rows; row += 4) {
    rows4 rows = rows4_at(column, row);
    __m256i shift = _mm256_sub_epi64(all, _mm256_slli_epi64(rows.lengths, 3));
    __m256i digits = _mm256_xor_si256(ends4(column, &rows, -8), pattern);
    digits = _mm256_sllv_epi64(_mm256_srlv_epi64(digits, shift), shift);
    __m256i wrong = _mm256_or_si256(digits, _mm256_add_epi8(digits, excess));
    __m256i whole = _mm256_and_si256(digits, before);
    digits = _mm256_or_si256(_mm256_andnot_si256(before, digits), _mm256_slli_epi64(whole, 8));
    __m256i value = _mm256_mul_epu32(values4(digits), power);
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi64(shortest, rows.lengths));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi64(rows.lengths, longest));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi64(value, limit));
    __m128i low = low_halves(value);
    if (is_narrow) {
      _mm_storel_epi64((__m128i *)(narrow + row), _mm_packs_epi32(low, low));
    } else {
      _mm_storeu_si128((__m128i *)(wide + row), low);
    }
    uint32_t bad = high_bits(wrong);
    BAD_ROWS(ONE(at))
  }
#undef ONE
  return row;
}

AVX2 static size_t wide_decimals4(
    const tabular_column *column, int scale, uint8_t sign, int32_t *values, uint32_t *odd,
    size_t *odds) {
  return decimals4(column, scale, sign, 0, values, 0, odd, odds);
}

AVX2 static size_t short_decimals4(
    const tabular_column *column, int scale, uint8_t sign, int16_t *values, uint32_t *odd,
    size_t *odds) {
  return decimals4(column, scale, sign, 1, 0, values, odd, odds);
}

AVX2 static size_t integers4(
    const tabular_column *column, uint32_t exact, int64_t *values, uint32_t *odd, size_t *odds) {
  const tabular_column copy = *column;
  column = &copy;
  const __m256i eight = _mm256_set1_epi64x(8);
  const __m256i shortest = _mm256_set1_epi64x(exact ? exact : 1);
  const __m256i longest = _mm256_set1_epi64x(exact ? exact : 16);
  size_t row = 0;
  ROWS_UNTIL(rows_before(column, 16), integer_at(column, row, exact, values + row))
  for (; row + 4 <= column->rows; row += 4) {
    rows4 rows = rows4_at(column, row);
    __m256i is_long = _mm256_cmpgt_epi64(rows.lengths, eight);
    __m256i low = digits4(
        ends4(column, &rows, -8), _mm256_blendv_epi8(rows.lengths, eight, is_long));
    __m256i value = values4(low), wrong = above9_4(low);
    if (!_mm256_testz_si256(is_long, is_long)) {
      __m256i rest = _mm256_and_si256(_mm256_sub_epi64(rows.lengths, eight), is_long);
      __m256i high = digits4(ends4(column, &rows, -16), rest);
      value = _mm256_add_epi64(
          value, _mm256_mul_epu32(values4(high), _mm256_set1_epi64x(100000000)));
      wrong = _mm256_or_si256(wrong, above9_4(high));
    }
    _mm256_storeu_si256((__m256i *)(values + row), value);
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi64(shortest, rows.lengths));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi64(rows.lengths, longest));
    uint32_t bad = high_bits(wrong);
    BAD_ROWS(integer_at(column, at, exact, values + at))
  }
  return row;
}

/// The sign in the first field that is as long as a date; 0 if none is.
ALWAYS uint8_t usual_date_sign(const tabular_column *column, int form) {
  for (size_t row = 0; row < column->rows; row++) {
    field f = field_of(column, row);
    if (f.end - f.start == 10) return column->bytes[f.start + (form == 1 ? 4 : 2)];
  }
  return 0;
}

AVX2 static size_t dates4(
    const tabular_column *column, int form, int32_t *values, uint32_t *odd, size_t *odds) {
  const tabular_column copy = *column;
  column = &copy;
  // Day, month and year in eight digits, then the two signs.
  static const int8_t orders[3][16] = {
      {0, 1, 3, 4, 6, 7, 8, 9, 2, 5, -1, -1, -1, -1, -1, -1},
      {8, 9, 5, 6, 0, 1, 2, 3, 4, 7, -1, -1, -1, -1, -1, -1},
      {3, 4, 0, 1, 6, 7, 8, 9, 2, 5, -1, -1, -1, -1, -1, -1}};
  static const uint8_t offsets[16] = {MONTH_OFFSETS}, month_lengths[16] = {MONTH_LENGTHS};
  uint8_t sign = usual_date_sign(column, form);
  if (!is_date_sign(sign)) return 0;
  size_t row = 0;
  const __m256i order =
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)orders[form]));
  const __m256i pattern = _mm256_broadcastsi128_si256(
      _mm_set_epi64x((long long)(sign * 0x0101ull), (long long)ZEROS));
  const __m256i greatest =
      _mm256_broadcastsi128_si256(_mm_set_epi64x(0, 0x0909090909090909ll));
  const __m256i offset_table =
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)offsets));
  const __m256i length_table =
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)month_lengths));
  const __m256i word = _mm256_set1_epi64x(0xFFFF);
  for (; row + 4 <= column->rows; row += 4) {
    rows4 rows = rows4_at(column, row);
    // Sixteen bytes are read of each field.
    if ((size_t)(rows.separators[3][0] + 1) + column->lead + 16 > column->count) break;
    const uint8_t *p = column->bytes + column->lead;
#define SIXTEEN(i) _mm_loadu_si128((const __m128i *)(p + (uint32_t)(rows.separators[i][0] + 1)))
    __m256i even = _mm256_inserti128_si256(_mm256_castsi128_si256(SIXTEEN(0)), SIXTEEN(2), 1);
    __m256i uneven = _mm256_inserti128_si256(_mm256_castsi128_si256(SIXTEEN(1)), SIXTEEN(3), 1);
#undef SIXTEEN
    even = _mm256_xor_si256(_mm256_shuffle_epi8(even, order), pattern);
    uneven = _mm256_xor_si256(_mm256_shuffle_epi8(uneven, order), pattern);
    __m256i even_over = _mm256_subs_epu8(even, greatest);
    __m256i uneven_over = _mm256_subs_epu8(uneven, greatest);
    __m256i over = _mm256_or_si256(
        _mm256_unpacklo_epi64(even_over, uneven_over),
        _mm256_unpackhi_epi64(even_over, uneven_over));
    // Day, month, century and year of the century, each in 16 bits.
    __m256i pairs = _mm256_maddubs_epi16(
        _mm256_unpacklo_epi64(even, uneven), _mm256_set1_epi16(0x010A));
    __m256i day = _mm256_and_si256(pairs, word);
    __m256i month = _mm256_and_si256(_mm256_srli_epi64(pairs, 16), word);
    // Day plus 30 months, and the year, each in 32 bits.
    __m256i sums = _mm256_madd_epi16(pairs, _mm256_set1_epi64x(0x00010064001E0001ll));
    __m256i year = _mm256_srli_epi64(sums, 32);
    __m256i is_early = _mm256_cmpgt_epi32(_mm256_set1_epi64x(3), month);
    __m256i leaps = _mm256_srli_epi32(_mm256_add_epi32(year, is_early), 2);
    __m256i days = _mm256_add_epi32(
        _mm256_add_epi32(_mm256_madd_epi16(year, _mm256_set1_epi64x(365)), leaps),
        _mm256_add_epi32(sums, _mm256_shuffle_epi8(offset_table, month)));
    days = _mm256_sub_epi32(days, _mm256_set1_epi64x(EPOCH));
    _mm_storeu_si128((__m128i *)(values + row), low_halves(days));
    // The leap day is not usual.
    __m256i wrong = _mm256_or_si256(
        over, _mm256_cmpgt_epi32(day, _mm256_shuffle_epi8(length_table, month)));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi32(month, _mm256_set1_epi64x(12)));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi32(_mm256_set1_epi64x(1), day));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi32(_mm256_set1_epi64x(FIRST_YEAR), year));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi32(year, _mm256_set1_epi64x(LAST_YEAR)));
    wrong = _mm256_or_si256(wrong, _mm256_xor_si256(rows.lengths, _mm256_set1_epi64x(10)));
    uint32_t bad = other_than_zero(wrong);
    BAD_ROWS(date_at(column, at, form, values + at))
  }
  return row;
}

AVX2 static size_t codes4(
    const tabular_column *column, const uint64_t *keys, const uint16_t *codes, uint64_t mask,
    uint16_t *values, uint32_t *odd, size_t *odds) {
  const tabular_column copy = *column;
  column = &copy;
  const __m256i sixty_four = _mm256_set1_epi64x(64), zero = _mm256_setzero_si256();
  const __m256i longest = _mm256_set1_epi64x(8);
  const __m256i factor = _mm256_set1_epi64x(0x9E3779B9);
  const __m256i slot_mask = _mm256_set1_epi64x((long long)mask);
  size_t row = 0;
  ROWS_UNTIL(rows_before(column, 8), code_at(column, row, keys, codes, mask, values + row))
  for (; row + 4 <= column->rows; row += 4) {
    rows4 rows = rows4_at(column, row);
    __m256i words = ends4(column, &rows, -8);
    __m256i key = _mm256_srlv_epi64(
        words, _mm256_sub_epi64(sixty_four, _mm256_slli_epi64(rows.lengths, 3)));
    __m256i folded = _mm256_xor_si256(key, _mm256_srli_epi64(key, 32));
    __m256i slots = _mm256_and_si256(
        _mm256_srli_epi64(_mm256_mul_epu32(folded, factor), 20), slot_mask);
    uint64_t slot[4];
    _mm256_storeu_si256((__m256i *)slot, slots);
    __m256i found = join4(keys + slot[0], keys + slot[1], keys + slot[2], keys + slot[3]);
    for (int i = 0; i < 4; i++) values[row + (size_t)i] = codes[slot[i]];
    // No key is empty, none is longer than a word, and none ends with a zero byte.
    __m256i wrong = _mm256_xor_si256(found, key);
    wrong = _mm256_or_si256(wrong, _mm256_cmpeq_epi64(_mm256_srli_epi64(words, 56), zero));
    wrong = _mm256_or_si256(wrong, _mm256_cmpgt_epi64(rows.lengths, longest));
    wrong = _mm256_or_si256(wrong, _mm256_cmpeq_epi64(rows.lengths, zero));
    uint32_t bad = other_than_zero(wrong);
    BAD_ROWS(code_at(column, at, keys, codes, mask, values + at))
  }
  return row;
}

AVX2 static size_t ranges4(
    const tabular_column *column, uint32_t base, uint32_t *starts, uint16_t *lengths,
    uint32_t *odd, size_t *odds) {
  const tabular_column copy = *column;
  column = &copy;
  const __m256i longest = _mm256_set1_epi64x(0x7FFE), quote = _mm256_set1_epi64x('"');
  size_t row = 0;
  // Eight bytes are read of each field.
  for (; row + 4 <= column->rows; row += 4) {
    rows4 rows = rows4_at(column, row);
    uint32_t start[4];
    for (int i = 0; i < 4; i++) start[i] = rows.separators[i][0] + 1 + column->lead;
    if ((size_t)start[3] + 8 > column->count) break;
    const uint8_t *p = column->bytes;
    __m256i heads = join4(p + start[0], p + start[1], p + start[2], p + start[3]);
    __m128i places = _mm_loadu_si128((const __m128i *)start);
    _mm_storeu_si128(
        (__m128i *)(starts + row), _mm_add_epi32(places, _mm_set1_epi32((int)base)));
    __m128i short_lengths = low_halves(rows.lengths);
    _mm_storel_epi64(
        (__m128i *)(lengths + row), _mm_packus_epi32(short_lengths, short_lengths));
    __m256i is_quoted = _mm256_cmpeq_epi64(
        _mm256_and_si256(heads, _mm256_set1_epi64x(0xFF)), quote);
    uint32_t bad =
        high_bits(_mm256_or_si256(is_quoted, _mm256_cmpgt_epi64(rows.lengths, longest)));
    BAD_ROWS(range_at(column, at, base, starts + at, lengths + at))
  }
  return row;
}
