/// What stands in a block of text whose beginning may be outside or inside quotes.
struct BlockSurvey: Sendable {
  /// Line ends outside quotes, and whether a quote stands where none may.
  struct Reading: Sendable {
    var lineFeeds = 0
    var carriageReturns = 0
    /// CR LF, counted where the LF is.
    var pairs = 0
    var hasStrayQuote = false

    /// How many records end.
    var recordEnds: Int { lineFeeds + carriageReturns - pairs }
  }

  /// If the first byte is outside quotes.
  var outside = Reading()
  /// If the first byte is inside quotes.
  var inside = Reading()
  /// Whether the number of quotes is odd.
  var flips = false
  var hasQuote = false
  var hasNonASCII = false
  /// Whether bytes occur that stand in text which was read in a wrong encoding.
  var isSuspicious = false
  var isUTF8 = true

  func reading(isInside: Bool) -> Reading { isInside ? inside : outside }
}

/// The blocks of a text, surveyed apart and concurrently.
struct TextSurvey: Sendable {
  let start: Int
  let end: Int
  let blockLength: Int
  let blocks: [BlockSurvey]

  /// Where a block begins; that of the block after the last is the end of the text.
  func boundary(_ block: Int) -> Int { min(end, start + block * blockLength) }
}
