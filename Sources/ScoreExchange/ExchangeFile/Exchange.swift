/// One exchange as its file states it: what was examined, whose files are read, what each school
/// recognises, how places are given and with what the batches are signed.
///
/// A run is a pure function of this file and of the files it names.
public struct Exchange: Sendable {
  /// The exchange file, as the caller named it.
  public let path: String
  /// The name, of lower-case letters, digits and hyphens.
  public let name: String
  /// The enrolment year, by which region benefits and rules are judged.
  public let year: Int
  /// The day on which the validity of results is judged.
  public let asOf: CalendarDate
  /// This year's coordinating school; nil only where nothing is signed.
  public let coordinator: School?
  /// The rota: who coordinates when, in the order of time; empty where the file does not say.
  public let coordinators: [CoordinatorTerm]
  /// The legal basis, copied into every batch, at most 200 bytes; empty only where nothing is
  /// signed.
  public let agreement: String
  /// Why the data are exchanged, copied into every batch, at most 200 bytes; empty only where
  /// nothing is signed.
  public let purpose: String
  /// The assessments in the order of the file.
  public let assessments: [Assessment]
  /// The files of results in the order of the file.
  public let results: [ResultSource]
  /// The files of applicants in the order of the file; empty when nobody applies yet.
  public let applicants: [ApplicantSource]
  /// The programmes; nil when no places are given.
  public let programmes: TableSource?
  /// The wishes; nil when no places are given.
  public let wishes: TableSource?
  /// What people decided about earlier reviews; nil for nothing.
  public let decisions: TableSource?
  /// How applicants and results are linked.
  public let links: LinkSettings
  /// Seats shared by several programmes; nil for none.
  public let pools: TableSource?
  /// Seats kept for groups; nil for none.
  public let reserves: TableSource?
  /// The conversions in the order of the file.
  public let conversions: [Conversion]
  /// The rules of each receiver, both in the order of the file.
  public let recognition: [SchoolRecognition]
  /// How places are given.
  public let placement: PlacementSettings
  /// The moment before which nothing about a person is shown; nil for none.
  public let embargo: UTCInstant?
  /// With what batches are signed; nil when the run makes no batches.
  public let signing: SigningSettings?

  /// The rules of one receiver.
  public struct SchoolRecognition: Hashable, Sendable {
    /// The receiver.
    public let school: School
    /// Its rules.
    public let rules: [RecognitionRule]
  }

  /// The assessment with this code, or nil.
  public func assessment(_ code: some StringProtocol) -> Assessment? {
    assessments.first { $0.code == code }
  }

  /// The conversion with this name, or nil.
  public func conversion(_ name: some StringProtocol) -> Conversion? {
    conversions.first { $0.name == name }
  }

  /// The rules of a receiver; empty when it recognises nothing.
  public func rules(of school: School) -> [RecognitionRule] {
    recognition.first { $0.school == school }?.rules ?? []
  }

  /// The names of the applicants' columns that weighted scores need, sorted.
  public var componentColumns: [String] {
    let names = recognition.flatMap(\.rules).flatMap(\.composite).map(\.name)
    return Set(names).subtracting([CompositeComponent.convertedName]).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}
