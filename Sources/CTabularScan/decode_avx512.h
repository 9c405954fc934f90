// Eight fields at once with AVX-512; the same rules as the functions for one field in decode.c.

#include <immintrin.h>

#define AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")))

typedef struct {
  uint32_t start[8], end[8];
} fields8;

AVX512 ALWAYS fields8 fields8_at(const tabular_column *column, size_t row) {
  fields8 fields;
  for (int i = 0; i < 8; i++) {
    field f = field_of(column, row + (size_t)i);
    fields.start[i] = f.start;
    fields.end[i] = f.end;
  }
  return fields;
}

AVX512 ALWAYS __m512i lengths8(const fields8 *fields) {
  return _mm512_cvtepu32_epi64(_mm256_sub_epi32(
      _mm256_loadu_si256((const __m256i *)fields->end),
      _mm256_loadu_si256((const __m256i *)fields->start)));
}

AVX512 ALWAYS __m512i words8(const uint8_t *bytes, const uint32_t *places, ptrdiff_t offset) {
  const uint8_t *p = bytes + offset;
  return _mm512_set_epi64(
      (long long)load8(p + places[7]), (long long)load8(p + places[6]),
      (long long)load8(p + places[5]), (long long)load8(p + places[4]),
      (long long)load8(p + places[3]), (long long)load8(p + places[2]),
      (long long)load8(p + places[1]), (long long)load8(p + places[0]));
}

/// The last `length` bytes of each word, as digits, with zeros before them.
AVX512 ALWAYS __m512i digits8(__m512i words, __m512i lengths) {
  __m512i shift = _mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_slli_epi64(lengths, 3));
  words = _mm512_xor_si512(words, _mm512_set1_epi64((long long)ZEROS));
  return _mm512_sllv_epi64(_mm512_srlv_epi64(words, shift), shift);
}

AVX512 ALWAYS __mmask8 above9_8(__m512i digits) {
  return _mm512_test_epi64_mask(
      _mm512_or_si512(
          digits, _mm512_add_epi8(digits, _mm512_set1_epi8(0x76))),
      _mm512_set1_epi64((long long)HIGHS));
}

AVX512 ALWAYS __m512i pairs8(__m512i digits) {
  return _mm512_maddubs_epi16(digits, _mm512_set1_epi16(0x010A));
}

AVX512 ALWAYS __m512i values8(__m512i digits) {
  __m512i fours = _mm512_madd_epi16(pairs8(digits), _mm512_set1_epi32(0x00010064));
  return _mm512_add_epi64(
      _mm512_mul_epu32(fours, _mm512_set1_epi64(10000)), _mm512_srli_epi64(fours, 32));
}

/// Rows whose first byte is too near the beginning for a word that ends where they end.
ALWAYS size_t rows_before(const tabular_column *column, uint32_t place) {
  size_t row = 0;
  while (row < column->rows && field_of(column, row).end < place) row++;
  return row;
}

AVX512 ALWAYS size_t list8(__mmask8 bad, size_t row, uint32_t *odd, size_t odds) {
  while (bad) {
    odd[odds++] = (uint32_t)(row + (size_t)__builtin_ctz(bad));
    bad &= (__mmask8)(bad - 1);
  }
  return odds;
}

AVX512 static size_t decimals8(
    const tabular_column *column, int scale, uint8_t sign, int32_t *values, uint32_t *odd,
    size_t *done) {
  size_t row = 0, odds = 0;
  for (size_t near = rows_before(column, 8); row < near; row++)
    if (decimal_at(column, row, scale, sign, values)) odd[odds++] = (uint32_t)row;
  const __m512i ones = _mm512_set1_epi64((long long)ONES);
  const __m512i highs = _mm512_set1_epi64((long long)HIGHS);
  const __m512i signs = _mm512_set1_epi64((long long)(ONES * (uint8_t)(sign ^ 0x30)));
  const __m512i whole = _mm512_set1_epi64(powers[scale]);
  int fractions = scale < 6 ? scale : 6;
  for (; row + 8 <= column->rows; row += 8) {
    fields8 fields = fields8_at(column, row);
    __m512i lengths = lengths8(&fields);
    __m512i digits = digits8(words8(column->bytes, fields.end, -8), lengths);
    __m512i found = _mm512_xor_si512(digits, signs);
    found = _mm512_and_si512(_mm512_andnot_si512(found, _mm512_sub_epi64(found, ones)), highs);
    __mmask8 has_sign = _mm512_test_epi64_mask(found, found);
    // The lowest mark alone, all bits up to its byte, all bits below its byte.
    __m512i lowest = _mm512_and_si512(found, _mm512_sub_epi64(_mm512_setzero_si512(), found));
    __m512i upto = _mm512_sub_epi64(_mm512_slli_epi64(lowest, 1), _mm512_set1_epi64(1));
    __m512i below = _mm512_sub_epi64(_mm512_srli_epi64(lowest, 7), _mm512_set1_epi64(1));
    digits = _mm512_mask_or_epi64(
        digits, has_sign, _mm512_andnot_si512(upto, digits),
        _mm512_slli_epi64(_mm512_and_si512(digits, below), 8));
    __m512i power = _mm512_mask_mov_epi64(whole, has_sign, _mm512_setzero_si512());
    __mmask8 bad = 0;
    for (int fraction = 1; fraction <= fractions; fraction++) {
      __mmask8 here = _mm512_cmpeq_epi64_mask(
          lowest, _mm512_set1_epi64((long long)(0x80ull << 8 * (7 - fraction))));
      power = _mm512_mask_mov_epi64(power, here, _mm512_set1_epi64(powers[scale - fraction]));
      bad |= here & _mm512_cmpeq_epi64_mask(lengths, _mm512_set1_epi64(fraction + 1));
    }
    __m512i value = _mm512_mul_epu32(values8(digits), power);
    __mmask8 empty = _mm512_testn_epi64_mask(lengths, lengths);
    bad |= above9_8(digits) | _mm512_testn_epi64_mask(power, power) |
           _mm512_cmpgt_epu64_mask(lengths, _mm512_set1_epi64(8)) |
           _mm512_cmpgt_epu64_mask(value, _mm512_set1_epi64(INT32_MAX));
    bad &= (__mmask8)~empty;
    value = _mm512_mask_mov_epi64(value, bad | empty, _mm512_set1_epi64(INT32_MIN));
    _mm256_storeu_si256((__m256i *)(values + row), _mm512_cvtepi64_epi32(value));
    odds = list8(bad, row, odd, odds);
  }
  *done = row;
  return odds;
}

AVX512 static size_t integers8(
    const tabular_column *column, uint32_t exact, int64_t *values, uint32_t *odd, size_t *done) {
  size_t row = 0, odds = 0;
  for (size_t near = rows_before(column, 16); row < near; row++)
    if (integer_at(column, row, exact, values)) odd[odds++] = (uint32_t)row;
  for (; row + 8 <= column->rows; row += 8) {
    fields8 fields = fields8_at(column, row);
    __m512i lengths = lengths8(&fields);
    __m512i low = digits8(
        words8(column->bytes, fields.end, -8),
        _mm512_min_epu64(lengths, _mm512_set1_epi64(8)));
    __m512i value = values8(low);
    __mmask8 bad = above9_8(low);
    if (_mm512_cmpgt_epu64_mask(lengths, _mm512_set1_epi64(8))) {
      __m512i rest = _mm512_sub_epi64(
          _mm512_max_epu64(lengths, _mm512_set1_epi64(8)), _mm512_set1_epi64(8));
      __m512i high = digits8(words8(column->bytes, fields.end, -16), rest);
      value = _mm512_add_epi64(
          value, _mm512_mul_epu32(values8(high), _mm512_set1_epi64(100000000)));
      bad |= above9_8(high);
    }
    __mmask8 empty = _mm512_testn_epi64_mask(lengths, lengths);
    bad |= exact ? _mm512_cmpneq_epi64_mask(lengths, _mm512_set1_epi64(exact))
                 : _mm512_cmpgt_epu64_mask(lengths, _mm512_set1_epi64(16));
    bad &= (__mmask8)~empty;
    value = _mm512_mask_mov_epi64(value, bad | empty, _mm512_set1_epi64(INT64_MIN));
    _mm512_storeu_si512(values + row, value);
    odds = list8(bad, row, odd, odds);
  }
  *done = row;
  return odds;
}

AVX512 static size_t dates8(
    const tabular_column *column, int form, int32_t *values, uint32_t *odd, size_t *done) {
  // For each month from 1, in a common year and then in a leap year: days before it, and its length.
  static const int16_t before[32] = {0,  31, 59, 90, 120, 151, 181, 212, 243, 273, 304,
                                     334, 0, 0,  0,  0,   0,   31,  60,  91,  121, 152,
                                     182, 213, 244, 274, 305, 335, 0, 0, 0, 0};
  static const int16_t length[32] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0, 0,
                                     31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0, 0};
  const __m512i before_table = _mm512_loadu_si512(before);
  const __m512i length_table = _mm512_loadu_si512(length);
  const __m512i ten = _mm512_set1_epi64(10), one = _mm512_set1_epi64(1);
  const __m512i byte = _mm512_set1_epi64(0xFF), word = _mm512_set1_epi64(0xFFFF);
  size_t row = 0, odds = 0;
  for (; row + 8 <= column->rows; row += 8) {
    fields8 fields = fields8_at(column, row);
    __m512i lengths = lengths8(&fields);
    __mmask8 empty = _mm512_testn_epi64_mask(lengths, lengths);
    __mmask8 bad = _mm512_cmpneq_epi64_mask(lengths, ten) & (__mmask8)~empty;
    if (bad | empty) {
      // Other lengths could be read outside the bytes.
      for (size_t i = row; i < row + 8; i++)
        if (date_at(column, i, form, values)) odd[odds++] = (uint32_t)i;
      continue;
    }
    __m512i head = words8(column->bytes, fields.start, 0);
    __m512i tail = words8(column->bytes, fields.start, 2);
    __m512i digits, first, second;
    if (form == 1) {
      first = _mm512_and_si512(_mm512_srli_epi64(head, 32), byte);
      second = _mm512_srli_epi64(head, 56);
      digits = _mm512_or_si512(
          _mm512_and_si512(head, _mm512_set1_epi64(0xFFFFFFFFll)),
          _mm512_or_si512(
              _mm512_slli_epi64(_mm512_and_si512(_mm512_srli_epi64(head, 40), word), 32),
              _mm512_slli_epi64(_mm512_srli_epi64(tail, 48), 48)));
    } else {
      first = _mm512_and_si512(_mm512_srli_epi64(head, 16), byte);
      second = _mm512_and_si512(_mm512_srli_epi64(head, 40), byte);
      digits = _mm512_or_si512(
          _mm512_and_si512(head, word),
          _mm512_or_si512(
              _mm512_slli_epi64(_mm512_and_si512(_mm512_srli_epi64(head, 24), word), 16),
              _mm512_slli_epi64(_mm512_srli_epi64(tail, 32), 32)));
    }
    digits = _mm512_xor_si512(digits, _mm512_set1_epi64((long long)ZEROS));
    __mmask8 is_sign = _mm512_cmpeq_epi64_mask(first, _mm512_set1_epi64('-'));
    if (form != 1)
      is_sign |= _mm512_cmpeq_epi64_mask(first, _mm512_set1_epi64('/')) |
                 _mm512_cmpeq_epi64_mask(first, _mm512_set1_epi64('.'));
    bad = above9_8(digits) | _mm512_cmpneq_epi64_mask(first, second) | (__mmask8)~is_sign;
    // Four two-digit numbers in each word.
    __m512i pairs = pairs8(digits);
    __m512i a = _mm512_and_si512(pairs, word);
    __m512i b = _mm512_and_si512(_mm512_srli_epi64(pairs, 16), word);
    __m512i c = _mm512_and_si512(_mm512_srli_epi64(pairs, 32), word);
    __m512i d = _mm512_srli_epi64(pairs, 48);
    __m512i hundred = _mm512_set1_epi64(100);
    __m512i year, month, day;
    if (form == 1) {
      year = _mm512_add_epi64(_mm512_mul_epu32(a, hundred), b);
      month = c;
      day = d;
    } else {
      year = _mm512_add_epi64(_mm512_mul_epu32(c, hundred), d);
      month = form == 2 ? a : b;
      day = form == 2 ? b : a;
    }
    __m512i since = _mm512_sub_epi64(year, _mm512_set1_epi64(1900));
    month = _mm512_sub_epi64(month, one);
    day = _mm512_sub_epi64(day, one);
    __mmask8 is_1900 = _mm512_testn_epi64_mask(since, since);
    __mmask8 is_leap = _mm512_testn_epi64_mask(year, _mm512_set1_epi64(3)) & (__mmask8)~is_1900;
    bad |= _mm512_cmpge_epu64_mask(since, _mm512_set1_epi64(200)) |
           _mm512_cmpge_epu64_mask(month, _mm512_set1_epi64(12));
    __m512i place = _mm512_mask_add_epi64(month, is_leap, month, _mm512_set1_epi64(16));
    __m512i length_here =
        _mm512_and_si512(_mm512_permutexvar_epi16(place, length_table), word);
    __m512i before_here =
        _mm512_and_si512(_mm512_permutexvar_epi16(place, before_table), word);
    bad |= _mm512_cmpge_epu64_mask(day, length_here);
    __m512i leaps = _mm512_maskz_srli_epi64(
        (__mmask8)~is_1900, _mm512_sub_epi64(since, one), 2);
    __m512i days = _mm512_add_epi64(
        _mm512_add_epi64(_mm512_mul_epu32(since, _mm512_set1_epi64(365)), leaps),
        _mm512_add_epi64(
            _mm512_add_epi64(before_here, day), _mm512_set1_epi64(-25567)));
    days = _mm512_mask_mov_epi64(days, bad, _mm512_set1_epi64(INT32_MIN));
    _mm256_storeu_si256((__m256i *)(values + row), _mm512_cvtepi64_epi32(days));
    odds = list8(bad, row, odd, odds);
  }
  *done = row;
  return odds;
}
