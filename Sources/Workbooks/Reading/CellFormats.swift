/// Which of a workbook's cell formats show a number as a day or a time, or with zeros before it.
struct CellFormats: Sendable {
  enum Kind: UInt8, Sendable { case number, time, day, digits }

  private var kinds: [Kind] = []
  private var masks: [Int: DigitMask] = [:]

  /// Formats of a workbook that has no part for them.
  static let none = CellFormats()
  private init() {}

  /// Reads the part with the styles.
  init(_ reader: consuming MarkupReader) throws(WorkbookError) {
    var own: [Int: (kind: Kind, mask: DigitMask?)] = [:]
    while true {
      switch try reader.next() {
      case .finished: return
      case .start where reader.name == .numberFormat:
        if let id = try reader.attribute(MarkupName("numFmtId")).flatMap({ Int($0) }),
          let code = try reader.attribute(MarkupName("formatCode"))
        {
          let mask = DigitMask(code: code)
          own[id] = (mask == nil ? Self.kind(ofCode: code) : .digits, mask)
        }
      case .start where reader.name == .cellFormats: try readFormats(&reader, own)
      default: continue
      }
    }
  }

  private mutating func readFormats(
    _ reader: inout MarkupReader, _ own: [Int: (kind: Kind, mask: DigitMask?)]
  ) throws(WorkbookError) {
    while true {
      switch try reader.next() {
      case .start where reader.name == .format:
        let id = try reader.attribute(MarkupName("numFmtId")).flatMap { Int($0) } ?? 0
        masks[kinds.count] = own[id]?.mask
        kinds.append(own[id]?.kind ?? Self.kind(ofBuiltIn: id))
        guard kinds.count <= 1 << 16 else { throw reader.damage("more formats than there can be") }
      case .end where reader.name == .cellFormats: return
      case .finished: return
      default: continue
      }
    }
  }

  /// What the format of a cell shows.
  subscript(style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .number }

  /// How a format of the kind `digits` shows a number.
  func mask(of style: Int) -> DigitMask? { masks[style] }

  /// Formats that are known by number alone, those of East Asian versions among them.
  static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 14...17, 22, 27...31, 34...36, 50...58: .day
    case 18...21, 32, 33, 45...47: .time
    default: .number
    }
  }

  /// What a format code shows, by the letters of its first section outside of quotes and brackets.
  static func kind(ofCode code: String) -> Kind {
    var letters: [Character] = []
    var isQuoted = false
    var bracket: [Character]?
    var isEscaped = false
    scan: for character in code {
      if isEscaped {
        isEscaped = false
      } else if let inside = bracket {
        if character == "]" {
          // `[h]`, `[mm]`, `[s]` count hours, minutes or seconds; others are colours and languages.
          if let first = inside.first, inside.allSatisfy({ $0 == first }), "hms".contains(first) {
            letters.append("h")
          }
          bracket = nil
        } else {
          bracket?.append(contentsOf: character.lowercased())
        }
      } else if isQuoted {
        isQuoted = character != "\""
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": bracket = []
        case "\\", "_", "*": isEscaped = true
        case ";": break scan
        default: letters += character.lowercased()
        }
      }
    }
    if String(letters).contains("general") { return .number }
    if letters.contains("y") || letters.contains("d") { return .day }
    if letters.contains("h") || letters.contains("s") { return .time }
    return letters.contains("m") ? .day : .number
  }
}
