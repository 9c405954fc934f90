extension Message {
  /// Whether there is nothing to say.
  public var isEmpty: Bool { pieces.allSatisfy(\.pattern.isEmpty) }

  /// The same with a question mark for every control character, mark of writing direction and line
  /// end: a stranger's text in it can then steer no terminal.
  public var printable: Message {
    var message = self
    for index in pieces.indices {
      message.pieces[index].pattern = Self.printable(pieces[index].pattern)
      message.pieces[index].values = pieces[index].values.map { value in
        switch value {
        case .text(let text): .text(Self.printable(text))
        case .message(let message): .message(message.printable)
        }
      }
    }
    return message
  }

  /// The same sentence with other texts at the places of values that no language changes.
  ///
  /// - Parameter change: Gives the new text for the old one.
  /// - Returns: The changed sentence.
  public func changingTexts(_ change: (String) -> String) -> Message {
    var message = self
    for index in pieces.indices {
      message.pieces[index].values = pieces[index].values.map { value in
        switch value {
        case .text(let text): .text(change(text))
        case .message(let message): .message(message.changingTexts(change))
        }
      }
    }
    return message
  }

  private static func printable(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: Unicode.Scalar("?")
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
