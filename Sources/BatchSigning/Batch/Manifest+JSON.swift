extension Manifest {
  /// The one form that is signed.
  public var canonicalBytes: [UInt8] {
    CanonicalJSON.encode(
      .object([
        JSONMember("format", .string(Self.format)),
        JSONMember("kind", .string(kind.rawValue)),
        JSONMember("issuer", .string(issuer)),
        JSONMember("coordinator", .string(coordinator)),
        JSONMember("recipients", .strings(recipients)),
        JSONMember("session", .string(session)),
        JSONMember("seq", .integer(sequence)),
        JSONMember("prev", .digest(previous)),
        JSONMember("created", .instant(created)),
        JSONMember("expires", .instant(expires)),
        JSONMember("trust_version", .integer(trustVersion)),
        JSONMember("exchange", .string(exchange)),
        JSONMember("agreement", .string(agreement)),
        JSONMember("purpose", .string(purpose)),
        JSONMember("files", .array(files.map(json))),
      ]))
  }

  private func json(_ file: ManifestFile) -> JSONValue {
    var members = [
      JSONMember("name", .string(file.name)), JSONMember("role", .string(file.role.rawValue)),
      JSONMember("size", .integer(file.byteCount)), JSONMember("sha256", .digest(file.digest)),
    ]
    if file.role == .rows {
      members += [
        JSONMember("rows", .integer(rows.rowCount)), JSONMember("columns", .strings(rows.columns)),
        JSONMember("key", .strings(rows.key)), JSONMember("tree", .string(RowTable.tree)),
        JSONMember("root", .digest(rows.root)),
      ]
    }
    return .object(members)
  }

  /// Reads a manifest, and refuses everything that is not exactly of this format.
  ///
  /// - Parameter bytes: The canonical bytes.
  /// - Throws: ``SigningError`` with `E_LIMIT`, `E_JSON`, `E_FORMAT`, `E_NAME` or `E_RECIPIENT`.
  public init(canonicalBytes bytes: [UInt8]) throws(SigningError) {
    let subject = BatchFileName.manifest
    guard bytes.count <= Self.byteLimit else { throw SigningError(.limit, subject) }
    var fields = try JSONFields(CanonicalJSON.decode(bytes, subject: subject), subject: subject)
    guard try fields.string("format") == Self.format else {
      throw fields.problem("format", "only \(Self.format) is known")
    }
    guard let kind = Kind(rawValue: try fields.string("kind")) else {
      throw fields.problem("kind", "must be results or outcomes")
    }
    self.kind = kind
    issuer = try fields.officeCode("issuer")
    coordinator = try fields.officeCode("coordinator")
    recipients = try fields.strings("recipients", count: 1...32)
    guard recipients.allSatisfy(OfficeCode.isValid) else {
      throw fields.problem("recipients", "must be three capital letters each")
    }
    session = try fields.string("session")
    guard UTCInstant(session + "-01T00:00:00Z") != nil else {
      throw fields.problem("session", "must be a year and month as 2025-07")
    }
    sequence = try fields.integer("seq", in: 1...JSONValue.greatestInteger)
    previous = try fields.digest("prev")
    guard (sequence == 1) == (previous == .zero) else {
      throw fields.problem("prev", "must be zeros for the first batch and for no other")
    }
    created = try fields.instant("created")
    expires = try fields.instant("expires")
    guard created < expires,
      expires <= created.advanced(byDays: Self.greatestLifetimeInDays)
    else {
      throw fields.problem(
        "expires", "must be at most \(Self.greatestLifetimeInDays) days after created")
    }
    trustVersion = try fields.integer("trust_version", in: 1...JSONValue.greatestInteger)
    exchange = try fields.string("exchange")
    agreement = try fields.string("agreement")
    purpose = try fields.string("purpose")
    (files, rows) = try Self.files(fields.array("files", count: 1...16), kind: kind)
    try fields.finish()
  }

  private static func files(
    _ items: [JSONValue], kind: Kind
  ) throws(SigningError) -> (files: [ManifestFile], rows: RowTable) {
    let subject = BatchFileName.manifest
    var files: [ManifestFile] = []
    var table: RowTable?
    for item in items {
      var fields = try JSONFields(item, subject: subject)
      let name = try fields.string("name")
      guard ManifestFile.isAllowed(name: name), !BatchFileName.reserved.contains(name),
        !files.contains(where: { $0.name == name })
      else { throw SigningError(.name, subject, "an entry of files") }
      guard let role = ManifestFile.Role(rawValue: try fields.string("role")) else {
        throw fields.problem("role", "must be rows, salt or document")
      }
      let byteCount = try fields.integer("size", in: 0...JSONValue.greatestInteger)
      let digest = try fields.digest("sha256")
      if role == .rows {
        guard name == kind.rowsFileName, table == nil else {
          throw fields.problem("files", "the rows stand in \(kind.rowsFileName) alone")
        }
        table = try rowTable(&fields)
      }
      try fields.finish()
      files.append(ManifestFile(name: name, role: role, byteCount: byteCount, digest: digest))
    }
    guard let table else { throw SigningError(.format, subject, "files: no rows") }
    guard files.filter({ $0.role == .salt }).map(\.name) == [BatchFileName.salt] else {
      throw SigningError(.format, subject, "files: exactly one salt, in \(BatchFileName.salt)")
    }
    return (files, table)
  }

  private static func rowTable(_ fields: inout JSONFields) throws(SigningError) -> RowTable {
    let rowCount = try fields.integer("rows", in: 0...JSONValue.greatestInteger)
    let columns = try fields.strings("columns", count: 1...256)
    let key = try fields.strings("key", count: 1...columns.count)
    guard key.allSatisfy({ name in columns.contains { $0.utf8.elementsEqual(name.utf8) } }) else {
      throw fields.problem("key", "must name columns")
    }
    guard try fields.string("tree") == RowTable.tree else {
      throw fields.problem("tree", "only \(RowTable.tree) is known")
    }
    return RowTable(
      rowCount: rowCount, columns: columns, key: key, root: try fields.digest("root"))
  }
}
