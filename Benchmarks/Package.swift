// swift-tools-version: 6.2
import PackageDescription

/// The benchmarks: apart from the package that they measure, so that building it does not build them.
let package = Package(
  name: "chalkline-benchmarks",
  dependencies: [.package(name: "chalkline", path: "..")],
  targets: [
    .executableTarget(
      name: "chalkline-benchmark",
      dependencies: [
        .product(name: "Drawings", package: "chalkline"),
        .product(name: "Networks", package: "chalkline"),
        .product(name: "Plotting", package: "chalkline"),
        .product(name: "Rendering", package: "chalkline"),
        .product(name: "Tracing", package: "chalkline"),
      ]),
    .executableTarget(
      name: "chalkline-results",
      dependencies: [
        .product(name: "Drawings", package: "chalkline"),
        .product(name: "Plotting", package: "chalkline"),
        .product(name: "Rendering", package: "chalkline"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
