import ArgumentParser
import BatchSigning
import Files
import ScoreExchange

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
    if let recipients = recipients.map(list) {
      guard (1...32).contains(recipients.count), recipients.allSatisfy(OfficeCode.isValid),
        Set(recipients).count == recipients.count
      else { throw usageError("--recipients takes different codes such as BKA,GHA.") }
    }
    if let session, UTCInstant(session + "-01T00:00:00Z") == nil {
      throw usageError("--session is a year and month such as 2025-07.")
    }
    if let names = rowKey.map(list), names.isEmpty || Set(names).count < names.count {
      throw usageError("--row-key takes different columns such as sitting,candidate_number.")
    }
    if created == nil {
      do throws(ExchangeError) {
        _ = try Clock.environmentInstant()
      } catch {
        throw usageError(error.message)
      }
    }
  }

  private func list(_ text: String) -> [String] {
    text.isEmpty
      ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  /// When the batch is made.
  var instant: UTCInstant {
    created ?? (try? Clock.environmentInstant()) ?? .now
  }

  /// The description of the batch in a folder, signed with a certificate.
  func batch(
    in folder: String, signer: Certificate, trust: TrustBundle
  ) throws(SigningError) -> BatchDescription {
    let kinds = [Manifest.Kind.results, .outcomes].filter {
      fileKind(at: "\(folder)/\($0.rowsFileName)") != nil
    }
    guard kinds.count < 2 else {
      throw SigningError(
        .invalidDescription, folder,
        "it holds results.csv and outcomes.csv, and a batch has the rows of one; move the other away"
      )
    }
    let kind = kinds.first ?? .results
    guard let issuer = trust.document.office(of: signer) else {
      throw SigningError(.notPinned, "\(signer.subject)")
    }
    let created = instant
    guard let coordinator = trust.document.cosigner(for: issuer.code, at: created) else {
      throw SigningError(.coordinator, "trust.json", "no period holds \(created)")
    }
    let all = trust.document.offices.map(\.code)
    let receivers = recipients.map(list) ?? all.filter { $0 != issuer.code }
    if let unknown = receivers.first(where: { !all.contains($0) }) {
      throw SigningError(
        .invalidDescription, "--recipients",
        "the trust bundle has no school \(unknown); name those that it has")
    }
    // What was decided for the school that signs is for itself alone.
    if kind == .results, receivers == [issuer.code] {
      throw SigningError(
        .invalidDescription, "--recipients",
        "nobody but \(issuer.code), who signs; name the schools that receive the batch")
    }
    return BatchDescription(
      kind: kind, issuer: issuer.code, coordinator: coordinator, recipients: receivers,
      session: session ?? String("\(created)".prefix(7)), exchange: exchange,
      agreement: agreement, purpose: purpose, created: created,
      expires: created.advanced(byDays: days), trustVersion: trust.document.version,
      key: rowKey.map(list)
        ?? rowKeyHeadings(ofTableAt: "\(folder)/\(kind.rowsFileName)", kind: kind))
  }
}
