// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

/// An engine or a part of the floor, with a test target of the same name; all but the calendar, of which
/// no public name speaks, are products.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "score-exchange",
  products: [
    .executable(name: "score-exchange", targets: ["score-exchange"]),
    .library(name: "ScoreExchange", targets: ["ScoreExchange"]),
    .library(name: "Tabular", targets: ["Tabular"]),
    .library(name: "Workbooks", targets: ["Workbooks"]),
    .library(name: "Scores", targets: ["Scores"]),
    .library(name: "ScoreLinking", targets: ["ScoreLinking"]),
    .library(name: "RecordLinkage", targets: ["RecordLinkage"]),
    .library(name: "Placement", targets: ["Placement"]),
    .library(name: "BatchSigning", targets: ["BatchSigning"]),
    .library(name: "Parallel", targets: ["Parallel"]),
    .library(name: "Files", targets: ["Files"]),
    .library(name: "Digests", targets: ["Digests"]),
    .library(name: "Wording", targets: ["Wording"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // In reading order: the floor, the five engines, the office that puts them together, the tool.
    library("Wording"),
    library("CivilCalendar"),
    library("Parallel"),
    library("Files", ["Wording"]),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    library("Digests", ["COpenSSL"]),
    .target(name: "CTabularScan"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    library("Workbooks", ["Wording", "CivilCalendar", "Files", "CZlib"]),
    library("Tabular", ["Wording", "Parallel", "Files", "Workbooks", "CTabularScan"]),
    library("Scores", ["Wording"]),
    library("ScoreLinking", ["Wording", "Scores", "Parallel"]),
    library("RecordLinkage", ["Wording", "CivilCalendar", "Parallel"]),
    library("Placement", ["Wording", "Digests", "Parallel"]),
    library(
      "BatchSigning", ["Wording", "CivilCalendar", "COpenSSL", "Digests", "Parallel", "Files"]),
    library(
      "ScoreExchange",
      [
        "Wording", "CivilCalendar", "Parallel", "Files", "Digests", "Workbooks", "Tabular",
        "Scores", "ScoreLinking", "RecordLinkage", "Placement", "BatchSigning",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .executableTarget(
      name: "score-exchange",
      dependencies: [
        "ScoreExchange", "BatchSigning", "Files", "Parallel", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "Wording"),
    tests(of: "CivilCalendar"),
    tests(of: "Parallel"),
    tests(of: "Files", ["Parallel"]),
    tests(of: "Digests"),
    tests(of: "Workbooks"),
    tests(of: "Tabular", ["Parallel", "Files", "Workbooks"]),
    tests(of: "Scores"),
    tests(of: "ScoreLinking", ["Scores", "Parallel"]),
    tests(of: "RecordLinkage", ["Parallel"]),
    tests(of: "Placement", ["Parallel"]),
    tests(of: "BatchSigning", ["Parallel", "Files"]),
    tests(
      of: "ScoreExchange",
      [
        "Parallel", "Files", "Workbooks", "Tabular", "Scores", "ScoreLinking", "RecordLinkage",
        "Placement", "BatchSigning",
      ]),
    .testTarget(
      name: "ToolTests", dependencies: ["score-exchange", "TestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
