public import Parallel
public import ScoreLinking
public import Scores

/// Scales linked to one base by tables that `equate` wrote, with the direct links that are
/// compared with the way through the base.
public struct NetworkStudy: Sendable {
  /// A table of a direct link of two scales.
  public struct DirectLink: Hashable, Sendable {
    /// The scale that it converts.
    public let from: String
    /// The scale that it converts to.
    public let to: String
    /// The table.
    public let path: String

    /// A direct link.
    ///
    /// - Parameters:
    ///   - from: The scale that it converts.
    ///   - to: The scale that it converts to.
    ///   - path: The table.
    public init(from: String, to: String, path: String) {
      self.from = from
      self.to = to
      self.path = path
    }
  }

  /// One comparison round the cycle.
  public struct Closure: Hashable, Sendable, Codable {
    /// The scale that the direct link converts.
    public let from: String
    /// The scale that it converts to.
    public let to: String
    /// The table of the direct link.
    public let file: String
    /// The root of the mean squared difference, in points of the target.
    public let rootMeanSquare: Double
    /// The greatest difference.
    public let maximum: Double
    /// The people, or where no file counts them the scores, that were compared.
    public let compared: Int
    /// Those whom the way through the base does not reach.
    public let unreached: Int
    /// Whether people weighed the scores; otherwise every score counted once.
    public let isWeighted: Bool

    private enum CodingKeys: String, CodingKey {
      case from, to, file, maximum, compared, unreached
      case rootMeanSquare = "root_mean_square"
      case isWeighted = "weighted"
    }
  }

  /// The scales.
  public let network: ScaleNetwork
  /// The comparisons, in the order of the direct links.
  public let closures: [Closure]

  /// Reads the tables and compares.
  ///
  /// - Parameters:
  ///   - base: The name of the base scale.
  ///   - links: The table of each other scale's conversion to the base, by the scale's name.
  ///   - directLinks: Direct links to compare.
  ///   - people: Files of frequencies (`score,count`) by the name of a scale, which weigh the
  ///     direct links from it.
  ///   - plan: The threads to use.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, `badInput` for a table with a
  ///   fault, or `usage` for a scale that nothing links.
  public init(
    base: String, links: [String: String], directLinks: [DirectLink], people: [String: String],
    plan: WorkPlan
  ) throws(ExchangeError) {
    var tables: [String: ConversionTable] = [:]
    for (name, path) in links {
      tables[name] = try ConversionTable.reading(TableSource(path)).table
    }
    var weights: [String: [ScoreDistribution.Frequency]] = [:]
    for (name, path) in people {
      guard directLinks.contains(where: { $0.from == name }) else {
        throw ExchangeError(.usage, file: path, "no direct link begins at \(name)")
      }
      weights[name] = try FrequencyTable(
        TableSource(path), schema: .frequencies, groupColumn: nil, plan: plan
      ).rows.map { ($0.first, $0.count) }
    }
    do throws(LinkingError) {
      network = try ScaleNetwork(base: base, links: tables)
    } catch {
      throw Self.refusal(error, file: nil)
    }
    var closures: [Closure] = []
    for link in directLinks {
      let table = try ConversionTable.reading(TableSource(link.path)).table
      do throws(LinkingError) {
        let found = try CycleClosure(
          of: table, from: link.from, to: link.to, in: network, over: weights[link.from])
        closures.append(
          Closure(
            from: link.from, to: link.to, file: link.path, rootMeanSquare: found.rootMeanSquare,
            maximum: found.maximum, compared: found.people, unreached: found.unreachedPeople,
            isWeighted: weights[link.from] != nil))
      } catch {
        throw Self.refusal(error, file: link.path)
      }
    }
    self.closures = closures
  }

  /// The published conversion of one scale to another through the base.
  ///
  /// - Parameters:
  ///   - source: The first scale's name, not the base.
  ///   - target: The other scale's name; the base is allowed.
  ///   - rounding: The rule for published values.
  ///   - isForSpreadsheet: Whether a spreadsheet will open it.
  ///   - path: Where the table is written, whole or not at all; nil to write nothing.
  /// - Returns: The bytes of the CSV file: `from,to,rounded,standard_error,flag`.
  /// - Throws: ``ExchangeError`` with `usage` for an unknown scale, or `outputImpossible`.
  @discardableResult
  public func tableCSV(
    from source: String, to target: String, rounding: RoundingRule,
    isForSpreadsheet: Bool = false, writtenTo path: String? = nil
  ) throws(ExchangeError) -> [UInt8] {
    let table = try table(from: source, to: target, rounding: rounding)
    let output = OutputTable.conversion(table, rounding: rounding) { place in
      table.entries[place].standardError
    }
    if let path {
      try output.write(
        to: path, style: isForSpreadsheet ? .spreadsheet : .plain, plan: .sequential)
    }
    return output.bytes(style: isForSpreadsheet ? .spreadsheet : .plain)
  }

  /// The lines of the published conversion of one scale to another, for programs.
  ///
  /// - Parameters:
  ///   - source: The first scale's name, not the base.
  ///   - target: The other scale's name; the base is allowed.
  ///   - rounding: The rule for published values.
  /// - Returns: The lines, lowest score first.
  /// - Throws: ``ExchangeError`` with `usage` for an unknown scale.
  public func lines(
    from source: String, to target: String, rounding: RoundingRule
  ) throws(ExchangeError) -> [EquateReport.Line] {
    let table = try table(from: source, to: target, rounding: rounding)
    return EquateReport.Line.all(of: table, rounding: rounding) { place in
      table.entries[place].standardError
    }
  }

  private func table(
    from source: String, to target: String, rounding: RoundingRule
  ) throws(ExchangeError) -> ConversionTable {
    do throws(LinkingError) {
      return try network.table(from: source, to: target, rounding: rounding)
    } catch {
      throw Self.refusal(error, file: nil)
    }
  }

  private static func refusal(_ error: LinkingError, file: String?) -> ExchangeError {
    ExchangeError(error.code == .settings ? .usage : .badInput, file: file, "\(error)")
  }
}
