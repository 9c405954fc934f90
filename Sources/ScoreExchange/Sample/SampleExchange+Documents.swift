extension SampleExchange {
  /// The small files: the exchange file, programmes, conversions and the read-me.
  package func documents() -> [(path: String, text: String)] {
    [
      ("exchange.yaml", exchangeFile),
      ("programmes.csv", programmeTable),
      ("conversions/hust-2025.csv", Self.hustBands),
      ("conversions/tla-2025.csv", Self.tlaBands),
      ("README.md", readMe),
    ]
  }

  /// HUST's table of 2025 for the engineering group (base A00), as public calculators quote it; it
  /// gives back the school's own pairs 27.68 = 70.79 and 29.39 = 86.97.
  private static let hustBands = """
    from_low,from_high,to_low,to_high
    46.95,55.22,19.50,23.46
    55.22,59.71,23.46,25.08
    59.71,69.88,25.08,27.55
    69.88,76.23,27.55,28.46
    76.23,83.98,28.46,29.25
    83.98,100,29.25,30

    """

  /// TLU's notice TB630 of July 2025.
  private static let tlaBands = """
    from_low,from_high,to_low,to_high
    45,55,17.00,21.50
    55,65,21.50,24.00
    65,75,24.00,26.25
    75,85,26.25,27.50
    85,95,27.50,30
    95,100,30,30

    """

  private var programmeTable: String {
    var table = SampleTable(SampleDialect())
    table.begin(headings: ["school", "programme", "name", "quota", "floor"])
    for programme in programmes {
      table.field(SampleSchool.codes[programme.school])
      table.field(programme.code)
      table.field(programme.name)
      table.number(programme.quota)
      table.score(programme.floor)
      table.endRow()
    }
    return String(decoding: table.bytes, as: UTF8.self)
  }

  private var exchangeFile: String {
    let results = SampleSchool.codes.enumerated().map { school, code in
      "  - {file: results/\(SampleSchool.fileName(school)), school: \(code), assessment: TSA}"
    }.joined(separator: "\n")
    let applicants = SampleSchool.codes.enumerated().map { school, code in
      "  - {file: applicants/\(SampleSchool.fileName(school)), school: \(code)}"
    }.joined(separator: "\n")
    return """
      # Synthetic exchange of the technological universities, enrolment 2025. No real person is in it.
      # Kỳ trao đổi kết quả đánh giá tư duy năm 2025, dữ liệu tổng hợp.
      exchange: g7-2025
      year: 2025
      as_of: 2025-07-16                # the closing day of the wishes
      coordinator: BKA
      agreement: "MOU of 22/01/2021"
      purpose: "Recognition of thinking-assessment results, enrolment 2025"

      assessments:
        TSA:
          issuer: BKA
          scale: {minimum: 0, maximum: 100, step: 0.01}
          parts: {mathematics: 40, reading: 20, science: 40}
          validity: 2 years
          sittings: {2025-1: 2025-01-19, 2025-2: 2025-03-09, 2025-3: 2025-04-27}

      # Each school keeps the rows of the sites it ran, in the layout of its own system.
      results:
      \(results)

      applicants:
      \(applicants)

      programmes: programmes.csv
      wishes: wishes.csv

      conversions:
        hust-2025:                     # engineering group, base A00
          from: TSA
          to: {name: THPT, minimum: 0, maximum: 30, step: 0.01}
          bands: conversions/hust-2025.csv
          edges: right-closed
          interpolate: true
          rounding: half-up 2
        tla-2025:
          from: TSA
          to: {name: THPT, minimum: 0, maximum: 30, step: 0.01}
          bands: conversions/tla-2025.csv
          edges: right-closed
          interpolate: true
          rounding: half-up 2

      recognition:
        BKA:                           # its own route K00, on the scale of 100
          - accepts: TSA
            minimum: {total: 46.95}
            choose: best
            priority: moet-2025
            bonus_cap: 7
            programmes: all
            document: "Decision 5919/QĐ-ĐHBK of 10/06/2025"
        DDK:
          - accepts: TSA
            minimum: {total: 55}
            choose: latest
            convert: hust-2025
            priority: moet-2025
            bonus_cap: 3
            programmes: all
            document: "Sample regulation DDK 2025"
        GHA:
          - accepts: TSA
            minimum: {total: 50}
            choose: best
            convert: hust-2025
            priority: moet-2025
            bonus_cap: 3
            programmes: all
            document: "Sample regulation GHA 2025"
        MDA:
          - accepts: TSA
            minimum: {total: 48}
            choose: best
            convert: hust-2025
            priority: moet-2025
            bonus_cap: 1.5
            programmes: all
            document: "Sample regulation MDA 2025"
        TLA:
          - accepts: TSA
            minimum: {total: 45}
            choose: best
            convert: tla-2025
            priority: moet-2025
            bonus_cap: 3
            programmes: all
            document: "Notice TB630 of July 2025"
        XDA:                           # not for architecture, which asks for a drawing test
          - accepts: TSA
            minimum: {total: 50}
            choose: best
            convert: hust-2025
            priority: moet-2025
            bonus_cap: 3
            programmes: [\(xdaProgrammes)]
            document: "Sample regulation XDA 2025"
        # QSB held a site and receives applicants, but recognises V-ACT only: no rule for TSA.

      placement: {ties: [tie_1, wish-rank], at_the_line: admit-all}
      signing: development

      """
  }

  /// Quoted, for a code of digits is text.
  private var xdaProgrammes: String {
    programmes.filter { $0.school == SampleSchool.xda && !$0.code.hasPrefix("7580101") }
      .map { "\"\($0.code)\"" }.joined(separator: ", ")
  }

  private var readMe: String {
    """
    # A synthetic exchange

    Made by

        \(command)

    The same command gives the same bytes. Every person in it is invented; the shares of names,
    provinces, scores and slips follow public statistics.

    | folder or file | content |
    |---|---|
    | exchange.yaml | the exchange file: `score-exchange run exchange.yaml` |
    | results/ | \(plan.rowCount) rows of TSA 2025 in seven layouts, \(plan.faultCount) of them with a fault |
    | applicants/ | \(plan.applicantCount) applicants; one person has the same identifier at every school |
    | programmes.csv, wishes.csv | \(programmes.count) programmes, \(plan.wishCount) wishes |
    | conversions/ | the published band tables of HUST and TLU, 2025 |
    | truth/ | what a run is judged by; no run reads it |

    The truth:

    - `people.csv`: person, name, national identifier, birth date, and whether the person resembles
      the one before (twin, sibling, namesake with the same birthday).
    - `candidates.csv`: every result and the person who sat it.
    - `applicants.csv`: every applicant, the person, and the slips in the form.
    - `links.csv`: every pair that a perfect linkage finds, named as in the `links.csv` of a run.
      Results whose rows must be rejected are not in it.
    - `faults.csv`: file, row (the heading is row 1; a `sep=` line is not counted), the reason code,
      and the outcome: rejected, or kept with a warning.
    - `files.csv`: rows, and rows to be rejected, of every result file.

    | school | result file |
    |---|---|
    | BKA | UTF-8 with BOM, comma, CRLF, Vietnamese headings, dd/mm/yyyy |
    | QSB | UTF-8, comma, LF, English headings, ISO dates, no trailing zeros |
    | DDK | UTF-8 with BOM, semicolon, LF, decimal comma |
    | GHA | UTF-16 LE with BOM, tab, CRLF, ddmmyyyy, science before reading |
    | MDA | UTF-8, comma, CRLF, everything quoted, headings in capitals without marks, ISO dates; the word for a missing result stands under the total too |
    | TLA | UTF-8, `sep=` line, semicolon, CRLF, decimal comma, family name and given name apart, d/m/yyyy |
    | XDA | UTF-8 with decomposed letters (NFD), pipe, LF, columns of no use, `Điểm thi` for the site |

    """
  }

  private var command: String {
    var words = "score-exchange sample --results \(request.results)"
    if let applicants = request.applicants { words += " --applicants \(applicants)" }
    if let wishes = request.wishes { words += " --wishes \(wishes)" }
    words += " --seed \(request.seed)"
    if request.faultRate != 0.01 { words += " --faults \(request.faultRate)" }
    return words + " -o FOLDER"
  }
}
