/// Many texts in one run of bytes: one arena and the place where each text ends.
///
/// For names and the like, where an object for each row would cost more than the text itself.
public struct TextColumn: Sendable, Hashable {
  package private(set) var bytes: [UInt8] = []
  /// Low 32 bits of the place where each text ends.
  package private(set) var ends: [UInt32] = []
  /// For each multiple of 4 GiB that the arena crosses, the first text that ends at or after it.
  private var crossings: [Int] = []

  /// No texts.
  public init() {}

  /// Takes what a decoder filled; fewer than 4 GiB.
  package init(bytes: [UInt8], ends: [UInt32]) {
    self.bytes = bytes
    self.ends = ends
  }

  /// How many texts there are.
  public var count: Int { ends.count }

  /// Whether there is none.
  public var isEmpty: Bool { ends.isEmpty }

  /// Length of all texts together, in bytes.
  public var byteCount: Int { bytes.count }

  /// Makes room for texts to come.
  public mutating func reserveCapacity(_ count: Int, byteCount: Int) {
    ends.reserveCapacity(count)
    bytes.reserveCapacity(byteCount)
  }

  /// Appends a text.
  public mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    endText()
  }

  /// Appends a text given as UTF-8; what is no UTF-8 shows as U+FFFD when read as String.
  public mutating func append(_ text: Span<UInt8>) {
    bytes.append(copying: text)
    endText()
  }

  /// Appends a text given as UTF-8.
  public mutating func append(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    endText()
  }

  /// Appends all texts of another column.
  ///
  /// - Complexity: O(bytes + texts of `other`).
  public mutating func append(contentsOf other: TextColumn) {
    let base = bytes.count
    let first = ends.count
    bytes.append(contentsOf: other.bytes)
    guard bytes.count >> 32 != base >> 32 || !other.crossings.isEmpty else {
      let shift = UInt32(truncatingIfNeeded: base)
      ends.append(contentsOf: other.ends)
      for index in first..<ends.count { ends[index] &+= shift }
      return
    }
    var multiple = base >> 32
    for index in 0..<other.count {
      let end = base + other.end(of: index)
      while multiple < end >> 32 {
        crossings.append(first + index)
        multiple += 1
      }
      ends.append(UInt32(truncatingIfNeeded: end))
    }
  }

  /// Appends some of the texts of another column.
  ///
  /// - Complexity: O(bytes + texts appended).
  package mutating func append(contentsOf other: TextColumn, rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    let start = other.range(of: rows.lowerBound).lowerBound
    let end = other.range(of: rows.upperBound - 1).upperBound
    let base = bytes.count
    guard (base + end - start) >> 32 == base >> 32 else {
      for index in rows { other.withBytes(at: index) { append($0) } }
      return
    }
    bytes.append(contentsOf: other.bytes[start..<end])
    // Places are kept modulo 4 GiB, so that one shift is right for all of them.
    let shift = UInt32(truncatingIfNeeded: base) &- UInt32(truncatingIfNeeded: start)
    for end in other.ends[rows] { ends.append(end &+ shift) }
  }

  /// Forgets the texts from an index on.
  package mutating func removeTexts(from index: Int) {
    guard index < count else { return }
    bytes.removeSubrange(range(of: index).lowerBound...)
    ends.removeSubrange(index...)
    crossings.removeAll { $0 >= index }
  }

  /// Columns one after the other.
  public init(concatenating segments: [TextColumn]) {
    reserveCapacity(
      segments.reduce(0) { $0 + $1.count }, byteCount: segments.reduce(0) { $0 + $1.byteCount })
    for segment in segments { append(contentsOf: segment) }
  }

  /// The text at an index in `0..<count`.
  public subscript(index: Int) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  /// Lends the bytes of the text at an index in `0..<count`; the span must not leave `body`.
  public func withBytes<Result, Failure: Error>(
    at index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes.span.extracting(range(of: index)))
  }

  /// Where a text stands in ``bytes``.
  package func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : end(of: index - 1))..<end(of: index)
  }

  private func end(of index: Int) -> Int {
    let low = Int(ends[index])
    guard !crossings.isEmpty else { return low }
    return low + crossings.count { $0 <= index } << 32
  }

  private mutating func endText() {
    while crossings.count < bytes.count >> 32 { crossings.append(ends.count) }
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}
