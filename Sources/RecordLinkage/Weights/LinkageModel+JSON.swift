extension LinkageModel {
  /// The form of stored models that this version writes and reads.
  static let format = "linkage-model/1"

  /// The model as JSON text: canonical, so that the same model gives the same bytes.
  public var json: String {
    let names = further.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let fields = names.map { FurtherField(name: $0, kind: .exact) }
    let labels = Self.fieldNames(fields)
    let blocks = levels(fields).enumerated().map { field, levels in
      let lines = zip(Self.levelNames(field), levels).dropFirst().map { name, level in
        "      \(jsonText(name)): {\"m\": \(jsonNumber(level.m)), \"u\": \(jsonNumber(level.u))}"
      }
      return "    \(jsonText(labels[field])): {\n\(lines.joined(separator: ",\n"))\n    }"
    }
    return """
      {
        "format": "\(Self.format)",
        "automatic": "\(automatic.rawValue)",
        "automatic_probability": \(jsonNumber(automaticProbability)),
        "review_probability": \(jsonNumber(reviewProbability)),
        "margin": \(jsonNumber(margin)),
        "match_share": \(jsonNumber(matchShare)),
        "estimates_chance": \(estimatesChance),
        "fields": {
      \(blocks.joined(separator: ",\n"))
        }
      }

      """
  }

  /// Reads a stored model.
  ///
  /// - Parameter json: Text as ``json`` writes it; the order of members does not matter.
  /// - Throws: `invalid-model`, naming what is missing or out of range.
  public init(json: String) throws(LinkageError) {
    guard case .object(let members)? = JSONValue(json) else {
      throw LinkageError(.invalidModel, subject: "it is not a JSON object")
    }
    guard members["format"] == .text(Self.format) else {
      throw LinkageError(.invalidModel, subject: "its format is not \(Self.format)")
    }
    self = .standard
    func number(_ name: String) throws(LinkageError) -> Double {
      guard case .number(let value)? = members[name] else {
        throw LinkageError(.invalidModel, subject: "\(name) is not a number")
      }
      return value
    }
    automaticProbability = try number("automatic_probability")
    reviewProbability = try number("review_probability")
    margin = try number("margin")
    matchShare = try number("match_share")
    guard case .text(let rule)? = members["automatic"],
      let automatic = AutomaticRule(rawValue: rule)
    else { throw LinkageError(.invalidModel, subject: "automatic is not a known rule") }
    self.automatic = automatic
    guard case .truth(let estimates)? = members["estimates_chance"] else {
      throw LinkageError(.invalidModel, subject: "estimates_chance is not true or false")
    }
    estimatesChance = estimates
    guard case .object(let blocks)? = members["fields"] else {
      throw LinkageError(.invalidModel, subject: "fields is missing")
    }
    try readLevels(blocks)
    try check()
  }

  private mutating func readLevels(_ blocks: [String: JSONValue]) throws(LinkageError) {
    let ours = Self.fieldNames([])
    let fields = blocks.keys.filter { !ours.contains($0) }.sorted().map {
      FurtherField(name: $0, kind: .exact)
    }
    var levels = self.levels(fields)
    for (field, label) in Self.fieldNames(fields).enumerated() {
      guard case .object(let block)? = blocks[label] else {
        throw LinkageError(.invalidModel, subject: "\(label) is missing")
      }
      for (level, name) in Self.levelNames(field).enumerated().dropFirst() {
        // Models of earlier versions knew one kind of identifiers far apart.
        let isOlder = field == 2 && level == Int(IdentifierLevel.distinct.rawValue)
        let shares = block[name] ?? (isOlder ? block["different"] : nil)
        guard case .object(let shares)? = shares, case .number(let m)? = shares["m"],
          case .number(let u)? = shares["u"]
        else { throw LinkageError(.invalidModel, subject: "m and u of \(label), level \(name)") }
        levels[field][level] = Level(m: m, u: u)
      }
    }
    setLevels(levels, fields)
  }

  /// The parameters as a table for people: m, u and bits of each level.
  public var summary: String {
    let fields = further.keys.sorted().map { FurtherField(name: $0, kind: .exact) }
    var lines = ["field,level,m,u,bits"]
    for (field, levels) in self.levels(fields).enumerated() {
      for (level, name) in Self.levelNames(field).enumerated().dropFirst() {
        let (m, u, bits) = (levels[level].m, levels[level].u, levels[level].bits)
        lines.append("\(Self.fieldNames(fields)[field]),\(name),\(m),\(u),\(bits)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
