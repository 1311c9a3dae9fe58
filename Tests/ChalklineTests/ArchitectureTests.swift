import Foundation
import Testing

/// What each target may import: the arrows of the house go down only.
private let allowedImports: [String: Set<String>] = [
  // Row 0
  "Drawings": [],
  "JSON": [],
  "Wording": [],
  "Languages": [],
  "Snapshots": [],
  "Archives": ["CDeflate"],
  "Files": ["CCrypto", "Foundation", "Synchronization"],
  // Row 1
  "Lessons": ["Foundation", "JSON", "Wording", "Yams"],
  "Networks": ["CKernels"],
  // Row 2
  "Building": ["Dispatch", "Files", "Foundation", "Snapshots", "Synchronization"],
  "Plotting": ["Drawings"],
  "Tracing": ["Foundation", "JSON", "Lessons", "Networks", "Snapshots", "Wording"],
  "Prose": ["CMarkGFM", "Lessons"],
  // Row 3
  "Figures": [
    "Drawings", "Languages", "Lessons", "Networks", "Plotting", "Synchronization", "Tracing",
    "Wording",
  ],
  "Rendering": ["CCairo", "CDeflate", "CQPDF", "Drawings", "Foundation", "Synchronization"],
  "Formulas": ["CDuktape"],
  "Pandoc": ["Foundation", "JSON", "Wording"],
  "Reporting": ["Drawings", "JSON", "Languages", "Mustache", "Prose", "Wording"],
  "Serving": ["Drawings", "Foundation", "JSON", "Languages", "Synchronization"],
  // Row 4
  "Chalkline": [
    "Archives", "Building", "Dispatch", "Drawings", "Figures", "Files", "Formulas", "Foundation",
    "JSON", "Languages", "Lessons", "Pandoc", "Plotting", "Prose", "Rendering", "Reporting",
    "Serving", "Snapshots",
    "Synchronization", "Tracing", "Wording",
  ],
  // Row 5
  "chalkline-command": [
    "ArgumentParser", "Chalkline", "Dispatch", "Foundation", "Synchronization",
  ],
]

struct ArchitectureTests {
  @Test func `every folder of Sources has a row in the table`() throws {
    let system: Set = [
      "CCairo", "CCrypto", "CDeflate", "CDuktape", "CKernels", "CMarkGFM", "CQPDF",
    ]
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(Set(folders).subtracting(system) == Set(allowedImports.keys))
  }

  @Test(arguments: allowedImports.keys.sorted())
  func `a target imports only what lies below it`(target: String) throws {
    let allowed = try #require(allowedImports[target])
    for (file, lines) in try code(of: target) {
      for name in lines.compactMap(importedModule) {
        #expect(allowed.contains(name), "\(file) imports \(name)")
      }
    }
  }

  @Test(arguments: ["Drawings", "JSON", "Networks", "Plotting", "Wording"])
  func `what also runs in a browser holds no existential`(target: String) throws {
    for (file, lines) in try code(of: target) {
      for line in lines {
        #expect(!line.contains(#/\bany [A-Z]/#), "\(file): \(line)")
      }
    }
  }

  @Test func `only the driver and the command line touch disk, clock or environment`() throws {
    let words = #/\b(FileManager|FileHandle|ProcessInfo|Date\(\)|fopen|getenv|Locale\.current)\b/#
    for target in allowedImports.keys.sorted() where target.lowercased().first != "c" {
      for (file, lines) in try code(of: target) {
        for line in lines { #expect(!line.contains(words), "\(file): \(line)") }
      }
    }
  }
}

private let sources = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

/// The lines of every Swift file of a target, without those that are comments.
private func code(of target: String) throws -> [(file: String, lines: [Substring])] {
  let folder = sources.appending(path: target).resolvingSymlinksInPath()
  let names = try #require(FileManager.default.enumerator(atPath: folder.path))
  return try names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
    let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { line in
      !line.drop(while: { $0 == " " }).hasPrefix("//")
    }
    return ("\(target)/\($0)", lines)
  }
}

/// The module that a line imports; nil if it imports none.
private func importedModule(_ line: Substring) -> String? {
  let words = line.split(separator: " ")
  guard let index = words.firstIndex(of: "import"), index < 3, index + 1 < words.count else {
    return nil
  }
  // `import struct Foundation.URL` names its module last.
  return words.last?.split(separator: ".").first.map(String.init)
}
