import ArgumentParser
import BatchSigning
import Files
import ScoreExchange

/// `keys`: make and look at keys and certificates.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: said("Make and look at keys and certificates."),
    subcommands: [
      KeysNewCommand.self, KeysRequestCommand.self, KeysAuthorityCommand.self,
      KeysInspectCommand.self,
    ])
}

/// `keys new`: a private key for a school.
struct KeysNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: said("Make a school's private keys (P-256)."),
    discussion: helpText(
      """
      Example: score-exchange keys new --school GHA --passphrase-env GHA_PASSPHRASE -o keys

      Writes SCHOOL.key, and SCHOOL.seal.key for the role recipient. With a passphrase the keys \
      are encrypted by AES-256 under PBKDF2 with 600,000 rounds.
      """))

  @Option(name: .long, help: .said("The school's three letters."))
  var school: String

  @Option(
    name: .long,
    help: .said("What the keys are for: issuer, coordinator, recipient.", valueName: "a,b"))
  var roles = "issuer,coordinator"

  @Option(name: [.customShort("o"), .customLong("output")], help: .said("The folder."))
  var output: String

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let names = roles.split(separator: ",")
    guard !names.isEmpty, names.allSatisfy({ TrustRole(rawValue: String($0)) != nil }) else {
      throw usageError("--roles takes issuer, coordinator and recipient.")
    }
    try refuseOtherThanCode(school)
  }

  func run() throws {
    let names = roles.split(separator: ",")
    var files: [String] = []
    if names.contains("issuer") || names.contains("coordinator") { files.append(school + ".key") }
    if names.contains("recipient") { files.append(school + ".seal.key") }
    try reportingSigningFailures { () throws(SigningError) in
      let passphrase = try passphrase.passphrase()
      if passphrase == nil { common.note("note: without a passphrase the keys are not encrypted") }
      noteOtherSchools([school], common)
      let pair = StagedFiles()
      try pair.gather { () throws(SigningError) in
        for file in files {
          try PrivateKey.generate().writeNew(to: "\(output)/\(file)", passphrase: passphrase)
        }
      }
      try commit(pair)
    }
    report(files.map { "\(output)/\($0)" }, common)
  }
}

/// `keys request`: a certificate request for an authority.
struct KeysRequestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: said("Make a certificate request (PKCS#10) for a key."),
    discussion: helpText(
      "Example: score-exchange keys request --school GHA --key GHA.key -o GHA.csr"))

  @Option(name: .long, help: .said("The school's three letters."))
  var school: String

  @Option(name: .long, help: .said("The private key.", valueName: "file"))
  var key: String

  @Option(name: .long, help: .said("The organisation's name in the certificate."))
  var organisation: String?

  @Option(name: [.customShort("o"), .customLong("output")], help: .said("The request's file."))
  var output: String

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try refuseOtherThanCode(school)
    try OutputPaths.refuseStandardOutput(["-o": output], beside: common.json ? "--json" : nil)
    try OutputPaths.refuseSharing([output], with: [key, passphrase.file])
  }

  func run() throws {
    try reportingSigningFailures { () throws(SigningError) in
      noteOtherSchools([school], common)
      try Certificate.writeRequest(
        to: output,
        subject: DistinguishedName(organisation: organisation ?? school, commonName: school),
        key: PrivateKey(fileAt: key, passphrase: passphrase.passphrase()))
    }
    report([output], common)
  }
}

/// Refuses a school that has not the form of a code.
func refuseOtherThanCode(_ school: String, _ option: String = "--school") throws {
  guard OfficeCode.isValid(school) else {
    throw usageError("\(option) takes three capital letters.")
  }
}

/// Tells of codes that no school of the exchange has: a trust bundle may name any office, and an
/// exchange file only the schools.
func noteOtherSchools(_ codes: [String], _ common: CommonOptions) {
  let known = School.all.map(\.code)
  for code in codes where !known.contains(code) {
    common.note(
      "note: \(code) is no school of the exchange (\(known.joined(separator: ", "))), "
        + "so no exchange file can name it")
  }
}
