/// A DER encoding as a tree, to make signatures that no honest tool makes.
///
/// The cases are well-formed but for what they are about, so this reader trusts its input.
indirect enum DERTree {
  case leaf(tag: UInt8, content: [UInt8])
  case node(tag: UInt8, children: [DERTree])

  init(_ bytes: [UInt8]) { self = Self.list(bytes[...])[0] }

  private static func list(_ bytes: ArraySlice<UInt8>) -> [DERTree] {
    var (rest, elements) = (bytes, [DERTree]())
    while let tag = rest.first {
      var length = Int(rest[rest.startIndex + 1])
      var start = rest.startIndex + 2
      if length >= 0x80 {
        let count = length - 0x80
        length = rest[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
        start += count
      }
      let content = rest[start..<start + length]
      elements.append(
        tag & 0x20 != 0
          ? .node(tag: tag, children: list(content)) : .leaf(tag: tag, content: Array(content)))
      rest = rest[content.endIndex...]
    }
    return elements
  }

  var encoded: [UInt8] {
    switch self {
    case .leaf(let tag, let content): Self.element(tag, content)
    case .node(let tag, let children): Self.element(tag, children.flatMap(\.encoded))
    }
  }

  /// An element with an indefinite length, as BER has it and DER has not.
  var indefinite: [UInt8] {
    guard case .node(let tag, let children) = self else { return encoded }
    return [tag, 0x80] + children.flatMap(\.encoded) + [0, 0]
  }

  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    switch content.count {
    case 0..<0x80: [tag, UInt8(content.count)] + content
    case 0x80..<0x100: [tag, 0x81, UInt8(content.count)] + content
    default: [tag, 0x82, UInt8(content.count >> 8), UInt8(content.count & 0xff)] + content
    }
  }

  /// The child at each step of a path.
  subscript(path: Int...) -> DERTree {
    get { path.reduce(self) { $0.children[$1] } }
    set { replace(path[...], newValue) }
  }

  var children: [DERTree] {
    get {
      guard case .node(_, let children) = self else { return [] }
      return children
    }
    set {
      guard case .node(let tag, _) = self else { return }
      self = .node(tag: tag, children: newValue)
    }
  }

  private mutating func replace(_ path: ArraySlice<Int>, _ tree: DERTree) {
    guard let first = path.first else {
      self = tree
      return
    }
    var list = children
    list[first].replace(path.dropFirst(), tree)
    children = list
  }
}
