import BatchSigning
import Files
import TestSupport
import Testing

@Suite("Trust bundles")
struct TrustTests {
  let folder: TemporaryFolder
  let authority: DevelopmentAuthority
  let batch: String

  init() throws {
    folder = TemporaryFolder()
    authority = try Pilot.makeAuthority(in: folder.path + "/keys")
    batch = folder.path + "/batch"
  }

  private func root(_ number: Int) throws -> Certificate {
    try Certificate(fileAt: "\(authority.folder)/root.\(number).crt")
  }

  private func bundle(
    at instant: UTCInstant = Pilot.today, policy: RootPolicy = RootPolicy()
  ) throws -> TrustBundle {
    try TrustBundle(folder: authority.trustFolder, at: instant, policy: policy)
  }

  @Test("Two of three named roots are enough, one is not, and a foreign one does not count")
  func threshold() throws {
    let pins = Set(try [root(1), root(2)].map(\.fingerprint))
    #expect(try bundle(policy: RootPolicy(fingerprints: pins)).isPinned)
    #expect(throws: SigningError(.threshold)) {
      try bundle(policy: RootPolicy(fingerprints: [root(1).fingerprint]))
    }
    #expect(throws: SigningError(.threshold)) {
      try bundle(policy: RootPolicy(fingerprints: pins, threshold: 3))
    }
    #expect(throws: SigningError(.threshold)) {
      try bundle(policy: RootPolicy(fingerprints: [SHA256Digest.zero, root(3).fingerprint]))
    }
  }

  @Test("An authority comes whole or not at all, and replaces nothing that stands in its folder")
  func wholeAuthority() throws {
    let home = TemporaryFolder()
    func make(_ name: String) throws {
      _ = try DevelopmentAuthority.make(
        in: "\(home.path)/\(name)",
        plan: DevelopmentAuthority.Plan(
          offices: [("BKA", "B"), ("GHA", "G")], coordinator: "BKA", deputy: "GHA",
          validFrom: Pilot.validFrom))
    }
    // What a process that was killed has left is no obstacle, for it lies beside the folder.
    try makeFolder(at: home.path + "/a.999999-0.partial")
    home.write("mine", to: "a/notes.txt")
    try make("a")
    #expect(try namesInFolder(home.path) == ["a"])
    #expect(try readBytes(at: home.path + "/a/notes.txt") == Array("mine".utf8))
    for name in ["root.2.key", "GHA.seal.pem", "trust/trust.json"] {
      home.write("mine", to: "b/\(name)")
      #expect(throws: SigningError(.notWritable)) { try make("b") }
      #expect(try namesInFolder(home.path + "/b").count == 1)
      try removeItem(at: home.path + "/b")
    }
  }

  @Test("One root that signs twice counts once")
  func uniqueRoots() throws {
    let trust = authority.trustFolder
    try writeBytes(readBytes(at: trust + "/trust.1.p7s"), to: trust + "/trust.2.p7s")
    try removeItem(at: trust + "/trust.3.p7s")
    #expect(throws: SigningError(.threshold)) { try bundle() }
  }

  @Test("A changed list, and a signature by no root, are refused")
  func changedList() throws {
    let trust = authority.trustFolder
    let original = try readBytes(at: trust + "/trust.json")
    try writeBytes(original + [0x20], to: trust + "/trust.json")
    #expect(throws: SigningError(.trustSignature)) { try bundle() }
    let office = try identity("BKA")
    try writeBytes(original, to: trust + "/trust.json")
    try writeBytes(
      DetachedSignature(over: original, by: office, at: Pilot.today).der,
      to: trust + "/trust.3.p7s")
    #expect(throws: SigningError(.trustSignature)) { try bundle() }
  }

  @Test("A bundle is used only between its dates")
  func dates() throws {
    #expect(throws: SigningError(.trustExpired)) {
      try bundle(at: Pilot.validFrom.advanced(byDays: 3_650))
    }
    #expect(throws: SigningError(.trustSignature)) {
      try bundle(at: Pilot.validFrom.advanced(byDays: -1))
    }
  }

  /// Writes a changed list with the signatures of all three roots.
  private func rewrite(
    _ document: TrustDocument
  ) throws {
    let bytes = document.canonicalBytes
    try writeBytes(bytes, to: authority.trustFolder + "/trust.json")
    for number in 1...3 {
      let root = try SigningIdentity(
        certificateAt: "\(authority.folder)/root.\(number).crt",
        keyAt: "\(authority.folder)/root.\(number).key")
      try writeBytes(
        DetachedSignature(over: bytes, by: root, at: Pilot.today).der,
        to: "\(authority.trustFolder)/trust.\(number).p7s")
    }
  }

  private func identity(_ office: String) throws -> SigningIdentity {
    let identity = authority.identities[office]
    return try #require(identity)
  }

  private func sign() throws {
    try makeFolder(at: batch)
    try writeBytes(Array(Sample.rows.utf8), to: batch + "/results.csv")
    try BatchSigner.sign(
      folder: batch, description: Sample.description(), previous: nil,
      issuer: identity("BKA"),
      cosigner: identity("GHA"))
  }

  private func document(
    version: Int = 1, minimumList: Int = 1, revoke office: String? = nil,
    roles: [TrustRole] = [.issuer, .coordinator]
  ) throws -> TrustDocument {
    let old = try bundle().document
    return TrustDocument(
      version: version, issued: old.issued, expires: old.expires,
      minimumRevocationListNumber: minimumList,
      offices: old.offices.map { entry in
        TrustDocument.Office(
          code: entry.code, name: entry.name,
          keys: entry.keys.map { key in
            TrustDocument.Key(
              fingerprint: key.fingerprint,
              roles: key.roles.contains(.recipient) ? key.roles : roles,
              revoked: entry.code == office ? Pilot.today : nil)
          })
      }, coordinators: old.coordinators)
  }

  @Test("A key that the list marks as revoked counts no more")
  func revokedInList() throws {
    try sign()
    try rewrite(document(revoke: "GHA"))
    #expect(try Sample.verify(batch, trust: bundle()).reason == .revoked)
  }

  @Test("A key signs only in the roles that the list gives it")
  func roles() throws {
    try sign()
    try rewrite(document(roles: [.issuer]))
    #expect(try Sample.verify(batch, trust: bundle()).reason == .role)
    try rewrite(document(roles: [.coordinator]))
    #expect(try Sample.verify(batch, trust: bundle()).reason == .role)
  }

  @Test("A receiver that has seen a newer bundle refuses an older one")
  func rollback() throws {
    try sign()
    let state = ReceiverState(folder: folder.path + "/state")
    let old = try bundle()
    try rewrite(document(version: 2))
    #expect(try Sample.verify(batch, trust: bundle(), state: state).reason == nil)
    #expect(try Sample.verify(batch, trust: old, state: state).reason == .trustRollback)
  }

  private func writeList(
    number: Int, revoking office: String? = nil, nextUpdate: UTCInstant? = nil
  ) throws {
    let ca = try SigningIdentity(
      certificateAt: authority.folder + "/ca.crt", keyAt: authority.folder + "/ca.key")
    let revoked = try office.map { code in
      [(certificate: try identity(code).certificate, since: Pilot.validFrom)]
    }
    let list = try RevocationList.make(
      by: ca, revoked: revoked ?? [], number: number, thisUpdate: Pilot.validFrom,
      nextUpdate: nextUpdate ?? Pilot.today.advanced(byDays: 30))
    try writeBytes(list.pem, to: authority.trustFolder + "/crl.pem")
  }

  @Test("A certificate in the revocation list counts no more")
  func revokedCertificate() throws {
    try sign()
    try writeList(number: 2, revoking: "BKA")
    #expect(try Sample.verify(batch, trust: bundle()).reason == .revoked)
  }

  @Test("A revocation list that is missing, overdue, foreign or too old is noticed")
  func lists() throws {
    try sign()
    try writeList(number: 2, nextUpdate: Pilot.today.advanced(byDays: -1))
    #expect(try Sample.verify(batch, trust: bundle()).reason == .staleRevocationList)
    try writeBytes(
      readBytes(at: Pilot.authority.trustFolder + "/crl.pem"),
      to: authority.trustFolder + "/crl.pem")
    #expect(try Sample.verify(batch, trust: bundle()).reason == .staleRevocationList)
    try writeList(number: 2)
    try rewrite(document(minimumList: 3))
    #expect(throws: SigningError(.revocationListRollback)) { try bundle() }
    try removeItem(at: authority.trustFolder + "/crl.pem")
    #expect(throws: SigningError(.staleRevocationList)) { try bundle() }
  }

  @Test("A certificate outside its validity is refused though the bundle is valid")
  func certificateDates() throws {
    let ca = try SigningIdentity(
      certificateAt: authority.folder + "/ca.crt", keyAt: authority.folder + "/ca.key")
    let key = try PrivateKey.generate()
    let short = try Certificate.issued(
      to: DistinguishedName(organisation: "HUST", commonName: "BKA"),
      publicKeyInfo: key.publicKeyInfo, profile: .signing,
      validity: CertificateValidity(
        from: Pilot.validFrom, to: Pilot.today.advanced(bySeconds: 3_600)), by: ca)
    let sealing = try Certificate.issued(
      to: DistinguishedName(organisation: "HUST", commonName: "BKA"),
      publicKeyInfo: key.publicKeyInfo, profile: .authority,
      validity: CertificateValidity(from: Pilot.validFrom, to: Pilot.today), by: ca)
    try pin([short, sealing])
    try sign()
    try resign(short, key)
    #expect(try Sample.verify(batch, trust: bundle()).reason == nil)
    let later = Pilot.today.advanced(byDays: 1)
    #expect(
      try Sample.verify(batch, at: later, trust: bundle()).reason == .certificateTime)
    try resign(sealing, key)
    #expect(try Sample.verify(batch, trust: bundle()).reason == .usage)
  }

  @Test(
    "A certificate for more than signing, or that is vouched for over another digest, is refused",
    .enabled(if: OpenSSLTool.isPresent))
  func certificateProfile() throws {
    let key = try PrivateKey.generate()
    let ca = try SigningIdentity(
      certificateAt: authority.folder + "/ca.crt", keyAt: authority.folder + "/ca.key")
    let good = try Certificate.issued(
      to: DistinguishedName(organisation: "HUST", commonName: "BKA"),
      publicKeyInfo: key.publicKeyInfo, profile: .signing,
      validity: CertificateValidity(from: Pilot.validFrom, to: Pilot.today.advanced(byDays: 9)),
      by: ca)
    func certificate(
      _ digest: String = "sha256", change: (inout DERTree) -> Void
    ) throws -> Certificate {
      var tree = DERTree(good.der)
      change(&tree)
      try writeBytes(tree[0].encoded, to: folder.path + "/signed")
      let result = try OpenSSLTool.run([
        "dgst", "-" + digest, "-sign", authority.folder + "/ca.key", "-out",
        folder.path + "/signature", folder.path + "/signed",
      ])
      #expect(result.status == 0, "\(result.output)")
      let signature = try readBytes(at: folder.path + "/signature")
      tree[2] = .leaf(tag: 0x03, content: [0] + signature)
      return try Certificate(der: tree.encoded)
    }
    // The extensions stand in the order basicConstraints, keyUsage, extendedKeyUsage.
    func usage(_ bits: [UInt8]) throws -> Certificate {
      try certificate { $0[0, 7, 0, 1, 2] = .leaf(tag: 0x04, content: [0x03, 0x02] + bits) }
    }
    let mailAndServer: [UInt8] = [
      0x30, 0x14, 0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x04, 0x06, 0x08, 0x2b,
      0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x01,
    ]
    let ecdsaWithSHA512 = DERTree([0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x04])
    let cases: [(Certificate, SigningError.Code?)] = [
      (try usage([0x06, 0xc0]), nil), (try usage([0x07, 0x80]), nil),
      (try usage([0x05, 0xe0]), .usage), (try usage([0x03, 0xc8]), .usage),
      (try usage([0x06, 0x40]), .usage),
      (
        try certificate { $0[0, 7, 0, 2, 1] = .leaf(tag: 0x04, content: mailAndServer) }, .usage
      ),
      (
        try certificate("sha512") {
          $0[0, 2, 0] = ecdsaWithSHA512
          $0[1, 0] = ecdsaWithSHA512
        }, .chain
      ),
    ]
    try pin(cases.map(\.0))
    try sign()
    for (number, (certificate, reason)) in cases.enumerated() {
      try resign(certificate, key)
      #expect(try Sample.verify(batch, trust: bundle()).reason == reason, "case \(number)")
    }
  }

  /// Lets a bundle pin these certificates for the issuer.
  private func pin(_ certificates: [Certificate]) throws {
    let old = try bundle().document
    try rewrite(
      TrustDocument(
        version: 2, issued: old.issued, expires: old.expires, minimumRevocationListNumber: 1,
        offices: old.offices.map { entry in
          TrustDocument.Office(
            code: entry.code, name: entry.name,
            keys: entry.code == "BKA"
              ? certificates.map {
                TrustDocument.Key(fingerprint: $0.fingerprint, roles: [.issuer])
              } : entry.keys)
        }, coordinators: old.coordinators))
  }

  /// Signs the batch for the issuer again.
  private func resign(_ certificate: Certificate, _ key: PrivateKey) throws {
    let manifest = try readBytes(at: batch + "/manifest.json")
    let identity = try SigningIdentity(certificate: certificate, key: key)
    try writeBytes(
      DetachedSignature(over: manifest, by: identity, at: Pilot.today).der,
      to: batch + "/manifest.p7s")
  }

  @Test("Certificates of another CA are refused, though their keys are pinned")
  func foreignChain() throws {
    try sign()
    try writeBytes(
      readBytes(at: Pilot.authority.trustFolder + "/ca.crt"),
      to: authority.trustFolder + "/ca.crt")
    #expect(try Sample.verify(batch, trust: bundle()).reason == .chain)
  }
}
