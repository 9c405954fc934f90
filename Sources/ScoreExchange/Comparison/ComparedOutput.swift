import BatchSigning
import Files
import Parallel

/// One side of a comparison: the tables of a run, of a batch, or one placement.
struct ComparedOutput {
  let kind: OutputComparison.Kind
  /// The tables by name.
  let tables: [String: ComparedTable]

  /// The tables of a run that say what was decided, in the order of the work, and their keys.
  static let runTables: [(name: String, key: [String])] = [
    ("results", resultKey),
    ("links", ["left", "right"]),
    ("recognised", ["school", "applicant"] + resultKey.dropFirst()),
    ("placements", ["applicant"]),
    ("cutoffs", ["school", "programme"]),
  ]
  private static let resultKey = ["issuer", "assessment", "sitting", "candidate_number"]

  /// Reads a folder that `run` wrote, a batch, or a file of placements.
  ///
  /// - Throws: ``ExchangeError`` with `inputMissing` where there is none of them, `inputOutput` or
  ///   `badInput`.
  init(at path: String, plan: WorkPlan) throws(ExchangeError) {
    if fileKind(at: "\(path)/manifest.json") == .regular {
      kind = .batch
      let table = try Self.batchTable(in: path, plan: plan)
      tables = [table.name: table]
      return
    }
    let present = Self.runTables.filter { fileKind(at: "\(path)/\($0.name).csv") == .regular }
    if !present.isEmpty {
      kind = .run
      var tables: [String: ComparedTable] = [:]
      for (name, key) in present {
        tables[name] = try ComparedTable(
          path: "\(path)/\(name).csv", name: name, keyColumns: key, plan: plan)
      }
      self.tables = tables
      return
    }
    guard fileKind(at: path) != .folder else {
      throw ExchangeError(
        .inputMissing, file: path, "the folder holds neither a run's tables nor a manifest.json")
    }
    kind = .placements
    tables = ["placements": try ComparedTable(placementAt: path, plan: plan)]
  }

  /// The rows of a batch under the key that its manifest names. Nothing is verified.
  private static func batchTable(
    in folder: String, plan: WorkPlan
  ) throws(ExchangeError) -> ComparedTable {
    let manifest: Manifest
    do {
      manifest = try Manifest(canonicalBytes: readBytes(at: "\(folder)/manifest.json"))
    } catch {
      throw ExchangeError(.badInput, file: "\(folder)/manifest.json", "\(error)")
    }
    return try ComparedTable(
      path: "\(folder)/\(manifest.kind.rowsFileName)", name: manifest.kind.rawValue,
      keyColumns: manifest.rows.key, plan: plan)
  }
}
