extension TrustDocument {
  /// The one form that is signed.
  package var canonicalBytes: [UInt8] {
    CanonicalJSON.encode(
      .object([
        JSONMember("format", .string(Self.format)),
        JSONMember("version", .integer(version)),
        JSONMember("issued", .instant(issued)),
        JSONMember("expires", .instant(expires)),
        JSONMember("min_crl", .integer(minimumRevocationListNumber)),
        JSONMember(
          "offices",
          .array(
            offices.map { office in
              .object([
                JSONMember("code", .string(office.code)), JSONMember("name", .string(office.name)),
                JSONMember("keys", .array(office.keys.map(Self.json))),
              ])
            })),
        JSONMember(
          "coordinators",
          .array(
            coordinators.map { period in
              .object([
                JSONMember("from", .instant(period.from)), JSONMember("to", .instant(period.to)),
                JSONMember("office", .string(period.office)),
                JSONMember("deputy", .string(period.deputy)),
              ])
            })),
      ]))
  }

  private static func json(_ key: Key) -> JSONValue {
    var members = [
      JSONMember("sha256", .digest(key.fingerprint)),
      JSONMember("roles", .strings(key.roles.map(\.rawValue))),
    ]
    if let revoked = key.revoked { members.append(JSONMember("revoked", .instant(revoked))) }
    return .object(members)
  }

  /// Reads a trust document, and refuses everything that is not exactly of this format.
  ///
  /// - Throws: ``SigningError`` with `E_LIMIT`, `E_JSON` or `E_FORMAT`.
  package init(canonicalBytes bytes: [UInt8]) throws(SigningError) {
    let subject = "trust.json"
    guard bytes.count <= Self.byteLimit else { throw SigningError(.limit, subject) }
    var fields = try JSONFields(CanonicalJSON.decode(bytes, subject: subject), subject: subject)
    guard try fields.string("format") == Self.format else {
      throw fields.problem("format", "only \(Self.format) is known")
    }
    version = try fields.integer("version", in: 1...JSONValue.greatestInteger)
    issued = try fields.instant("issued")
    expires = try fields.instant("expires")
    minimumRevocationListNumber = try fields.integer("min_crl", in: 0...JSONValue.greatestInteger)
    var offices: [Office] = []
    var fingerprints: Set<SHA256Digest> = []
    for item in try fields.array("offices", count: 1...256) {
      let office = try Self.office(item, subject: subject)
      guard !offices.contains(where: { $0.code.utf8.elementsEqual(office.code.utf8) }),
        office.keys.allSatisfy({ fingerprints.insert($0.fingerprint).inserted })
      else { throw fields.problem("offices", "an office or a key stands twice") }
      offices.append(office)
    }
    var periods: [CoordinatorPeriod] = []
    for item in try fields.array("coordinators", count: 0...256) {
      let period = try Self.period(item, subject: subject)
      guard periods.allSatisfy({ $0.to <= period.from || period.to <= $0.from }) else {
        throw fields.problem("coordinators", "two periods overlap")
      }
      periods.append(period)
    }
    try fields.finish()
    self.offices = offices
    coordinators = periods
  }

  private static func office(
    _ item: JSONValue, subject: String
  ) throws(SigningError) -> Office {
    var fields = try JSONFields(item, subject: subject)
    let code = try fields.officeCode("code")
    let name = try fields.string("name")
    var keys: [Key] = []
    for item in try fields.array("keys", count: 0...64) {
      var fields = try JSONFields(item, subject: subject)
      let fingerprint = try fields.digest("sha256")
      var roles: [TrustRole] = []
      for name in try fields.strings("roles", count: 1...3) {
        guard let role = TrustRole(rawValue: name) else {
          throw fields.problem("roles", "must be issuer, coordinator or recipient")
        }
        roles.append(role)
      }
      var revoked: UTCInstant?
      if let value = fields.optional("revoked") {
        guard case .string(let text) = value, let instant = UTCInstant(text) else {
          throw fields.problem("revoked", "must be a time as 2025-07-16T08:00:00Z")
        }
        revoked = instant
      }
      try fields.finish()
      keys.append(Key(fingerprint: fingerprint, roles: roles, revoked: revoked))
    }
    try fields.finish()
    return Office(code: code, name: name, keys: keys)
  }

  private static func period(
    _ item: JSONValue, subject: String
  ) throws(SigningError) -> CoordinatorPeriod {
    var fields = try JSONFields(item, subject: subject)
    let period = CoordinatorPeriod(
      from: try fields.instant("from"), to: try fields.instant("to"),
      office: try fields.officeCode("office"), deputy: try fields.officeCode("deputy"))
    try fields.finish()
    guard period.from < period.to, !period.office.utf8.elementsEqual(period.deputy.utf8) else {
      throw fields.problem("coordinators", "a period without length, or its own deputy")
    }
    return period
  }
}
