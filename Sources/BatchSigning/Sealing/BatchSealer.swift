internal import Files
public import Parallel

/// Seals a signed batch for one receiver, in segments, so that memory stays bounded at any size.
public enum BatchSealer {
  /// Seals a batch that its receiver will accept.
  ///
  /// The batch and the sealing key are judged as the receiver will judge them, but for its state.
  ///
  /// - Parameters:
  ///   - folder: The batch, signed by both offices.
  ///   - recipient: The receiver; it must be named in the manifest.
  ///   - output: The folder of the sealed batch; it appears whole or not at all.
  ///   - issuer: Who signs for the issuing office.
  ///   - trust: Where the receiver's sealing certificate lies, and whose signatures count.
  ///   - instant: The time of signing.
  ///   - plan: The threads.
  /// - Returns: The verdict on the batch; where it is refused nothing is written.
  /// - Throws: ``SigningError`` with `E_RECIPIENT` where the receiver has no usable certificate, a
  ///   code of the trust in keys where this one may not seal the batch, `not-writable`,
  ///   `write-failed` or `library`.
  /// - Complexity: O(bytes) time, memory for a few segments of 64 MiB.
  public static func seal(
    folder: String, to recipient: String, output: String, issuer: SigningIdentity,
    trust: TrustBundle, at instant: UTCInstant, plan: WorkPlan = .allCores
  ) throws(SigningError) -> BatchVerdict {
    let verifier = BatchVerifier(receiver: recipient, trust: trust, at: instant, plan: plan)
    let verdict = try verifier.verify(at: folder)
    guard case .accepted(let batch) = verdict else { return verdict }
    try verifier.check(
      BatchSigner.checkedSignature(over: batch.digest.bytes, by: issuer, at: instant),
      office: batch.manifest.issuer, role: .issuer, trust, TransportDocument.signatureName)
    try seal(
      folder: folder, to: recipient, output: output, issuer: issuer, trust: trust, at: instant,
      segmentLength: TransportDocument.usualSegmentLength)
    return verdict
  }

  /// Seals a batch without judging it.
  package static func seal(
    folder: String, to recipient: String, output: String, issuer: SigningIdentity,
    trust: TrustBundle, at instant: UTCInstant, segmentLength: Int
  ) throws(SigningError) {
    let source = try BatchSource(at: folder)
    let bytes = try source.read(BatchFileName.manifest, limit: Manifest.byteLimit)
    let manifest = try Manifest(canonicalBytes: bytes)
    guard manifest.recipients.contains(where: { $0.utf8.elementsEqual(recipient.utf8) }) else {
      throw SigningError(.recipient, recipient, "not named in the manifest")
    }
    guard let certificate = trust.certificate(of: recipient, role: .recipient),
      certificate.usage.allowsSealing, certificate.isValid(at: instant)
    else {
      throw SigningError(.recipient, recipient, "no certificate for sealing in the trust bundle")
    }
    guard source.names.contains(BatchFileName.cosignature) else {
      throw SigningError(.missingFile, BatchFileName.cosignature)
    }
    let staged = try stagedFolder(output)
    var writer = SegmentWriter(
      folder: staged.path, recipient: certificate, segmentLength: segmentLength)
    for name in source.names { try writer.append(source.open(name)) }
    // Two zero blocks end a tar.
    try writer.append([UInt8](repeating: 0, count: 2 * TarHeader.blockLength))
    try writer.flush()
    let document = TransportDocument(
      recipient: recipient, manifest: SHA256.digest(of: bytes), segmentLength: segmentLength,
      byteCount: writer.byteCount, segments: writer.digests
    ).canonicalBytes
    let signature = try BatchSigner.checkedSignature(over: document, by: issuer, at: instant)
    try writeOutput(document, to: "\(staged.path)/\(TransportDocument.fileName)")
    try writeOutput(signature.der, to: "\(staged.path)/\(TransportDocument.signatureName)")
    try commitOutput(staged)
  }

  private struct SegmentWriter {
    let folder: String
    let recipient: Certificate
    let segmentLength: Int
    var digests: [SHA256Digest] = []
    var byteCount = 0
    var buffer: [UInt8] = []

    init(folder: String, recipient: Certificate, segmentLength: Int) {
      self.folder = folder
      self.recipient = recipient
      self.segmentLength = segmentLength
    }

    mutating func append(_ file: BatchFile) throws(SigningError) {
      let header = TarHeader(name: file.name, byteCount: file.byteCount)
      try append(header.encoded)
      var position = 0
      while position < file.byteCount {
        let end = min(file.byteCount, position + segmentLength - buffer.count)
        buffer += try file.read(position..<end)
        position = end
        if buffer.count == segmentLength { try flush() }
      }
      try append([UInt8](repeating: 0, count: header.padding))
    }

    mutating func append(_ bytes: [UInt8]) throws(SigningError) {
      for byte in bytes {
        buffer.append(byte)
        if buffer.count == segmentLength { try flush() }
      }
    }

    mutating func flush() throws(SigningError) {
      guard !buffer.isEmpty else { return }
      let sealed = try SegmentCipher.seal(buffer, to: recipient)
      _ = try SealedSegment(der: sealed, recipient: recipient)
      byteCount += buffer.count
      OpenSSLLibrary.wipe(&buffer)
      buffer.removeAll(keepingCapacity: true)
      digests.append(SHA256.digest(of: sealed))
      try writeOutput(
        sealed, to: "\(folder)/\(TransportDocument.segmentName(digests.count))")
    }
  }
}

/// Begins a folder that must not be there yet.
func stagedFolder(_ path: String) throws(SigningError) -> StagedFolder {
  guard fileKind(at: path) == nil else {
    throw SigningError(.notWritable, path, "something stands there already")
  }
  return try stagedOutputFolder(at: path)
}
