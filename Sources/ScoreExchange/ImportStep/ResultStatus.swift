/// What became of a candidate's sitting.
public enum ResultStatus: String, Hashable, Sendable, CaseIterable {
  /// Sat, and has scores. Stands as an empty cell in outputs.
  case scored = ""
  /// Did not sit (vắng).
  case absent
  /// Sat, and the scores are held back for now (hoãn).
  case withheld
  /// Sat, and the result does not count (hủy).
  case void
  /// Was issued and taken back by a later file.
  case withdrawn

  /// Reads a status word in Vietnamese or English, with or without tone marks; nil if unknown.
  package init?(word: String) {
    switch headingKey(word) {
    case "", "scored", "valid", "present", "ok", "dat", "hople", "comat", "duthi", "binhthuong",
      "complete", "completed", "khongdat", "dathi", "normal":
      self = .scored
    case "absent", "vang", "vangthi", "vangmat", "bothi", "khongduthi", "khongthi", "abs":
      self = .absent
    case "withheld", "hoan", "hoanthi", "hoancongbo", "tamgiu", "tamhoan", "held", "pending",
      "query", "choxuly":
      self = .withheld
    case "void", "huy", "huyketqua", "huykq", "huybo", "huythi", "bihuy", "dinhchi",
      "dinhchithi", "vipham", "viphamquyche", "cancelled", "canceled", "disqualified", "annulled":
      self = .void
    case "withdrawn", "thuhoi", "ruthoso":
      self = .withdrawn
    default: return nil
    }
  }

  /// The place of this status in ``allCases``.
  var code: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }
}
