import ScoreExchange

extension ImportReport {
  /// How many of a long list are shown.
  private static let shownCount = 10

  /// What a person should know of an import, line by line.
  ///
  /// - Parameter showsRejects: Whether the first rejects are among them.
  /// - Returns: The lines in the order of a report.
  func notes(showsRejects: Bool) -> [Message] {
    var lines = files.map { (file) -> Message in
      """
      \(file.file): \(file.rowsRead) rows read, \(file.rowsAccepted) accepted, \
      \(file.rowsRejected) rejected, \(file.rowsWarned) with a warning
      """
    }
    if showsRejects {
      lines += rejects.prefix(Self.shownCount).map(\.note)
      let rest = rejects.count - Self.shownCount
      if rest > 0 { lines.append("… and \(rest) more; --rejects FILE writes them all") }
    }
    lines += files.flatMap(\.notes).map { "warning: \($0)" }
    lines += RowWarning.notes(warnings)
    lines += revisionNotes
    lines += MissingResults.notes(unmatchedRegistrations)
    return lines + alarms.map(\.note)
  }

  private var revisionNotes: [Message] {
    guard !revisions.isEmpty else { return [] }
    let withdrawn = revisions.count(where: \.isWithdrawn)
    var lines: [Message] = [
      "\(revisions.count - withdrawn) results amended, \(withdrawn) withdrawn; the last version counts"
    ]
    for revision in revisions.prefix(Self.shownCount) {
      let versions = revision.versions.map { (version) -> Message in
        "\(Message(version.kind)) (\(version.file):\(version.row))"
      }
      lines.append(
        """
          \(revision.assessment) \(revision.sitting), candidate \(revision.candidateNumber): \
        \(Message(versions, separator: " → "))
        """)
    }
    let rest = revisions.count - Self.shownCount
    if rest > 0 { lines.append("… and \(rest) more") }
    return lines
  }

  /// Writes the JSON document of an import to standard output: no value of any row but candidate
  /// numbers.
  func writeDocument() throws(ExchangeError) {
    try writeJSON(
      Document(
        files: files, warnings: warnings, revisions: revisions,
        unmatchedRegistrations: unmatchedRegistrations, alarms: alarms))
  }

  private struct Document: Encodable {
    let files: [FileSummary]
    let warnings: [RowWarning]
    let revisions: [ResultRevision]
    let unmatchedRegistrations: [String]
    let alarms: [DistributionAlarm]

    enum CodingKeys: String, CodingKey {
      case files, warnings, revisions, alarms
      case unmatchedRegistrations = "unmatched_registrations"
    }
  }
}

extension DistributionAlarm {
  /// One line for a clerk.
  fileprivate var note: Message {
    """
    warning: \(assessment) \(sitting): the \(Message(figure)) is \(found), published was \
    \(published) (\(source))
    """
  }
}

extension Reject {
  /// One line for a clerk: where, what, why. Identifiers are not shown.
  var note: Message {
    let place: Message = column.isEmpty ? "" : ", \(column)"
    return "\(file), row \(row)\(place): \(problem) (\(reason))"
  }
}

extension RowWarning {
  /// One line for a clerk: where, what, why. Identifiers are masked.
  var note: Message { "warning: \(file), row \(row): \(problem) (\(reason))" }

  /// The first of some warnings, line by line, and how many more there are.
  static func notes(_ warnings: [RowWarning]) -> [Message] {
    let shownCount = 10
    let others = warnings.count - shownCount
    return warnings.prefix(shownCount).map(\.note)
      + (others > 0 ? ["… and \(others) more warnings; --json writes them all"] : [])
  }
}
