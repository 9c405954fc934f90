extension Receipt {
  /// The receipt as a file: canonical JSON, binary members in base 64, hashes in hexadecimal.
  public var canonicalBytes: [UInt8] {
    CanonicalJSON.encode(
      .object([
        JSONMember("format", .string(Self.format)),
        JSONMember("manifest", .string(Base64.encode(manifest))),
        JSONMember("issuer_sig", .string(Base64.encode(issuerSignature))),
        JSONMember("cosign", .string(Base64.encode(cosignature))),
        JSONMember("row", .string(Base64.encode(row))),
        JSONMember("salt", .string(Base64.encode(salt))),
        JSONMember("index", .integer(index)),
        JSONMember("rows", .integer(rowCount)),
        JSONMember("path", .strings(path.map(\.hex))),
      ]))
  }

  /// Writes the receipt to a file.
  ///
  /// - Throws: ``SigningError`` with `not-writable`.
  public func write(to path: String) throws(SigningError) {
    try writeOutput(canonicalBytes, to: path, permissions: 0o600)
  }

  /// Reads a receipt; what it claims is checked by ``BatchVerifier/verify(receipt:)``.
  ///
  /// - Parameter bytes: The file.
  /// - Throws: ``SigningError`` with `E_LIMIT`, `E_JSON` or `E_FORMAT`.
  public init(canonicalBytes bytes: [UInt8]) throws(SigningError) {
    let subject = "receipt"
    guard bytes.count <= Self.byteLimit else { throw SigningError(.limit, subject) }
    var fields = try JSONFields(CanonicalJSON.decode(bytes, subject: subject), subject: subject)
    guard try fields.string("format") == Self.format else {
      throw fields.problem("format", "only \(Self.format) is known")
    }
    func binary(_ name: String) throws(SigningError) -> [UInt8] {
      guard let bytes = Base64.decode(Array(try fields.string(name, limit: Self.byteLimit).utf8))
      else { throw fields.problem(name, "must be base 64") }
      return bytes
    }
    manifest = try binary("manifest")
    issuerSignature = try binary("issuer_sig")
    cosignature = try binary("cosign")
    row = try binary("row")
    salt = try binary("salt")
    guard salt.count == MerkleTree.saltLength else {
      throw fields.problem("salt", "must have \(MerkleTree.saltLength) bytes")
    }
    guard row.last == UInt8(ascii: "\n"), row.firstIndex(of: UInt8(ascii: "\n")) == row.count - 1
    else { throw fields.problem("row", "must be one row with its line end") }
    index = try fields.integer("index", in: 0...JSONValue.greatestInteger)
    rowCount = try fields.integer("rows", in: 1...JSONValue.greatestInteger)
    var path: [SHA256Digest] = []
    for item in try fields.array("path", count: 0...64) {
      guard case .string(let text) = item, let digest = SHA256Digest(hex: text) else {
        throw fields.problem("path", "must be a list of digests")
      }
      path.append(digest)
    }
    self.path = path
    try fields.finish()
  }
}
