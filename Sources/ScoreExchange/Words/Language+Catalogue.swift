public import Wording

extension Language {
  /// What this language has for the English sentences of the exchange and of the engines under it;
  /// nothing for English.
  public var catalogue: Catalogue {
    switch self {
    case .english: Catalogue()
    case .vietnamese: Vietnamese.catalogue
    }
  }
}

extension Message {
  /// The text in a language.
  ///
  /// - Parameter language: The language; a sentence that it lacks is said in English.
  /// - Returns: The text with its values.
  public func text(in language: Language) -> String {
    language == .english ? description : text(by: language.catalogue)
  }
}

/// The Vietnamese sentences, a table a topic.
enum Vietnamese {
  static let catalogue = Catalogue([
    rows, words, tables, workbooks, exchangeFile, placement, scores, verdicts, signing, bytes,
    answers, views,
    links, equating, trace, meanings, outputFolder, page, annualPage,
    candidatePage, sample,
  ])
}
