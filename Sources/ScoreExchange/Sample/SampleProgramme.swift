/// A programme of one of the seven schools, with how many people want it.
struct SampleProgramme: Sendable {
  /// What an applicant is interested in.
  enum Field: Int, Sendable, CaseIterable {
    case computing, electrical, mechanical, civil, chemistry, economics
  }

  var school: Int
  var code: String
  var name: String
  var field: Field
  /// The share of first looks, in no unit.
  var appeal: Int
  var quota: Int
  /// Hundredths of a point on the school's own scale.
  var floor: Int

  /// Every programme, with quotas for the given number of applicants.
  ///
  /// Sixty-one at a school's size; a national sample offers each of them in several classes, coded
  /// with a letter as DUT does (7480201A).
  static func catalogue(applicants: Int) -> [SampleProgramme] {
    let classes = min(25, 1 + applicants / 20_000)
    // Seats for under half of the applicants, for a third of them have no result at all.
    let seats = applicants * 9 / 20
    let appeal = SampleProgrammeList.entries.reduce(0) { $0 + $1.appeal }
    return SampleProgrammeList.entries.flatMap { entry in
      (0..<classes).map { index in
        var programme = entry
        if index > 0 {
          programme.code += String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index)))
          programme.name += ", lớp \(index + 1)"
        }
        programme.quota = max(2, seats * entry.appeal / (appeal * classes))
        return programme
      }
    }
  }

  /// Where the school stands.
  var zone: SampleProvince.Zone {
    switch school {
    case SampleSchool.qsb: .south
    case SampleSchool.ddk: .centre
    default: .north
    }
  }
}
