// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let benchmark: Target.Dependency = .product(name: "Benchmark", package: "benchmark")

func product(_ name: String) -> Target.Dependency {
  .product(name: name, package: "score-exchange")
}

/// A suite: an executable whose folder lies beside this manifest.
func suite(of module: String, _ dependencies: [String] = []) -> Target {
  .executableTarget(
    name: "\(module)Benchmarks",
    dependencies: [benchmark, "Yardsticks"] + ([module] + dependencies).map(product),
    path: "\(module)Benchmarks",
    swiftSettings: settings,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "score-exchange", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "Yardsticks",
      dependencies: [
        benchmark, product("BatchSigning"), product("Files"), product("Parallel"),
      ],
      path: "Yardsticks",
      swiftSettings: settings),
    suite(of: "Tabular", ["Parallel"]),
    suite(of: "ScoreLinking", ["Scores"]),
    suite(of: "RecordLinkage", ["Parallel"]),
    suite(of: "Placement", ["Parallel"]),
    suite(of: "BatchSigning", ["Files", "Parallel"]),
    suite(of: "ScoreExchange", ["Files"]),
  ],
  swiftLanguageModes: [.v6]
)
