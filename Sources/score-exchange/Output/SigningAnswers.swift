import BatchSigning
import Files

/// Tells a verdict: the reason code alone on standard output, or one JSON document, and the
/// sentence for people on standard error; ends with status 1 where something is refused.
func report(
  _ refusal: SigningError?, members: [JSONMember], notes: [Message], _ common: CommonOptions
) throws {
  do throws(FileError) {
    try writeAnswer(answer(refusal, members: members, notes: notes, common))
  } catch {
    writeError("error: \(error)")
    throw ExitStatus(SigningError(writing: error)).exit
  }
  for note in notes { common.note("note: \(note)") }
  guard let refusal else { return }
  common.note("refused: \(refusal)")
  throw ExitStatus.refused.exit
}

/// What a verdict puts on standard output.
func answer(
  _ refusal: SigningError?, members: [JSONMember], notes: [Message], _ common: CommonOptions
) -> [UInt8] {
  guard common.json else { return Array((refusal?.code.rawValue ?? "accepted").utf8) + [0x0a] }
  var members = members
  members.append(JSONMember("notes", .array(notes.map { .string($0.description) })))
  if let refusal {
    members.append(JSONMember("reason", .string(refusal.code.rawValue)))
    members.append(JSONMember("subject", .string(refusal.subject)))
    members.append(JSONMember("detail", .string(refusal.description)))
  }
  members.append(JSONMember("verdict", .string(refusal == nil ? "accepted" : "refused")))
  return CanonicalJSON.encode(.object(members)) + [0x0a]
}

/// Tells the verdict on a batch.
func report(_ verdict: BatchVerdict, _ common: CommonOptions) throws {
  switch verdict {
  case .accepted(let batch):
    try report(nil, members: members(of: batch), notes: batch.notes, common)
  case .refused(let refusal): try report(refusal, members: [], notes: [], common)
  }
}

/// What the answer says of an accepted batch.
private func members(of batch: VerifiedBatch) -> [JSONMember] {
  let manifest = batch.manifest
  var members = [
    JSONMember("issuer", .string(manifest.issuer)),
    JSONMember("coordinator", .string(manifest.coordinator)),
    JSONMember("kind", .string(manifest.kind.rawValue)),
    JSONMember("seq", .integer(manifest.sequence)),
    JSONMember("rows", .integer(batch.rowCount)),
    JSONMember("manifest", .string(batch.digest.hex)),
  ]
  if batch.deletedRowCount > 0 {
    members.append(JSONMember("deleted", .integer(batch.deletedRowCount)))
  }
  if let timestamp = batch.timestamp {
    members.append(JSONMember("timestamp", .string("\(timestamp)")))
  }
  return members
}

/// Tells the place of a batch in its chain.
func report(_ head: ChainHead, _ common: CommonOptions) {
  if common.json {
    let document = JSONValue.object([
      JSONMember("seq", .integer(head.sequence)), JSONMember("manifest", .string(head.digest.hex)),
    ])
    writeOutput(CanonicalJSON.encode(document) + Array("\n".utf8))
  } else {
    common.note("signed as number \(head.sequence), manifest \(head.digest.hex)")
  }
}

/// Tells which files were made; what went to standard output is none.
func report(_ files: [String], _ common: CommonOptions) {
  if common.json {
    let document = JSONValue.object([JSONMember("files", .array(files.map { .string($0) }))])
    writeOutput(CanonicalJSON.encode(document) + Array("\n".utf8))
  } else {
    for file in files where file != "-" { common.note("wrote \(file)") }
  }
}
