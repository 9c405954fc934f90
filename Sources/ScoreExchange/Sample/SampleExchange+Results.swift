import Parallel

extension SampleExchange {
  /// The rows of some people in one sitting, for each of the seven files.
  private struct Piece: Sendable {
    var bytes: [[UInt8]]
    var rowCounts: [Int]
    var rejectCounts: [Int]
    var candidates: [UInt8] = []
    /// For each file: row within the piece, kind of fault.
    var faults: [[(row: Int, fault: SampleFault)]]
  }

  /// Writes the seven result files, sitting by sitting, and the truth about their faults.
  func writeResults(
    into sink: inout some SampleSink, work: WorkPlan, _ cancellation: Cancellation?
  ) throws(SampleError) {
    let schools = SampleSchool.codes.indices
    let paths = schools.map { "results/" + SampleSchool.fileName($0) }
    for school in schools {
      let layout = SampleResultLayout.all[school]
      var table = SampleTable(layout.dialect)
      table.begin(headings: layout.columns.map(\.heading))
      try sink.append(table.bytes, to: paths[school])
    }

    try sink.append(Array("result,person\n".utf8), to: "truth/candidates.csv")
    var rows = schools.map { _ in 0 }
    var rejects = schools.map { _ in 0 }
    // Row and fault in one number: a rate of 1 makes as many of them as there are rows.
    var faults: [[UInt64]] = schools.map { _ in [] }
    for sitting in SampleResult.sittings.indices {
      let body: @Sendable (Range<Int>) -> Piece = { piece(of: $0, sitting: sitting) }
      try inChunks(of: plan.candidateCount, work, cancellation, body) {
        (piece: Piece) throws(SampleError) in
        try sink.append(piece.candidates, to: "truth/candidates.csv")
        for school in schools where !piece.bytes[school].isEmpty {
          try sink.append(piece.bytes[school], to: paths[school])
          for (row, fault) in piece.faults[school] {
            faults[school].append(UInt64(rows[school] + row) << 8 | UInt64(fault.rawValue))
          }
          rows[school] += piece.rowCounts[school]
          rejects[school] += piece.rejectCounts[school]
        }
      }
    }

    try sink.append(Array("file,row,reason,outcome\n".utf8), to: "truth/faults.csv")
    var text = "file,rows,rejected\n"
    for school in schools.sorted(by: { paths[$0] < paths[$1] }) {
      try writeFaults(faults[school].sorted(), of: paths[school], into: &sink)
      text += "\(paths[school]),\(rows[school]),\(rejects[school])\n"
    }
    try sink.append(Array(text.utf8), to: "truth/files.csv")
  }

  private func writeFaults(
    _ faults: [UInt64], of path: String, into sink: inout some SampleSink
  ) throws(SampleError) {
    var bytes: [UInt8] = []
    for entry in faults {
      guard let fault = SampleFault(rawValue: Int(entry & 0xFF)) else { continue }
      // The heading is row 1.
      let row = (entry >> 8) + 2
      bytes += Array("\(path),\(row),\(fault.reason),\(fault.outcome.rawValue)\n".utf8)
      if bytes.count > 1 << 20 {
        try sink.append(bytes, to: "truth/faults.csv")
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try sink.append(bytes, to: "truth/faults.csv")
  }

  private func piece(of people: Range<Int>, sitting: Int) -> Piece {
    let layouts = SampleResultLayout.all
    var tables = layouts.map { SampleTable($0.dialect) }
    var rowCounts = layouts.map { _ in 0 }
    var rejectCounts = rowCounts
    var faults: [[(row: Int, fault: SampleFault)]] = layouts.map { _ in [] }
    // Second rows of duplicates stand at the end of the piece, away from the first.
    var repeats: [(school: Int, row: SampleResultRow)] = []

    var candidates: [UInt8] = []
    for index in people {
      let person = population.person(index)
      if var result = sittings.result(of: person, sitting: sitting) {
        appendKey(of: result, to: &candidates)
        candidates.append(UInt8(ascii: ","))
        candidates.append(number: index + 1)
        candidates.append(0x0A)
        let school = result.school
        let fault = plan.fault(of: result.index)
        if fault != nil {
          result.status = .scored
          result.usesFormerID = false
        }
        var row = SampleResultRow(
          person: person, result: result,
          candidateNumber: candidateNumber(result),
          listNumber: rowCounts[school] + 1, session: 1 + people.lowerBound / Self.chunkLength % 4)
        if let (number, fault) = fault {
          row.spoil(fault, number: number, layouts[school])
          if fault.addsRow {
            repeats.append((school, fault == .repeated ? row : row.contradiction()))
          }
          if fault != .repeated { faults[school].append((rowCounts[school], fault)) }
          if !fault.leavesResult { rejectCounts[school] += 1 }
        }
        row.append(to: &tables[school], layouts[school])
        rowCounts[school] += 1
      }
    }
    for (school, row) in repeats {
      let fault = plan.fault(of: row.result.index)?.fault ?? .repeated
      faults[school].append((rowCounts[school], fault))
      rejectCounts[school] += 1
      row.append(to: &tables[school], layouts[school])
      rowCounts[school] += 1
    }
    return Piece(
      bytes: tables.map(\.bytes), rowCounts: rowCounts, rejectCounts: rejectCounts,
      candidates: candidates, faults: faults)
  }
}
