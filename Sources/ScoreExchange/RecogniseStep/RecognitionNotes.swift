extension RecogniseStep {
  /// What a clerk should know about the rules, one line a receiver: scores of one programme are
  /// compared as they are, also where two rules bring them to scales of different length.
  var notes: [Message] {
    Receiver.all(recognisers).compactMap { receiver in
      let rules = recognisers[receiver.rules]
      for (place, one) in rules.enumerated() {
        let other = rules.dropFirst(place + 1).first {
          $0.taper.maximum != one.taper.maximum && $0.rule.programmes.meets(one.rule.programmes)
        }
        guard let other else { continue }
        return """
          \(receiver.school.code): the rules in lines \(one.rule.line) and \(other.rule.line) of the exchange \
          file count for one programme and end on scales of different length, and the scores are compared \
          as they are; convert them to one scale
          """
      }
      return nil
    }
  }
}

extension RecognitionRule.Programmes {
  /// Whether some programme is in both.
  fileprivate func meets(_ other: Self) -> Bool {
    switch (self, other) {
    case (.all, _), (_, .all): true
    case (.codes(let codes), .codes(let others)): !Set(codes).isDisjoint(with: others)
    }
  }
}
