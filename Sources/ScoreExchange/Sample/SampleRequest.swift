/// What a synthetic exchange shall hold.
///
/// The same request gives the same bytes on every machine, at any time, on any number of threads.
public struct SampleRequest: Sendable, Hashable {
  /// The greatest number of result rows; beyond it the numbers on identity cards would run out.
  public static let maximumResults = 50_000_000

  /// Rows in all result files together, 1 to ``maximumResults``.
  public var results: Int

  /// People who apply to at least one school; `nil` means three for every four results.
  public var applicants: Int?

  /// Wishes of all applicants together, at most 15 for each; `nil` means four for each.
  public var wishes: Int?

  /// The seed on which every choice depends.
  public var seed: UInt64

  /// The share of result rows that hold a fault, 0 to 1.
  public var faultRate: Double

  /// Describes a synthetic exchange.
  ///
  /// - Parameters:
  ///   - results: Result rows, 1 to ``maximumResults``.
  ///   - applicants: Applicants, 0 or more; `nil` means three for every four results.
  ///   - wishes: Wishes, 0 to 15 for each applicant; `nil` means four for each.
  ///   - seed: The seed of every choice.
  ///   - faultRate: The share of result rows that hold a fault, 0 to 1.
  public init(
    results: Int, applicants: Int? = nil, wishes: Int? = nil, seed: UInt64 = 1,
    faultRate: Double = 0.01
  ) {
    self.results = results
    self.applicants = applicants
    self.wishes = wishes
    self.seed = seed
    self.faultRate = faultRate
  }

  /// ``applicants``, or what stands for it.
  public var applicantCount: Int { applicants ?? (results * 3 + 3) / 4 }

  /// ``wishes``, or what stands for it.
  public var wishCount: Int { wishes ?? applicantCount * 4 }

  /// Checks every number against its range.
  ///
  /// - Throws: ``SampleError`` with the code `results`, `applicants`, `wishes` or `fault-rate`.
  func validate() throws(SampleError) {
    guard (1...Self.maximumResults).contains(results) else {
      throw SampleError(.results, "must be from 1 to \(Self.maximumResults), not \(results)")
    }
    guard (0...Self.maximumResults).contains(applicantCount) else {
      throw SampleError(.applicants, "must be from 0 to \(Self.maximumResults)")
    }
    guard (0...applicantCount * 15).contains(wishCount) else {
      throw SampleError(.wishes, "must be from 0 to 15 for each of \(applicantCount) applicants")
    }
    guard faultRate >= 0, faultRate <= 1 else {
      throw SampleError(.faultRate, "must be from 0 to 1, not \(faultRate)")
    }
  }
}
