import BatchSigning
import Files

/// A signed batch as the page shows it: who signed what for whom.
struct BatchFigures: Sendable {
  /// The folder as the page names it.
  let folder: String
  let kind: String
  let rows: Int
  let issuer: String
  /// The office that must sign beside the issuer.
  let coordinator: String
  /// Whether a signature of that office lies in the folder. It is not checked here.
  let isCosigned: Bool
  let recipients: [String]
  let sequence: Int
  /// The digest of the manifest: the identity of the batch.
  let digest: SHA256Digest
  /// The digest of the rows, which the page shows: keys, salt and clock do not change it.
  let rowsDigest: SHA256Digest

  /// The greatest manifest that is read.
  private static let byteLimit = 1 << 18

  /// Reads what a batch says about itself.
  ///
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput` or `badInput`.
  init(_ batch: RunSummary.Batch, in output: String) throws(ExchangeError) {
    let parts = batch.folder.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "batches", !parts[1].isEmpty, parts[1] != "..",
      parts[1] != "."
    else {
      throw ExchangeError(
        .badInput, file: "\(output)/summary.json", "\"\(batch.folder)\" is no folder of a batch")
    }
    let path = "\(output)/\(batch.folder)"
    let bytes = try readOutput("\(path)/manifest.json", limit: Self.byteLimit)
    let manifest: Manifest
    do throws(SigningError) {
      manifest = try Manifest(canonicalBytes: bytes)
    } catch {
      throw ExchangeError(.badInput, file: "\(path)/manifest.json", "\(error)")
    }
    guard manifest.rows.rowCount == batch.rows, manifest.kind.rawValue == batch.kind else {
      throw ExchangeError(
        .badInput, file: "\(path)/manifest.json",
        "\(manifest.rows.rowCount) rows of \(Message(manifest.kind.rawValue)), summary.json says "
          + "\(batch.rows) of \(Message(batch.kind))")
    }
    folder = batch.folder
    kind = batch.kind
    rows = batch.rows
    issuer = manifest.issuer
    coordinator = manifest.coordinator
    isCosigned = fileKind(at: "\(path)/manifest.cosign.p7s") == .regular
    recipients = manifest.recipients
    sequence = manifest.sequence
    digest = SHA256.digest(of: bytes)
    guard
      let rowsFile = manifest.files.first(where: { $0.name == manifest.kind.rowsFileName })
    else {
      throw ExchangeError(
        .badInput, file: "\(path)/manifest.json", "no \(manifest.kind.rowsFileName) is listed")
    }
    rowsDigest = rowsFile.digest
  }
}

extension SHA256Digest {
  /// The digest in groups of four digits, as one office reads it to another over the telephone.
  var spoken: String {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: " ")
  }
}

/// Reads a file of an output folder.
///
/// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` for a file that is
///   too long.
func readOutput(_ path: String, limit: Int = 1 << 30) throws(ExchangeError) -> [UInt8] {
  do throws(FileError) {
    return try readBytes(at: path, limit: limit)
  } catch {
    let code: ExchangeError.Code =
      switch error.code {
      case .missing: .inputMissing
      case .tooLarge, .notRegular: .badInput
      default: .inputOutput
      }
    throw ExchangeError(code, "\(error)")
  }
}
