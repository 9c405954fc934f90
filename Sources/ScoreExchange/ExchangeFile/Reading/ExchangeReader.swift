internal import Scores

/// Reads the parts of an exchange file, with what the parts read before have defined.
struct ExchangeReader {
  let root: YAMLMapping
  /// The folder where relative paths begin, with a slash at its end; empty for the current one.
  let folder: String
  var assessments: [Assessment] = []
  var conversions: [Conversion] = []

  /// The keys of an exchange file.
  static let keys = [
    "exchange", "year", "as_of", "coordinator", "coordinators", "agreement", "purpose",
    "assessments", "results", "applicants", "programmes", "wishes", "decisions", "links", "pools",
    "reserves", "conversions",
    "recognition", "placement", "embargo", "signing",
  ]

  init(root: YAMLValue, path: String) throws(ExchangeError) {
    self.root = try root.mapping(keys: Self.keys)
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// A file by its path as written.
  func file(_ value: YAMLValue) throws(ExchangeError) -> NamedFile {
    let text = try value.text()
    return NamedFile(
      text: text, path: text.hasPrefix("/") ? text : folder + text, line: value.line)
  }

  /// The assessment that a value names.
  func assessment(_ value: YAMLValue) throws(ExchangeError) -> Assessment {
    let code = try value.text()
    guard let assessment = assessments.first(where: { $0.code == code }) else {
      throw value.refusal(of: code, what: "assessment", expected: assessments.map(\.code))
    }
    return assessment
  }
}

extension Exchange {
  init(_ parts: ExchangeReader, path: String) throws(ExchangeError) {
    var reader = parts
    let root = reader.root
    self.path = path
    name = try Self.exchangeName(root.required("exchange"))
    year = try root.required("year").integer(in: 2000...2199)
    asOf = try root.required("as_of").date()
    var signing: SigningSettings?
    if let value = root.optional("signing") { signing = try reader.signing(value) }
    self.signing = signing
    // A batch must say who answers for it and why it was made; without batches nobody asks.
    let isSigned = signing != nil
    func needed(_ key: String) throws(ExchangeError) -> YAMLValue? {
      isSigned ? try root.required(key) : root.optional(key)
    }
    coordinators = try ExchangeReader.coordinators(root.optional("coordinators"))
    let day = "\(asOf)"
    let term = coordinators.first { $0.holds(day) }
    coordinator = try ExchangeReader.coordinator(
      term == nil ? needed("coordinator") : root.optional("coordinator"), term)
    agreement = try needed("agreement")?.text(atMost: 200) ?? ""
    purpose = try needed("purpose")?.text(atMost: 200) ?? ""

    reader.assessments = try ExchangeReader.assessments(root.required("assessments"))
    assessments = reader.assessments
    results = try reader.results(root.required("results"))
    programmes = try reader.optionalTable("programmes")
    wishes = try reader.optionalTable("wishes")
    decisions = try reader.optionalTable("decisions")
    links = try reader.links(root.optional("links"))
    pools = try reader.optionalTable("pools")
    reserves = try reader.optionalTable("reserves")
    reader.conversions = try reader.conversions(root.optional("conversions"))
    conversions = reader.conversions
    recognition = try reader.recognition(root.optional("recognition"))
    let components = Set(recognition.flatMap(\.rules).flatMap(\.composite).map(\.name))
    applicants = try reader.applicants(root.optional("applicants"), components: components)
    placement = try reader.placement(root.optional("placement"))
    embargo = try root.optional("embargo")?.instant()
  }

  private static func exchangeName(_ value: YAMLValue) throws(ExchangeError) -> String {
    let name = try value.text(atMost: 64)
    let isPlain = name.utf8.allSatisfy {
      0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D
    }
    guard isPlain else {
      throw value.refusal("\"\(name)\" may have only lower-case letters, digits and hyphens")
    }
    return name
  }
}
