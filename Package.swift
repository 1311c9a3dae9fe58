// swift-tools-version: 6.2
import PackageDescription

/// Settings of every source target: protocols spelled `any P`, imports private unless said otherwise.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target below `Sources/`, listed with the only modules that it may import.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name), "GoldenNumbers"] + dependencies)
}

let package = Package(
  name: "chalkline",
  products: [
    .executable(name: "chalkline", targets: ["chalkline-command"]),
    // What the benchmarks, a package of their own, call.
    .library(name: "Drawings", targets: ["Drawings"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Plotting", targets: ["Plotting"]),
    .library(name: "Rendering", targets: ["Rendering"]),
    .library(name: "Tracing", targets: ["Tracing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // Row 0. `JSON`, `Wording` and `Drawings`, and `Networks` and `Plotting` above, must also compile as Embedded Swift.
    room("JSON"),
    room("Wording"),
    room("Languages"),
    room("Drawings"),
    room("Snapshots"),
    room("Archives", ["CDeflate"]),
    room("Files", ["CCrypto"]),
    // System libraries
    .systemLibrary(
      name: "CCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    // Row 1
    room("Lessons", ["JSON", "Wording", .product(name: "Yams", package: "Yams")]),
    // The kernels on wide vectors; without them, as in a browser, `Networks` runs its own in Swift.
    .target(name: "CKernels"),
    room("Networks", ["CKernels"]),
    // Row 2
    room("Building", ["Files", "Snapshots"]),
    room("Tracing", ["JSON", "Lessons", "Networks", "Snapshots", "Wording"]),
    room("Plotting", ["Drawings"]),
    room("Prose", ["Lessons", "CMarkGFM"]),
    // Row 3
    room(
      "Figures", ["Drawings", "Languages", "Lessons", "Networks", "Plotting", "Tracing", "Wording"]),
    room("Rendering", ["Drawings", "CCairo", "CDeflate", "CQPDF"]),
    room("Formulas", ["CDuktape"]),
    room("Pandoc", ["JSON", "Wording"]),
    room(
      "Reporting",
      [
        "Drawings", "JSON", "Languages", "Prose", "Wording",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    room("Serving", ["Drawings", "JSON", "Languages"]),
    // Row 4
    room(
      "Chalkline",
      [
        "Archives", "Building", "Drawings", "Languages", "Lessons", "Plotting", "Tracing",
        "Figures", "Files",
        "Rendering",
        "Formulas", "JSON", "Pandoc", "Prose", "Reporting", "Serving", "Snapshots", "Wording",
      ]),
    // Row 5. Not named `chalkline`: that is `Chalkline` where file names ignore case.
    .executableTarget(
      name: "chalkline-command",
      dependencies: [
        "Chalkline", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    .target(name: "GoldenNumbers", path: "Tests/GoldenNumbers"),
    // Small computations that `Scripts/check-wasm` also runs in a browser.
    .target(name: "PortableRuns", dependencies: ["Networks"], path: "Tests/PortableRuns"),
    .target(name: "TestFolders", dependencies: ["Files"], path: "Tests/TestFolders"),
    .target(name: "SVGProfile", path: "Tests/SVGProfile"),
    tests(of: "JSON"),
    tests(of: "Wording"),
    tests(of: "Archives"),
    tests(of: "Files", ["TestFolders"]),
    tests(of: "Building", ["Files", "Snapshots", "TestFolders"]),
    tests(of: "Lessons"),
    tests(of: "Networks", ["CKernels", "PortableRuns"]),
    tests(of: "Drawings"),
    tests(of: "Plotting", ["Drawings"]),
    tests(of: "Tracing", ["Archives", "Lessons", "Networks", "Snapshots"]),
    tests(
      of: "Figures",
      ["Drawings", "Lessons", "Networks", "Plotting", "Rendering", "Tracing", "SVGProfile"]),
    tests(of: "Rendering", ["Drawings", "CQPDF"]),
    tests(of: "Formulas"),
    tests(of: "Pandoc"),
    tests(of: "Prose", ["Lessons"]),
    tests(of: "Reporting", ["Drawings", "Prose", "CMarkGFM"]),
    tests(of: "Serving"),
    tests(of: "Chalkline", ["Files", "Serving", "SVGProfile"]),
    // Runs the built program, so that it must be built first.
    .testTarget(name: "CommandTests", dependencies: ["chalkline-command", "Files"]),
  ],
  swiftLanguageModes: [.v6]
)
