extension Message {
  /// Makes a message again from what ``pack(into:)`` appended.
  package init(unpacking reader: inout PackedTexts.Reader) {
    pieces = []
    for _ in 0..<reader.number() {
      var piece = Piece(pattern: reader.text(), values: [])
      for _ in 0..<reader.number() {
        piece.values.append(
          reader.number() == 0
            ? .text(reader.text()) : .message(Message(unpacking: &reader)))
      }
      pieces.append(piece)
    }
  }

  /// Appends the message with all its values.
  package func pack(into texts: inout PackedTexts) {
    texts.append(pieces.count)
    for piece in pieces {
      texts.append(piece.pattern)
      texts.append(piece.values.count)
      for value in piece.values {
        switch value {
        case .text(let text):
          texts.append(0)
          texts.append(text)
        case .message(let message):
          texts.append(1)
          message.pack(into: &texts)
        }
      }
    }
  }
}
