/// Many texts in one run of bytes: one arena and the place where each text ends.
///
/// For names and the like, where an object for each row would cost more than the text itself. Texts
/// that are all of one length, as exam numbers are, take nothing but their bytes.
public struct TextColumn: Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Low 32 bits of the place where each text ends; empty while all texts are of one length.
  private var places: [UInt32] = []
  /// For each multiple of 4 GiB that the arena crosses, the first text that ends at or after it; empty
  /// while all texts are of one length.
  private var crossings: [Int] = []
  /// How long each text is, and how many there are, while all are of one length.
  private var (width, evenCount) = (0, 0)

  /// No texts.
  public init() {}

  /// Takes what a decoder filled; fewer than 4 GiB.
  package init(bytes: [UInt8], ends: [UInt32]) {
    self.bytes = bytes
    places = ends
  }

  /// Takes texts that are all of one length.
  package init(bytes: [UInt8], width: Int, count: Int) {
    precondition(bytes.count == width * count)
    self.bytes = bytes
    (self.width, evenCount) = (width, count)
  }

  /// How many texts there are.
  public var count: Int { places.isEmpty ? evenCount : places.count }

  /// Whether there is none.
  public var isEmpty: Bool { count == 0 }

  /// Length of all texts together, in bytes.
  public var byteCount: Int { bytes.count }

  /// Low 32 bits of the place where each text ends.
  package var ends: [UInt32] {
    if !places.isEmpty { return places }
    return (0..<evenCount).map { UInt32(truncatingIfNeeded: ($0 + 1) * width) }
  }

  /// The length of every text; nil when they are not known to be of one.
  package var evenWidth: Int? { places.isEmpty ? width : nil }

  /// Makes room for texts to come.
  public mutating func reserveCapacity(_ count: Int, byteCount: Int) {
    if !places.isEmpty { places.reserveCapacity(count) }
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
    append(contentsOf: other, rows: 0..<other.count)
  }

  /// Appends some of the texts of another column.
  ///
  /// - Complexity: O(bytes + texts appended).
  package mutating func append(contentsOf other: TextColumn, rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    let start = other.range(of: rows.lowerBound).lowerBound
    let end = other.range(of: rows.upperBound - 1).upperBound
    if places.isEmpty {
      let length = evenCount == 0 ? other.range(of: rows.lowerBound).count : width
      if other.areEven(rows, length) {
        bytes.append(contentsOf: other.bytes[start..<end])
        (width, evenCount) = (length, evenCount + rows.count)
        return
      }
      notePlaces(and: rows.count)
    }
    let base = bytes.count
    guard (base + end - start) >> 32 == base >> 32, !other.places.isEmpty else {
      for index in rows { other.withBytes(at: index) { append($0) } }
      return
    }
    bytes.append(contentsOf: other.bytes[start..<end])
    // Places are kept modulo 4 GiB, so that one shift is right for all of them.
    let shift = UInt32(truncatingIfNeeded: base) &- UInt32(truncatingIfNeeded: start)
    for end in other.places[rows] { places.append(end &+ shift) }
  }

  /// Whether some texts all have a length.
  private func areEven(_ rows: Range<Int>, _ length: Int) -> Bool {
    if places.isEmpty { return width == length }
    var end = UInt32(truncatingIfNeeded: range(of: rows.lowerBound).lowerBound)
    for place in places[rows] {
      end &+= UInt32(truncatingIfNeeded: length)
      if place != end { return false }
    }
    return true
  }

  /// Notes where each text ends, for the next one is of another length.
  private mutating func notePlaces(and more: Int) {
    places.reserveCapacity(evenCount + more)
    for index in 0..<evenCount {
      places.append(UInt32(truncatingIfNeeded: (index + 1) * width))
    }
    for multiple in 0..<(evenCount * width) >> 32 {
      // The first text whose end is not before the multiple.
      crossings.append((((multiple + 1) << 32) - 1) / width)
    }
    (width, evenCount) = (0, 0)
  }

  /// Forgets the texts from an index on.
  package mutating func removeTexts(from index: Int) {
    guard index < count else { return }
    bytes.removeSubrange(range(of: index).lowerBound...)
    guard !places.isEmpty else {
      evenCount = index
      return
    }
    places.removeSubrange(index...)
    crossings.removeAll { $0 >= index }
    if places.isEmpty { (width, evenCount) = (0, 0) }
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
    if places.isEmpty {
      precondition(index < evenCount)
      return index * width..<(index + 1) * width
    }
    return (index == 0 ? 0 : end(of: index - 1))..<end(of: index)
  }

  private func end(of index: Int) -> Int {
    let low = Int(places[index])
    guard !crossings.isEmpty else { return low }
    return low + crossings.count { $0 <= index } << 32
  }

  private mutating func endText() {
    if places.isEmpty {
      let length = bytes.count - evenCount * width
      if evenCount == 0 || length == width {
        (width, evenCount) = (length, evenCount + 1)
        return
      }
      notePlaces(and: 1)
    }
    while crossings.count < bytes.count >> 32 { crossings.append(places.count) }
    places.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}

extension TextColumn: Hashable {
  /// Whether both have the same texts.
  public static func == (left: TextColumn, right: TextColumn) -> Bool {
    left.count == right.count && left.bytes == right.bytes
      && (0..<left.count).allSatisfy { left.range(of: $0) == right.range(of: $0) }
  }

  /// Feeds the texts to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(bytes)
  }
}
