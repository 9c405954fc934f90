/// A text in both languages of the page.
struct ReportText: Hashable {
  let vi: String
  let en: String

  init(_ vi: String, _ en: String) {
    self.vi = vi
    self.en = en
  }

  /// A sentence of the catalogue.
  init(_ message: Message) {
    self.init(message.text(in: .vietnamese), message.description)
  }

  /// A word of a file that stands for itself where nobody translated it.
  init(_ word: String, in catalogue: [String: ReportText]) {
    self = catalogue[word] ?? ReportText(word, word)
  }
}
