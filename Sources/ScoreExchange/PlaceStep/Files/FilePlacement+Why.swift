import Placement
import Scores

extension FilePlacement {
  /// Why an applicant is placed where she is: one line a wish, by rank.
  ///
  /// - Parameter applicant: The identifier.
  /// - Returns: Lines for a person.
  /// - Throws: ``ExchangeError`` with `usage` when nobody of this identifier has wishes.
  public func why(_ applicant: String) throws(ExchangeError) -> [String] {
    guard let index = files.problem.applicants.firstIndex(of: applicant) else {
      throw ExchangeError(.usage, "no wish in the file is by the applicant \"\(applicant)\"")
    }
    return result.explanation(of: index, in: files.problem).map {
      $0.sentence(files.problem, result, decimals: files.decimals)
    }
  }
}
