import Testing
import Wording

@Suite("A message")
struct MessageTests {
  private let vietnamese = Catalogue([
    "{1}: {2} rows read": "đọc {2} dòng của {1}",
    "the file is far too large; cut it in two": "tệp quá lớn; hãy tách làm hai",
    "; it has {1}": "; chỉ có {1}",
    "no conversion \"{1}\"": "không có quy tắc quy đổi \"{1}\"",
    "no such file": "không có tệp này",
  ])

  @Test("is said in English without a catalogue")
  func english() {
    let message: Message = "\("a.csv"): \(3) rows read"
    #expect(message.description == "a.csv: 3 rows read")
  }

  @Test("puts its values where the other language wants them")
  func order() {
    let message: Message = "\("a.csv"): \(3) rows read"
    #expect(message.text(by: vietnamese) == "đọc 3 dòng của a.csv")
  }

  @Test("is one sentence however many literals it was written in")
  func brokenLiteral() {
    let message: Message = "the file is far too large; " + "cut it in two"
    #expect(message.text(by: vietnamese) == "tệp quá lớn; hãy tách làm hai")
  }

  @Test("has optional parts that are sentences of their own")
  func optionalPart() {
    let message: Message = "no conversion \"\("x")\"" + "; it has \("y")"
    #expect(message.text(by: vietnamese) == "không có quy tắc quy đổi \"x\"; chỉ có y")
    #expect(message.description == "no conversion \"x\"; it has y")
  }

  @Test("says the same in every language when it was packed and made again")
  func packing() {
    let messages: [Message] = [
      "", "no such file", "\("ă,\"\n".description): \(3) rows read",
      "no conversion \"\("x")\"" + "; it has \("no such file" as Message)",
      Message(["no such file", "\("a.csv"): \(1 << 40) rows read"], separator: "; "),
      Message(String(repeating: "đ", count: 300)),
    ]
    var packed = PackedTexts()
    for message in messages {
      packed.append(message.description)
      message.pack(into: &packed)
      packed.append(message.description.utf8.count)
    }
    for packed in [packed, packed.fitted] {
      var reader = packed.reader
      for message in messages {
        #expect(reader.text() == message.description)
        let made = Message(unpacking: &reader)
        #expect(made.description == message.description)
        #expect(made.text(by: vietnamese) == message.text(by: vietnamese))
        #expect(reader.number() == message.description.utf8.count)
      }
    }
  }

  @Test("says what stands inside it in the same language")
  func nested() {
    let inner: Message = "no such file"
    let outer: Message = "\("a.csv"): \(inner)"
    #expect(outer.text(by: vietnamese) == "a.csv: không có tệp này")
    let list = Message([inner, inner], separator: "; ")
    #expect(list.text(by: vietnamese) == "không có tệp này; không có tệp này")
  }

  @Test("keeps values as they are, even one that is a sentence or has braces")
  func values() {
    let message: Message = "\("no such file"): \("{1}") rows read"
    #expect(message.text(by: vietnamese) == "đọc {1} dòng của no such file")
  }

  @Test("stays English where a catalogue does not know it")
  func unknown() {
    #expect(("new \(1)" as Message).text(by: vietnamese) == "new 1")
  }

  @Test("equals another that says the same")
  func equality() {
    #expect(("a" + "b" as Message) == "ab")
    #expect(("\(1)" as Message) == Message("1"))
    #expect(("a" as Message) != "b")
  }

  @Test("finds the language by the first locale variable that is set")
  func environment() {
    let locales = ["LC_ALL": "", "LC_MESSAGES": "vi_VN.UTF-8", "LANG": "en_US.UTF-8"]
    #expect(Language { locales[$0] } == .vietnamese)
    #expect(Language { ["LANG": "en_US.UTF-8"][$0] } == .english)
    #expect(Language { _ in nil } == .english)
  }
}
