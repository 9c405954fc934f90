// Scanning and decoding of delimited text with SIMD, chosen at run time.
//
// Every function gives the same result at every level; the Swift code of `Tabular` beside it is the
// reference. No function reads outside the bytes it is given.

#ifndef C_TABULAR_SCAN_H
#define C_TABULAR_SCAN_H

#include <stddef.h>
#include <stdint.h>

/// Which instructions are used: 0 portable, 1 AVX2, 2 AVX-512 with VBMI2.
int tabular_level(void);

/// Never use more than this level from now on; for tests and measurements.
void tabular_limit_level(int level);

/// What stands in a block of text, if its first byte is outside quotes (index 0) or inside (1).
typedef struct {
  /// LF, CR and CR LF pairs outside quotes. A pair counts where its LF is.
  uint64_t line_feeds[2], carriage_returns[2], pairs[2];
  /// Whether a quote stands where it is neither opening, closing nor doubled.
  uint8_t has_stray_quote[2];
  /// Whether the number of quotes is odd.
  uint8_t flips;
  uint8_t has_quote;
  uint8_t has_non_ascii;
  /// Whether bytes occur that text has which was read in a wrong encoding.
  uint8_t is_suspicious;
} tabular_survey_result;

/// Surveys a block; `previous` is the byte before it, or LF at the beginning of the text.
tabular_survey_result tabular_survey(
    const uint8_t *_Nonnull bytes, size_t count, uint8_t previous, uint8_t delimiter);

/// Whether the bytes are well-formed UTF-8.
int tabular_is_utf8(const uint8_t *_Nonnull bytes, size_t count);

/// Writes the places of all delimiters and LF outside quotes; the first byte must be outside quotes.
///
/// `places` must have room for `count` + 64 values. Returns how many were written, `*feeds` of them
/// places of LF.
size_t tabular_index(
    const uint8_t *_Nonnull bytes, size_t count, uint8_t delimiter, uint32_t *_Nonnull places,
    size_t *_Nonnull feeds);

/// Whether each of `rows` rows of `width` fields ends with an LF or with the bytes; `shortest` gets
/// the length of the shortest one then. `separators` are the places as above, after one value that gives 0
/// when 1 is added.
int tabular_rows_are_regular(
    const uint8_t *_Nonnull bytes, size_t count, const uint32_t *_Nonnull separators,
    size_t width, size_t rows, uint32_t *_Nonnull shortest);

/// One column over consecutive rows of equal length: field `i` lies between
/// `separators[i * stride] + 1 + lead` and `separators[i * stride + 1] - trim`.
typedef struct {
  const uint8_t *_Nonnull bytes;
  size_t count;
  const uint32_t *_Nonnull separators;
  size_t stride, rows;
  /// 1 if every field is in quotes, else 0.
  uint32_t lead;
  /// `lead`, and 1 more if a CR stands before the end of every field, which is the last one of its row.
  uint32_t trim;
} tabular_column;

/// How many of the fields end with a CR.
size_t tabular_returns(const tabular_column *_Nonnull column);

/// How many fields before the first one without an opening quote are in quotes; `lead` must be 0.
size_t tabular_quotes(const tabular_column *_Nonnull column);

// Each decoder stores a value for every row. A field of another shape than the one it knows is listed
// in `odd`, which has room for every row; its value means nothing. Returns how many are listed.

/// Decimals of up to 8 bytes to units of 10^-scale; an empty field gives INT32_MIN.
size_t tabular_decimals(
    const tabular_column *_Nonnull column, int scale, uint8_t sign, int32_t *_Nonnull values,
    uint32_t *_Nonnull odd);

/// The same to 16 bits; an empty field gives INT16_MIN.
size_t tabular_short_decimals(
    const tabular_column *_Nonnull column, int scale, uint8_t sign, int16_t *_Nonnull values,
    uint32_t *_Nonnull odd);

/// Unsigned integers of up to 16 digits; an empty field gives INT64_MIN.
size_t tabular_integers(
    const tabular_column *_Nonnull column, int64_t *_Nonnull values, uint32_t *_Nonnull odd);

/// Identifiers of exactly 12 digits; an empty field gives INT64_MIN.
size_t tabular_identifiers12(
    const tabular_column *_Nonnull column, int64_t *_Nonnull values, uint32_t *_Nonnull odd);

/// Dates with '/', '-' or '.' between their parts, to days from 1970-01-01: `form` 0 is dd/mm/yyyy, 1 is
/// yyyy-mm-dd, 2 is mm/dd/yyyy; days and months may lack their zero. Years 1901 to 2099. An empty field
/// gives INT32_MIN.
size_t tabular_dates(
    const tabular_column *_Nonnull column, int form, int32_t *_Nonnull values,
    uint32_t *_Nonnull odd);

/// Looks up fields of up to 8 bytes in an open hash table of `mask` + 1 slots; `keys` holds the bytes
/// from the lowest up, 0 for no key. An empty field gives 0xFFFF.
size_t tabular_codes(
    const tabular_column *_Nonnull column, const uint64_t *_Nonnull keys,
    const uint16_t *_Nonnull codes, uint64_t mask, uint16_t *_Nonnull values,
    uint32_t *_Nonnull odd);

/// The slot where the search for a key begins.
uint64_t tabular_code_slot(uint64_t key, uint64_t mask);

/// Where fields begin, plus `base`, and their lengths, which are below 0x7FFF. Fields that begin with
/// a quote are odd.
size_t tabular_ranges(
    const tabular_column *_Nonnull column, uint32_t base, uint32_t *_Nonnull starts,
    uint16_t *_Nonnull lengths, uint32_t *_Nonnull odd);

/// Copies fields one after the other to `output` and the running total, which begins with
/// `*total`, to `ends`; stops before the first row whose field has a quote but around it, or when fewer
/// than 64 bytes more than the field would remain of `capacity`. Returns the rows done.
size_t tabular_texts(
    const tabular_column *_Nonnull column, uint8_t *_Nonnull output, size_t capacity,
    size_t *_Nonnull total, uint32_t *_Nonnull ends);

/// Bytes of all fields together, quotes included.
size_t tabular_text_length(const tabular_column *_Nonnull column);

#endif
