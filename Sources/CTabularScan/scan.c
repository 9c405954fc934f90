#include "CTabularScan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

static int level_limit = 2;

void tabular_limit_level(int level) { __atomic_store_n(&level_limit, level, __ATOMIC_RELAXED); }

int tabular_level(void) {
#if defined(__x86_64__)
  int limit = __atomic_load_n(&level_limit, __ATOMIC_RELAXED);
  if (limit >= 2 && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
      __builtin_cpu_supports("bmi2"))
    return 2;
  if (limit >= 1 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")) return 1;
#endif
  return 0;
}

// How far ahead bytes are asked for: the processor itself does not look past a page.
#define AHEAD 2048

// The three levels share one body; each gives the type of 64 bytes and how to compare them.

#define ALWAYS static inline __attribute__((always_inline))

ALWAYS uint64_t prefix_xor(uint64_t mask) {
  mask ^= mask << 1;
  mask ^= mask << 2;
  mask ^= mask << 4;
  mask ^= mask << 8;
  mask ^= mask << 16;
  mask ^= mask << 32;
  return mask;
}

#define LEVEL portable
#define TARGET
#if defined(__x86_64__)
typedef struct { __m128i part[4]; } block_portable;
ALWAYS block_portable load_portable(const uint8_t *p) {
  block_portable block;
  for (int i = 0; i < 4; i++) block.part[i] = _mm_loadu_si128((const __m128i *)(p + 16 * i));
  return block;
}
ALWAYS uint64_t equal_portable(block_portable block, uint8_t byte) {
  __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++)
    mask |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block.part[i], wanted)) << 16 * i;
  return mask;
}
ALWAYS uint64_t high_portable(block_portable block) {
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++)
    mask |= (uint64_t)(uint16_t)_mm_movemask_epi8(block.part[i]) << 16 * i;
  return mask;
}
#elif defined(__aarch64__)
typedef struct { uint8x16_t part[4]; } block_portable;
ALWAYS block_portable load_portable(const uint8_t *p) {
  block_portable block;
  for (int i = 0; i < 4; i++) block.part[i] = vld1q_u8(p + 16 * i);
  return block;
}
ALWAYS uint64_t gather_portable(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t low = vpaddq_u8(vandq_u8(a, bits), vandq_u8(b, bits));
  uint8x16_t high = vpaddq_u8(vandq_u8(c, bits), vandq_u8(d, bits));
  low = vpaddq_u8(low, high);
  low = vpaddq_u8(low, low);
  return vgetq_lane_u64(vreinterpretq_u64_u8(low), 0);
}
ALWAYS uint64_t equal_portable(block_portable block, uint8_t byte) {
  uint8x16_t wanted = vdupq_n_u8(byte);
  return gather_portable(
      vceqq_u8(block.part[0], wanted), vceqq_u8(block.part[1], wanted),
      vceqq_u8(block.part[2], wanted), vceqq_u8(block.part[3], wanted));
}
ALWAYS uint64_t high_portable(block_portable block) {
  uint8x16_t least = vdupq_n_u8(0x80);
  return gather_portable(
      vcgeq_u8(block.part[0], least), vcgeq_u8(block.part[1], least),
      vcgeq_u8(block.part[2], least), vcgeq_u8(block.part[3], least));
}
#else
typedef struct { uint8_t bytes[64]; } block_portable;
ALWAYS block_portable load_portable(const uint8_t *p) {
  block_portable block;
  memcpy(block.bytes, p, 64);
  return block;
}
ALWAYS uint64_t equal_portable(block_portable block, uint8_t byte) {
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) mask |= (uint64_t)(block.bytes[i] == byte) << i;
  return mask;
}
ALWAYS uint64_t high_portable(block_portable block) {
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) mask |= (uint64_t)(block.bytes[i] >> 7) << i;
  return mask;
}
#endif
ALWAYS size_t spread_portable(uint64_t mask, uint32_t base, uint32_t *places) {
  size_t count = (size_t)__builtin_popcountll(mask);
  while (mask) {
    *places++ = base + (uint32_t)__builtin_ctzll(mask);
    mask &= mask - 1;
  }
  return count;
}
#include "scan_body.h"
#undef LEVEL
#undef TARGET

#if defined(__x86_64__)

#define LEVEL avx2
#define TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))
typedef struct { __m256i low, high; } block_avx2;
TARGET ALWAYS block_avx2 load_avx2(const uint8_t *p) {
  block_avx2 block = {
      _mm256_loadu_si256((const __m256i *)p), _mm256_loadu_si256((const __m256i *)(p + 32))};
  return block;
}
TARGET ALWAYS uint64_t join_avx2(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}
TARGET ALWAYS uint64_t equal_avx2(block_avx2 block, uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  return join_avx2(
      _mm256_cmpeq_epi8(block.low, wanted), _mm256_cmpeq_epi8(block.high, wanted));
}
TARGET ALWAYS uint64_t high_avx2(block_avx2 block) { return join_avx2(block.low, block.high); }
TARGET ALWAYS size_t spread_avx2(uint64_t mask, uint32_t base, uint32_t *places) {
  // Places are written eight at a time; those past the count are overwritten or cut off.
  size_t count = (size_t)__builtin_popcountll(mask);
  for (size_t done = 0; done < count; done += 8) {
    for (int i = 0; i < 8; i++) {
      places[done + (size_t)i] = base + (uint32_t)_tzcnt_u64(mask);
      mask = _blsr_u64(mask);
    }
  }
  return count;
}
#include "scan_body.h"
#undef LEVEL
#undef TARGET

#define LEVEL avx512
#define TARGET \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")))
typedef __m512i block_avx512;
TARGET ALWAYS block_avx512 load_avx512(const uint8_t *p) { return _mm512_loadu_si512(p); }
TARGET ALWAYS uint64_t equal_avx512(block_avx512 block, uint8_t byte) {
  return _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8((char)byte));
}
TARGET ALWAYS uint64_t high_avx512(block_avx512 block) { return _mm512_movepi8_mask(block); }
TARGET ALWAYS size_t spread_avx512(uint64_t mask, uint32_t base, uint32_t *places) {
  static const uint8_t identity[64] __attribute__((aligned(64))) = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  size_t count = (size_t)_mm_popcnt_u64(mask);
  __m512i packed = _mm512_maskz_compress_epi8(mask, _mm512_load_si512(identity));
  __m512i start = _mm512_set1_epi32((int)base);
  _mm512_storeu_si512(
      places, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed))));
  if (count > 16) {
    _mm512_storeu_si512(
        places + 16,
        _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 1))));
    if (count > 32) {
      _mm512_storeu_si512(
          places + 32,
          _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 2))));
      _mm512_storeu_si512(
          places + 48,
          _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 3))));
    }
  }
  return count;
}
#include "scan_body.h"
#undef LEVEL
#undef TARGET

#endif

tabular_survey_result tabular_survey(
    const uint8_t *bytes, size_t count, uint8_t previous, uint8_t delimiter) {
#if defined(__x86_64__)
  switch (tabular_level()) {
  case 2: return survey_avx512(bytes, count, previous, delimiter);
  case 1: return survey_avx2(bytes, count, previous, delimiter);
  default: break;
  }
#endif
  return survey_portable(bytes, count, previous, delimiter);
}

size_t tabular_index(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *places, size_t *feeds) {
#if defined(__x86_64__)
  switch (tabular_level()) {
  case 2: return index_avx512(bytes, count, delimiter, places, feeds);
  case 1: return index_avx2(bytes, count, delimiter, places, feeds);
  default: break;
  }
#endif
  return index_portable(bytes, count, delimiter, places, feeds);
}
