import ArgumentParser
import BatchSigning

/// `keys inspect`: what a certificate says.
struct KeysInspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: said("Show certificates with their fingerprints."),
    discussion: helpText("Example: score-exchange keys inspect pilot/BKA.pem pilot/root.1.crt"))

  @Argument(help: .said("Certificates (PEM); - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var common: CommonOptions

  func validate() throws { try InputPaths.refuseReadingTwice(files) }

  func run() throws {
    try reportingSigningFailures { () throws(SigningError) in
      for file in files {
        for certificate in try Certificate.all(inFileAt: file) { show(certificate, file) }
      }
    }
  }

  private func show(_ certificate: Certificate, _ file: String) {
    let fields = [
      ("file", file), ("subject", "\(certificate.subject)"), ("issuer", "\(certificate.issuer)"),
      ("use", certificate.isDevelopment ? "DEVELOPMENT: not for exchange" : "exchange"),
      ("not_before", "\(certificate.notBefore)"), ("not_after", "\(certificate.notAfter)"),
      ("sha256", certificate.fingerprint.hex),
    ]
    if common.json {
      let document = JSONValue.object(fields.map { JSONMember($0.0, .string($0.1)) })
      writeOutput(CanonicalJSON.encode(document) + Array("\n".utf8))
    } else {
      for (name, value) in fields { writeOutput("\(name): \(value)\n") }
    }
  }
}
