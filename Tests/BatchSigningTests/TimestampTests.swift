import BatchSigning
import Files
import TestSupport
import Testing

/// Time-stamps by an authority that the plain tool makes for the test.
@Suite("Time-stamps", .enabled(if: OpenSSLTool.isPresent))
struct TimestampTests {
  private let folder: TemporaryFolder
  private let batch: String

  init() throws {
    folder = TemporaryFolder()
    batch = folder.path + "/batch"
    try Sample.sign(in: batch)
    let configuration = """
      [tsa]
      default_tsa = one
      [one]
      serial = \(folder.path)/serial
      signer_cert = \(folder.path)/tsa.pem
      signer_key = \(folder.path)/tsa.key
      signer_digest = sha256
      default_policy = 1.2.3.4
      other_policies = 1.2.3.5
      digests = sha256
      ess_cert_id_alg = sha256
      [extensions]
      extendedKeyUsage = critical,timeStamping
      keyUsage = critical,digitalSignature
      basicConstraints = CA:FALSE

      """
    folder.write(configuration, to: "tsa.cnf")
    folder.write("01\n", to: "serial")
    try run(
      "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key "
        + "-out ca.pem -subj /CN=CA -days 9")
    try run(
      "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr "
        + "-subj /CN=TSA")
    try run(
      "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -set_serial 7 -days 9 -extfile tsa.cnf "
        + "-extensions extensions -out tsa.pem")
  }

  /// Runs the plain tool with names of files in the folder.
  private func run(_ line: String) throws {
    let arguments = line.split(separator: " ").map { word in
      ["key", "pem", "csr", "cnf", "tsq", "tsr"].contains { word.hasSuffix(".\($0)") }
        ? "\(folder.path)/\(word)" : String(word)
    }
    let result = try OpenSSLTool.run(arguments)
    guard result.status == 0 else { throw SigningError(.library, "openssl", "\(result.output)") }
  }

  private func answer() throws -> [UInt8] {
    try BatchTimestamp.query(forBatchAt: batch, writtenTo: folder.path + "/q.tsq")
    try run("ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr")
    return try BatchTimestamp.reply(at: folder.path + "/r.tsr")
  }

  private func authorities(_ name: String = "ca.pem") throws -> [Certificate] {
    try Certificate.all(inFileAt: "\(folder.path)/\(name)")
  }

  @Test("An authority's answer is checked, kept with the batch and shown to the receiver")
  func stamped() throws {
    let told = try BatchTimestamp.attach(
      answer(), toBatchAt: batch, authorities: authorities(), at: .now)
    #expect(told.secondsSinceEpoch > Pilot.today.secondsSinceEpoch)
    var verifier = BatchVerifier(receiver: "MDA", trust: try Pilot.trust(), at: Pilot.today)
    #expect(try verifier.verify(at: batch).reason == nil)
    verifier = BatchVerifier(
      receiver: "MDA", trust: try Pilot.trust(), at: .now)
    verifier.timestampAuthorities = try authorities()
    // Now the batch itself has expired; the time-stamp was checked before that.
    #expect(try verifier.verify(at: batch).reason == .expired)
  }

  @Test("An answer over another signature, or by an authority nobody trusts, is refused")
  func foreign() throws {
    let reply = try answer()
    #expect(throws: SigningError(.chain)) {
      try BatchTimestamp.attach(
        reply, toBatchAt: batch,
        authorities: [Certificate(fileAt: Pilot.authority.folder + "/ca.crt")], at: .now)
    }
    try removeItem(at: batch)
    try Sample.sign(in: batch)
    #expect(throws: SigningError(.signatureDigest)) {
      try BatchTimestamp.attach(reply, toBatchAt: batch, authorities: authorities(), at: .now)
    }
    #expect(fileKind(at: batch + "/manifest.tsr") == nil)
  }

  @Test("No changed byte of an answer makes it tell another time")
  func changed() throws {
    let reply = try answer()
    let trusted = try authorities()
    let told = try BatchTimestamp.attach(
      reply, toBatchAt: batch, authorities: trusted, at: .now)
    var generator = SplitMix64(seed: 5)
    for position in stride(from: 0, to: reply.count, by: 23) {
      var bytes = reply
      bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      do throws(SigningError) {
        let other = try BatchTimestamp.attach(
          bytes, toBatchAt: batch, authorities: trusted, at: .now)
        // The authority signs the time, and not its remarks around it.
        #expect(other == told, "byte \(position)")
      } catch {
        #expect(error.code.isRefusal, "byte \(position): \(error)")
      }
    }
  }
}
