/// What the sender of a sealed batch signs (`transport.json`, format `exam-transport/1`).
package struct TransportDocument: Sendable {
  /// The office that can open it.
  let recipient: String
  /// The digest of the inner manifest.
  let manifest: SHA256Digest
  /// Length of every segment's plaintext but the last one's.
  let segmentLength: Int
  /// Length of the whole plaintext.
  let byteCount: Int
  /// The digests of the encrypted segments in order.
  let segments: [SHA256Digest]

  static let format = "exam-transport/1"
  static let fileName = "transport.json"
  static let signatureName = "transport.p7s"
  static let usualSegmentLength = 64 << 20
  static let byteLimit = 1 << 20

  /// The file name of a segment, counted from 1.
  static func segmentName(_ number: Int) -> String {
    let digits = String(number)
    return "segment.\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits).p7m"
  }

  /// The document as it is signed.
  package var canonicalBytes: [UInt8] {
    CanonicalJSON.encode(
      .object([
        JSONMember("format", .string(Self.format)),
        JSONMember("recipient", .string(recipient)),
        JSONMember("manifest", .digest(manifest)),
        JSONMember("segment_size", .integer(segmentLength)),
        JSONMember("size", .integer(byteCount)),
        JSONMember("segments", .strings(segments.map(\.hex))),
      ]))
  }
}

extension TransportDocument {
  /// Reads a document, which must be in canonical form.
  package init(canonicalBytes bytes: [UInt8]) throws(SigningError) {
    let subject = Self.fileName
    var fields = try JSONFields(CanonicalJSON.decode(bytes, subject: subject), subject: subject)
    guard try fields.string("format") == Self.format else {
      throw fields.problem("format", "only \(Self.format) is known")
    }
    recipient = try fields.officeCode("recipient")
    manifest = try fields.digest("manifest")
    segmentLength = try fields.integer("segment_size", in: 1...Self.usualSegmentLength)
    byteCount = try fields.integer("size", in: 1...BatchSource.greatestFileLength)
    var segments: [SHA256Digest] = []
    for item in try fields.array("segments", count: 1...9_999) {
      guard case .string(let text) = item, let digest = SHA256Digest(hex: text) else {
        throw fields.problem("segments", "must be a list of digests")
      }
      segments.append(digest)
    }
    self.segments = segments
    try fields.finish()
    guard segments.count == (byteCount - 1) / segmentLength + 1 else {
      throw fields.problem("segments", "does not fit size and segment_size")
    }
  }
}
