import ScoreExchange

/// What `link --json` prints.
struct LinkReport: Encodable {
  let files: [FileSummary]
  let links: [String: Int]
  let comparedPairs: Int
  let untrainedFields: [String]
  let notes: [String]
  let warnings: [RowWarning]

  init(_ linkage: FileLinkage) {
    let result = linkage.result
    files = linkage.files
    links = [
      "auto": result.autoCount, "review": result.reviewCount, "none": result.noneCount,
    ]
    comparedPairs = result.comparedPairs
    untrainedFields = result.untrainedFields
    notes = linkage.notes.map(\.description)
    warnings = linkage.warnings
  }

  enum CodingKeys: String, CodingKey {
    case files, links, notes, warnings
    case comparedPairs = "compared_pairs"
    case untrainedFields = "untrained_fields"
  }
}
