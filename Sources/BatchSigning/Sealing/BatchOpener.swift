internal import Files
public import Parallel

/// Opens sealed batches.
public struct BatchOpener: Sendable {
  /// The receiver's certificate for sealing.
  public let certificate: Certificate
  /// Its key.
  public let key: PrivateKey
  /// Whose signatures count.
  public let trust: TrustBundle
  /// The time of the check.
  public let instant: UTCInstant
  /// The threads.
  public let plan: WorkPlan

  /// An opener; parameters as the properties.
  ///
  /// - Parameters:
  ///   - certificate: The receiver's certificate for sealing.
  ///   - key: Its key.
  ///   - trust: Whose signatures count.
  ///   - instant: The time of the check.
  ///   - plan: The threads.
  /// - Throws: ``SigningError`` with `invalid-key` if key and certificate do not belong together.
  public init(
    certificate: Certificate, key: PrivateKey, trust: TrustBundle, at instant: UTCInstant,
    plan: WorkPlan = .allCores
  ) throws(SigningError) {
    _ = try SigningIdentity(certificate: certificate, key: key)
    self.certificate = certificate
    self.key = key
    self.trust = trust
    self.instant = instant
    self.plan = plan
  }

  /// Opens a sealed batch into a new folder.
  ///
  /// The sender's signature is checked first, then the digest of each encrypted segment, then its
  /// form, and only then is it decrypted; the batch inside is verified before the folder appears.
  ///
  /// - Parameters:
  ///   - folder: The sealed batch.
  ///   - output: The folder of the batch; it appears whole or not at all.
  ///   - state: What the receiver has accepted before.
  /// - Returns: The verdict on the batch inside, or the reason why it was not opened.
  /// - Throws: ``SigningError`` where the work itself could not be done.
  /// - Complexity: O(bytes) time.
  public func open(
    folder: String, to output: String, state: ReceiverState? = nil
  ) throws(SigningError) -> BatchVerdict {
    do throws(SigningError) {
      return .accepted(try opened(folder: folder, to: output, state: state))
    } catch {
      guard error.code.isRefusal else { throw error }
      return .refused(error)
    }
  }

  private func opened(
    folder path: String, to output: String, state: ReceiverState?
  ) throws(SigningError) -> VerifiedBatch {
    let (document, signer) = try document(in: path)
    guard let owner = trust.document.owner(of: certificate.fingerprint),
      owner.office.code.utf8.elementsEqual(document.recipient.utf8)
    else {
      throw SigningError(.recipient, TransportDocument.fileName, "sealed for \(document.recipient)")
    }
    guard owner.key.roles.contains(.recipient) else {
      throw SigningError(
        .recipient, TransportDocument.fileName,
        "this certificate of \(document.recipient) is not the one it was sealed to")
    }
    try checkNames(of: document, in: path)
    let folder = try stagedFolder(output)
    let stagedPath = folder.path
    var reader = TarReader(folder: stagedPath)
    for number in 1...document.segments.count {
      try reader.take(segment(number, of: document, in: path))
    }
    try reader.finish()
    let source = try BatchSource(at: stagedPath)
    let manifestBytes = try source.read(BatchFileName.manifest, limit: Manifest.byteLimit)
    guard SHA256.digest(of: manifestBytes) == document.manifest else {
      throw SigningError(.digest, BatchFileName.manifest, "another one than was sealed")
    }
    let manifest = try Manifest(canonicalBytes: manifestBytes)
    guard manifest.issuer.utf8.elementsEqual(signer.utf8) else {
      throw SigningError(.office, TransportDocument.signatureName, "sealed by \(signer)")
    }
    var staged: StagedFolder? = folder
    var isReleased = false
    do throws(SigningError) {
      return try BatchVerifier(receiver: document.recipient, trust: trust, at: instant, plan: plan)
        .accepted(source, state: state, keepsRows: false) { (_) throws(SigningError) in
          guard let folder = staged.take() else { return }
          try commitOutput(folder)
          isReleased = true
        }
    } catch {
      // The state could not be written: nothing was accepted. That is what is told, even where the
      // folder cannot be removed.
      if isReleased { try? removeOutput(output) }
      throw error
    }
  }

  /// The signed list of segments and the office that signed it.
  private func document(
    in path: String
  ) throws(SigningError) -> (document: TransportDocument, signer: String) {
    guard fileKind(at: path) == .folder else {
      throw SigningError(.missingInput, path, "a folder with a sealed batch was expected")
    }
    let bytes = try read(TransportDocument.fileName, in: path, limit: TransportDocument.byteLimit)
    let subject = TransportDocument.signatureName
    let signature = try DetachedSignature(
      der: read(subject, in: path, limit: DetachedSignature.byteLimit), subject: subject)
    try signature.check(over: bytes, subject: subject)
    let document = try TransportDocument(canonicalBytes: bytes)
    guard let signer = trust.document.office(of: signature.certificate) else {
      throw SigningError(.notPinned, subject)
    }
    try BatchVerifier(receiver: document.recipient, trust: trust, at: instant, plan: plan).check(
      signature, office: signer.code, role: .issuer, trust, subject)
    return (document, signer.code)
  }

  /// Makes sure that the folder holds what the list names and nothing else, all of it regular.
  private func checkNames(of document: TransportDocument, in path: String) throws(SigningError) {
    let segments = (1...document.segments.count).map(TransportDocument.segmentName)
    let known = Set(segments + [TransportDocument.fileName, TransportDocument.signatureName])
    if let extra = try namesInInputFolder(path).first(where: { !known.contains($0) }) {
      throw SigningError(.extraFile, extra)
    }
  }

  private func segment(
    _ number: Int, of document: TransportDocument, in path: String
  ) throws(SigningError) -> [UInt8] {
    let name = TransportDocument.segmentName(number)
    let limit = document.segmentLength + (1 << 16)
    let bytes = try read(name, in: path, limit: limit)
    guard SHA256.digest(of: bytes) == document.segments[number - 1] else {
      throw SigningError(.digest, name)
    }
    do throws(SigningError) {
      _ = try SealedSegment(der: bytes, recipient: certificate)
    } catch {
      throw SigningError(error.code, name, error.detail)
    }
    let plaintext = try SegmentCipher.open(
      bytes, key: key, certificate: certificate, subject: name)
    let isLast = number == document.segments.count
    let expected =
      isLast
      ? document.byteCount - (number - 1) * document.segmentLength : document.segmentLength
    guard plaintext.count == expected else { throw SigningError(.size, name) }
    return plaintext
  }

  private func read(
    _ name: String, in path: String, limit: Int
  ) throws(SigningError) -> [UInt8] {
    do throws(FileError) {
      return try readBytes(at: "\(path)/\(name)", limit: limit, followsLinks: false)
    } catch {
      throw SigningError(opening: error, name)
    }
  }
}
