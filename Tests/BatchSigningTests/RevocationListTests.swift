import BatchSigning
import Testing

@Suite("Revocation lists")
struct RevocationListTests {
  /// Extensions of lists, and of their entries.
  private enum Extension: UInt8 {
    case number = 20
    case reason = 21
    case invalidityDate = 24
    case changesOnly = 27
    case otherIssuer = 29
  }

  private func element(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
    let content = parts.flatMap(\.self)
    return [tag, UInt8(content.count)] + content
  }

  private func extended(
    by name: Extension, isCritical: Bool = false, _ value: [UInt8]
  ) -> [UInt8] {
    element(
      0x30, [0x06, 3, 0x55, 0x1d, name.rawValue], isCritical ? [0x01, 1, 0xff] : [],
      element(0x04, value))
  }

  private func time(_ text: String) -> [UInt8] { element(0x17, Array(text.utf8)) }

  /// A list, without a signature, with one entry where there is an extension of it.
  private func list(
    _ extensions: [UInt8] = [], entry: [UInt8] = []
  ) throws -> RevocationList {
    let number = extended(by: .number, [0x02, 1, 7])
    let entries = element(
      0x30, element(0x30, [0x02, 1, 5], time("250701000000Z"), element(0x30, entry)))
    let signed = element(
      0x30, [0x02, 1, 1], element(0x30), element(0x30), time("250716000000Z"),
      time("260716000000Z"), entry.isEmpty ? [] : entries,
      element(0xa0, element(0x30, number, extensions)))
    return try RevocationList(der: element(0x30, signed))
  }

  @Test("name the certificates that count no more, with reasons and what need not be understood")
  func whole() throws {
    #expect(try list().number == 7)
    #expect(try list(entry: extended(by: .reason, [0x0a, 1, 1])).number == 7)
    #expect(try list(extended(by: .otherIssuer, [0x05, 0])).number == 7)
  }

  @Test(
    "are refused where they hold only what has changed since another", arguments: [true, false])
  func changes(isCritical: Bool) {
    let base = extended(by: .changesOnly, isCritical: isCritical, [0x02, 1, 6])
    #expect(throws: SigningError(.staleRevocationList)) { try list(base) }
    let removal = extended(by: .reason, isCritical: isCritical, [0x0a, 1, 8])
    #expect(throws: SigningError(.staleRevocationList)) { try list(entry: removal) }
  }

  @Test("are refused where they mean more than is understood")
  func notUnderstood() {
    let foreign = extended(by: .otherIssuer, isCritical: true, [0x05, 0])
    #expect(throws: SigningError(.staleRevocationList)) { try list(foreign) }
    #expect(throws: SigningError(.staleRevocationList)) { try list(entry: foreign) }
    let date = extended(by: .invalidityDate, isCritical: true, [0x05, 0])
    #expect(throws: SigningError(.staleRevocationList)) { try list(date) }
  }
}
