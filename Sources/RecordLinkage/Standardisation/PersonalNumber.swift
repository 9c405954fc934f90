/// What a Vietnamese personal identifier says about its holder, read from its structure.
///
/// A CCCD has 12 digits: province of birth registration (001–096), century and sex, birth year,
/// six more. It has no check digit. A CMND has 9 digits that say nothing here.
public struct PersonalNumber: Sendable, Hashable {
  /// The kinds of number that are told apart.
  public enum Kind: Sendable, Hashable {
    /// 12 digits with a province and a century that exist.
    case cccd
    /// 9 digits.
    case cmnd
    /// Anything else; compared as it is.
    case other
  }

  /// Which kind the text has the form of.
  public let kind: Kind
  /// The province of birth registration, 1…96; nil unless ``kind`` is `cccd`.
  public let province: Int?
  /// The birth year; nil unless ``kind`` is `cccd`.
  public let birthYear: Int?
  /// The sex; nil unless ``kind`` is `cccd`.
  public let sex: Sex?

  /// Reads an identifier.
  ///
  /// - Parameter text: The identifier without spaces.
  public init(_ text: String) {
    let digits = text.utf8.compactMap { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }
    self.init(digits: digits.count == text.utf8.count ? digits : [])
  }

  init(digits: [Int]) {
    if digits.count == 12, digits[0] == 0, (1...96).contains(digits[1] * 10 + digits[2]) {
      kind = .cccd
      province = digits[1] * 10 + digits[2]
      birthYear = 1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
      sex = digits[3].isMultiple(of: 2) ? .male : .female
      return
    }
    kind = digits.count == 9 ? .cmnd : .other
    province = nil
    birthYear = nil
    sex = nil
  }

  /// Whether a text is what people type for "none" where a number is asked for, as 000000000.
  public static func isPlaceholder(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return !bytes.isEmpty && IdentifierKey.reading(bytes, bytes.indices).isMissing
  }

  /// Whether birth year and sex, where both sides have them, agree with what a person's row says.
  ///
  /// - Parameters:
  ///   - year: The birth year of the row, or nil.
  ///   - sex: The sex of the row, or nil.
  /// - Returns: nil when nothing can be compared.
  public func agrees(year: Int?, sex: Sex?) -> Bool? {
    let checks = [
      year.flatMap { year in birthYear.map { $0 == year } },
      sex.flatMap { sex in self.sex.map { $0 == sex } },
    ].compactMap { $0 }
    return checks.isEmpty ? nil : checks.allSatisfy { $0 }
  }
}
