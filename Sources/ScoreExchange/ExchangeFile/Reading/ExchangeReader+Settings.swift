import Placement
import RecordLinkage
import Scores

extension ExchangeReader {
  /// How applicants and results are linked.
  func links(_ value: YAMLValue?) throws(ExchangeError) -> LinkSettings {
    var settings = LinkSettings()
    guard let keys = try value?.mapping(keys: ["automatic", "confirmations", "model"]) else {
      return settings
    }
    if let value = keys.optional("automatic") {
      settings.automatic = try value.choice(
        "rule for automatic links",
        ["identifier": AutomaticRule.identifier, "probability": .probability])
    }
    settings.confirmations =
      try keys.optional("confirmations")?.integer(in: 1...9) ?? settings.confirmations
    settings.model = try keys.optional("model").map { value throws(ExchangeError) in
      try file(value)
    }
    return settings
  }

  /// How places are given.
  func placement(_ value: YAMLValue?) throws(ExchangeError) -> PlacementSettings {
    guard let value else { return .standard }
    let keys = try value.mapping(keys: ["ties", "at_the_line", "rounds", "overcall"])
    var ties: [String] = []
    for entry in try keys.optional("ties")?.list() ?? [] {
      let key = try entry.text()
      guard Self.isTieKey(key) else {
        throw entry.refusal(of: key, what: "tie key", expected: ["tie_1", "-tie_1", "wish-rank"])
      }
      guard !ties.contains(key) else { throw entry.refusal("\"\(key)\" stands here twice") }
      ties.append(key)
    }
    let line = keys.optional("at_the_line")
    return PlacementSettings(
      ties: ties,
      atTheLine: try line.map { value throws(ExchangeError) in try Self.atTheLine(value) }
        ?? PlacementSettings.standard.atTheLine,
      filtering: try Self.filtering(keys.optional("rounds"), keys.optional("overcall")))
  }

  /// Filtering rounds, and the people called in them for each seat.
  private static func filtering(
    _ rounds: YAMLValue?, _ overcall: YAMLValue?
  ) throws(ExchangeError) -> FilteringRounds? {
    guard let rounds else {
      if let overcall { throw overcall.refusal("goes with rounds, of which nothing is said") }
      return nil
    }
    var calls = 100
    if let overcall {
      let text = try overcall.text()
      guard let ratio = try? Score(parsing: text),
        10_000_000...100_000_000_000 ~= ratio.billionths, ratio.billionths % 10_000_000 == 0
      else {
        throw overcall.refusal(
          "\"\(text)\" must be between 0.01 and 100, with at most two decimals")
      }
      calls = Int(ratio.billionths / 10_000_000)
    }
    return FilteringRounds(
      roundCount: try rounds.integer(in: 1...1_000), callsPerHundredSeats: calls)
  }

  private static func isTieKey(_ key: String) -> Bool {
    if key == "wish-rank" { return true }
    let column = key.hasPrefix("-") ? key.dropFirst() : key[...]
    guard column.hasPrefix("tie_") else { return false }
    let digits = column.dropFirst(4).utf8
    return 1...4 ~= digits.count && digits.first != 0x30
      && digits.allSatisfy { 0x30...0x39 ~= $0 }
  }

  private static func atTheLine(_ value: YAMLValue) throws(ExchangeError) -> String {
    let word = try value.text()
    let lottery = "lottery:"
    if word.hasPrefix(lottery), word != lottery { return word }
    return try value.word(
      "rule at the line", among: ["admit-all", "reject-all", "cut", "lottery:SEED"])
  }

  /// With what batches are signed.
  func signing(_ value: YAMLValue) throws(ExchangeError) -> SigningSettings {
    if value.isScalar {
      let word = try value.text()
      guard word == "development" else {
        throw value.refusal("must be \"development\" or the keys key, certificate and trust")
      }
      return .development
    }
    let keys = try value.mapping(keys: [
      "key", "certificate", "passphrase_env", "trust", "cosigner", "ledger",
    ])
    var cosigner: SigningKeys.Signer?
    if let value = keys.optional("cosigner") {
      cosigner = try signer(value.mapping(keys: ["key", "certificate", "passphrase_env"]))
    }
    var ledger: NamedFile?
    if let value = keys.optional("ledger") { ledger = try file(value) }
    return .keys(
      SigningKeys(
        signer: try signer(keys), trust: try file(keys.required("trust")), cosigner: cosigner,
        ledger: ledger))
  }

  private func signer(_ keys: YAMLMapping) throws(ExchangeError) -> SigningKeys.Signer {
    SigningKeys.Signer(
      key: try file(keys.required("key")), certificate: try file(keys.required("certificate")),
      passphraseVariable: try keys.optional("passphrase_env")?.text())
  }
}
