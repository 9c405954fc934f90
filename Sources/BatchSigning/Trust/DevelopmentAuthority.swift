internal import Files

/// A small authority for pilots and tests: three roots, an authority, keys and certificates for
/// every office, and the trust bundle over them.
///
/// Everything it makes is marked: the certificates' unit is
/// ``DistinguishedName/developmentMark``.
public struct DevelopmentAuthority: Sendable {
  /// Where the keys and certificates lie.
  public let folder: String
  /// The folder of the trust bundle.
  public var trustFolder: String { folder + "/trust" }
  /// The version of the bundle.
  public let trustVersion: Int
  /// Who signs for each office.
  public let identities: [String: SigningIdentity]

  /// What is to be made.
  public struct Plan: Sendable {
    /// Codes and names of the offices.
    public var offices: [(code: String, name: String)]
    /// The coordinating office.
    public var coordinator: String
    /// The office that signs where the coordinating one issues.
    public var deputy: String
    /// From when on everything is valid.
    public var validFrom: UTCInstant
    /// How long everything is valid.
    public var days: Int

    /// A plan; parameters as the properties.
    public init(
      offices: [(code: String, name: String)], coordinator: String, deputy: String,
      validFrom: UTCInstant, days: Int = 3_650
    ) {
      self.offices = offices
      self.coordinator = coordinator
      self.deputy = deputy
      self.validFrom = validFrom
      self.days = days
    }
  }

  /// Makes an authority in a folder.
  ///
  /// The folder gets `ca.key`, `ca.crt`, `root.N.key`, `root.N.crt`, for every office `CODE.key`,
  /// `CODE.pem`, `CODE.seal.key` and `CODE.seal.pem`, and the bundle in `trust/`. Keys are not
  /// encrypted; only their owner may read them. All of it appears, or nothing: half an authority
  /// could neither be used nor be made whole.
  ///
  /// - Parameters:
  ///   - folder: The folder; it is made where it is missing. What else lies in it stays.
  ///   - plan: What is to be made.
  /// - Returns: The authority, with everybody's identity.
  /// - Throws: ``SigningError`` with `invalid-description`, `not-writable`, also where something of
  ///   an authority stands in the folder, `write-failed` or `library`.
  public static func make(
    in folder: String, plan: Plan
  ) throws(SigningError) -> DevelopmentAuthority {
    let codes = plan.offices.map(\.code)
    guard codes.allSatisfy(OfficeCode.isValid), codes.contains(plan.coordinator),
      codes.contains(plan.deputy), plan.coordinator != plan.deputy, plan.days > 0
    else {
      throw SigningError(
        .invalidDescription, folder, "coordinator and deputy must be two of the offices")
    }
    try refuseReplacing(in: folder, codes)
    let staged = try stagedOutputFolder(at: folder)
    try makeOutputFolder(staged.path + "/trust/certs")
    let maker = Maker(
      folder: staged.path,
      validity: CertificateValidity(
        from: plan.validFrom, to: plan.validFrom.advanced(byDays: plan.days)))
    let authority = try maker.selfSigned("ca", name: "Authority", profile: .authority)
    var identities: [String: SigningIdentity] = [:]
    var offices: [TrustDocument.Office] = []
    for (code, name) in plan.offices {
      let signing = try maker.issued(code, file: code, profile: .signing, by: authority)
      let sealing = try maker.issued(code, file: code + ".seal", profile: .sealing, by: authority)
      identities[code] = signing
      offices.append(
        TrustDocument.Office(
          code: code, name: name,
          keys: [
            TrustDocument.Key(
              fingerprint: signing.certificate.fingerprint, roles: [.issuer, .coordinator]),
            TrustDocument.Key(
              fingerprint: sealing.certificate.fingerprint, roles: [.recipient]),
          ]))
    }
    let document = TrustDocument(
      version: 1, issued: plan.validFrom, expires: maker.validity.notAfter,
      minimumRevocationListNumber: 1, offices: offices,
      coordinators: [
        TrustDocument.CoordinatorPeriod(
          from: plan.validFrom, to: maker.validity.notAfter, office: plan.coordinator,
          deputy: plan.deputy)
      ])
    try maker.writeBundle(document, authority: authority)
    try commitOutput(staged)
    return DevelopmentAuthority(folder: folder, trustVersion: 1, identities: identities)
  }

  /// Refuses a folder in which something of an authority stands, keys before all.
  private static func refuseReplacing(
    in folder: String, _ codes: [String]
  ) throws(SigningError) {
    let roots = (1...3).map { "root.\($0)" }
    let offices = codes.flatMap { [$0, $0 + ".seal"] }
    for name in (["ca"] + roots + offices).map({ $0 + ".key" })
    where fileKind(at: "\(folder)/\(name)") != nil {
      throw SigningError(
        .notWritable, "\(folder)/\(name)", "a key that stands there is not replaced")
    }
    let others = (["ca"] + roots).map { $0 + ".crt" } + offices.map { $0 + ".pem" } + ["trust"]
    for name in others where fileKind(at: "\(folder)/\(name)") != nil {
      throw SigningError(
        .notWritable, "\(folder)/\(name)", "something stands there already")
    }
  }

  private struct Maker {
    let folder: String
    let validity: CertificateValidity

    private func name(_ commonName: String) -> DistinguishedName {
      DistinguishedName(
        organisation: "Score Exchange", organisationalUnit: DistinguishedName.developmentMark,
        commonName: commonName)
    }

    func selfSigned(
      _ file: String, name commonName: String, profile: CertificateProfile
    ) throws(SigningError) -> SigningIdentity {
      let key = try PrivateKey.generate()
      let certificate = try Certificate.selfSigned(
        subject: name(commonName), key: key, profile: profile, validity: validity)
      try key.writeNew(to: "\(folder)/\(file).key")
      try writeOutput(certificate.pem, to: "\(folder)/\(file).crt")
      return try SigningIdentity(certificate: certificate, key: key)
    }

    func issued(
      _ code: String, file: String, profile: CertificateProfile, by authority: SigningIdentity
    ) throws(SigningError) -> SigningIdentity {
      let key = try PrivateKey.generate()
      let certificate = try Certificate.issued(
        to: name(code), publicKeyInfo: key.publicKeyInfo, profile: profile, validity: validity,
        by: authority)
      try key.writeNew(to: "\(folder)/\(file).key")
      try writeOutput(certificate.pem, to: "\(folder)/\(file).pem")
      try writeOutput(certificate.pem, to: "\(folder)/trust/certs/\(file).pem")
      return try SigningIdentity(certificate: certificate, key: key)
    }

    func writeBundle(
      _ document: TrustDocument, authority: SigningIdentity
    ) throws(SigningError) {
      let bytes = document.canonicalBytes
      for number in 1...3 {
        let root = try selfSigned("root.\(number)", name: "Root \(number)", profile: .signing)
        let signature = try BatchSigner.checkedSignature(
          over: bytes, by: root, at: document.issued)
        try writeOutput(signature.der, to: "\(folder)/trust/trust.\(number).p7s")
      }
      let list = try RevocationList.make(
        by: authority, number: 1, thisUpdate: document.issued, nextUpdate: document.expires)
      try writeOutput(list.pem, to: folder + "/trust/crl.pem")
      try writeOutput(authority.certificate.pem, to: folder + "/trust/ca.crt")
      try writeOutput(bytes, to: folder + "/trust/trust.json")
    }
  }
}
