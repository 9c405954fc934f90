import ArgumentParser
import ScoreExchange

/// The tables and rules of a placement that stands alone.
struct PlacementOptions: ParsableArguments {
  @Option(
    name: .long, help: .said("Programmes with quotas.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var programmes: String

  @Option(
    name: .long, help: .said("Wishes with ranks and scores.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var wishes: String

  @Option(
    name: .long, help: .said("Seats that programmes share.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var pools: String?

  @Option(
    name: .long, help: .said("Seats kept for groups.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var reserves: String?

  @Option(
    name: .customLong("placed-elsewhere"),
    help: .said(
      "People who have a place elsewhere; their wishes are void.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var placedElsewhere: String?

  @Option(
    name: .long,
    help: .said("Placements of an earlier round that stay.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var frozen: String?

  // Unconditional: a key for which smaller is better begins with a dash.
  @Option(
    name: .long, parsing: .unconditional,
    help: .said(
      "Keys that tell equal scores apart: tie_1 (larger is better), -tie_1, wish-rank.",
      valueName: "keys"))
  var ties = ""

  @Option(
    name: .customLong("at-the-line"),
    help: .said(
      "People equal at the line: admit-all, reject-all, cut, lottery:SEED.", valueName: "rule"))
  var atTheLine = "admit-all"

  @OptionGroup var sheets: SheetOptions

  /// The files that are read.
  var files: [String?] { [programmes, wishes, pools, reserves, placedElsewhere, frozen] }

  /// The request; standard input can be read once.
  ///
  /// - Throws: ``ExchangeError`` with `usage`.
  func request(besides others: [String?] = []) throws(ExchangeError) -> PlacementRequest {
    guard (files + others).count(where: { $0 == "-" }) <= 1 else {
      throw ExchangeError(.usage, "standard input can be read once")
    }
    let sheets = try sheets.byTable([
      "programmes", "wishes", "pools", "reserves", "placed-elsewhere", "frozen",
    ])
    func source(_ path: String, _ table: String) -> TableSource {
      var source = Self.source(path)
      source.layout.sheet = sheets[table]
      return source
    }
    var request = PlacementRequest(
      programmes: source(programmes, "programmes"), wishes: source(wishes, "wishes"))
    request.pools = pools.map { source($0, "pools") }
    request.reserves = reserves.map { source($0, "reserves") }
    request.placedElsewhere = placedElsewhere.map { source($0, "placed-elsewhere") }
    request.frozen = frozen.map { source($0, "frozen") }
    do throws(PlacementError) {
      request.tieOrder = try TieOrder(parsing: ties)
      request.lineRule = try LineRule(parsing: atTheLine)
    } catch {
      throw ExchangeError(.usage, "\(error)")
    }
    return request
  }

  /// A table that the command line names.
  static func source(_ path: String) -> TableSource {
    TableSource(file: NamedFile(at: path), layout: TableLayout())
  }
}
