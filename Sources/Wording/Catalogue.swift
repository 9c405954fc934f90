/// The sentences of one language, by their English ones.
public struct Catalogue: Sendable {
  private let sentences: [String: String]

  /// A catalogue of the sentences in several tables.
  ///
  /// - Parameter tables: English sentence to sentence, both with `{1}`, `{2}` … at the places of
  ///   values, in the order that each language wants. Where two tables know a sentence the first
  ///   counts.
  public init(_ tables: [String: String]...) {
    self.init(tables)
  }

  /// A catalogue of the sentences in several tables, of which the first counts.
  public init(_ tables: [[String: String]]) {
    sentences = tables.reduce(into: [:]) { all, table in
      all.merge(table) { first, _ in first }
    }
  }

  /// A catalogue that knows what either knows; what both know counts as this one says it.
  public func adding(_ table: [String: String]) -> Catalogue {
    Catalogue([sentences, table])
  }

  /// The sentence for an English one; nil if it is not known.
  ///
  /// - Complexity: O(length of the sentence).
  public subscript(sentence: String) -> String? { sentences[sentence] }

  /// The English sentences that are known, in no order.
  package var english: some Collection<String> { sentences.keys }
}
