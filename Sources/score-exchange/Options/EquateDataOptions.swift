import ArgumentParser
import ScoreExchange

/// The options that tell `equate` who sat which test, and on which scales.
struct EquateDataOptions: ParsableArguments {
  /// Who sat which test.
  enum Design: String, ExpressibleByArgument, CaseIterable {
    case singleGroup = "single-group"
    case equivalentGroups = "equivalent-groups"
    case anchor
  }

  /// Whether the anchor counts in the score of the test.
  enum Anchor: String, ExpressibleByArgument, CaseIterable {
    case `internal`
    case external
  }

  @Option(name: .long, help: .said("single-group, equivalent-groups or anchor."))
  var design: Design

  @Option(
    name: .long, help: .said("Single group: both scores of each person."),
    completion: .file(extensions: ["csv"]))
  var pairs: String?

  @Option(
    name: .long, help: .said("Two groups: the frequencies of the test that is converted."),
    completion: .file(extensions: ["csv"]))
  var from: String?

  @Option(
    name: .long, help: .said("Two groups: the frequencies of the test converted to."),
    completion: .file(extensions: ["csv"]))
  var to: String?

  @Option(
    name: .long, help: .said("Whether the anchor is part of the score: internal or external."))
  var anchor: Anchor?

  @Option(
    name: .long,
    help: .said(
      "Weight of the first group in the synthetic population, 0 to 1 (default: its share of the people)."
    ))
  var weight: ScoreArgument?

  @Option(
    name: .customLong("anchor-scale"), parsing: .unconditional,
    help: .said("minimum:maximum:step of the anchor (default: as coarse as its scores allow)."))
  var anchorScale: ScaleArgument?

  @Option(
    name: .customLong("from-scale"), parsing: .unconditional,
    help: .said("minimum:maximum:step of the scale that is converted."))
  var fromScale: ScaleArgument

  @Option(
    name: .customLong("to-scale"), parsing: .unconditional,
    help: .said("minimum:maximum:step of the scale converted to."))
  var toScale: ScaleArgument

  @Option(
    name: .customLong("from-floor"), parsing: .unconditional,
    help: .said("Two groups: people under this score were left out."))
  var fromFloor: ScoreArgument?

  @Option(
    name: .customLong("to-floor"), parsing: .unconditional,
    help: .said("The same of the group converted to."))
  var toFloor: ScoreArgument?

  func validate() throws {
    guard (weight == nil && anchorScale == nil) || design == .anchor else {
      throw usageError("--weight and --anchor-scale go with --design anchor.")
    }
    guard (fromFloor == nil && toFloor == nil) || design != .singleGroup else {
      throw usageError("--from-floor and --to-floor are for two groups.")
    }
    switch design {
    case .singleGroup:
      guard pairs != nil, from == nil, to == nil else {
        throw usageError("The single-group design takes --pairs.")
      }
    case .equivalentGroups, .anchor:
      guard pairs == nil, from != nil, to != nil else {
        throw usageError("The \(design.rawValue) design takes --from and --to.")
      }
    }
    guard (design == .anchor) == (anchor != nil) else {
      throw usageError("--anchor internal|external goes with --design anchor.")
    }
  }

  /// The files that are read.
  var files: [String?] { [pairs, from, to] }

  /// The files of the design.
  var data: EquateSettings.Data {
    let (first, second) = (TableSource(from ?? ""), TableSource(to ?? ""))
    return switch design {
    case .singleGroup: .singleGroup(pairs: TableSource(pairs ?? ""))
    case .equivalentGroups: .equivalentGroups(from: first, to: second)
    case .anchor: .anchor(from: first, to: second, isInternal: anchor == .internal)
    }
  }

  /// What is known of the data beside the files.
  func options(groupColumn: String?) -> EquateOptions {
    var options = EquateOptions()
    options.fromFloor = fromFloor?.score
    options.toFloor = toFloor?.score
    options.anchorScale = anchorScale?.scale
    options.groupColumn = groupColumn
    return options
  }
}
