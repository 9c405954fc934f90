/// A sentence for people, kept apart from its values so that it can be said in any language.
///
/// It is written in English where it is needed, as a string literal with interpolations, and what a
/// ``Catalogue`` knows it by is that English sentence with `{1}`, `{2}` … at the places of values:
///
///     let message: Message = "\(file): \(count) rows read"
///     message.description                       // English
///     message.text(by: Catalogue(["{1}: {2} rows read": "{1}: đọc {2} dòng"]))
///
/// Two messages are equal when their English texts are.
public struct Message: Sendable {
  /// A part that was written as one literal.
  struct Piece: Sendable {
    var pattern: String
    var values: [Value]
  }

  /// What stands at a place.
  enum Value: Sendable {
    /// A text that is the same in every language: a name, a number, a cell.
    case text(String)
    /// A sentence or word that is said in the language of the whole.
    case message(Message)
  }

  var pieces: [Piece]

  init(_ piece: Piece) { pieces = [piece] }

  /// A sentence or word that is only known at run time.
  ///
  /// - Parameter text: What a catalogue may know; a text that it does not know stays as it is.
  public init(_ text: String) {
    pieces = text.isEmpty ? [] : [Piece(pattern: text, values: [])]
  }

  /// Messages one after the other.
  ///
  /// - Parameters:
  ///   - parts: The messages in order.
  ///   - separator: What stands between two of them.
  public init(_ parts: [Message], separator: String) {
    pieces = []
    for (index, part) in parts.enumerated() {
      if index > 0 { pieces.append(Piece(pattern: separator, values: [])) }
      pieces.append(Piece(pattern: "{1}", values: [.message(part)]))
    }
  }

  /// One message followed by another; the two together may be one sentence of a catalogue.
  public static func + (left: Message, right: Message) -> Message {
    var sum = left
    sum += right
    return sum
  }

  /// Adds a message behind this one; the two together may be one sentence of a catalogue.
  public static func += (left: inout Message, right: Message) {
    left.pieces += right.pieces
  }
}

extension Message: Hashable {
  /// Whether both say the same in English.
  public static func == (left: Message, right: Message) -> Bool {
    left.description == right.description
  }

  /// Feeds the English text to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

/// Something that is told in a sentence, above all an error.
public protocol MessageConvertible: CustomStringConvertible {
  /// The sentence with its values.
  var message: Message { get }
}

extension MessageConvertible {
  /// The sentence in English.
  public var description: String { message.description }
}

extension Message: MessageConvertible {
  /// This message.
  public var message: Message { self }

  /// The text in English.
  public var description: String {
    var text = ""
    for piece in pieces { piece.write(piece.pattern, by: nil, to: &text) }
    return text
  }
}

extension Message: Codable {
  /// Takes an English text, which a catalogue may know.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the English text: what machines read is the same in every language.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
