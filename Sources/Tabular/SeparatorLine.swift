/// Excel's first line `sep=;`, which names the delimiter and is no record.
struct SeparatorLine {
  /// nil: a character that is no delimiter here.
  let delimiter: Delimiter?
  /// Where the records begin.
  let end: Int

  /// Reads it at `start`; nil if the text begins otherwise.
  init?(_ bytes: ByteWindow, from start: Int) {
    let head = bytes.array(start..<min(bytes.count, start + 10))
    let isQuoted = head.first == PlainScanner.quote
    let body = isQuoted ? head.dropFirst() : head[...]
    guard body.count >= 5, body.prefix(4).map({ $0 | 0x20 }) == Array("sep\u{3D}".utf8) else {
      return nil
    }
    var index = body.startIndex + 5
    if isQuoted {
      guard index < head.count, head[index] == PlainScanner.quote else { return nil }
      index += 1
    }
    if index < head.count {
      switch head[index] {
      case PlainScanner.lineFeed: index += 1
      case PlainScanner.carriageReturn:
        index += index + 1 < head.count && head[index + 1] == PlainScanner.lineFeed ? 2 : 1
      default: return nil
      }
    }
    delimiter = Delimiter(rawValue: body[body.startIndex + 4])
    end = start + index
  }
}
