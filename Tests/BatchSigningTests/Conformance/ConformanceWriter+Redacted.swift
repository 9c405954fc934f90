import BatchSigning
import Files

/// Batches out of which rows were deleted, and what they are taken for.
extension ConformanceWriter {
  /// Folders that are verified as what is left of a batch.
  func writeRedacted() throws {
    func redact(
      _ name: String, _ description: BatchDescription = Sample.description(),
      change: (String) throws -> Void = { _ in }
    ) throws {
      let whole = "\(folder)/redacted/whole"
      try Sample.sign(in: whole, description: description)
      var rest = try RedactedBatch(at: whole)
      rest.delete(row: 2)
      try rest.write(to: "\(folder)/\(name)")
      try removeItem(at: whole)
      try change("\(folder)/\(name)")
    }
    try redact("redacted/accepted-one-row-deleted")
    try redact("cases/E_EXTRA_FILE-rows-deleted")
    try Sample.sign(in: folder + "/redacted/E_MISSING_FILE-nothing-deleted")
    for (name, description) in wronglyAddressed { try redact("redacted/" + name, description) }
    try redact("redacted/E_ROOT-row-changed") { batch in
      try edit(batch + "/results.csv") { $0[$0.count - 4] ^= 1 }
    }
    try redact("redacted/E_ROOT-leaf-changed") { batch in
      try edit(batch + "/redaction.csv") { bytes in
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: ",,".utf8) })
        else { return }
        let digit = bytes[start + 2]
        bytes[start + 2] = digit == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      }
    }
    try redact("redacted/E_COUNT-line-missing") { batch in
      try edit(batch + "/redaction.csv") { bytes in
        let end = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? 0
        bytes.removeSubrange((end + 1)...)
      }
    }
    try redact("redacted/E_EXTRA_FILE-salt-of-all-rows") { batch in
      try writeBytes([UInt8](repeating: 0, count: 32), to: batch + "/salt.bin")
    }
  }

  /// Made under a trust bundle that the receiver has not got.
  var newer: BatchDescription {
    var description = Sample.description()
    description.trustVersion = 2
    return description
  }

  /// Batches for somebody else, of another time, or made under a trust bundle that the receiver has not
  /// got, whether rows were deleted from them or not.
  var wronglyAddressed: [(name: String, description: BatchDescription)] {
    func changed(_ change: (inout BatchDescription) -> Void) -> BatchDescription {
      var description = Sample.description()
      change(&description)
      return description
    }
    return [
      ("E_RECIPIENT-not-named", Sample.description(recipients: ["GHA"])),
      (
        "E_EXPIRED-at-its-last-moment",
        changed { ($0.created, $0.expires) = (Pilot.validFrom, Pilot.today) }
      ),
      (
        "E_FUTURE-five-minutes-and-a-second",
        changed { $0.created = Pilot.today.advanced(bySeconds: 301) }
      ),
      ("E_TRUST_ROLLBACK-made-under-a-newer-bundle", newer),
    ]
  }
}
