import ArgumentParser
import BatchSigning
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a manifest says beside what follows from the files and the key.
struct DescriptionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: .said(
      "The schools that may use the batch; all others of the bundle if not given.",
      valueName: "a,b"))
  var recipients: String?

  @Option(name: .long, help: .said("The exchange that the batch belongs to."))
  var exchange = ""

  @Option(name: .long, help: .said("The legal basis."))
  var agreement = ""

  @Option(name: .long, help: .said("What the data may be used for."))
  var purpose = ""

  @Option(name: .long, help: .said("Year and month of the run.", valueName: "yyyy-mm"))
  var session: String?

  @Option(
    name: .long,
    help: .said(
      "When the batch is made; SOURCE_DATE_EPOCH or now if not given.", valueName: "time"),
    transform: parseInstant)
  var created: UTCInstant?

  @Option(name: .long, help: .said("For how many days the batch may be used; at most 400."))
  var days = 365

  @Option(
    name: .customLong("row-key"),
    help: .said(
      "The columns that identify a row; issuer (or applicant), assessment, sitting and "
        + "candidate_number, those that are there, if not given.", valueName: "a,b"))
  var rowKey: String?

  func validate() throws {
    guard (1...400).contains(days) else {
      throw usageError("--days must be between 1 and 400.")
    }
  }

  /// When the batch is made.
  var instant: UTCInstant {
    if let created { return created }
    if let text = unsafe getenv("SOURCE_DATE_EPOCH"),
      let seconds = Int64(unsafe String(cString: text))
    {
      return UTCInstant(secondsSinceEpoch: seconds)
    }
    return .now
  }

  /// The description of the batch in a folder, signed with a certificate.
  func batch(
    in folder: String, signer: Certificate, trust: TrustBundle
  ) throws(SigningError) -> BatchDescription {
    let kind: Manifest.Kind =
      fileKind(at: "\(folder)/\(Manifest.Kind.outcomes.rowsFileName)") == nil
      ? .results : .outcomes
    guard let issuer = trust.document.office(of: signer) else {
      throw SigningError(.notPinned, "\(signer.subject)")
    }
    let created = instant
    guard let coordinator = trust.document.cosigner(for: issuer.code, at: created) else {
      throw SigningError(.coordinator, "trust.json", "no period holds \(created)")
    }
    let all = trust.document.offices.map(\.code).filter { $0 != issuer.code }
    func list(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
    return BatchDescription(
      kind: kind, issuer: issuer.code, coordinator: coordinator,
      recipients: recipients.map(list) ?? all,
      session: session ?? String("\(created)".prefix(7)), exchange: exchange,
      agreement: agreement, purpose: purpose, created: created,
      expires: created.advanced(byDays: days), trustVersion: trust.document.version,
      key: rowKey.map(list) ?? [])
  }
}
