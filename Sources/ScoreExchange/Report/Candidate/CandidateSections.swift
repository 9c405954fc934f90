import BatchSigning
import Foundation

/// Everything that stands on a candidate's page.
///
/// The templates read stored properties by name. The values of the row are not among them: the
/// script takes them from the receipt, once it is proven.
struct CandidateSections {
  /// A column of the row.
  struct Column {
    let index: Int
    let name: ReportText
    /// Whether a national identifier may stand in it.
    let isMasked: Bool
    /// What the words of the column mean.
    let words: [Word]
  }

  /// A word of a file and what it means.
  struct Word {
    let code: String
    let name: ReportText
  }

  let title: String
  let isDevelopment: Bool
  let issuer: HeadingSection.SchoolName
  let coordinator: HeadingSection.SchoolName
  let issuerKeys: String
  let coordinatorKeys: String
  let authorities: String
  let trustVersion: Int
  let trustIssued: String
  let checked: String
  let columns: [Column]
  let columnList: String
  let steps: [Word]
  let receipt: String
  let story: CandidateStory?

  init(_ page: CandidatePage) {
    let (manifest, trust) = (page.manifest, page.trust)
    title = "\(manifest.exchange) · \(manifest.issuer) \(page.receipt.index + 1)"
    isDevelopment = trust.isDevelopment
    issuer = Self.office(manifest.issuer, trust)
    coordinator = Self.office(manifest.coordinator, trust)
    issuerKeys = Self.keys(of: manifest.issuer, .issuer, trust)
    coordinatorKeys = Self.keys(of: manifest.coordinator, .coordinator, trust)
    authorities = trust.authorities.map { Data($0.der).base64EncodedString() }
      .joined(separator: " ")
    trustVersion = trust.document.version
    trustIssued = trust.document.issued.description
    checked = page.instant.description
    columns = manifest.rows.columns.enumerated().map { index, column in
      Column(
        index: index, name: ReportText(Self.columnNames[column] ?? Message(column)),
        isMasked: ["applicant", "national_id", "candidate_number"].contains(column),
        words: Self.words(of: column))
    }
    columnList = manifest.rows.columns.joined(separator: ",")
    steps = Self.checks.map { Word(code: $0.code, name: ReportText($0.name)) }
    receipt = Data(page.receipt.canonicalBytes).base64EncodedString()
    story = page.story
  }

  private static func office(_ code: String, _ trust: TrustBundle) -> HeadingSection.SchoolName {
    if let school = School.named(code) { return HeadingSection.SchoolName(school) }
    let name = trust.document.offices.first { $0.code == code }?.name ?? code
    return HeadingSection.SchoolName(code: code, vi: name, en: name)
  }

  /// The digests of an office's certificates that count in a role.
  private static func keys(of office: String, _ role: TrustRole, _ trust: TrustBundle) -> String {
    (trust.document.offices.first { $0.code == office }?.keys ?? [])
      .filter { $0.roles.contains(role) && $0.revoked == nil }
      .map(\.fingerprint.hex).joined(separator: " ")
  }
}
