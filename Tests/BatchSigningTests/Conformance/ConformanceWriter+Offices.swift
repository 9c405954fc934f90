import BatchSigning
import Files

extension ConformanceWriter {
  func writeOffices() throws {
    try make("accepted-results")
    var outcomes = Sample.description(kind: .outcomes, recipients: ["MDA"])
    outcomes.key = ["candidate_number"]
    try make("accepted-outcomes", outcomes)
    try make("E_THRESHOLD-one-signature", cosigner: nil)
    try make("E_OFFICE-co-signed-by-another", cosigner: "MDA")
    try make("E_OFFICE-co-signed-by-the-issuer", cosigner: "BKA")
    try make(
      "E_COORDINATOR-manifest-names-another", Sample.description(coordinator: "MDA"),
      cosigner: "MDA")
    for (name, description) in wronglyAddressed { try make(name, description) }
    try make("E_PIN-stranger") { batch in
      let key = try PrivateKey.generate()
      let stranger = try Certificate.selfSigned(
        subject: Pilot.identity("BKA").certificate.subject, key: key, profile: .signing,
        validity: CertificateValidity(from: Pilot.validFrom, to: Pilot.today.advanced(byDays: 9)))
      let signature = try DetachedSignature(
        over: readBytes(at: batch + "/manifest.json"),
        by: SigningIdentity(certificate: stranger, key: key), at: Pilot.today)
      try writeBytes(signature.der, to: batch + "/manifest.p7s")
    }
  }
}
