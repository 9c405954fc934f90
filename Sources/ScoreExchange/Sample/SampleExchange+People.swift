import Parallel

extension SampleExchange {
  /// Writes the true records of everybody in the sample.
  func writePeople(
    into sink: inout some SampleSink, work: WorkPlan, _ cancellation: Cancellation?
  ) throws(SampleError) {
    let path = "truth/people.csv"
    try sink.append(Array("person,name,national_id,birth_date,resembles\n".utf8), to: path)
    let iso = SampleDialect(dateForm: .iso)
    let body: @Sendable (Range<Int>) -> [UInt8] = { range in
      var bytes: [UInt8] = []
      for index in range {
        let person = population.person(index)
        bytes.append(number: index + 1)
        bytes.append(UInt8(ascii: ","))
        person.name.append(to: &bytes)
        bytes.append(UInt8(ascii: ","))
        person.appendNationalID(to: &bytes)
        bytes.append(UInt8(ascii: ","))
        iso.append(person.birth, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        bytes.append(text: person.resemblance.text)
        bytes.append(0x0A)
      }
      return bytes
    }
    try inChunks(of: plan.personCount, work, cancellation, body) {
      (bytes: [UInt8]) throws(SampleError) in
      try sink.append(bytes, to: path)
    }
  }
}

extension SamplePerson.Resemblance {
  /// How the person just before in the list is resembled, or nothing.
  fileprivate var text: String {
    switch self {
    case .none: ""
    case .twin: "twin"
    case .sibling: "sibling"
    case .namesake: "namesake"
    }
  }
}
