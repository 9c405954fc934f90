/// What was published about a sitting, as it was printed; nil where nothing was found.
struct PublishedStatistics {
  /// How many of the candidates reached more than a mark: a count, or a share in percent.
  struct Tail {
    let above: Int
    let share: String
  }

  /// The sitting as exchange files name it: year and number.
  let sitting: String
  var registered: String?
  var candidates: String?
  var mean: String?
  var median: String?
  var maximum: String?
  var minimum: String?
  var tails: [Tail] = []
  /// Where the figures were published.
  let source: String

  /// The figures that Hanoi University of Science and Technology gave the press on each sitting of
  /// its thinking-skills assessment (TSA, 0 to 100 since 2023). It never published a standard
  /// deviation. Counts above 80 in 2023 are sums of the printed counts of 80 to 90 and above 90.
  static let tsa: [PublishedStatistics] = [
    PublishedStatistics(
      sitting: "2023-1", candidates: "> 7300", mean: "53.94", maximum: "96.49", minimum: "20.97",
      tails: [
        Tail(above: 90, share: "6"), Tail(above: 80, share: "44"),
        Tail(above: 50, share: "\u{2248} 4800"),
      ],
      source: "vietnam.vn/en/pho-diem-thi-danh-gia-tu-duy-dai-hoc-bach-khoa-ha-noi-2023"),
    PublishedStatistics(
      sitting: "2023-2", candidates: "> 4300", mean: "54.32", maximum: "92.83",
      tails: [
        Tail(above: 90, share: "1"), Tail(above: 80, share: "9"),
        Tail(above: 50, share: "67.3\u{202F}%"),
      ],
      source: "vietnam.vn/en/diem-trung-binh-thi-danh-gia-tu-duy-vao-bach-khoa-ha-noi-la-54-100"),
    PublishedStatistics(
      sitting: "2024-1", registered: "2757", candidates: "2707", mean: "52.48", median: "52.14",
      maximum: "95.85",
      tails: [
        Tail(above: 90, share: "3"), Tail(above: 80, share: "27"),
        Tail(above: 70, share: "5.28\u{202F}%"), Tail(above: 60, share: "23.86\u{202F}%"),
        Tail(above: 50, share: "57.26\u{202F}%"),
      ],
      source: "m.baophapluat.vn/lo-dien-thu-khoa-danh-gia-tu-duy-cua-dai-hoc-bach-khoa-2024-"
        + "post499021.html"),
    PublishedStatistics(
      sitting: "2024-2", candidates: "5040", mean: "57.02", median: "56.8", maximum: "91.55",
      tails: [
        Tail(above: 90, share: "1"), Tail(above: 80, share: "16"),
        Tail(above: 70, share: "5.71\u{202F}%"), Tail(above: 60, share: "34.2\u{202F}%"),
      ],
      source: "znews.vn/thu-khoa-danh-gia-tu-duy-bach-khoa-ha-noi-dot-2-dat-91-55100-diem-"
        + "post1457618.html"),
    PublishedStatistics(
      sitting: "2025-3", registered: "< 24\u{202F}000", mean: "54.89", maximum: "91.29",
      tails: [Tail(above: 90, share: "2")],
      source: "xaydungchinhsach.chinhphu.vn/pho-diem-thi-danh-gia-tu-duy-tsa-cua-dot-3-nam-2025-"
        + "cua-dai-hoc-bach-khoa-ha-noi-119250506102247316.htm"),
    PublishedStatistics(
      sitting: "2026-1", registered: "16\u{202F}940", mean: "54.01", maximum: "96.10",
      tails: [
        Tail(above: 90, share: "5"), Tail(above: 80, share: "59"), Tail(above: 70, share: "564"),
      ],
      source: "nld.com.vn/thi-sinh-hung-yen-la-thu-khoa-thi-danh-gia-tu-duy-cua-dh-bach-khoa-ha-"
        + "noi-196260203075317934.htm"),
  ]

  /// What was published about a sitting of an assessment; nil when nothing is known.
  static func figures(_ assessment: Assessment, _ sitting: Sitting) -> PublishedStatistics? {
    guard assessment.code == "TSA", assessment.issuer.code == "BKA",
      assessment.scale.minimum.billionths == 0,
      assessment.scale.maximum.billionths == 100_000_000_000
    else { return nil }
    return tsa.first { $0.sitting == sitting.name }
  }
}
