#if canImport(CTabularScan)
  extension RecordCuts {
    private static let releasedBlocks = 64

    /// Finds the cuts from a survey of all blocks.
    ///
    /// Quotes toggle between outside and inside, and the state at a boundary is the parity of the
    /// quotes before it. That is what the reference does as long as every quote opens at the
    /// beginning of a field, is doubled, or closes at the end of one. The survey tells where this is
    /// not so; there the records are read one by one, from the last boundary that is certain to the
    /// next one that is.
    init(_ survey: TextSurvey, of bytes: ByteWindow, delimiter: Delimiter) {
      self.init(firstOffset: survey.start)
      usesQuotes = survey.blocks.contains { $0.hasQuote }
      var walk = SurveyWalk(survey, bytes, delimiter)
      // A look at one byte of a mapped file brings a large page of it.
      var kept = 0
      while walk.block < survey.blocks.count {
        if walk.block - kept >= Self.releasedBlocks {
          bytes.releasePages(survey.boundary(kept)..<survey.boundary(walk.block))
          kept = walk.block
        }
        if walk.blockIsPlausible {
          if walk.block > 0 { walk.cut(&self) }
          walk.accept()
        } else {
          hasStrayQuotes = true
          walk.readRecords(&self)
        }
      }
      append(offset: bytes.count, recordsBefore: walk.totalCount)
      for found in walk.endings { endings.formUnion(found.kinds) }
    }
  }

  /// The walk over the blocks that knows at each boundary whether it is inside quotes.
  private struct SurveyWalk {
    let survey: TextSurvey
    let bytes: ByteWindow
    let delimiter: Delimiter
    var block = 0
    private var isInside = false
    /// Records that end before the block.
    private var ended = 0
    /// The number of the last cut that no later stray quote can change.
    private var certainCut = 0
    /// How records end in each block or run of blocks.
    private(set) var endings: [(block: Int, kinds: Set<LineEnding>)] = []
    /// Set when the end was reached by reading records.
    private var finalCount: Int?

    init(_ survey: TextSurvey, _ bytes: ByteWindow, _ delimiter: Delimiter) {
      self.survey = survey
      self.bytes = bytes
      self.delimiter = delimiter
    }

    private var isLast: Bool { block + 1 == survey.blocks.count }

    /// Whether all quotes of the block are where they may be, and none is open at the end.
    var blockIsPlausible: Bool {
      let found = survey.blocks[block]
      return !found.reading(isInside: isInside).hasStrayQuote
        && !(isLast && found.flips != isInside)
    }

    /// All records, once every block is done; the last one may lack a line end.
    var totalCount: Int {
      if let finalCount { return finalCount }
      guard survey.end > survey.start else { return 0 }
      let last = bytes[survey.end - 1]
      let isEnded = last == PlainScanner.lineFeed || last == PlainScanner.carriageReturn
      return ended + (isEnded ? 0 : 1)
    }

    /// Adds the first record start of the block, if it has one.
    mutating func cut(_ cuts: inout RecordCuts) {
      let start = survey.boundary(block)
      let end = survey.boundary(block + 1)
      let previous = bytes[unchecked: start - 1]
      if !isInside && previous != PlainScanner.quote { certainCut = cuts.offsets.count - 1 }
      if !isInside {
        let isPair =
          previous == PlainScanner.carriageReturn
          && bytes[unchecked: start] == PlainScanner.lineFeed
        if isPair || previous == PlainScanner.lineFeed || previous == PlainScanner.carriageReturn {
          let place = isPair ? start + 1 : start
          if place < end && place > cuts.offsets[cuts.offsets.count - 1] {
            cuts.append(offset: place, recordsBefore: ended)
          }
          return
        }
      }
      var inside = isInside
      var place = start
      while place < end {
        let byte = bytes[unchecked: place]
        place += 1
        if byte == PlainScanner.quote {
          inside.toggle()
        } else if !inside && (byte == PlainScanner.lineFeed || byte == PlainScanner.carriageReturn)
        {
          let isPair =
            byte == PlainScanner.carriageReturn && place < bytes.count
            && bytes[unchecked: place] == PlainScanner.lineFeed
          if isPair { place += 1 }
          if place < end { cuts.append(offset: place, recordsBefore: ended + 1) }
          return
        }
      }
    }

    /// Goes on to the next block.
    mutating func accept() {
      var kinds: Set<LineEnding> = []
      let found = survey.blocks[block]
      let reading = found.reading(isInside: isInside)
      ended += reading.recordEnds
      if reading.pairs > 0 { kinds.insert(.crlf) }
      if reading.lineFeeds > reading.pairs { kinds.insert(.lf) }
      // A pair over the boundary has its CR here and its LF in the next block.
      let hasOpenPair =
        survey.boundary(block + 1) < survey.end
        && bytes[unchecked: survey.boundary(block + 1) - 1] == PlainScanner.carriageReturn
        && bytes[unchecked: survey.boundary(block + 1)] == PlainScanner.lineFeed
      let startsWithPairEnd =
        survey.boundary(block) > survey.start
        && bytes[unchecked: survey.boundary(block) - 1] == PlainScanner.carriageReturn
        && bytes[unchecked: survey.boundary(block)] == PlainScanner.lineFeed
      let endsInside = isInside != found.flips
      let returnsHere =
        reading.carriageReturns - (hasOpenPair && !endsInside ? 1 : 0)
        + (startsWithPairEnd && !isInside ? 1 : 0)
      if returnsHere > reading.pairs { kinds.insert(.cr) }
      endings.append((block, kinds))
      isInside = endsInside
      block += 1
    }

    /// How the record before a cut ends.
    private func ending(before place: Int) -> Set<LineEnding> {
      guard place > survey.start else { return [] }
      guard bytes[unchecked: place - 1] == PlainScanner.lineFeed else { return [.cr] }
      let isPair =
        place - 1 > survey.start && bytes[unchecked: place - 2] == PlainScanner.carriageReturn
      return isPair ? [.crlf] : [.lf]
    }

    /// Reads records one by one, from the last certain cut to the first boundary after this block
    /// whose state can be told.
    mutating func readRecords(_ cuts: inout RecordCuts) {
      cuts.removeCuts(after: certainCut)
      let from = cuts.offsets[certainCut]
      var reader = RecordReader(
        bytes, delimiter: delimiter, at: from, recordCount: cuts.recordsBefore[certainCut])
      let fromBlock = (from - survey.start) / survey.blockLength
      endings.removeAll { $0.block >= fromBlock }
      defer { endings.append((fromBlock, reader.endings.union(ending(before: from)))) }
      var nextCut = fromBlock + 1
      var candidate = block + 1
      while reader.place < bytes.count {
        if reader.place >= survey.boundary(nextCut) {
          cuts.append(offset: reader.place, recordsBefore: reader.recordCount)
          nextCut = (reader.place - survey.start) / survey.blockLength + 1
        }
        let recordStart = reader.place
        let recordNumber = reader.recordCount
        reader.read()
        while candidate < survey.blocks.count && survey.boundary(candidate) < reader.place {
          let boundary = survey.boundary(candidate)
          if boundary >= recordStart {
            let head = BlockScanner.survey(
              bytes, recordStart..<boundary, previous: PlainScanner.lineFeed,
              delimiter: delimiter)
            guard head.outside.hasStrayQuote else {
              block = candidate
              isInside = head.flips
              ended = recordNumber + head.outside.recordEnds
              certainCut = cuts.offsets.count - 1
              return
            }
            // A longer head of the record has the same stray quote.
            while candidate + 1 < survey.blocks.count
              && survey.boundary(candidate + 1) < reader.place
            {
              candidate += 1
            }
          }
          candidate += 1
        }
      }
      block = survey.blocks.count
      finalCount = reader.recordCount
    }
  }
#endif
