public import ScoreLinking
import Scores

extension EquateEstimate {
  /// One group's part in a comparison of groups.
  public struct Group: Hashable, Sendable {
    /// The group's name in its column.
    public let name: String
    /// People of the group with a score to convert.
    public let people: Int
  }

  /// How far the conversions of single groups lie from that of everybody.
  public struct Invariance: Hashable, Sendable {
    /// The groups by name.
    public let groups: [Group]
    /// The differences.
    public let figures: PopulationInvariance
  }

  /// Links every group alone and compares it with everybody; `nil` without a group column.
  static func invariance(
    _ data: EquateData, _ function: EquatingFunction, _ design: LinkingDesign
  ) throws(LinkingError) -> Invariance? {
    let names = data.groups
    if names.isEmpty { return nil }
    var groups: [Group] = []
    var functions: [(function: EquatingFunction, people: Int)] = []
    for name in names {
      do throws(LinkingError) {
        let own = try data.design(
          from: function.sourceScale, to: function.targetScale, group: name)
        functions.append(
          (try EquatingFunction(own, function.settings, plan: .sequential), own.from.total))
        groups.append(Group(name: name, people: own.from.total))
      } catch {
        throw LinkingError(
          code: error.code, rows: error.rows, detail: "Group \(name). \(error.detail)")
      }
    }
    let figures = try PopulationInvariance(
      total: function, groups: functions, source: design.from,
      targetDeviation: design.to.moments.standardDeviation)
    return Invariance(groups: groups, figures: figures)
  }

  /// How far an official band table lies from this conversion, over the people converted.
  ///
  /// - Parameters:
  ///   - path: The band table.
  ///   - edges: The band of a shared end.
  ///   - isInterpolated: Whether scores inside a band are interpolated.
  /// - Returns: The distance in points of the target scale.
  /// - Throws: ``ExchangeError`` with `inputMissing`, `inputOutput`, or `badInput` for a table
  ///   with a fault or one that answers nobody.
  public func distance(
    ofBands path: String, edges: BandTable.EdgeRule = .rightClosed, isInterpolated: Bool = true
  ) throws(ExchangeError) -> BandDistance {
    let bands = try BandTable.reading(
      Conversion.BandSource(
        table: TableSource(path), edges: edges, isInterpolated: isInterpolated))
    do throws(LinkingError) {
      return try BandDistance(bands, from: function, over: design.from)
    } catch {
      throw ExchangeError(.badInput, file: path, "\(error)")
    }
  }
}
