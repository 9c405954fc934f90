import BatchSigning
import Files
import Foundation

/// Cases that need more than one batch, or no batch at all.
extension ConformanceWriter {
  /// Folders of batches that are verified in the order of their names with one state; the verdict
  /// is that on the last one, all others are accepted.
  func writeChains() throws {
    func path(_ name: String) -> String { "\(folder)/chains/\(name)" }
    let first = try Sample.sign(in: path("accepted-in-order/1"))
    let second = try Sample.sign(in: path("accepted-in-order/2"), previous: first)
    try Sample.sign(in: path("accepted-in-order/3"), previous: second)
    func chain(_ name: String, copying names: [String]) throws {
      for (number, source) in names.enumerated() {
        try copy(path("accepted-in-order/\(source)"), to: path("\(name)/\(number + 1)"))
      }
    }
    try chain("E_REPLAY-the-last-one-again", copying: ["1", "2", "2"])
    try chain("E_ROLLBACK-an-older-one-again", copying: ["1", "2", "1"])
    try chain("E_GAP-one-is-missing", copying: ["1", "3"])
    try chain("E_GAP-the-first-is-missing", copying: ["2"])
    try chain("E_FORK-another-second", copying: ["1", "2"])
    try Sample.sign(in: path("E_FORK-another-second/3"), previous: first)
    try chain("E_FORK-third-after-another-second", copying: ["1", "2"])
    let other = try Sample.sign(in: "\(folder)/chains/other", previous: first)
    try removeItem(at: "\(folder)/chains/other")
    try Sample.sign(in: path("E_FORK-third-after-another-second/3"), previous: other)
  }

  /// Receipts, one file a case.
  func writeReceipts() throws {
    let batch = "\(folder)/receipts/batch"
    try Sample.sign(in: batch)
    let text = String(
      decoding: try Receipt(batch: batch, row: .number(2)).canonicalBytes, as: UTF8.self)
    try removeItem(at: batch)
    func write(_ name: String, _ text: String) throws {
      try writeBytes(Array(text.utf8), to: "\(folder)/receipts/\(name).json")
    }
    let zeros = String(repeating: "0", count: 64)
    try write("accepted-second-row", text)
    try write("E_ROOT-other-index", text.replacing("\"index\":1", with: "\"index\":0"))
    try write("E_ROOT-index-beyond-the-rows", text.replacing("\"index\":1", with: "\"index\":3"))
    try write("E_ROOT-path-longer", text.replacing("\"path\":[", with: "\"path\":[\"\(zeros)\","))
    try write("E_ROOT-path-empty", text.replacing(/"path":\[[^\]]*\]/, with: "\"path\":[]"))
    try write(
      "E_ROOT-path-changed", text.replacing(/"path":\["[0-9a-f]{64}/, with: "\"path\":[\"\(zeros)"))
    try write("E_COUNT-other-count", text.replacing("\"rows\":3", with: "\"rows\":4"))
    try write("E_ROOT-other-row", text.replacing(/"row":"[^"]*"/, with: "\"row\":\"QkthCg==\""))
    try write(
      "E_ROOT-other-salt",
      text.replacing(/"salt":"[^"]*"/, with: "\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\""))
    try write(
      "E_FORMAT-salt-too-short", text.replacing(/"salt":"[^"]*"/, with: "\"salt\":\"AAAA\""))
    try write("E_FORMAT-two-rows", text.replacing(/"row":"[^"]*"/, with: "\"row\":\"QQpCCg==\""))
    try write(
      "E_FORMAT-member-too-many", text.replacing("\"index\":1", with: "\"index\":1,\"indexes\":1"))
    try write("E_JSON-not-canonical", text.replacing("\"index\":1", with: "\"index\": 1"))
    try write("E_DER-no-signature", text.replacing(/"cosign":"[^"]*"/, with: "\"cosign\":\"\""))
    try Sample.sign(in: batch, description: newer)
    let later = try Receipt(batch: batch, row: .number(2)).canonicalBytes
    try removeItem(at: batch)
    try write(
      "E_TRUST_ROLLBACK-made-under-a-newer-bundle", String(decoding: later, as: UTF8.self))
    try write(
      "E_SIG_DIGEST-other-manifest",
      text.replacing(/"manifest":"[^"]*"/, with: "\"manifest\":\"e30=\""))
  }

  /// Sealed batches, to be opened by MDA with the key beside them.
  func writeSealed() throws {
    let keys = Pilot.authority.folder
    try makeFolder(at: folder + "/keys")
    for name in ["MDA.seal.key", "MDA.seal.pem"] {
      try writeBytes(readBytes(at: "\(keys)/\(name)"), to: "\(folder)/keys/\(name)")
    }
    let batch = folder + "/sealed/batch"
    try Sample.sign(in: batch)
    func seal(
      _ name: String, to recipient: String = "MDA", by issuer: String = "BKA",
      change: (String) throws -> Void = { _ in }
    ) throws {
      let output = "\(folder)/sealed/\(name)"
      try BatchSealer.seal(
        folder: batch, to: recipient, output: output, issuer: Pilot.identity(issuer),
        trust: Pilot.trust(), at: Pilot.today, segmentLength: 4_096)
      try change(output)
    }
    try seal("accepted")
    try seal("E_RECIPIENT-sealed-for-another", to: "GHA")
    try seal("E_OFFICE-sealed-by-another", by: "GHA")
    try seal("E_DIGEST-segment-changed") { folder in
      try edit(folder + "/segment.0002.p7m") { $0[$0.count / 2] ^= 1 }
    }
    try seal("E_DIGEST-segments-swapped") { folder in
      let (one, two) = (folder + "/segment.0001.p7m", folder + "/segment.0002.p7m")
      let bytes = try readBytes(at: one)
      try writeBytes(readBytes(at: two), to: one)
      try writeBytes(bytes, to: two)
    }
    try seal("E_MISSING_FILE-segment") { try removeItem(at: $0 + "/segment.0002.p7m") }
    try seal("E_EXTRA_FILE-segment") { try writeBytes([0], to: $0 + "/segment.0099.p7m") }
    try seal("E_SIG_DIGEST-list-changed") { folder in
      try edit(folder + "/transport.json") { $0[$0.count - 3] ^= 1 }
    }
    try seal("E_CMS_ALG-short-tag") { folder in
      try resealFirst(folder) { tree in
        guard case .leaf(let tag, let content) = tree[1, 0, 3] else { return }
        tree[1, 0, 3] = .leaf(tag: tag, content: Array(content.prefix(4)))
      }
    }
    try seal("E_CMS_ALG-cipher-without-tag") { folder in
      try resealFirst(folder) { tree in
        // AES-256-CFB, which knows no tag.
        tree[1, 0, 2, 1, 0] = .leaf(
          tag: 0x06, content: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2c])
        tree[1, 0, 3] = .leaf(tag: 0x04, content: [])
      }
    }
    try removeItem(at: batch)
  }

  /// Changes the first segment, and lets the sender sign the changed list.
  private func resealFirst(_ sealed: String, _ body: (inout DERTree) -> Void) throws {
    let path = sealed + "/segment.0001.p7m"
    let old = try readBytes(at: path)
    var tree = DERTree(old)
    body(&tree)
    let new = tree.encoded
    try writeBytes(new, to: path)
    let list = String(decoding: try readBytes(at: sealed + "/transport.json"), as: UTF8.self)
      .replacing(SHA256.digest(of: old).hex, with: SHA256.digest(of: new).hex)
    try writeBytes(Array(list.utf8), to: sealed + "/transport.json")
    let signature = try DetachedSignature(
      over: Array(list.utf8), by: Pilot.identity("BKA"), at: Pilot.today)
    try writeBytes(signature.der, to: sealed + "/transport.p7s")
  }

  /// Trust bundles with which the batch `accepted-results` is verified.
  func writeTrustBundles() throws {
    func make(_ name: String, _ change: (String) throws -> Void) throws {
      try copyTrust(to: "\(folder)/trust-bundles/\(name)")
      try change("\(folder)/trust-bundles/\(name)")
    }
    try make("accepted-two-of-three-roots") { try removeItem(at: $0 + "/trust.2.p7s") }
    try make("E_THRESHOLD-one-root") { folder in
      for number in [1, 3] { try removeItem(at: "\(folder)/trust.\(number).p7s") }
    }
    try make("E_THRESHOLD-one-root-three-times") { folder in
      for number in [1, 3] {
        try writeBytes(
          readBytes(at: folder + "/trust.2.p7s"), to: "\(folder)/trust.\(number).p7s")
      }
    }
    try make("E_TRUST_SIG-list-changed") { try edit($0 + "/trust.json") { $0[40] ^= 1 } }
    try make("E_TRUST_SIG-signed-by-an-office") { folder in
      let signature = try DetachedSignature(
        over: readBytes(at: folder + "/trust.json"), by: Pilot.identity("GHA"), at: Pilot.today)
      try writeBytes(signature.der, to: folder + "/trust.3.p7s")
    }
    try make("E_CRL_STALE-no-list") { try removeItem(at: $0 + "/crl.pem") }
    let authority = try SigningIdentity(
      certificateAt: Pilot.authority.folder + "/ca.crt",
      keyAt: Pilot.authority.folder + "/ca.key")
    func list(
      _ number: Int, revoking office: String?, next: UTCInstant
    ) throws -> RevocationList {
      let revoked = try office.map { [(try Pilot.identity($0).certificate, Pilot.validFrom)] }
      return try RevocationList.make(
        by: authority, revoked: revoked ?? [], number: number, thisUpdate: Pilot.validFrom,
        nextUpdate: next)
    }
    let later = Pilot.today.advanced(byDays: 3_000)
    for office in ["BKA", "GHA"] {
      try make("E_REVOKED-key-of-\(office.lowercased())") {
        try writeBytes(list(2, revoking: office, next: later).pem, to: $0 + "/crl.pem")
      }
    }
    try make("E_CRL_STALE-list-overdue") {
      try writeBytes(list(2, revoking: nil, next: Pilot.today).pem, to: $0 + "/crl.pem")
    }
    try make("E_CRL_STALE-list-of-changes") { folder in
      var tree = DERTree(try list(2, revoking: nil, next: later).der)
      // The extension that says so, critical: changes since list 1.
      tree[0, 5, 0].children.append(
        .node(
          tag: 0x30,
          children: [
            .leaf(tag: 0x06, content: [0x55, 0x1d, 0x1b]), .leaf(tag: 0x01, content: [0xff]),
            .leaf(tag: 0x04, content: [0x02, 0x01, 0x01]),
          ]))
      let signature = try authority.key.signature(over: tree[0].encoded)
      tree[2] = .leaf(tag: 0x03, content: [0] + signature)
      let text = Data(tree.encoded).base64EncodedString(options: .lineLength64Characters)
      try writeBytes(
        Array("-----BEGIN X509 CRL-----\n\(text)\n-----END X509 CRL-----\n".utf8),
        to: folder + "/crl.pem")
    }
  }

  private func copy(_ source: String, to target: String) throws {
    try makeFolder(at: target)
    for name in try namesInFolder(source) {
      try writeBytes(readBytes(at: "\(source)/\(name)"), to: "\(target)/\(name)")
    }
  }
}
