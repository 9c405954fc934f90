import ArgumentParser

/// A table with the name of what it belongs to: `NAME=FILE`.
struct NamedTableArgument: ExpressibleByArgument {
  let name: String
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    name = String(parts[0])
    path = String(parts[1])
  }

  static func paths(_ arguments: [Self]) -> [String: String] {
    Dictionary(arguments.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
  }
}
