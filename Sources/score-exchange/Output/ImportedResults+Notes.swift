import ScoreExchange

extension ImportedResults {
  /// How many of a long list are shown.
  private static let shownCount = 10

  /// What a person should know of an import, line by line.
  ///
  /// - Parameters:
  ///   - language: The language of the lines.
  ///   - showsRejects: Whether the first rejects are among them.
  /// - Returns: The lines without line ends.
  func notes(in language: Language, showsRejects: Bool) -> [String] {
    var lines = files.map { file in
      Message.fileCounts.text(
        in: language, file.file, "\(file.rowsRead)", "\(file.rowsAccepted)",
        "\(file.rowsRejected)", "\(file.rowsWarned)")
    }
    if showsRejects {
      lines += rejects.prefix(Self.shownCount).map { $0.note(in: language) }
      let rest = rejects.count - Self.shownCount
      if rest > 0 { lines.append(Message.moreRejects.text(in: language, "\(rest)")) }
    }
    lines += warnings.prefix(Self.shownCount).map { $0.note(in: language) }
    let others = warnings.count - Self.shownCount
    if others > 0 { lines.append(Message.moreWarnings.text(in: language, "\(others)")) }
    lines += revisionNotes(in: language)
    if !unmatchedRegistrations.isEmpty {
      lines.append(
        Message.unmatchedRegistrations.text(
          in: language, "\(unmatchedRegistrations.count)",
          unmatchedRegistrations.prefix(Self.shownCount).joined(separator: ", ")
            + (unmatchedRegistrations.count > Self.shownCount ? " …" : "")))
    }
    return lines
      + alarms.map { alarm in
        Message.distributionAlarm.text(
          in: language, alarm.assessment, alarm.sitting,
          Message.figure(alarm.figure).text(in: language), alarm.found, alarm.published,
          alarm.source)
      }
  }

  private func revisionNotes(in language: Language) -> [String] {
    guard !revisions.isEmpty else { return [] }
    let withdrawn = revisions.count(where: \.isWithdrawn)
    var lines = [
      Message.revisionCounts.text(
        in: language, "\(revisions.count - withdrawn)", "\(withdrawn)")
    ]
    for revision in revisions.prefix(Self.shownCount) {
      let versions = revision.versions.map {
        "\(Message.kind($0.kind).text(in: language)) (\($0.file):\($0.row))"
      }
      lines.append(
        Message.revision.text(
          in: language, revision.assessment, revision.sitting, revision.candidateNumber,
          versions.joined(separator: " → ")))
    }
    let rest = revisions.count - Self.shownCount
    if rest > 0 { lines.append(Message.andMore.text(in: language, "\(rest)")) }
    return lines
  }

  /// The JSON document of an import: no value of any row but candidate numbers.
  var json: String {
    jsonText(
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

extension Reject {
  /// The line of commands that speak English only.
  var note: String { note(in: .english) }

  /// One line for a clerk: where, what, why. Identifiers are not shown.
  func note(in language: Language) -> String {
    let why =
      language == .english
      ? message : Message.reason(reason)?.text(in: language) ?? message
    return Message.reject.text(
      in: language, file, "\(row)", column.isEmpty ? "" : ", \(column)", why, "\(reason)")
  }
}

extension RowWarning {
  /// One line for a clerk: where, what, why. Identifiers are masked.
  func note(in language: Language) -> String {
    let why =
      language == .english
      ? message : Message.reason(reason)?.text(in: language) ?? message
    return Message.warning.text(in: language, file, "\(row)", why, "\(reason)")
  }
}
