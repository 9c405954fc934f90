/// The path of the workbook beside a table: `.xlsx` in the place of `.csv`, or behind another name.
///
/// - Parameter path: The table's path.
/// - Returns: The workbook's path.
public func workbookPath(beside path: String) -> String {
  let lowercased = path.lowercased()
  if lowercased.hasSuffix(".xlsx") { return path }
  return (lowercased.hasSuffix(".csv") ? String(path.dropLast(4)) : path) + ".xlsx"
}
