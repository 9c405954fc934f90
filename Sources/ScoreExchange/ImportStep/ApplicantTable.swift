import Parallel
import RecordLinkage
import Scores
package import Tabular

/// All applicants of an exchange.
package struct ApplicantTable: Sendable {
  /// The people, by id in byte order.
  package internal(set) var applicants = ApplicantList()
  /// What they bring to each school, by applicant, then in the order of the exchange file.
  package internal(set) var applications = ApplicationList()
  /// Each applicant's place in ``applicants`` by the id.
  package internal(set) var index = TextIndex()
  /// How many tie columns the files have.
  package internal(set) var tieCount = 0
}

/// People, a column an attribute; an ``Applicant`` is made when it is asked for.
package struct ApplicantList: RandomAccessCollection, Sendable {
  /// The numbers of the applicants.
  package let ids: TextColumn
  let nationalID: IdentifierColumn
  let formerID: IdentifierColumn
  let name: TextColumn
  let birthDate: [Int32]
  let sex: [UInt8]

  package var startIndex: Int { 0 }
  package var endIndex: Int { birthDate.count }

  /// Nobody.
  init() {
    self.init(
      ApplicantRows(tieCount: 0, componentCount: 0), bearers: ApplicantBearers(),
      plan: .sequential)
  }

  /// The people whom some rows name, in this order; nil: all as they are.
  init(_ rows: ApplicantRows, bearers: ApplicantBearers?, plan: WorkPlan) {
    guard let bearers else {
      (ids, name) = (rows.id, rows.name)
      (nationalID, formerID) = (rows.nationalID, rows.formerID)
      (birthDate, sex) = (rows.birthDate, rows.sex)
      return
    }
    ids = rows.id.selecting(bearers.rows, plan: plan)
    nationalID = rows.nationalID.selecting(bearers.rows, plan: plan)
    formerID = rows.formerID.selecting(bearers.rows(of: .formerID), plan: plan)
    name = rows.name.selecting(bearers.rows(of: .name), plan: plan)
    birthDate = plan.selection(of: rows.birthDate, at: bearers.rows)
    sex = plan.selection(of: rows.sex, at: bearers.rows(of: .sex))
  }

  package subscript(index: Int) -> Applicant {
    Applicant(
      id: ids[index], nationalID: nationalID[index], formerID: formerID[index], name: name[index],
      birthDate: CalendarDate(dayNumber: birthDate[index]), sex: Sex(rawValue: sex[index]))
  }
}

/// What people bring to schools, a column an attribute.
package struct ApplicationList: Sendable {
  /// The receiver as a place in `School.all` plus one; 0 where the file holds people who apply to any
  /// school.
  let school: [UInt8]
  private let region: [UInt8]
  private let claims: [ClaimList]
  private let graduationYear: [Int16]
  private let bonus: [Int64]
  private let ties: TieColumns
  private let components: TieColumns
  private let componentNames: [String]
  /// Where the applications of each applicant begin, and where those of the last one end.
  private let starts: [UInt32]

  /// Nothing.
  init() {
    self.init(
      ApplicantRows(tieCount: 0, componentCount: 0), rows: [], starts: [0], components: [],
      plan: .sequential)
  }

  /// What these rows bring, in this order.
  ///
  /// - Parameters:
  ///   - all: The rows of all files.
  ///   - rows: Those that count, by applicant; nil: all as they are.
  ///   - starts: The place in `rows` of the first of each applicant, and their number.
  ///   - names: Names of the component columns.
  ///   - plan: The threads to use.
  init(
    _ all: ApplicantRows, rows: [UInt32]?, starts: [UInt32], components names: [String],
    plan: WorkPlan
  ) {
    componentNames = names
    self.starts = starts
    guard let rows else {
      (school, region, claims) = (all.school, all.region, all.claims)
      (graduationYear, bonus) = (all.graduationYear, all.bonus)
      (ties, components) = (all.ties, all.components)
      return
    }
    school = plan.selection(of: all.school, at: rows)
    region = plan.selection(of: all.region, at: rows)
    claims = plan.selection(of: all.claims, at: rows)
    graduationYear = plan.selection(of: all.graduationYear, at: rows)
    bonus = plan.selection(of: all.bonus, at: rows)
    ties = all.ties.selecting(rows)
    components = all.components.selecting(rows)
  }

  /// The applications of an applicant.
  func ofApplicant(_ applicant: Int) -> Range<Int> {
    Int(starts[applicant])..<Int(starts[applicant + 1])
  }

  /// The code of the receiver of an application; empty where there is none.
  func schoolCode(of index: Int) -> String {
    school[index] == 0 ? "" : School.all[Int(school[index]) - 1].code
  }

  /// What recognition needs of an application.
  func attributes(of index: Int) -> ApplicantAttributes {
    var scores: [String: Score] = [:]
    if !componentNames.isEmpty {
      for (name, score) in zip(componentNames, components.scores(ofRow: index)) {
        scores[name] = score
      }
    }
    return ApplicantAttributes(
      region: region[index] == 0 ? nil : PriorityRegion.allCases[Int(region[index]) - 1],
      claims: claims[index].claims,
      graduationYear: graduationYear[index] == 0 ? nil : Int(graduationYear[index]),
      bonus: Score(billionths: bonus[index]), components: scores)
  }

  /// The value of a tie column that an application brings.
  func tie(_ column: Int, of index: Int) -> TieValue? { ties.value(row: index, column: column) }
}
