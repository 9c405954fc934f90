import Files
import Foundation
import Parallel
import ScoreExchange

/// A small exchange on the disk, with names that try to break out of a page.
enum ReportSpecimen {
  static let programmeName = "<script>alert(1)</script> & \"x\"\u{0308} onload='y'"
  static let hostileFile = "results/<img src=x onerror=y>.csv"
  static let candidateName = "Nguyễn Văn Bình"

  private static let exchangeFile = """
    exchange: small
    year: 2025
    as_of: 2025-07-16
    assessments:
      TSA:
        issuer: BKA
        scale: {minimum: 0, maximum: 100, step: 0.01}
        parts: {mathematics: 40, reading: 20, science: 40}
        validity: 2 years
        sittings: {2025-1: 2025-01-19, 2025-3: 2025-04-27}
    results:
      - {file: "\(hostileFile)", school: BKA, assessment: TSA}
    applicants:
      - {file: applicants.csv, school: GHA}
    programmes: programmes.csv
    wishes: wishes.csv
    conversions:
      hust-2025:
        from: TSA
        to: {name: THPT, minimum: 0, maximum: 30, step: 0.01}
        bands: bands.csv
        edges: right-closed
        interpolate: true
        rounding: half-up 2
    recognition:
      GHA:
        - {accepts: TSA, minimum: {total: 50}, convert: hust-2025, document: "<b>Notice</b>"}
    """

  private static let results = """
    candidate_number,national_id,name,birth_date,sitting,mathematics,reading,science,total
    A1,001207000011,\(candidateName),2007-02-14,2025-3,20,10,25.5,55.5
    A2,001207000022,Trần Văn Hai,2007-03-15,2025-3,25,15,30,70
    A3,001207000033,Lê Văn Ba,2007-04-16,2025-3,10,10,20,40
    A4,001207000044,Phạm Văn Tư,2007-05-17,2025-3,39,19,39,97
    A5,001207000055,Võ Văn Năm,2007-06-18,2025-3,41,10,20,71
    A6,001207000066,Đỗ Văn Sáu,2007-07-19,2025-3,\(candidateName),10,20,70
    """

  private static let applicants = """
    applicant,national_id,name,birth_date,graduation_year
    001207000011,001207000011,\(candidateName),2007-02-14,2025
    G2,001207000022,Trần Văn Hai,2007-03-15,2025
    G3,001207000033,Lê Văn Ba,2007-04-16,2025
    G4,001207000099,Hồ Văn Chín,2007-08-20,\(candidateName)
    """

  private static var programmes: String {
    // Scalar by scalar: with its accent the quotation mark is another character.
    var quoted = ""
    for scalar in programmeName.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return "school,programme,name,quota\nGHA,P1,\"\(quoted)\",1\nGHA,P2,Two,5\n"
  }

  private static let wishes = """
    applicant,rank,school,programme
    001207000011,1,GHA,P1
    001207000011,2,GHA,P2
    G2,1,GHA,P1
    G3,1,GHA,P2
    \(candidateName),1,GHA,P2
    001207000077,1,GHA,P2
    """

  private static let bands = """
    from_low,from_high,to_low,to_high
    46.95,55.22,19.50,23.46
    55.22,59.71,23.46,25.08
    59.71,100,25.08,30
    """

  /// Runs the exchange, with lines added to its file, in a folder that is gone afterwards.
  static func run(threads: Int = 1, adding lines: String = "") throws -> ExchangeRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("report-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try makeFolder(at: "\(folder)/results")
    let files = [
      ("exchange.yaml", "\(exchangeFile)\n\(lines)"), (hostileFile, results),
      ("applicants.csv", applicants),
      ("programmes.csv", programmes), ("wishes.csv", wishes), ("bands.csv", bands),
    ]
    for (name, text) in files {
      try writeBytes(Array(text.utf8) + [0x0A], to: "\(folder)/\(name)")
    }
    return try ExchangeRun(
      Exchange(contentsOf: "\(folder)/exchange.yaml"), plan: WorkPlan(threadCount: threads))
  }
}
