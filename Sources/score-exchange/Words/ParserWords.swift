import Foundation
import ScoreExchange

/// The words of the argument parser, which knows English alone, in the language of this process.
enum ParserWords {
  /// A help text, or what is wrong with arguments, as the parser made it.
  static func said(_ text: String) -> String {
    guard Speech.language == .vietnamese else { return text }
    return vietnamese.reduce(text) { text, rule in
      text.replacingOccurrences(of: rule.pattern, with: rule.words, options: .regularExpression)
    }
  }

  private static let vietnamese: [(pattern: String, words: String)] = [
    ("(?m)^OVERVIEW: ", "TỔNG QUAN: "),
    ("(?m)^USAGE: ", "CÁCH DÙNG: "),
    ("(?m)^Usage: ", "Cách dùng: "),
    ("(?m)^ARGUMENTS:$", "ĐỐI SỐ:"),
    ("(?m)^OPTIONS:$", "TÙY CHỌN:"),
    ("(?m)^SUBCOMMANDS:$", "LỆNH CON:"),
    ("(?m)^Help:  ", "Trợ giúp:  "),
    ("(?m)^Error: ", "Lỗi: "),
    ("\\(default: ", "(mặc định: "),
    ("\\(values: ", "(giá trị: "),
    ("Show help information\\.", "Hiện trợ giúp."),
    ("Show subcommand help information\\.", "Hiện trợ giúp của một lệnh con."),
    ("Show the version\\.", "Hiện phiên bản."),
    ("See '(.+)' for (more information|detailed help)\\.", "Xem '$1' để biết thêm."),
    ("Unknown option '(.+?)'", "Không có tùy chọn '$1'"),
    ("Did you mean '(.+?)'\\?", "Có phải là '$1'?"),
    ("Missing expected argument '(.+?)'", "Thiếu đối số '$1'"),
    ("Missing value for '(.+?)'", "Thiếu giá trị cho '$1'"),
    ("(\\d+) unexpected arguments: (.+)", "Thừa $1 đối số: $2"),
    ("Unexpected argument '(.+?)'", "Thừa đối số '$1'"),
    ("The value '(.+?)' is invalid for '(.+?)'", "Giá trị '$1' không hợp lệ cho '$2'"),
    ("Please provide one of ", "Hãy dùng một trong "),
    ("(Hãy dùng một trong '.+') or '", "$1 hoặc '"),
    ("<subcommand>", "<lệnh con>"),
    ("\\[<options>\\]", "[<tùy chọn>]"),
  ]
}
