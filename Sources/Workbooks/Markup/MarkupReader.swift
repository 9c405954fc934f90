/// Reads the XML of a part, token by token, in bounded memory.
///
/// It knows what workbooks need and refuses the rest: UTF-8 only, no document type and no entities but
/// the five of XML and character numbers, elements closed in order and nested at most ``depthLimit``
/// deep, no token longer than ``tokenLimit``.
struct MarkupReader: ~Copyable {
  enum Token: Equatable { case start, end, text, finished }

  static let depthLimit = 64
  static let tokenLimit = 8 << 20
  private static let roomAtStart = 1 << 18

  private var stream: EntryStream
  private let file: String
  private let part: String
  private(set) var bytes: [UInt8]
  private var place = 0
  private var count = 0
  private var isAtEnd = false
  private var open: [UInt64] = []
  private var closesNow = false
  private var isBeforeRoot = true

  /// The local name of the element that begins or ends here.
  private(set) var name = MarkupName("")
  /// Where the attributes of the element that begins here, or the characters of the text, are.
  private(set) var content = 0..<0

  /// Begins to read.
  init(_ stream: consuming EntryStream, part: String, file: String) {
    bytes = Array(repeating: 0, count: Self.roomAtStart)
    self.stream = stream
    self.part = part
    self.file = file
  }

  func damage(_ detail: Message) -> WorkbookError {
    WorkbookError(.damaged, file: file, detail: "\(part): \(detail)")
  }

  func tooLarge(_ detail: Message) -> WorkbookError {
    WorkbookError(.tooLarge, file: file, detail: "\(part): \(detail)")
  }

  /// Reads the next token. White space between elements is text too.
  ///
  /// - Throws: ``WorkbookError`` with `damaged`, `unsupported`, `tooLarge` or `readFailed`.
  mutating func next() throws(WorkbookError) -> Token {
    if closesNow {
      closesNow = false
      return try close()
    }
    while true {
      if place == count, try !refill(from: place) {
        guard open.isEmpty, !isBeforeRoot else { throw damage("cut off") }
        return .finished
      }
      if bytes[place] != 0x3C {
        let end = try find(0x3C, from: place) ?? count
        content = place..<end
        place = end
        if !open.isEmpty { return .text }
        try refuseTextOutside()
        continue
      }
      try need(2)
      switch bytes[place + 1] {
      case 0x2F: return try readEnd()
      case 0x3F: try skip(to: [0x3F, 0x3E])
      case 0x21: try skipComment()
      default: return try readStart()
      }
    }
  }

  /// Skips the element that has begun, with all in it.
  mutating func skipElement() throws(WorkbookError) {
    let depth = open.count
    while open.count >= depth { _ = try next() }
  }

  /// Reads the rest without looking at it, so that its checksum is proved.
  mutating func drain() throws(WorkbookError) { try stream.drain() }

  private mutating func refuseTextOutside() throws(WorkbookError) {
    var first = content.lowerBound
    if isBeforeRoot, content.count >= 3, bytes[first] == 0xEF, bytes[first + 1] == 0xBB,
      bytes[first + 2] == 0xBF
    {
      first += 3
    }
    for index in first..<content.upperBound where bytes[index] > 0x20 {
      throw damage("text outside of elements, or not UTF-8")
    }
  }

  private mutating func readStart() throws(WorkbookError) -> Token {
    var end = place + 1
    var quote: UInt8 = 0
    while true {
      if end == count {
        let length = end - place
        guard try refill(from: place) else { throw damage("cut off") }
        end = place + length
      }
      let byte = bytes[end]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        break
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3C {
        throw damage("a tag inside a tag")
      }
      end += 1
    }
    let isEmpty = end > place + 1 && bytes[end - 1] == 0x2F
    let last = isEmpty ? end - 1 : end
    var nameStart = place + 1
    var nameEnd = nameStart
    while nameEnd < last, bytes[nameEnd] > 0x20 {
      if bytes[nameEnd] == 0x3A { nameStart = nameEnd + 1 }
      nameEnd += 1
    }
    guard nameEnd > nameStart else { throw damage("a tag without a name") }
    guard open.count < Self.depthLimit else { throw damage("elements nested too deep") }
    guard !open.isEmpty || isBeforeRoot else { throw damage("a second root") }
    isBeforeRoot = false
    name = MarkupName(bytes, nameStart..<nameEnd)
    open.append(name.packed)
    content = nameEnd..<last
    closesNow = isEmpty
    place = end + 1
    return .start
  }

  private mutating func readEnd() throws(WorkbookError) -> Token {
    guard let end = try find(0x3E, from: place) else { throw damage("cut off") }
    var nameStart = place + 2
    var nameEnd = nameStart
    while nameEnd < end, bytes[nameEnd] > 0x20 {
      if bytes[nameEnd] == 0x3A { nameStart = nameEnd + 1 }
      nameEnd += 1
    }
    name = MarkupName(bytes, nameStart..<nameEnd)
    place = end + 1
    guard open.last == name.packed else { throw damage("an element closed out of order") }
    return try close()
  }

  private mutating func close() throws(WorkbookError) -> Token {
    guard let packed = open.popLast() else { throw damage("an element closed out of order") }
    if packed != name.packed { throw damage("an element closed out of order") }
    return .end
  }

  /// Skips a comment; document types, entities and characters as they are (CDATA) are refused.
  private mutating func skipComment() throws(WorkbookError) {
    try need(4)
    if bytes[place + 2] == 0x2D, bytes[place + 3] == 0x2D {
      return try skip(to: [0x2D, 0x2D, 0x3E])
    }
    throw WorkbookError(
      .unsupported, file: file,
      detail: "\(part): a document type, an entity or another declaration")
  }

  private mutating func skip(to mark: [UInt8]) throws(WorkbookError) {
    var from = place + 2
    while let end = try find(mark[mark.count - 1], from: from) {
      if end - mark.count + 1 >= place + 2, Array(bytes[end - mark.count + 1...end]) == mark {
        place = end + 1
        return
      }
      from = end + 1
    }
    throw damage("cut off")
  }

  /// Makes sure of bytes from the place on.
  private mutating func need(_ length: Int) throws(WorkbookError) {
    while count - place < length {
      guard try refill(from: place) else { throw damage("cut off") }
    }
  }

  /// Looks for a byte; the token's beginning stays in the buffer, at the place. Nil at the end.
  private mutating func find(
    _ byte: UInt8, from start: Int
  ) throws(WorkbookError) -> Int? {
    var index = start
    while true {
      while index < count {
        if bytes[index] == byte { return index }
        index += 1
      }
      let length = index - place
      guard try refill(from: place) else { return nil }
      index = place + length
    }
  }

  /// Reads more behind what is kept; the kept bytes move to the beginning. False at the end.
  private mutating func refill(from kept: Int) throws(WorkbookError) -> Bool {
    if isAtEnd { return false }
    let length = count - kept
    if kept > 0 {
      for index in 0..<length { bytes[index] = bytes[kept + index] }
    }
    place = 0
    count = length
    if length == bytes.count {
      guard length < Self.tokenLimit else {
        throw WorkbookError(.tooLarge, file: file, detail: "\(part): a text of 8 MiB in one cell")
      }
      bytes.append(contentsOf: repeatElement(0, count: length))
    }
    let more = try stream.read(into: &bytes, at: count)
    count += more
    isAtEnd = more == 0
    return more > 0
  }
}
