import BatchSigning
import Files

/// The keys with which a run signs, and what is trusted.
struct BatchKeys: Sendable {
  /// Who can sign, by school code.
  let identities: [String: SigningIdentity]
  /// The school that signs what the run decided.
  let runner: String
  /// Who co-signs what a school issues; nil where that is done later.
  let cosigner: @Sendable (_ issuer: String) -> String?
  /// Where the chains of earlier runs go on; nil where every run begins its own.
  let ledger: Ledger?
  /// The version of the trust bundle.
  let trustVersion: Int
  /// The bundle by which receivers will judge the keys; nil for throw-away keys.
  let trust: TrustBundle?

  /// Makes or reads the keys that the exchange file asks for.
  ///
  /// - Parameters:
  ///   - settings: What the exchange file says.
  ///   - exchange: The exchange.
  ///   - folder: Where throw-away keys are left.
  ///   - created: When the batches are made.
  ///   - environment: Looks a variable up, for passphrases.
  /// - Throws: ``ExchangeError`` with `notPermitted` for keys that cannot be read or used.
  init(
    _ settings: SigningSettings, exchange: Exchange, folder: String, created: UTCInstant,
    environment: (String) -> String?
  ) throws(ExchangeError) {
    switch settings {
    case .development:
      try self.init(developmentFor: exchange, folder: folder, created: created)
    case .keys(let keys):
      try self.init(
        keys, rota: exchange.coordinators, created: created, environment: environment)
    }
  }

  private init(
    developmentFor exchange: Exchange, folder: String, created: UTCInstant
  ) throws(ExchangeError) {
    guard let coordinator = exchange.coordinator?.code else {
      throw ExchangeError(
        .badInput, file: exchange.path,
        "signing needs a \"coordinator:\", who signs with the issuer")
    }
    let day = "\(exchange.asOf)"
    let term = exchange.coordinators.first { $0.holds(day) }
    guard let deputy = term?.deputy ?? School.all.map(\.code).first(where: { $0 != coordinator })
    else {
      throw ExchangeError(.badInput, file: exchange.path, "signing needs two schools")
    }
    do throws(SigningError) {
      let authority = try DevelopmentAuthority.make(
        in: folder,
        plan: DevelopmentAuthority.Plan(
          offices: School.all.map { ($0.code, $0.name) }, coordinator: coordinator,
          deputy: deputy, validFrom: created.advanced(byDays: -1)))
      identities = authority.identities
      trustVersion = authority.trustVersion
      ledger = nil
      trust = nil
    } catch {
      throw ExchangeError(signing: error)
    }
    runner = coordinator
    cosigner = { $0 == coordinator ? deputy : coordinator }
  }

  private init(
    _ keys: SigningKeys, rota: [CoordinatorTerm], created: UTCInstant,
    environment: (String) -> String?
  ) throws(ExchangeError) {
    let trust: TrustBundle
    do throws(SigningError) {
      trust = try TrustBundle(folder: keys.trust.path, at: created)
    } catch {
      throw ExchangeError(signing: error, file: keys.trust.text)
    }
    try Self.check(rota, trust, at: created)
    let signer = try Self.identity(keys.signer, trust, environment)
    let other = try keys.cosigner.map { signer throws(ExchangeError) in
      try Self.identity(signer, trust, environment)
    }
    if let other, other.office == signer.office {
      throw ExchangeError(
        .notPermitted, file: keys.cosigner?.certificate.text,
        "issuer and co-signer are both \(signer.office); two different schools must sign")
    }
    var identities = [signer.office: signer.identity]
    if let other { identities[other.office] = other.identity }
    self.identities = identities
    runner = signer.office
    let (runner, second) = (signer.office, other?.office)
    cosigner = { $0 == runner ? second : runner }
    trustVersion = trust.document.version
    self.trust = trust
    ledger = keys.ledger.map { Ledger(path: $0.path) }
  }

  /// Refuses a rota that contradicts the trust bundle about the moment of signing.
  private static func check(
    _ rota: [CoordinatorTerm], _ trust: TrustBundle, at created: UTCInstant
  ) throws(ExchangeError) {
    let day = String(created.description.prefix(10))
    guard let term = rota.first(where: { $0.holds(day) }),
      let period = trust.document.coordinators.first(where: {
        $0.from <= created && created < $0.to
      }), period.office != term.office || period.deputy != term.deputy
    else { return }
    throw ExchangeError(
      .notPermitted,
      "on \(day) the rota names \(term.office) and \(term.deputy), the trust bundle "
        + "\(period.office) and \(period.deputy)")
  }

  private static func identity(
    _ signer: SigningKeys.Signer, _ trust: TrustBundle, _ environment: (String) -> String?
  ) throws(ExchangeError) -> (office: String, identity: SigningIdentity) {
    var passphrase: [UInt8]?
    if let variable = signer.passphraseVariable {
      guard let value = environment(variable) else {
        throw ExchangeError(
          .notPermitted, file: signer.key.text,
          "the environment has no variable \(variable) with the passphrase")
      }
      passphrase = Array(value.utf8)
    }
    let identity: SigningIdentity
    do throws(SigningError) {
      identity = try SigningIdentity(
        certificateAt: signer.certificate.path, keyAt: signer.key.path, passphrase: passphrase)
    } catch {
      throw ExchangeError(signing: error)
    }
    guard let owner = trust.document.owner(of: identity.certificate.fingerprint) else {
      throw ExchangeError(
        .notPermitted, file: signer.certificate.text,
        "no school of the trust folder has this certificate")
    }
    return (owner.office.code, identity)
  }
}

extension ExchangeError {
  /// What a signing failure means for the exchange.
  init(signing error: SigningError, file: String? = nil) {
    let code: Code =
      switch error.code {
      case .missingInput: .inputMissing
      case .notWritable: .outputImpossible
      case .notReadable, .writeFailed: .inputOutput
      case .invalidDescription, .formula, .text, .duplicate, .row: .badInput
      default: .notPermitted
      }
    self.init(code, file: file, "\(error)")
  }
}
