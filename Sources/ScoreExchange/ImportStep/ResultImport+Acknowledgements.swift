import BatchSigning

extension ResultImport {
  /// The answers to the issuers of signed batches, in the order of the files, with every row counted
  /// once: accepted, rejected, or unmatched, which is a result of nobody who applies.
  ///
  /// - Complexity: O(results).
  func acknowledgements(_ links: LinkStep) -> [Acknowledgement] {
    if acknowledgements.isEmpty { return [] }
    var isMatched = [Bool](repeating: false, count: table.count)
    for link in links.links { isMatched[link.right] = true }
    var unmatched = [Int](repeating: 0, count: files.count)
    for (result, file) in table.file.enumerated() where !isMatched[result] {
      unmatched[Int(file)] += 1
    }
    return acknowledgements.sorted { $0.key < $1.key }.map { index, acknowledgement in
      var answer = acknowledgement
      answer.unmatched = unmatched[index]
      answer.accepted -= unmatched[index]
      return answer
    }
  }
}
