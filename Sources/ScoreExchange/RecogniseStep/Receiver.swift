/// A school that recognises, and its rules.
struct Receiver: Sendable {
  let school: School
  /// The school as a place in `School.all` plus one.
  let code: UInt8
  var rules: Range<Int>

  init(_ school: School, rules: Range<Int>) {
    self.school = school
    code = ApplicantReader.code(school)
    self.rules = rules
  }

  /// The receivers of rules that are sorted by school.
  static func all(_ recognisers: [Recogniser]) -> [Receiver] {
    var receivers: [Receiver] = []
    for (rule, recogniser) in recognisers.enumerated() {
      if let last = receivers.indices.last, receivers[last].school == recogniser.school {
        receivers[last].rules = receivers[last].rules.lowerBound..<rule + 1
      } else {
        receivers.append(Receiver(recogniser.school, rules: rule..<rule + 1))
      }
    }
    return receivers
  }
}

extension ApplicationList {
  /// The application that holds for a school: that of its own file, or else that of no school for
  /// whoever wishes for the school; nil for who does not apply there.
  func place(
    _ receiver: Receiver, _ applicant: Int, _ wished: WishedSchools
  ) -> Int? {
    let own = ofApplicant(applicant)
    return own.first { school[$0] == receiver.code }
      ?? own.first {
        school[$0] == 0 && wished.contains(receiver.school, ofApplicant: applicant)
      }
  }
}
