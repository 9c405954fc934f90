import ScoreExchange
import Testing

@Suite("JSON documents")
struct JSONDocumentTests {
  @Test("have their keys in order, plain slashes and a line end")
  func form() throws {
    let value = ["b": "x/y", "a": ""]
    let text = String(decoding: try jsonDocument(value), as: UTF8.self)
    #expect(text == "{\n  \"a\" : \"\",\n  \"b\" : \"x/y\"\n}\n")
    let line = String(decoding: try jsonDocument(value, isLine: true), as: UTF8.self)
    #expect(line == "{\"a\":\"\",\"b\":\"x/y\"}\n")
  }

  @Test("are refused, and never empty, where a figure is no number")
  func noNumber() throws {
    let error = #expect(throws: ExchangeError.self) {
      try jsonDocument(["mean": ["TSA": Double.nan]])
    }
    #expect(error?.code == .inputOutput && error?.description.contains("mean.TSA") == true)
  }
}
