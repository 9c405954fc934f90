internal import Files

/// A file's text as UTF-8, and the way back from a place in it to the file's own bytes.
struct TranscodedText: Sendable {
  let text: ByteWindow
  /// The file's own bytes; the same as `text` where the file is UTF-8.
  private let original: ByteWindow
  private let encoding: TextEncoding
  private let marks: [Mark]

  private struct Mark {
    let text: Int
    let original: Int
  }

  /// How far marks are apart in the original.
  private static let markDistance = 1 << 15

  /// Text that is UTF-8 already.
  init(utf8 bytes: ByteWindow) {
    text = bytes
    original = bytes
    encoding = .utf8
    marks = []
  }

  /// Turns text of another encoding into UTF-8; what means nothing becomes the byte 0xFF, which no
  /// UTF-8 text holds, so that its row can be told. Text begins at `start`, after any mark.
  ///
  /// The text of a large file goes into a private file and not into memory, unless there is no room.
  init(_ bytes: ByteWindow, encoding: TextEncoding, from start: Int) {
    let large = bytes.isReleasable ? Self.stored(bytes, encoding, from: start) : nil
    var transcoding = Transcoding(bytes, encoding, from: start)
    if large == nil { transcoding.transcode(to: bytes.count) }
    (text, marks) = large ?? (ByteWindow(transcoding.output), transcoding.marks)
    original = bytes
    self.encoding = encoding
  }

  /// The text in a private file, written piece by piece; nil where that is impossible.
  private static func stored(
    _ bytes: ByteWindow, _ encoding: TextEncoding, from start: Int
  ) -> (text: ByteWindow, marks: [Mark])? {
    do throws(FileError) {
      let file = try PrivateFile()
      var transcoding = Transcoding(bytes, encoding, from: start)
      while transcoding.place < bytes.count {
        let place = transcoding.place
        transcoding.transcode(to: place + pieceLength)
        _ = try file.append(transcoding.output)
        transcoding.forgetOutput()
        bytes.releasePages(place..<transcoding.place)
      }
      return (ByteWindow(try file.mapped()), transcoding.marks)
    } catch {
      return nil
    }
  }

  /// How much of a large file is turned into UTF-8 at once, in bytes.
  private static let pieceLength = 1 << 20

  /// Text on its way to UTF-8.
  private struct Transcoding {
    private(set) var output: [UInt8] = []
    private(set) var marks: [Mark] = []
    /// Where the next character begins.
    private(set) var place: Int
    private let bytes: ByteWindow
    private let decoder: CharacterDecoder
    private var nextMark: Int
    private var forgotten = 0

    init(_ bytes: ByteWindow, _ encoding: TextEncoding, from start: Int) {
      self.bytes = bytes
      decoder = CharacterDecoder(encoding)
      place = start
      nextMark = start
    }

    /// Goes on up to the first character at or after a place.
    mutating func transcode(to end: Int) {
      let end = min(end, bytes.count)
      output.reserveCapacity((end - place) + (end - place) / 4)
      while place < end {
        if place >= nextMark {
          marks.append(Mark(text: forgotten + output.count, original: place))
          nextMark = place + TranscodedText.markDistance
        }
        let (scalar, length) = decoder.character(in: bytes, at: place)
        TranscodedText.append(scalar, to: &output)
        place += length
      }
    }

    mutating func forgetOutput() {
      forgotten += output.count
      output.removeAll(keepingCapacity: true)
    }
  }

  /// The place in the file's own bytes of a place in the text.
  ///
  /// - Complexity: O(1) for UTF-8, otherwise O(log marks) and a walk over at most 32 KiB.
  func originalOffset(of offset: Int) -> Int {
    guard !marks.isEmpty else { return offset }
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].text <= offset { low = middle } else { high = middle }
    }
    let decoder = CharacterDecoder(encoding)
    var place = marks[low].text
    var index = marks[low].original
    defer { original.releasePages(marks[low].original..<index) }
    while place < offset && index < original.count {
      let (scalar, length) = decoder.character(in: original, at: index)
      place += Self.byteCount(of: scalar)
      index += length
    }
    return index
  }

  private static func byteCount(of scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x80, CharacterDecoder.invalid: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift & 0x3F))
    }
    switch byteCount(of: scalar) {
    case 1: output.append(UInt8(truncatingIfNeeded: scalar))
    case 2:
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      output.append(tail(0))
    case 3:
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(tail(6))
      output.append(tail(0))
    default:
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(tail(12))
      output.append(tail(6))
      output.append(tail(0))
    }
  }
}
