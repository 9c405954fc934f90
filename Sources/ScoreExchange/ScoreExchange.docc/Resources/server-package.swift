// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "admissions",
  dependencies: [.package(path: "../score-exchange")],
  targets: [
    .executableTarget(
      name: "Admissions",
      dependencies: [.product(name: "ScoreExchange", package: "score-exchange")])
  ]
)
