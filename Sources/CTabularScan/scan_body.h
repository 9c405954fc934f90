// The body of the scanners; included once for each level by scan.c.

#define JOIN_(name, level) name##_##level
#define JOIN(name, level) JOIN_(name, level)
#define AT_LEVEL(name) JOIN(name, LEVEL)

typedef struct {
  // All ones if the last byte is inside quotes, when the first one of the text is outside.
  uint64_t inside;
  // 1 if the last byte is a quote, a CR.
  uint64_t quote, carriage_return;
} AT_LEVEL(carry);

/// `previous` is the byte before the block.
TARGET ALWAYS void AT_LEVEL(survey_block)(
    AT_LEVEL(block) block, uint64_t valid, uint8_t previous, uint8_t delimiter,
    AT_LEVEL(carry) *carry, tabular_survey_result *result, uint64_t *stray, uint64_t *flags) {
  uint64_t quotes = AT_LEVEL(equal)(block, '"') & valid;
  uint64_t feeds = AT_LEVEL(equal)(block, '\n') & valid;
  uint64_t returns = AT_LEVEL(equal)(block, '\r') & valid;
  uint64_t high = AT_LEVEL(high)(block) & valid;
  uint64_t inside = carry->inside;
  flags[1] |= high;
  if (high) {
    flags[2] |= (AT_LEVEL(equal)(block, 0xC2) | AT_LEVEL(equal)(block, 0xEF)) & valid;
    uint64_t seconds = (AT_LEVEL(equal)(block, 0x84) | AT_LEVEL(equal)(block, 0x96) |
                        AT_LEVEL(equal)(block, 0x9E) | AT_LEVEL(equal)(block, 0xB6)) &
                       valid;
    if (seconds)
      flags[2] |= seconds & (AT_LEVEL(equal)(block, 0xC3) << 1 | (previous == 0xC3));
  }
  if (quotes | carry->quote) {
    uint64_t openers =
        quotes | feeds | returns | (AT_LEVEL(equal)(block, delimiter) & valid);
    int follows_opener = previous == '"' || previous == '\n' || previous == '\r' ||
                         previous == delimiter;
    uint64_t late = quotes & ~(openers << 1 | (uint64_t)follows_opener);
    uint64_t early = ~openers & (quotes << 1 | carry->quote) & valid;
    inside = prefix_xor(quotes) ^ carry->inside;
    stray[0] |= (late & inside) | (early & ~inside);
    stray[1] |= (late & ~inside) | (early & inside);
    carry->inside = (uint64_t)((int64_t)inside >> 63);
    flags[0] |= quotes;
  }
  carry->quote = quotes >> 63;
  result->line_feeds[0] += (uint64_t)__builtin_popcountll(feeds & ~inside);
  result->line_feeds[1] += (uint64_t)__builtin_popcountll(feeds & inside);
  if (returns | carry->carriage_return) {
    uint64_t pairs = feeds & (returns << 1 | carry->carriage_return);
    result->carriage_returns[0] += (uint64_t)__builtin_popcountll(returns & ~inside);
    result->carriage_returns[1] += (uint64_t)__builtin_popcountll(returns & inside);
    result->pairs[0] += (uint64_t)__builtin_popcountll(pairs & ~inside);
    result->pairs[1] += (uint64_t)__builtin_popcountll(pairs & inside);
  }
  carry->carriage_return = returns >> 63;
}

TARGET static tabular_survey_result AT_LEVEL(survey)(
    const uint8_t *bytes, size_t count, uint8_t previous, uint8_t delimiter) {
  tabular_survey_result result = {{0, 0}, {0, 0}, {0, 0}, {0, 0}, 0, 0, 0, 0};
  uint64_t stray[2] = {0, 0}, flags[3] = {0, 0, 0};
  AT_LEVEL(carry) carry = {0, previous == '"', previous == '\r'};
  size_t i = 0;
  for (; i + 64 <= count; i += 64) {
    AT_LEVEL(survey_block)
    (AT_LEVEL(load)(bytes + i), ~0ull, previous, delimiter, &carry, &result, stray, flags);
    previous = bytes[i + 63];
    __builtin_prefetch(bytes + i + AHEAD);
  }
  if (i < count) {
    uint8_t tail[64] = {0};
    memcpy(tail, bytes + i, count - i);
    uint64_t valid = (1ull << (count - i)) - 1;
    AT_LEVEL(survey_block)
    (AT_LEVEL(load)(tail), valid, previous, delimiter, &carry, &result, stray, flags);
  }
  result.has_stray_quote[0] = stray[0] != 0;
  result.has_stray_quote[1] = stray[1] != 0;
  result.flips = carry.inside != 0;
  result.has_quote = flags[0] != 0;
  result.has_non_ascii = flags[1] != 0;
  result.is_suspicious = flags[2] != 0;
  return result;
}

TARGET ALWAYS uint64_t AT_LEVEL(separators)(
    AT_LEVEL(block) block, uint64_t valid, uint8_t delimiter, uint64_t *inside, size_t *feeds) {
  uint64_t quotes = AT_LEVEL(equal)(block, '"');
  uint64_t lines = AT_LEVEL(equal)(block, '\n') & valid;
  uint64_t found = (AT_LEVEL(equal)(block, delimiter) & valid) | lines;
  uint64_t quoted = *inside;
  if (quotes) {
    quoted ^= prefix_xor(quotes);
    *inside = (uint64_t)((int64_t)quoted >> 63);
  }
  *feeds += (size_t)__builtin_popcountll(lines & ~quoted);
  return found & ~quoted;
}

TARGET static size_t AT_LEVEL(index)(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint32_t *places, size_t *feeds) {
  uint64_t inside = 0;
  size_t found = 0, lines = 0, i = 0;
  for (; i + 64 <= count; i += 64) {
    uint64_t mask =
        AT_LEVEL(separators)(AT_LEVEL(load)(bytes + i), ~0ull, delimiter, &inside, &lines);
    found += AT_LEVEL(spread)(mask, (uint32_t)i, places + found);
    __builtin_prefetch(bytes + i + AHEAD);
  }
  if (i < count) {
    uint8_t tail[64] = {0};
    memcpy(tail, bytes + i, count - i);
    uint64_t mask = AT_LEVEL(separators)(
        AT_LEVEL(load)(tail), (1ull << (count - i)) - 1, delimiter, &inside, &lines);
    found += AT_LEVEL(spread)(mask, (uint32_t)i, places + found);
  }
  *feeds = lines;
  return found;
}

#undef AT_LEVEL
#undef JOIN
#undef JOIN_
