public import BatchSigning
import Files
public import Parallel

/// The fourth-quarter report over the batches of a year, or of several: what was exchanged,
/// recognised and refused, by whom it was coordinated, and every batch with its digest.
///
/// Every batch is verified first. One that is refused is named with the reason, and nothing of it
/// is counted. One out of which a person's rows were deleted counts with the rest. Of several batches of one chain the last counts, for each holds all of its rows.
public struct AnnualReport: Sendable {
  let batches: [AnnualBatch]
  /// The coordinators' periods by the trust bundle, in the order of time.
  let rota: [CoordinatorTerm]

  /// Verifies batches and counts their rows.
  ///
  /// - Parameters:
  ///   - folders: Batches, folders that hold batches, or output folders of runs.
  ///   - receiver: The school as which they are verified; nil for each batch's first recipient.
  ///   - trust: Whose signatures count; nil for nobody's, so that every batch is refused.
  ///   - instant: The time at which all batches are judged. By default it is now, and a batch that
  ///     has expired since is judged at the last moment of its life: a report counts what was
  ///     exchanged and uses no result.
  ///   - plan: The threads to use; the report does not depend on them.
  /// - Throws: ``ExchangeError`` with `inputMissing` where there is no batch, `inputOutput` where a
  ///   check could not be done. A refused batch is no error.
  /// - Complexity: O(bytes of the batches).
  public init(
    _ folders: [String], receiver: String? = nil, trust: TrustBundle?,
    at instant: UTCInstant? = nil,
    plan: WorkPlan = .allCores
  ) throws(ExchangeError) {
    let check = AnnualCheck(receiver: receiver, trust: trust, instant: instant, now: .now)
    var batches: [AnnualBatch] = []
    for path in folders {
      for folder in try batchFolders(path) {
        do throws(SigningError) {
          batches.append(try AnnualBatch(folder, check, plan: plan))
        } catch {
          throw ExchangeError(signing: error, file: folder)
        }
      }
    }
    self.batches = Self.withoutReplaced(batches)
    rota = (trust?.document.coordinators ?? []).sorted { $0.from < $1.from }.map(
      CoordinatorTerm.init)
  }

  /// A batch of which nothing is counted.
  public struct Refusal: Hashable, Sendable, MessageConvertible {
    /// The folder, as the caller named it.
    public let folder: String
    /// The reason: a code of the signature checks, or `columns` for rows that no run writes.
    public let code: String
    /// What was found, in one line.
    public let detail: Message

    /// Code and detail.
    public var message: Message { "\(code): \(detail)" }
  }

  /// The batches that were refused, in the order in which they were given.
  public var refusals: [Refusal] {
    batches.compactMap { batch in
      guard case .refused(let code, let detail) = batch.verdict else { return nil }
      return Refusal(folder: batch.folder, code: code, detail: detail)
    }
  }

  /// The figures of the report, for programs.
  public var figures: AnnualFiguresDocument { AnnualFiguresDocument(self) }

  /// The page in HTML, in Vietnamese and English; the same batches give the same bytes.
  ///
  /// - Throws: The template engine's error for a template that it cannot parse.
  public func html() throws -> String {
    try ReportTemplates.page(AnnualPage(self), named: "annual")
  }

  /// Sets aside the earlier batches of each chain and those that were given twice, and refuses those
  /// that all claim to be the last.
  private static func withoutReplaced(_ batches: [AnnualBatch]) -> [AnnualBatch] {
    var settled = batches
    let chains = Dictionary(grouping: batches.indices.filter { batches[$0].tally != nil }) {
      batches[$0].manifest.map { "\($0.exchange)\n\($0.chainName)" } ?? ""
    }
    for chain in chains.values {
      let number = chain.compactMap { batches[$0].manifest?.sequence }.max() ?? 0
      let last = chain.filter { batches[$0].manifest?.sequence == number }
      for index in chain {
        let rival = last.first { batches[$0].digest != batches[index].digest }
        if !last.contains(index) {
          settled[index].verdict = .replaced(by: number)
        } else if let rival {
          settled[index].verdict = .refused(
            SigningError(
              .fork, "manifest.json",
              "\(batches[rival].folder) has number \(number) too; give the one that counts"))
        } else if index != last.first {
          settled[index].verdict = .replaced(by: nil)
        }
      }
    }
    return settled
  }
}

/// The batches in a folder: itself, the folders in it, or those in its folder `batches`.
private func batchFolders(_ path: String) throws(ExchangeError) -> [String] {
  func isBatch(_ path: String) -> Bool { fileKind(at: "\(path)/manifest.json") != nil }
  func batches(in path: String) throws(ExchangeError) -> [String] {
    do throws(FileError) {
      return try namesInFolder(path).map { "\(path)/\($0)" }.filter(isBatch)
    } catch {
      throw ExchangeError(.inputOutput, "\(error)")
    }
  }
  guard fileKind(at: path) == .folder else {
    throw ExchangeError(.inputMissing, file: path, "a folder with batches was expected")
  }
  if isBatch(path) { return [path] }
  let inner = fileKind(at: "\(path)/batches") == .folder ? "\(path)/batches" : path
  let found = try batches(in: inner)
  guard !found.isEmpty else {
    throw ExchangeError(.inputMissing, file: path, "there is no batch in this folder")
  }
  return found
}

extension CoordinatorTerm {
  /// A period of a trust bundle, by its days.
  fileprivate init(_ period: TrustDocument.CoordinatorPeriod) {
    self.init(
      from: String(period.from.description.prefix(10)),
      to: String(period.to.description.prefix(10)), office: period.office, deputy: period.deputy)
  }
}
