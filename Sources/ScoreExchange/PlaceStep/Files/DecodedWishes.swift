import Tabular

/// The columns of a batch that wishes are made of.
struct DecodedWishes {
  let applicants: TextColumn
  let ranks: [Int64]
  let programmes: [UInt16]
  let scores: [Int32]
  /// The tie columns that are there, by their number.
  let ties: [(number: Int, values: [Int32])]
  let schools: [UInt16]?
  let groups: [UInt16]?
  let eligible: [UInt16]?

  init(_ batch: DecodedBatch, _ columns: WishColumns) {
    func codes(_ column: Int?) -> [UInt16]? {
      guard let column, case .codes(let codes) = batch.columns[column] else { return nil }
      return codes
    }
    func numbers(_ column: Int) -> [Int32] {
      guard case .int32(let numbers) = batch.columns[column] else { return [] }
      return numbers
    }
    if case .texts(let texts) = batch.columns[columns.applicant] {
      applicants = texts
    } else {
      applicants = TextColumn()
    }
    if case .int64(let numbers) = batch.columns[columns.rank] {
      ranks = numbers
    } else {
      ranks = []
    }
    programmes = codes(columns.programme) ?? []
    scores = numbers(columns.score)
    ties = columns.ties.enumerated().compactMap { number, column in
      column.map { (number, numbers($0)) }
    }
    schools = codes(columns.school)
    groups = codes(columns.group)
    eligible = codes(columns.eligible)
  }
}
