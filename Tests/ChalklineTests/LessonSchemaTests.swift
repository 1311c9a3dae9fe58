import Chalkline
import Foundation
import Testing

/// The schemas that stand beside the lessons, for completion in an editor.
struct LessonSchemaTests {
  static let schemas = [
    ("lesson.schema.json", LessonSchema.lesson), ("course.schema.json", LessonSchema.course),
  ]

  @Test(arguments: schemas)
  func `the schema beside the lessons is the one that is printed`(
    _ name: String, _ text: String
  ) throws {
    let file = Repository.lessons.appending(path: name)
    if ProcessInfo.processInfo.environment["CHALKLINE_RECORD"] == "schema" {
      try Data(text.utf8).write(to: file)
    }
    let isCurrent = try Data(contentsOf: file) == Data(text.utf8)
    #expect(isCurrent, "lessons/\(name) is out of date")
  }

  @Test(.enabled(if: PythonValidator.isPresent, "python3 has no yaml and jsonschema"))
  func `every lesson of the course is valid by the schema`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Repository.lessons.path)
    for name in names.sorted() {
      let file = Repository.lessons.appending(path: "\(name)/lesson.yaml")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      let findings = try PythonValidator.findings(
        in: file, schema: Repository.lessons.appending(path: "lesson.schema.json"))
      #expect(findings.isEmpty, "\(name): \(findings)")
    }
  }
}

/// The files of this repository.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static var lessons: URL { root.appending(path: "lessons") }
}

/// A second opinion on schemas: Python's jsonschema, where it is installed.
enum PythonValidator {
  static let isPresent = (try? run("import yaml, jsonschema")) == ""

  /// What the validator finds wrong with a YAML file; empty if nothing.
  static func findings(in file: URL, schema: URL) throws -> String {
    try run(
      """
      import json, sys, yaml, jsonschema
      schema = json.load(open(sys.argv[2]))
      for error in jsonschema.Draft7Validator(schema).iter_errors(yaml.safe_load(open(sys.argv[1]))):
          print(list(error.path), error.message[:200])
      """, file.path, schema.path)
  }

  /// What a Python program prints; its error output where it fails.
  private static func run(_ program: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
