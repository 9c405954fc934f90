/// How many of everything there are, and which index belongs to which: plain arithmetic.
struct SamplePlan: Sendable {
  /// Attempts of twenty candidates: nine sit once, seven twice, four three times. HUST counted about
  /// two attempts a candidate in 2025.
  private static let attemptDeal = [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3]
  private static let attemptsOfDeal = 35

  let seed: UInt64
  /// Result rows, the second rows of duplicates included.
  let rowCount: Int
  /// Results, each of one candidate in one sitting.
  let resultCount: Int
  let faultCount: Int
  /// People with a result: the first of the population.
  let candidateCount: Int
  let applicantCount: Int
  /// Applicants who are candidates; the others follow the candidates in the population.
  let knownApplicantCount: Int
  let wishCount: Int

  /// Everybody in the sample: candidates, then applicants without a result.
  var personCount: Int { candidateCount + applicantCount - knownApplicantCount }

  init(_ request: SampleRequest) throws(SampleError) {
    try request.validate()
    seed = request.seed
    rowCount = request.results
    let budget = Int((Double(request.results) * request.faultRate).rounded(.down))
    faultCount = Self.faults(touchingRows: budget)
    resultCount = request.results - Self.addedRows(faults: faultCount)
    applicantCount = request.applicantCount
    wishCount = request.wishCount

    let deals = resultCount / Self.attemptsOfDeal
    var candidates = deals * Self.attemptDeal.count
    var left = resultCount - deals * Self.attemptsOfDeal
    for place in 0..<Self.attemptDeal.count where left > 0 {
      left -= Self.attempts(seed: seed, deal: deals, place: place)
      candidates += 1
    }
    candidateCount = candidates
    knownApplicantCount = min(applicantCount * 7 / 10, candidateCount * 92 / 100)
  }

  /// The results of a candidate as indices of ``resultCount``: one, two or three.
  func results(of candidate: Int) -> Range<Int> {
    let size = Self.attemptDeal.count
    let deal = candidate / size
    var first = deal * Self.attemptsOfDeal
    for place in 0..<candidate % size {
      first += Self.attempts(seed: seed, deal: deal, place: place)
    }
    let count = Self.attempts(seed: seed, deal: deal, place: candidate % size)
    return first..<min(first + count, resultCount)
  }

  /// The person behind an applicant, given as a place in the shuffled order.
  func person(ofApplicantPlace place: Int, candidates: SamplePermutation) -> Int {
    place < knownApplicantCount
      ? candidates(place) : candidateCount + place - knownApplicantCount
  }

  /// The fault of a result, with its number: faults lie one in each of equal stretches.
  func fault(of result: Int) -> (number: Int, fault: SampleFault)? {
    guard faultCount > 0 else { return nil }
    let number = ((result + 1) * faultCount - 1) / resultCount
    let start = number * resultCount / faultCount
    let end = (number + 1) * resultCount / faultCount
    var draw = SampleDraw(seed: seed, .fault, number)
    guard result == start + draw.below(end - start) else { return nil }
    return (number, Self.fault(number))
  }

  static func fault(_ number: Int) -> SampleFault {
    SampleFault.allCases[number % SampleFault.allCases.count]
  }

  /// Rows that the first faults add: one for each duplicate and repeat.
  private static func addedRows(faults count: Int) -> Int {
    let kinds = SampleFault.allCases
    let rest = kinds.prefix(count % kinds.count).count { $0.addsRow }
    return count / kinds.count * kinds.count { $0.addsRow } + rest
  }

  /// The greatest number of faults that touch at most `rows` rows.
  private static func faults(touchingRows rows: Int) -> Int {
    let kinds = SampleFault.allCases.count
    var count = rows / (kinds + addedRows(faults: kinds)) * kinds
    while count + 1 + addedRows(faults: count + 1) <= rows { count += 1 }
    return count
  }

  private static func attempts(seed: UInt64, deal: Int, place: Int) -> Int {
    var draw = SampleDraw(seed: seed, .attempts, deal)
    let step = [1, 3, 7, 9, 11, 13, 17, 19][draw.below(8)]
    return attemptDeal[(place * step + draw.below(attemptDeal.count)) % attemptDeal.count]
  }
}
