/// What stands on a page, as the template engine reads it fastest: by names in a dictionary. It would look
/// into a structure anew for every name in a template.
enum PageContent {
  /// A structure as its stored properties by name, without those that are nil; a list of such; anything
  /// else, and what says itself how it is printed, as it is; nil for nil.
  static func named(_ value: Any) -> Any? {
    if value is String { return value }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      return mirror.children.first.flatMap { named($0.value) }
    case .collection:
      return mirror.children.map { named($0.value) ?? $0.value }
    case .struct where !(value is any CustomStringConvertible):
      var properties: [String: Any] = [:]
      for case (let name?, let property) in mirror.children { properties[name] = named(property) }
      return properties
    default:
      return value
    }
  }
}
