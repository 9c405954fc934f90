internal import Files
import Parallel

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
  init(
    _ bytes: ByteWindow, encoding: TextEncoding, from start: Int, plan: WorkPlan = .sequential
  ) {
    let large = bytes.isReleasable ? Self.stored(bytes, encoding, from: start, plan) : nil
    var transcoding = Transcoding(bytes, encoding, from: start)
    if large == nil { transcoding.transcode(to: bytes.count) }
    (text, marks) = large ?? (ByteWindow(transcoding.output), transcoding.marks)
    original = bytes
    self.encoding = encoding
  }

  /// The text in a private file, written piece by piece; nil where that is impossible.
  private static func stored(
    _ bytes: ByteWindow, _ encoding: TextEncoding, from start: Int, _ plan: WorkPlan
  ) -> (text: ByteWindow, marks: [Mark])? {
    do throws(FileError) {
      let file = try PrivateFile()
      var marks: [Mark] = []
      var (place, length) = (start, 0)
      while place < bytes.count {
        var cuts = [place]
        while cuts.count <= plan.threadCount, let last = cuts.last, last < bytes.count {
          cuts.append(characterStart(in: bytes, encoding, from: last + pieceLength, start))
        }
        let pieces = plan.map(count: cuts.count - 1) { [cuts] piece in
          var transcoding = Transcoding(bytes, encoding, from: cuts[piece])
          transcoding.transcode(to: cuts[piece + 1])
          return transcoding
        }
        for piece in pieces {
          marks += piece.marks.map { Mark(text: $0.text + length, original: $0.original) }
          length += piece.output.count
          _ = try file.append(piece.output)
        }
        bytes.releasePages(place..<cuts[pieces.count])
        place = cuts[pieces.count]
      }
      return (ByteWindow(try file.mapped()), marks)
    } catch {
      return nil
    }
  }

  /// How much of a large file is turned into UTF-8 at once, in bytes.
  private static let pieceLength = 1 << 20

  /// The first place at or after `place` at which a character is known to begin, or the end.
  private static func characterStart(
    in bytes: ByteWindow, _ encoding: TextEncoding, from place: Int, _ start: Int
  ) -> Int {
    guard place < bytes.count else { return bytes.count }
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      // Units of two bytes are counted from the first; only the latter half of a pair begins nothing.
      let high = encoding == .utf16LittleEndian ? 1 : 0
      for unit in stride(from: place + (place - start) % 2, to: bytes.count - 1, by: 2)
      where bytes[unchecked: unit + high] & 0xFC != 0xDC {
        return unit
      }
      return bytes.count
    default:
      // A mark behind a letter is no ASCII.
      return (place..<bytes.count).first { bytes[unchecked: $0] < 0x80 } ?? bytes.count
    }
  }

  /// Text on its way to UTF-8.
  private struct Transcoding {
    private(set) var output: [UInt8] = []
    private(set) var marks: [Mark] = []
    /// Where the next character begins.
    private var place: Int
    private let bytes: ByteWindow
    private let decoder: CharacterDecoder
    private var nextMark: Int

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
          marks.append(Mark(text: output.count, original: place))
          nextMark = place + TranscodedText.markDistance
        }
        let (scalar, length) = decoder.character(in: bytes, at: place)
        TranscodedText.append(scalar, to: &output)
        place += length
      }
    }
  }

  /// The place in the file's own bytes of a place in the text.
  ///
  /// - Complexity: O(1) for UTF-8, otherwise O(log marks) and a walk over at most 32 KiB.
  func originalOffset(of offset: Int) -> Int {
    guard !marks.isEmpty else { return offset }
    let mark = marks[max(0, marks.partitionPoint { $0.text <= offset } - 1)]
    let decoder = CharacterDecoder(encoding)
    var place = mark.text
    var index = mark.original
    defer { original.releasePages(mark.original..<index) }
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
