extension CandidateSections {
  /// The columns of signed rows.
  static let columnNames: [String: Message] = [
    "applicant": "Applicant",
    "assessment": "Assessment",
    "sitting": "Sitting",
    "candidate_number": "Candidate number",
    "issuer": "Issuer",
    "national_id": "National identifier",
    "name": "Name",
    "birth_date": "Birth date",
    "mathematics": "Mathematics",
    "reading": "Reading",
    "science": "Science",
    "total": "Total",
    "converted": "Converted score",
    "bonus": "Bonus",
    "priority": "Priority",
    "score": "Score",
    "recognised": "Recognised",
    "reason": "Reason of refusal",
    "programme": "Programme granted",
    "rank": "Wish granted",
    "status": "Status",
  ]

  /// The checks of a receipt in their order.
  static let checks: [(code: String, name: Message)] = [
    ("form", "The receipt has its one form"),
    ("issuer", "The issuer's signature fits the manifest (ECDSA P-256, SHA-256)"),
    ("coordinator", "The second office's signature fits the manifest"),
    ("pins", "Both keys are pinned for the two different offices that the manifest names"),
    ("chain", "The certificates lead to the authority and were valid when the batch was made"),
    ("row", "Row and salt give a leaf, and the leaf by its path the Merkle root in the manifest"),
  ]

  /// What the words of a column mean, in the order of the words.
  static func words(of column: String) -> [Word] {
    let meanings: [(code: String, meaning: Message)] =
      switch column {
      case "recognised": ["no", "yes"].map { ($0, Message($0)) }
      case "reason": RecognitionRefusal.allCases.map { ($0.rawValue, $0.meaning) }
      case "status":
        ResultStatus.allCases.map { ($0.rawValue, Message($0.rawValue)) } + [
          ("placed", "placed"), ("unplaced", "not placed by this result at this school"),
        ]
      default: []
      }
    return meanings.sorted { $0.code.precedesInBytes($1.code) }.map {
      Word(code: $0.code, name: ReportText($0.meaning))
    }
  }
}
