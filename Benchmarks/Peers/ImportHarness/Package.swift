// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "import-harness",
  dependencies: [.package(name: "score-exchange", path: "../../..")],
  targets: [
    .executableTarget(
      name: "import-harness",
      dependencies: [
        .product(name: "Tabular", package: "score-exchange"),
        .product(name: "Parallel", package: "score-exchange"),
        .product(name: "Files", package: "score-exchange"),
      ])
  ],
  swiftLanguageModes: [.v6])
