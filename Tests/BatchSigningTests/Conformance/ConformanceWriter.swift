import BatchSigning
import Files
import Foundation

/// Makes the cases; their keys are thrown away.
struct ConformanceWriter {
  static let isWanted =
    ProcessInfo.processInfo.environment["SCORE_EXCHANGE_WRITE_CONFORMANCE"] != nil

  let folder: String

  func writeAll() throws {
    let kinds = [
      "cases", "chains", "keys", "receipts", "redacted", "sealed", "trust", "trust-bundles",
    ]
    for name in kinds {
      try removeItem(at: "\(folder)/\(name)")
    }
    try copyTrust(to: folder + "/trust")
    try writeSignatures()
    try writeCraftedSignatures()
    try writeOffices()
    try writeFiles()
    try writeRows()
    try writeManifests()
    try writeChains()
    try writeReceipts()
    try writeRedacted()
    try writeSealed()
    try writeTrustBundles()
  }

  /// The bundle of the pilot authority, without the certificates that only sealing needs.
  func copyTrust(to target: String) throws {
    try makeFolder(at: target)
    let trust = Pilot.authority.trustFolder
    for name in try namesInFolder(trust) where name != "certs" {
      try writeBytes(readBytes(at: "\(trust)/\(name)"), to: "\(target)/\(name)")
    }
  }

  func path(_ name: String) -> String { "\(folder)/cases/\(name)" }

  /// A good batch, changed afterwards.
  func make(
    _ name: String, _ description: BatchDescription = Sample.description(),
    cosigner: String? = "GHA", change: (String) throws -> Void = { _ in }
  ) throws {
    try Sample.sign(in: path(name), description: description, cosigner: cosigner)
    try change(path(name))
  }

  func edit(_ file: String, _ body: (inout [UInt8]) -> Void) throws {
    var bytes = try readBytes(at: file)
    body(&bytes)
    try writeBytes(bytes, to: file)
  }

  /// Both offices sign whatever the manifest says now.
  func resign(_ batch: String, _ body: (String) -> String) throws {
    let old = String(decoding: try readBytes(at: batch + "/manifest.json"), as: UTF8.self)
    let manifest = Array(body(old).utf8)
    try writeBytes(manifest, to: batch + "/manifest.json")
    for (office, name) in [("BKA", "manifest.p7s"), ("GHA", "manifest.cosign.p7s")] {
      let signature = try DetachedSignature(
        over: manifest, by: Pilot.identity(office), at: Pilot.today)
      try writeBytes(signature.der, to: "\(batch)/\(name)")
    }
  }

  /// The issuer's signature as the plain tool makes it with these options.
  func toolSignature(_ batch: String, _ options: [String]) throws {
    let keys = Pilot.authority.folder
    let result = try OpenSSLTool.run(
      [
        "cms", "-sign", "-binary", "-nosmimecap", "-in", batch + "/manifest.json", "-signer",
        keys + "/BKA.pem", "-inkey", keys + "/BKA.key", "-outform", "DER", "-out",
        batch + "/manifest.p7s",
      ] + options)
    guard result.status == 0 else { throw SigningError(.library, "openssl", "\(result.output)") }
  }
}
