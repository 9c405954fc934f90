import RecordLinkage

/// The results of each applicant by automatic links, in the order of the result table.
package struct LinkedRows: Sendable {
  private var results: [UInt32] = []
  /// Where the results of each applicant begin, and where those of the last one end.
  private var starts: [UInt32] = [0]

  /// The results in links that are sorted by applicant, then result.
  init(_ links: [PersonLink], applicantCount: Int) {
    starts.reserveCapacity(applicantCount + 1)
    for link in links where link.zone == .auto {
      while starts.count <= link.left { starts.append(UInt32(results.count)) }
      results.append(UInt32(link.right))
    }
    while starts.count <= applicantCount { starts.append(UInt32(results.count)) }
  }

  /// The results of an applicant.
  package subscript(applicant: Int) -> ArraySlice<UInt32> {
    results[Int(starts[applicant])..<Int(starts[applicant + 1])]
  }

  /// The results of applicants that follow each other.
  subscript(applicants: Range<Int>) -> ArraySlice<UInt32> {
    results[Int(starts[applicants.lowerBound])..<Int(starts[applicants.upperBound])]
  }
}
