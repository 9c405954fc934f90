/// The codes of programmes and schools as numbers, and which programme a pair of them names.
struct ProgrammeCodes: Sendable {
  /// The codes of programmes, in byte order, as many as a column of codes can hold.
  let codes: [String]
  /// The codes of schools, in byte order.
  let schools: [String]
  /// For each code where its programmes begin.
  private let starts: [Int32]
  /// The programmes by code, then school; one of no school first.
  private let programmes: [(school: Int32, programme: Int32)]

  init(_ imported: ProgrammeImport) {
    let entries = imported.programmes
    var schoolNumbers: [String: Int32] = [:]
    for entry in entries { if let school = entry.school { schoolNumbers[school.code] = 0 } }
    schools = schoolNumbers.keys.sorted { $0.precedesInBytes($1) }
    for (number, school) in schools.enumerated() { schoolNumbers[school] = Int32(number) }
    var codes: [String] = []
    var starts: [Int32] = []
    var programmes: [(school: Int32, programme: Int32)] = []
    // By code; of one code by school, as they stand in the import.
    for index in imported.order {
      let entry = entries[index]
      if entry.code != codes.last {
        if codes.count == Int(UInt16.max) - 1 { break }
        codes.append(entry.code)
        starts.append(Int32(programmes.count))
      }
      let school = entry.school.flatMap { schoolNumbers[$0.code] } ?? -1
      programmes.append((school, Int32(index)))
    }
    self.codes = codes
    self.starts = starts + [Int32(programmes.count)]
    self.programmes = programmes
  }

  /// The programme of a code, at a school where one is named; -1 where that is not one.
  ///
  /// - Complexity: O(log programmes of the code).
  @inline(__always)
  func programme(code: Int, school: Int?) -> Int32 {
    let (start, end) = (Int(starts[code]), Int(starts[code + 1]))
    guard let school else { return end - start == 1 ? programmes[start].programme : -1 }
    let isAnySchools = programmes[start].school < 0
    var (low, high) = (start, end - 1)
    while low < high {
      let middle = (low + high) / 2
      if Int(programmes[middle].school) < school { low = middle + 1 } else { high = middle }
    }
    let isOwn = Int(programmes[low].school) == school
    // One of every school and one of this school: nobody knows which is meant.
    if isAnySchools { return isOwn ? -1 : programmes[start].programme }
    return isOwn ? programmes[low].programme : -1
  }
}
