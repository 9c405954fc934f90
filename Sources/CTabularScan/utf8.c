#include "CTabularScan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Unicode 16, table 3-7.
static int is_utf8_plain(const uint8_t *p, size_t n) {
  size_t i = 0;
  while (i < n) {
    uint64_t word;
    if (i + 8 <= n) {
      memcpy(&word, p + i, 8);
      if ((word & 0x8080808080808080ull) == 0) {
        i += 8;
        continue;
      }
    }
    uint8_t lead = p[i];
    if (lead < 0x80) {
      i++;
      continue;
    }
    size_t length;
    uint8_t low = 0x80, high = 0xBF;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead < 0xE0) {
      length = 2;
    } else if (lead < 0xF0) {
      length = 3;
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
    } else {
      length = 4;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    }
    if (n - i < length || p[i + 1] < low || p[i + 1] > high) return 0;
    for (size_t k = 2; k < length; k++)
      if ((p[i + k] & 0xC0) != 0x80) return 0;
    i += length;
  }
  return 1;
}

#if defined(__x86_64__)

// J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): three
// lookups by half bytes find every error in two neighbours; a fourth test finds missing thirds.
enum {
  TOO_SHORT = 1,
  TOO_LONG = 2,
  OVERLONG_3 = 4,
  TOO_LARGE = 8,
  SURROGATE = 16,
  OVERLONG_2 = 32,
  TOO_LARGE_1000 = 64,
  OVERLONG_4 = 64,
  TWO_CONTINUATIONS = 128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS
};

static const uint8_t first_high[16] = {TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS,
    TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
    TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4};
static const uint8_t first_low[16] = {(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (CARRY | OVERLONG_2),
    CARRY, CARRY, (CARRY | TOO_LARGE),
    (CARRY | TOO_LARGE | TOO_LARGE_1000), (CARRY | TOO_LARGE | TOO_LARGE_1000),
    (CARRY | TOO_LARGE | TOO_LARGE_1000), (CARRY | TOO_LARGE | TOO_LARGE_1000),
    (CARRY | TOO_LARGE | TOO_LARGE_1000), (CARRY | TOO_LARGE | TOO_LARGE_1000),
    (CARRY | TOO_LARGE | TOO_LARGE_1000), (CARRY | TOO_LARGE | TOO_LARGE_1000),
    (CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE),
    (CARRY | TOO_LARGE | TOO_LARGE_1000), (CARRY | TOO_LARGE | TOO_LARGE_1000)};
static const uint8_t second_high[16] = {TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    (TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
    (TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE),
    (TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
    (TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE), TOO_SHORT,
    TOO_SHORT, TOO_SHORT, TOO_SHORT};

#define ALWAYS static inline __attribute__((always_inline))
#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl")))

AVX2 ALWAYS __m256i table256(const uint8_t *table) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table));
}

AVX2 ALWAYS __m256i errors256(__m256i input, __m256i before) {
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  __m256i joined = _mm256_permute2x128_si256(before, input, 0x21);
  __m256i one = _mm256_alignr_epi8(input, joined, 15);
  __m256i two = _mm256_alignr_epi8(input, joined, 14);
  __m256i three = _mm256_alignr_epi8(input, joined, 13);
  __m256i high = _mm256_and_si256(_mm256_srli_epi16(one, 4), nibble);
  __m256i second = _mm256_and_si256(_mm256_srli_epi16(input, 4), nibble);
  __m256i special = _mm256_and_si256(
      _mm256_and_si256(
          _mm256_shuffle_epi8(table256(first_high), high),
          _mm256_shuffle_epi8(table256(first_low), _mm256_and_si256(one, nibble))),
      _mm256_shuffle_epi8(table256(second_high), second));
  __m256i must = _mm256_or_si256(
      _mm256_subs_epu8(two, _mm256_set1_epi8(0xE0 - 0x80)),
      _mm256_subs_epu8(three, _mm256_set1_epi8(0xF0 - 0x80)));
  return _mm256_xor_si256(_mm256_and_si256(must, _mm256_set1_epi8((char)0x80)), special);
}

AVX2 static int is_utf8_avx2(const uint8_t *p, size_t n) {
  __m256i bad = _mm256_setzero_si256(), before = _mm256_setzero_si256();
  size_t i = 0;
  for (; i + 32 <= n; i += 32) {
    __m256i input = _mm256_loadu_si256((const __m256i *)(p + i));
    // ASCII after a block that ended with ASCII cannot be wrong.
    int joined = _mm256_movemask_epi8(_mm256_or_si256(input, before));
    if (joined) bad = _mm256_or_si256(bad, errors256(input, before));
    before = input;
  }
  // The rest and at least one zero, which shows a character that was cut off.
  uint8_t tail[64] = {0};
  memcpy(tail, p + i, n - i);
  for (size_t k = 0; k < 64; k += 32) {
    __m256i input = _mm256_loadu_si256((const __m256i *)(tail + k));
    bad = _mm256_or_si256(bad, errors256(input, before));
    before = input;
  }
  return _mm256_testz_si256(bad, bad);
}

AVX512 ALWAYS __m512i table512(const uint8_t *table) {
  return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)table));
}

AVX512 ALWAYS __m512i errors512(__m512i input, __m512i before) {
  const __m512i nibble = _mm512_set1_epi8(0x0F);
  __m512i joined = _mm512_alignr_epi32(input, before, 12);
  __m512i one = _mm512_alignr_epi8(input, joined, 15);
  __m512i two = _mm512_alignr_epi8(input, joined, 14);
  __m512i three = _mm512_alignr_epi8(input, joined, 13);
  __m512i high = _mm512_and_si512(_mm512_srli_epi16(one, 4), nibble);
  __m512i second = _mm512_and_si512(_mm512_srli_epi16(input, 4), nibble);
  __m512i special = _mm512_and_si512(
      _mm512_and_si512(
          _mm512_shuffle_epi8(table512(first_high), high),
          _mm512_shuffle_epi8(table512(first_low), _mm512_and_si512(one, nibble))),
      _mm512_shuffle_epi8(table512(second_high), second));
  __m512i must = _mm512_or_si512(
      _mm512_subs_epu8(two, _mm512_set1_epi8(0xE0 - 0x80)),
      _mm512_subs_epu8(three, _mm512_set1_epi8(0xF0 - 0x80)));
  return _mm512_xor_si512(_mm512_and_si512(must, _mm512_set1_epi8((char)0x80)), special);
}

AVX512 static int is_utf8_avx512(const uint8_t *p, size_t n) {
  __m512i bad = _mm512_setzero_si512(), before = _mm512_setzero_si512();
  size_t i = 0;
  for (; i + 64 <= n; i += 64) {
    __m512i input = _mm512_loadu_si512(p + i);
    bad = _mm512_or_si512(bad, errors512(input, before));
    before = input;
  }
  uint8_t tail[128] = {0};
  memcpy(tail, p + i, n - i);
  for (size_t k = 0; k < 128; k += 64) {
    __m512i input = _mm512_loadu_si512(tail + k);
    bad = _mm512_or_si512(bad, errors512(input, before));
    before = input;
  }
  return _mm512_test_epi8_mask(bad, bad) == 0;
}

#endif

int tabular_is_utf8(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (tabular_level() >= 2) return is_utf8_avx512(bytes, count);
  if (tabular_level() >= 1) return is_utf8_avx2(bytes, count);
#endif
  return is_utf8_plain(bytes, count);
}
