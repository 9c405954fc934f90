import BatchSigning
import Files
import Foundation
import Parallel
import TestSupport

/// An authority with three offices, made once: BKA coordinates, GHA is its deputy.
enum Pilot {
  static let validFrom = moment("2025-01-01T00:00:00Z")
  static let today = moment("2025-07-16T08:00:00Z")

  static let shared: (folder: TemporaryFolder, authority: DevelopmentAuthority) = {
    do {
      let folder = TemporaryFolder()
      return (folder, try makeAuthority(in: folder.path))
    } catch {
      preconditionFailure("no authority: \(error)")
    }
  }()

  static var authority: DevelopmentAuthority { shared.authority }

  static func makeAuthority(
    in folder: String, coordinator: String = "BKA", deputy: String = "GHA"
  ) throws -> DevelopmentAuthority {
    try DevelopmentAuthority.make(
      in: folder,
      plan: DevelopmentAuthority.Plan(
        offices: [("BKA", "HUST"), ("GHA", "UTC"), ("MDA", "HUMG")], coordinator: coordinator,
        deputy: deputy, validFrom: validFrom))
  }

  static func moment(_ text: String) -> UTCInstant {
    guard let instant = UTCInstant(text) else { preconditionFailure("not a time: \(text)") }
    return instant
  }

  static func identity(_ office: String) throws -> SigningIdentity {
    guard let identity = authority.identities[office] else {
      throw SigningError(.missingInput, office)
    }
    return identity
  }

  static func trust(at instant: UTCInstant = today) throws -> TrustBundle {
    try TrustBundle(folder: authority.trustFolder, at: instant)
  }
}

/// Batches to try things on.
enum Sample {
  static let rows = """
    issuer,assessment,sitting,candidate_number,national_id,name,total,status
    BKA,TSA,2025-1,000123,001207012345,Nguyễn Thị Ánh,61.25,
    BKA,TSA,2025-1,000124,001207012346,"Trần, Văn Bình",58.00,
    BKA,TSA,2025-1,000125,001207012347,Lê Đức Cường,,absent

    """

  static func description(
    kind: Manifest.Kind = .results, issuer: String = "BKA", coordinator: String = "GHA",
    recipients: [String] = ["GHA", "MDA"]
  ) -> BatchDescription {
    BatchDescription(
      kind: kind, issuer: issuer, coordinator: coordinator, recipients: recipients,
      session: "2025-07", exchange: "g7-2025", agreement: "MOU of 22/01/2021",
      purpose: "Recognition of thinking-assessment results", created: Pilot.today,
      expires: Pilot.today.advanced(byDays: 300), trustVersion: 1,
      key: ["issuer", "assessment", "sitting", "candidate_number"])
  }

  /// Signs rows in a new folder.
  @discardableResult
  static func sign(
    _ rows: String = rows, in folder: String, previous: ChainHead? = nil,
    description: BatchDescription = description(), cosigner: String? = "GHA"
  ) throws -> ChainHead {
    try makeFolder(at: folder)
    try writeBytes(Array(rows.utf8), to: "\(folder)/\(description.kind.rowsFileName)")
    return try BatchSigner.sign(
      folder: folder, description: description, previous: previous,
      issuer: Pilot.identity(description.issuer), cosigner: cosigner.map { try Pilot.identity($0) },
      plan: WorkPlan(threadCount: 2))
  }

  static func verify(
    _ folder: String, as receiver: String = "MDA", at instant: UTCInstant = Pilot.today,
    trust: TrustBundle? = nil, state: ReceiverState? = nil
  ) throws -> BatchVerdict {
    try BatchVerifier(
      receiver: receiver, trust: trust ?? Pilot.trust(at: instant), at: instant,
      plan: WorkPlan(threadCount: 2)
    ).verify(at: folder, state: state, keepsRows: true)
  }
}

extension BatchVerdict {
  /// The reason of a refusal; nil for an accepted batch.
  var reason: SigningError.Code? {
    switch self {
    case .accepted: nil
    case .refused(let error): error.code
    }
  }
}

/// The `openssl` tool, where the machine has it.
enum OpenSSLTool {
  static let path = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
    fileKind(at: $0) != nil
  }

  static var isPresent: Bool { path != nil }

  /// Runs the tool; its status and what it printed.
  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    guard let path else { throw SigningError(.missingInput, "openssl") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// What any office runs to check a signature.
  static func verify(_ signature: String, in folder: String) throws -> (Int32, String) {
    try run([
      "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "\(folder)/\(signature)",
      "-content", "\(folder)/manifest.json", "-CAfile", "\(Pilot.authority.folder)/ca.crt",
      "-no-CApath", "-no-CAstore", "-out", "\(folder)/../checked.json",
    ])
  }
}
