extension Message {
  /// The text as a catalogue says it.
  ///
  /// Parts that were written one after the other are looked up together first, so that a sentence
  /// broken over several literals is one sentence of the catalogue; what it does not know stays
  /// English.
  ///
  /// - Parameter catalogue: The sentences of a language.
  /// - Returns: The text with its values.
  public func text(by catalogue: Catalogue) -> String {
    var text = ""
    var rest = pieces[...]
    while let first = rest.first {
      var count = min(rest.count, Self.longestRun)
      while count > 1 {
        let run = Piece(rest.prefix(count))
        if let known = catalogue[run.pattern] {
          run.write(known, by: catalogue, to: &text)
          break
        }
        count -= 1
      }
      if count == 1 {
        first.write(catalogue[first.pattern] ?? first.pattern, by: catalogue, to: &text)
      }
      rest = rest.dropFirst(count)
    }
    return text
  }

  /// The most parts that are looked up together.
  private static let longestRun = 6
}

extension Message.Piece {
  /// Parts as one, their places numbered on.
  init(_ pieces: ArraySlice<Message.Piece>) {
    self.init(pattern: "", values: [])
    for piece in pieces {
      if values.isEmpty {
        pattern += piece.pattern
      } else {
        piece.write(piece.pattern, to: &pattern) { [count = values.count] in
          "{\(count + $0 + 1)}"
        }
      }
      values += piece.values
    }
  }

  /// Adds a sentence with the values of this part to a text.
  func write(_ sentence: String, by catalogue: Catalogue?, to text: inout String) {
    write(sentence, to: &text) { index in
      switch values[index] {
      case .text(let value): value
      case .message(let message):
        catalogue.map(message.text(by:)) ?? message.description
      }
    }
  }

  /// Adds a sentence to a text with something at each of its places; a number in braces that is no
  /// place of this part stays as it is.
  private func write(
    _ sentence: String, to text: inout String, _ valueAt: (Int) -> String
  ) {
    guard !values.isEmpty else {
      text += sentence
      return
    }
    var rest = sentence[...]
    while let brace = rest.firstIndex(of: "{") {
      text += rest[..<brace]
      rest = rest[brace...]
      guard let end = rest.firstIndex(of: "}"),
        let place = Int(rest[rest.index(after: brace)..<end]), values.indices.contains(place - 1)
      else {
        text.append(rest.removeFirst())
        continue
      }
      text += valueAt(place - 1)
      rest = rest[rest.index(after: end)...]
    }
    text += rest
  }
}
