import Benchmark
import Yardsticks

/// A million rows of about 100 bytes: the tree over them alone, signing, and checking.
///
/// The yardstick is the hashing that the work cannot do without, on as many cores: two compressions
/// a leaf (0x00, a salt of 16 bytes, the row) and two a node (0x01, two digests), as a tree over these
/// rows has; for a batch also the digest of the file. `Yardstick.tree` says what is left out of it.
let benchmarks: @Sendable () -> Void = {
  let office = SigningOffice(rowCount: 1_000_000)
  let tree = Yardstick.tree(over: office.rows, withFile: false)
  let batch = Yardstick.tree(over: office.rows, withFile: true)

  Benchmark("tree", configuration: .standard(seconds: 6)) { benchmark in
    try benchmark.measure(against: tree, answer: answers["tree", default: ""]) {
      try office.root()
    } numbers: {
      [$0]
    }
    benchmark.measurement(.items, office.rowCount)
  }

  Benchmark("sign", configuration: .standard(seconds: 6)) { benchmark in
    try office.clear("signed")
    try benchmark.measure(against: batch, answer: answers["sign", default: ""]) {
      try office.sign("signed")
      return office.rowCount
    } numbers: {
      [$0]
    }
    benchmark.measurement(.items, office.rowCount)
  } setup: {
    try office.fill("signed")
  }

  Benchmark("verify", configuration: .standard(seconds: 6)) { benchmark in
    try benchmark.measure(against: batch, answer: answers["verify", default: ""]) {
      try office.verify("checked")
    } numbers: {
      [$0]
    }
    benchmark.measurement(.items, office.rowCount)
  } setup: {
    try office.fill("checked")
    try office.sign("checked")
  }
}

/// The digests of the right answers.
private let answers = [
  "tree": "0dd3f1af75b2d7fd",
  "sign": "4f973621fe8403b6",
  "verify": "4f973621fe8403b6",
]
