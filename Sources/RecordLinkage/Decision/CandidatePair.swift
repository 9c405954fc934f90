/// A pair that was compared and is worth keeping until the decision.
struct CandidatePair: Sendable {
  var left: UInt32
  var right: UInt32
  var weight: Double
  var pattern: AgreementPattern
  /// A person decided that it is one person.
  var isForced = false

  /// The rule of the first tier: nothing but an error of the register can make this wrong.
  var isCertain: Bool {
    pattern.hasSameIdentifier && pattern.hasAgreeingName && pattern.birth == .equal
  }
}
