internal import ScoreLinking
internal import Scores

extension ExchangeReader {
  /// The conversions by their names.
  func conversions(_ value: YAMLValue?) throws(ExchangeError) -> [Conversion] {
    var conversions: [Conversion] = []
    for (key, name, value) in try value?.entries() ?? [] {
      conversions.append(try conversion(name, value, line: key.line))
    }
    return conversions
  }

  private func conversion(
    _ name: String, _ value: YAMLValue, line: Int
  ) throws(ExchangeError) -> Conversion {
    let keys = try value.mapping(
      keys: ["from", "to", "bands", "edges", "interpolate", "equate", "rounding"])
    let target = try target(keys.required("to"))
    return Conversion(
      name: name, from: try keys.required("from").text(), targetName: target.name,
      target: target.scale, source: try source(keys),
      rounding: try keys.optional("rounding")?.roundingRule() ?? .standard, line: line)
  }

  /// The target: a scale of its own with a name, or the code of an assessment.
  private func target(
    _ value: YAMLValue
  ) throws(ExchangeError) -> (name: String, scale: ScoreScale) {
    if value.isScalar {
      let assessment = try assessment(value)
      return (assessment.code, assessment.scale)
    }
    let keys = try value.mapping(keys: ["name", "minimum", "maximum", "step"])
    return (try keys.required("name").text(), try value.scale(keys))
  }

  private func source(_ keys: YAMLMapping) throws(ExchangeError) -> Conversion.Source {
    switch (keys.optional("bands"), keys.optional("equate")) {
    case (let bands?, nil):
      let edges = try keys.optional("edges")?.choice(
        "rule for edges",
        ["right-closed": BandTable.EdgeRule.rightClosed, "left-closed": .leftClosed])
      return .bands(
        Conversion.BandSource(
          table: try table(bands), edges: edges ?? .rightClosed,
          isInterpolated: try keys.optional("interpolate")?.flag() ?? true))
    case (nil, let equate?):
      for name in ["edges", "interpolate"] {
        if let value = keys.optional(name) {
          throw value.refusal("belongs to a table of bands, and here a function is estimated")
        }
      }
      return .equate(try equateSettings(equate))
    case (nil, nil):
      throw keys.owner.refusal("one of the keys \"bands\" and \"equate\" is needed")
    case (_?, let equate?):
      throw equate.refusal("only one of the keys \"bands\" and \"equate\" is possible")
    }
  }

  private func equateSettings(_ value: YAMLValue) throws(ExchangeError) -> EquateSettings {
    let keys = try value.mapping(keys: [
      "pairs", "from", "to", "design", "anchor", "method", "weight", "presmoothing",
      "postsmoothing", "bandwidth", "top_percents", "minimum_sample", "from_floor", "to_floor",
      "anchor_scale", "groups",
    ])
    let design = try keys.required("design").word("design", among: EquateSettings.designs)
    let data: EquateSettings.Data
    switch design {
    case "single-group":
      data = .singleGroup(pairs: try table(keys.required("pairs")))
    case "equivalent-groups":
      data = .equivalentGroups(
        from: try table(keys.required("from")), to: try table(keys.required("to")))
    default:
      let isInternal = try keys.required("anchor").choice(
        "anchor", ["internal": true, "external": false])
      data = .anchor(
        from: try table(keys.required("from")), to: try table(keys.required("to")),
        isInternal: isInternal)
    }
    let foreign =
      switch design {
      case "single-group":
        ["from", "to", "anchor", "weight", "anchor_scale", "from_floor", "to_floor"]
      case "equivalent-groups": ["pairs", "anchor", "weight", "anchor_scale"]
      default: ["pairs"]
      }
    for name in foreign {
      if let value = keys.optional(name) {
        throw value.refusal("does not belong to the design \(design)")
      }
    }
    let one = Score(billionths: 1_000_000_000)
    return EquateSettings(
      design: design, data: data,
      method: try method(keys.required("method")),
      weight: try keys.optional("weight")?.score(upTo: one),
      presmoothing: try words(keys.optional("presmoothing"), Presmoothing.init(parsing:)),
      postsmoothing: try words(keys.optional("postsmoothing"), Postsmoothing.init(parsing:)),
      bandwidth: try words(keys.optional("bandwidth"), KernelBandwidth.init(parsing:)),
      topPercents: try topPercents(keys.optional("top_percents")),
      minimumSample: try keys.optional("minimum_sample")?.integer(in: 1...1_000_000_000),
      options: try equateOptions(keys))
  }

  private func equateOptions(_ keys: YAMLMapping) throws(ExchangeError) -> EquateOptions {
    var options = EquateOptions()
    options.fromFloor = try keys.optional("from_floor")?.score()
    options.toFloor = try keys.optional("to_floor")?.score()
    options.anchorScale = try keys.optional("anchor_scale").map { value throws(ExchangeError) in
      try value.scale(value.mapping(keys: ["minimum", "maximum", "step"]))
    }
    options.groupColumn = try keys.optional("groups")?.text()
    return options
  }

  /// The word of a method, or the formula of a composite.
  private func method(_ value: YAMLValue) throws(ExchangeError) -> String {
    guard try value.text().hasPrefix("composite") else {
      return try value.word("method", among: LinkingMethod.names)
    }
    return try words(value) { words throws(LinkingError) in try LinkingMethod(name: words) }
      ?? ""
  }

  /// Words that the engine can read, as they were given.
  private func words<Setting>(
    _ value: YAMLValue?, _ reading: (String) throws(LinkingError) -> Setting
  ) throws(ExchangeError) -> String? {
    guard let value else { return nil }
    let words = try value.text()
    do {
      _ = try reading(words)
    } catch {
      throw value.refusal("\"\(words)\": \(error.detail)")
    }
    return words
  }

  /// Percents as a list, or as one text with commas as on the command line.
  private func topPercents(_ value: YAMLValue?) throws(ExchangeError) -> [Score] {
    guard let value else { return [] }
    let hundred = Score(billionths: 100_000_000_000)
    var percents: [Score] = []
    if value.isScalar {
      for word in try value.text().split(separator: ",", omittingEmptySubsequences: false) {
        guard let percent = try? Score(parsing: word), percent >= .zero, percent <= hundred else {
          throw value.refusal("\"\(word)\" is no percent from 0 to 100")
        }
        percents.append(percent)
      }
    } else {
      for entry in try value.list() { percents.append(try entry.score(upTo: hundred)) }
    }
    return percents
  }
}
