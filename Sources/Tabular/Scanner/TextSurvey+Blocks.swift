#if canImport(CTabularScan)
  internal import Parallel

  extension TextSurvey {
    /// Surveys a text from `start` on; with `checksUTF8` also whether it is UTF-8.
    init(
      _ bytes: ByteWindow, from start: Int, delimiter: Delimiter, blockLength: Int,
      checksUTF8: Bool, plan: WorkPlan
    ) {
      self.start = start
      end = bytes.count
      self.blockLength = blockLength
      blocks = plan.mapChunks(of: bytes.count - start, chunkLength: blockLength) { chunk in
        let range = chunk.lowerBound + start..<chunk.upperBound + start
        let previous =
          chunk.lowerBound == 0 ? PlainScanner.lineFeed : bytes[range.lowerBound - 1]
        var survey = BlockScanner.survey(
          bytes, range, previous: previous, delimiter: delimiter)
        // A character over a boundary belongs to the block it begins in; so does a byte that goes
        // on with a character which never began.
        let end = bytes.characterStart(from: range.upperBound)
        if checksUTF8 && (survey.hasNonASCII || end > range.upperBound) {
          let first = chunk.lowerBound == 0 ? start : bytes.characterStart(from: range.lowerBound)
          survey.isUTF8 = BlockScanner.isUTF8(bytes, first..<max(first, end))
        }
        bytes.releasePages(range)
        return survey
      }
    }
  }

  extension ByteWindow {
    /// The first place from `index` on that is no continuation byte, at most three further.
    fileprivate func characterStart(from index: Int) -> Int {
      var place = index
      while place < count && place < index + 3 && self[unchecked: place] & 0xC0 == 0x80 {
        place += 1
      }
      return place
    }
  }
#endif
