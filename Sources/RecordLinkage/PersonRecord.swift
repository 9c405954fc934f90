/// The sex written in a person's record.
public enum Sex: UInt8, Sendable, Hashable, CaseIterable {
  /// Written as male (nam).
  case male = 1
  /// Written as female (nữ).
  case female = 2
}

/// One row about a person, as text that was read but not yet standardised.
///
/// An empty text and a nil say that the value is missing; a missing value is never evidence.
public struct PersonRecord: Sendable, Hashable {
  /// How outputs and decisions name the row; it should be unique in its table.
  public var key: String
  /// The set within which a person stands once (a sitting, a school); empty if there is one set.
  public var source: String
  /// The identifier as written, spaces at the ends removed.
  public var nationalID: String
  /// An older identifier of the same person (a CMND before the CCCD).
  public var formerID: String
  /// The full name as written, in any normalisation form.
  public var name: String
  /// Days since 1970-01-01.
  public var birthDate: Int32?
  /// The sex as written.
  public var sex: Sex?
  /// A province code or name, compared only for equality.
  public var province: String
  /// Values of the table's ``PersonTable/furtherFields``, in their order.
  public var further: [String]

  /// Makes a record; what is left out is missing.
  public init(
    key: String, source: String = "", nationalID: String = "", formerID: String = "",
    name: String = "", birthDate: Int32? = nil, sex: Sex? = nil, province: String = "",
    further: [String] = []
  ) {
    self.key = key
    self.source = source
    self.nationalID = nationalID
    self.formerID = formerID
    self.name = name
    self.birthDate = birthDate
    self.sex = sex
    self.province = province
    self.further = further
  }
}
