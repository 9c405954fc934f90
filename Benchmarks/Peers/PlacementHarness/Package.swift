// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "placement-harness",
  dependencies: [.package(name: "score-exchange", path: "../../..")],
  targets: [
    .executableTarget(
      name: "placement-harness",
      dependencies: [
        .product(name: "ScoreExchange", package: "score-exchange"),
        .product(name: "Placement", package: "score-exchange"),
        .product(name: "Parallel", package: "score-exchange"),
      ])
  ],
  swiftLanguageModes: [.v6])
