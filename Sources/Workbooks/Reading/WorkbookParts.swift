/// Where the parts of a workbook are, and what is said of the whole of it.
struct WorkbookParts: Sendable {
  private(set) var sheets: [Workbook.Sheet] = []
  private(set) var countsFrom1904 = false
  private var stringsPart: String?
  private var stylesPart: String?

  /// Follows the relationships of a package to the workbook and its sheets.
  init(_ archive: ZipArchive) throws(WorkbookError) {
    guard archive.entries["_rels/.rels"] != nil,
      let workbook = try Self.relationships(of: "", archive).first(where: {
        $0.kind == "officeDocument"
      })?.target, archive.entries[workbook] != nil, !workbook.hasSuffix(".bin")
    else { throw WorkbookError(.notWorkbook, file: archive.name) }
    var parts: [String: (kind: String, target: String)] = [:]
    for link in try Self.relationships(of: workbook, archive) {
      parts[link.id] = (link.kind, link.target)
      if link.kind == "sharedStrings" { stringsPart = link.target }
      if link.kind == "styles" { stylesPart = link.target }
    }
    try read(archive, workbook, parts)
  }

  private mutating func read(
    _ archive: ZipArchive, _ workbook: String, _ parts: [String: (kind: String, target: String)]
  ) throws(WorkbookError) {
    var reader = MarkupReader(try archive.open(workbook), part: workbook, file: archive.name)
    var isRoot = true
    while true {
      let token = try reader.next()
      if token == .finished { return }
      guard token == .start else { continue }
      if isRoot && reader.name != .workbook {
        throw WorkbookError(.notWorkbook, file: archive.name)
      }
      isRoot = false
      if reader.name == .workbookProperties {
        let word = try reader.attribute(MarkupName("date1904"))
        countsFrom1904 = word == "1" || word == "true"
      } else if reader.name == .sheet {
        guard let name = try reader.attribute(MarkupName("name")),
          let id = try reader.attribute(MarkupName("id")), let part = parts[id]
        else { throw reader.damage("a sheet that is nowhere") }
        guard part.kind == "worksheet" else { continue }
        let state = try reader.attribute(MarkupName("state"))
        sheets.append(
          Workbook.Sheet(
            name: name, isVisible: state == nil || state == "visible", part: part.target))
      }
    }
  }

  /// The shared texts; none where the workbook has no part for them.
  func sharedStrings(_ archive: ZipArchive) throws(WorkbookError) -> SharedStrings {
    guard let stringsPart else { return .none }
    return try SharedStrings(
      MarkupReader(try archive.open(stringsPart), part: stringsPart, file: archive.name))
  }

  /// The formats of cells; none where the workbook has no part for them.
  func formats(_ archive: ZipArchive) throws(WorkbookError) -> CellFormats {
    guard let stylesPart else { return .none }
    return try CellFormats(
      MarkupReader(try archive.open(stylesPart), part: stylesPart, file: archive.name))
  }

  /// What a part refers to inside the package: identifier, last word of the kind, and part.
  private static func relationships(
    of part: String, _ archive: ZipArchive
  ) throws(WorkbookError) -> [(id: String, kind: String, target: String)] {
    let folder = part.split(separator: "/").dropLast().map(String.init)
    let file = part.split(separator: "/").last.map(String.init) ?? ""
    let name = (folder + ["_rels", file + ".rels"]).joined(separator: "/")
    guard archive.entries[name] != nil else { return [] }
    var reader = MarkupReader(try archive.open(name), part: name, file: archive.name)
    var found: [(id: String, kind: String, target: String)] = []
    while true {
      let token = try reader.next()
      if token == .finished { return found }
      guard token == .start, reader.name == .relationship,
        try reader.attribute(MarkupName("TargetMode")) != "External",
        let id = try reader.attribute(MarkupName("Id")),
        let kind = try reader.attribute(MarkupName("Type")),
        let target = try reader.attribute(MarkupName("Target"))
      else { continue }
      found.append(
        (
          id, kind.split(separator: "/").last.map(String.init) ?? "",
          resolved(target, in: folder)
        ))
    }
  }

  /// A target, relative to the folder of the part that names it, as the name of an entry.
  private static func resolved(_ target: String, in folder: [String]) -> String {
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      if step == ".." {
        _ = path.popLast()
      } else if step != "." {
        path.append(String(step))
      }
    }
    return path.joined(separator: "/")
  }
}
