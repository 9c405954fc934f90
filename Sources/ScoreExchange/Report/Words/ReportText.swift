/// A text in both languages of the page.
struct ReportText: Hashable {
  let vi: String
  let en: String

  /// A sentence of the catalogue; what it does not know stands for itself.
  init(_ message: Message) {
    vi = message.text(in: .vietnamese)
    en = message.description
  }
}
