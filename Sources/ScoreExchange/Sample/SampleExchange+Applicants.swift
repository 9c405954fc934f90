import Parallel

extension SampleExchange {
  /// The rows of some applicants in each of the files they appear in.
  private struct Piece: Sendable {
    var applicants: [[UInt8]]
    var wishes: [UInt8]
    var links: [UInt8]
    var people: [UInt8]
  }

  /// The columns of an applicants' file, in English and in Vietnamese.
  static let applicantColumns = [
    ("applicant", "Mã hồ sơ"), ("national_id", "Số CCCD"), ("former_id", "CMND cũ"),
    ("name", "Họ và tên"), ("birth_date", "Ngày sinh"), ("sex", "Giới tính"),
    ("region", "Khu vực"), ("priority_group", "Đối tượng ưu tiên"),
    ("graduation_year", "Năm tốt nghiệp"), ("bonus", "Điểm cộng"), ("tie_1", "tie_1"),
  ]

  /// BKA and TLA keep their applicants in a Vietnamese spreadsheet, the others in plain CSV.
  private static let vietnameseSchools = [SampleSchool.bka, SampleSchool.tla]

  private static func applicantDialect(_ school: Int) -> SampleDialect {
    vietnameseSchools.contains(school)
      ? SampleDialect(
        encoding: .utf8WithMark, delimiter: UInt8(ascii: ";"), endsLinesWithCRLF: true,
        decimalMark: UInt8(ascii: ","), keepsTrailingZeros: false)
      : SampleDialect(keepsTrailingZeros: false, dateForm: .iso)
  }

  /// Writes the applicants' files, the wishes and the true links.
  func writeApplicants(
    into sink: inout some SampleSink, work: WorkPlan, _ cancellation: Cancellation?
  ) throws(SampleError) {
    let schools = SampleSchool.codes.indices
    for school in schools {
      var table = SampleTable(Self.applicantDialect(school))
      let isVietnamese = Self.vietnameseSchools.contains(school)
      table.begin(headings: Self.applicantColumns.map { isVietnamese ? $0.1 : $0.0 })
      try sink.append(table.bytes, to: "applicants/" + SampleSchool.fileName(school))
    }
    try sink.append(Array("applicant,rank,school,programme\n".utf8), to: "wishes.csv")
    try sink.append(Array("left,right\n".utf8), to: "truth/links.csv")
    try sink.append(Array("applicant,person,slips\n".utf8), to: "truth/applicants.csv")

    let order = SamplePermutation(count: plan.applicantCount, seed: request.seed, stream: 2)
    let candidates = SamplePermutation(count: plan.candidateCount, seed: request.seed, stream: 3)
    let wishes = SampleWishes(programmes, plan: plan)
    let body: @Sendable (Range<Int>) -> Piece = { range in
      piece(of: range, wishes: wishes) {
        plan.person(ofApplicantPlace: order($0), candidates: candidates)
      }
    }
    try inChunks(of: plan.applicantCount, work, cancellation, body) {
      (piece: Piece) throws(SampleError) in
      for school in schools where !piece.applicants[school].isEmpty {
        try sink.append(
          piece.applicants[school], to: "applicants/" + SampleSchool.fileName(school))
      }
      try sink.append(piece.wishes, to: "wishes.csv")
      try sink.append(piece.links, to: "truth/links.csv")
      try sink.append(piece.people, to: "truth/applicants.csv")
    }
  }

  /// The identifier of an applicant, the same at every school.
  func applicantID(_ applicant: Int) -> [UInt8] {
    var bytes = Array("TS".utf8)
    bytes.append(number: applicant + 1, width: max(6, Self.digits(plan.applicantCount)))
    return bytes
  }

  private func piece(
    of range: Range<Int>, wishes: SampleWishes, personOf: (Int) -> Int
  ) -> Piece {
    var tables = SampleSchool.codes.indices.map { SampleTable(Self.applicantDialect($0)) }
    var wishBytes: [UInt8] = []
    var linkBytes: [UInt8] = []
    var personBytes: [UInt8] = []
    let programmeFields = programmes.map {
      Array(",\(SampleSchool.codes[$0.school]),\($0.code)\n".utf8)
    }
    for applicant in range {
      let id = applicantID(applicant)
      let person = population.person(personOf(applicant))
      var draw = SampleDraw(seed: request.seed, .applicant, applicant)
      let application = SampleApplication(person, draw: &draw)
      let claims = SampleClaims(person, draw: &draw)

      let wanted = wishes.wishes(of: applicant, zone: person.province.zone)
      var schools: [Int] = []
      for (rank, place) in wanted.enumerated() {
        let programme = programmes[place]
        wishBytes += id
        wishBytes.append(UInt8(ascii: ","))
        wishBytes.append(number: rank + 1)
        wishBytes += programmeFields[place]
        if !schools.contains(programme.school) { schools.append(programme.school) }
      }
      // Somebody without a wish has still applied, to the school nearby.
      if schools.isEmpty { schools = [person.province.zone.nearestSchool] }
      for school in schools {
        append(application, claims, id: id, school: school, to: &tables[school])
      }

      let slips = application.slips.map(\.rawValue).joined(separator: " ")
      personBytes += id
      personBytes += Array(",\(person.index + 1),\(slips)\n".utf8)
      guard person.index < plan.candidateCount else { continue }
      for result in sittings.results(of: person) {
        if let fault = plan.fault(of: result.index)?.fault, !fault.leavesResult { continue }
        linkBytes += id
        linkBytes.append(UInt8(ascii: ","))
        appendKey(of: result, to: &linkBytes)
        linkBytes.append(0x0A)
      }
    }
    return Piece(
      applicants: tables.map(\.bytes), wishes: wishBytes, links: linkBytes,
      people: personBytes)
  }

  private func append(
    _ application: SampleApplication, _ claims: SampleClaims, id: [UInt8], school: Int,
    to table: inout SampleTable
  ) {
    let isVietnamese = Self.vietnameseSchools.contains(school)
    let sexes = isVietnamese ? ("Nam", "Nữ") : ("M", "F")
    table.field(id)
    table.field(application.nationalID)
    table.field(application.formerID)
    table.field(application.name)
    table.date(application.birth)
    table.field(application.person.isFemale ? sexes.1 : sexes.0)
    table.field(claims.region)
    table.field(claims.priorityGroup)
    table.number(claims.graduationYear)
    // BKA admits on the scale of 100, the others on that of 30.
    let bonus = school == SampleSchool.bka ? claims.bonus * 2 : claims.bonus
    if bonus == 0 { table.field([]) } else { table.score(bonus) }
    table.score(claims.mathematicsMark)
    table.endRow()
  }
}

extension SampleProvince.Zone {
  fileprivate var nearestSchool: Int {
    switch self {
    case .north: SampleSchool.bka
    case .centre: SampleSchool.ddk
    case .south: SampleSchool.qsb
    }
  }
}
