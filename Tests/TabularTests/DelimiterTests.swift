import Tabular
import Testing

@Suite struct DelimiterTests {
  @Test(
    "A delimiter is the sign that cuts headings and rows alike",
    arguments: [
      ("a,b\n1,2\n", Delimiter.comma), ("a;b\n1,5;2,5\n3,0;4,0\n", .semicolon),
      ("SBD\tTên\tĐiểm\n1\tAn, Bình\t3,5\n2\tLê, C\t4,5\n", .tab), ("a|b|c\n1|2;3|4\n", .pipe),
      ("KẾT QUẢ, ĐỢT 1\n\nSBD;Toán;Đọc;Khoa học\n1;3,5;2,5;1,5\n2;3,5;2,5;1,5\n", .semicolon),
      ("SBD,Ghi chú,Điểm\n1,\"a;b;c\",5\n2,x;y,6\n", .comma), ("SBD\n1\n2\n", .comma),
      ("left,share,why\nA1,0.9,name; date\nA2,0.8,name; number\nA3,0.7,sex; date\n", .comma),
      ("", .comma), ("sep=|\na;b|c\n", .pipe), ("\"sep=\t\"\r\na,b\tc,d\r\n", .tab),
    ])
  func delimiter(text: String, delimiter: Delimiter) throws {
    let file = try table(text)
    #expect(file.dialect.delimiter == delimiter, "\(file.evidence.delimiter)")
  }

  @Test("A given delimiter wins over the file's")
  func given() throws {
    let file = try table("sep=;\na;b,c\n", overrides: DialectOverrides(delimiter: .comma))
    #expect(file.preview(recordCount: 5) == [["a;b", "c"]])
  }
}
