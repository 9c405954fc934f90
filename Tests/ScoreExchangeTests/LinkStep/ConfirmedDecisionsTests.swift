import RecordLinkage
import ScoreExchange
import Testing

@Suite("Decisions that count")
struct ConfirmedDecisionsTests {
  private func decision(
    _ kind: LinkDecision.Kind, by person: String = "An", left: String = "A1"
  ) -> LinkDecision {
    LinkDecision(left: left, right: "R1", kind: kind, by: person)
  }

  @Test("are all of them where one person is enough")
  func one() {
    let decisions = [decision(.same), decision(.undo), decision(.different)]
    #expect(ConfirmedDecisions(decisions, confirmations: 1).counting == decisions)
  }

  @Test("leave a merge waiting until another person confirms it")
  func two() {
    let alone = ConfirmedDecisions([decision(.same), decision(.same)], confirmations: 2)
    #expect(alone.counting.isEmpty)
    #expect(alone.waiting.count == 1)
    #expect(alone.notes([]).count == 1)
    let both = ConfirmedDecisions([decision(.same), decision(.same, by: "Bình")], confirmations: 2)
    #expect(both.counting == [decision(.same, by: "Bình")])
    #expect(both.waiting.isEmpty)
  }

  @Test("take a name written otherwise, or none, for nobody else")
  func names() {
    for other in ["AN", " an ", ""] {
      let decisions = ConfirmedDecisions(
        [decision(.same), decision(.same, by: other)], confirmations: 2)
      #expect(decisions.counting.isEmpty, "\"\(other)\"")
    }
  }

  @Test("forget confirmations that were taken back; a separation needs no second person")
  func undone() {
    let decisions = ConfirmedDecisions(
      [decision(.same), decision(.undo), decision(.same, by: "Bình")], confirmations: 2)
    #expect(decisions.counting == [decision(.undo)])
    #expect(decisions.waiting == [decision(.same, by: "Bình")])
    let parted = ConfirmedDecisions([decision(.different)], confirmations: 2)
    #expect(parted.counting == [decision(.different)])
  }

  @Test("tell which name a row that is not there")
  func unmatched() {
    let decisions = ConfirmedDecisions(
      [decision(.same, left: "A7"), decision(.different)], confirmations: 1)
    #expect(decisions.notes([0]).first?.description.contains("A7") == true)
    let numbered = ConfirmedDecisions([decision(.same, left: "001207012345")], confirmations: 1)
    #expect(numbered.notes([0]).first?.description.contains("001*****2345") == true)
  }
}
