import Foundation
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A time-stamp authority on this machine: the plain `openssl` tool behind a small HTTP server.
///
/// `/stamp` answers, `/garbage` answers something else, and every other path is not found.
struct TimestampServer {
  private let process = Process()
  private let folder: String
  /// Where it listens, without a path.
  let address: String

  /// Whether the machine has what it needs.
  static let isPossible =
    Python.isThere
    && ["curl", "openssl"].allSatisfy { program in
      FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
    }

  /// The certificate that leads to the authority.
  var authority: String { "\(folder)/ca.pem" }

  /// Makes an authority in a folder and starts to listen.
  init(in folder: String) throws {
    self.folder = folder
    let script = "\(folder)/server.py"
    try Self.script.write(toFile: script, atomically: true, encoding: .utf8)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, folder]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The first and only line is the port.
    let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    address = "http://127.0.0.1:\(line.trimmingCharacters(in: .whitespacesAndNewlines))"
  }

  func stop() {
    // A test's threads block the milder signals, and their children inherit that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static let script = """
    import http.server, os, subprocess, sys

    os.chdir(sys.argv[1])
    with open("tsa.cnf", "w") as file:
        file.write('''[tsa]
    default_tsa = one
    [one]
    serial = serial
    signer_cert = tsa.pem
    signer_key = tsa.key
    signer_digest = sha256
    default_policy = 1.2.3.4
    digests = sha256
    ess_cert_id_alg = sha256
    [extensions]
    extendedKeyUsage = critical,timeStamping
    keyUsage = critical,digitalSignature
    basicConstraints = CA:FALSE
    ''')
    with open("serial", "w") as file:
        file.write("01")

    def openssl(line):
        subprocess.run(["openssl"] + line.split(), check=True, stderr=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL)

    key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
    openssl(f"req -x509 {key} -keyout ca.key -out ca.pem -subj /CN=CA -days 9")
    openssl(f"req {key} -keyout tsa.key -out tsa.csr -subj /CN=TSA")
    openssl("x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -set_serial 7 -days 9 "
            "-extfile tsa.cnf -extensions extensions -out tsa.pem")

    class Authority(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            query = self.rfile.read(int(self.headers["Content-Length"]))
            expected = self.headers["Content-Type"] == "application/timestamp-query"
            if self.path == "/garbage":
                answer = b"<html>"
            elif self.path == "/stamp" and expected:
                with open("query.tsq", "wb") as file:
                    file.write(query)
                openssl("ts -reply -config tsa.cnf -queryfile query.tsq -out reply.tsr")
                with open("reply.tsr", "rb") as file:
                    answer = file.read()
            else:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *arguments):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Authority)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """
}
