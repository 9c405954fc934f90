#if canImport(CTabularScan)
  internal import CTabularScan

  /// The block scanner in C: 64 bytes at a time with the instructions that the processor has.
  ///
  /// Every call hands over a part of a ``ByteWindow`` and its exact length; the C code reads nothing
  /// outside of it and writes nothing past the room it is given.
  enum BlockScanner {
    static func survey(
      _ bytes: ByteWindow, _ range: Range<Int>, previous: UInt8, delimiter: Delimiter
    ) -> BlockSurvey {
      let part = unsafe bytes.buffer(range)
      guard let start = part.baseAddress else { return BlockSurvey() }
      let found = unsafe tabular_survey(start, part.count, previous, delimiter.rawValue)
      return BlockSurvey(
        outside: .init(
          lineFeeds: Int(found.line_feeds.0), carriageReturns: Int(found.carriage_returns.0),
          pairs: Int(found.pairs.0), hasStrayQuote: found.has_stray_quote.0 != 0),
        inside: .init(
          lineFeeds: Int(found.line_feeds.1), carriageReturns: Int(found.carriage_returns.1),
          pairs: Int(found.pairs.1), hasStrayQuote: found.has_stray_quote.1 != 0),
        flips: found.flips != 0, hasQuote: found.has_quote != 0,
        hasNonASCII: found.has_non_ascii != 0, isSuspicious: found.is_suspicious != 0)
    }

    static func isUTF8(_ bytes: ByteWindow, _ range: Range<Int>) -> Bool {
      let part = unsafe bytes.buffer(range)
      guard let start = part.baseAddress else { return true }
      return unsafe tabular_is_utf8(start, part.count) != 0
    }

    static func fieldIndex(_ bytes: ByteWindow, delimiter: Delimiter) -> FieldIndex {
      let part = unsafe bytes.buffer(0..<bytes.count)
      var lineFeedCount = 0
      let separators = unsafe [UInt32](unsafeUninitializedCapacity: part.count + 65) {
        buffer, count in
        guard let start = part.baseAddress, let room = buffer.baseAddress else {
          return
        }
        unsafe room.initialize(to: FieldIndex.sentinel)
        let found = unsafe tabular_index(
          start, part.count, delimiter.rawValue, room + 1, &lineFeedCount)
        count = found + 1
      }
      return FieldIndex(separators: separators, lineFeedCount: lineFeedCount, in: bytes)
    }

    /// The length of the shortest of some rows of equal width, or nil if not every row ends with an LF
    /// or with the bytes; `separators` are those of a ``FieldIndex``.
    static func shortestRow(
      _ bytes: ByteWindow, _ separators: [UInt32], width: Int, rowCount: Int
    ) -> Int? {
      precondition(width * rowCount < separators.count)
      let part = unsafe bytes.buffer(0..<bytes.count)
      guard let start = part.baseAddress else { return nil }
      var shortest: UInt32 = 0
      let isRegular = unsafe separators.withUnsafeBufferPointer { places in
        guard let first = places.baseAddress else { return false }
        return unsafe tabular_rows_are_regular(
          start, part.count, first, width, rowCount, &shortest) != 0
      }
      return isRegular ? Int(shortest) : nil
    }

    /// Never uses more than this level: 0 portable, 1 AVX2, 2 AVX-512.
    static func limit(to level: Int) { tabular_limit_level(Int32(level)) }

    static var level: String {
      switch tabular_level() {
      case 2: "AVX-512"
      case 1: "AVX2"
      default: "portable"
      }
    }
  }
#endif
