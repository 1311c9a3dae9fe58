import Foundation
import Lessons
import Testing

struct JSONSchemaTests {
  private static let common = [
    Field("kind", .string, isRequired: true, summary: "what is drawn"),
    Field("caption", .localizedText, isRequired: true, summary: "below the figure"),
  ]
  private static let lessonSchema = JSONSchema.lesson(
    scenario: sampleFields, figureCommon: common,
    figureKinds: [
      ("loss-curve", "The loss.", [Field("log", .boolean, summary: "a logarithmic axis")]),
      ("table", "Numbers.", [Field("rows", .integer(min: 1), isRequired: true, summary: "rows")]),
    ])

  @Test func `a section is written field by field in the declared order`() {
    let fields = [
      Field(
        "rate", .number(max: 1, above: 0), isRequired: true, summary: "a \"rate\"",
        defaultText: "0.1"),
      Field("unit", .choice(["epochs", "updates"]), summary: "what counts"),
    ]
    #expect(
      JSONSchema.section(fields) == #"""
        {
          "type": "object",
          "properties": {
            "rate": {
              "description": "a \"rate\"",
              "type": "number",
              "maximum": 1,
              "exclusiveMinimum": 0,
              "default": 0.1
            },
            "unit": {
              "description": "what counts",
              "enum": [
                "epochs",
                "updates"
              ]
            }
          },
          "required": [
            "rate"
          ],
          "additionalProperties": false
        }
        """#)
  }

  @Test func `a map allows any names, and one kind of value`() {
    let fields = [Field("values", .map(of: .number(min: 0)), summary: "numbers by name")]
    #expect(
      JSONSchema.section(fields) == #"""
        {
          "type": "object",
          "properties": {
            "values": {
              "description": "numbers by name",
              "type": "object",
              "additionalProperties": {
                "type": "number",
                "minimum": 0
              }
            }
          },
          "required": [],
          "additionalProperties": false
        }
        """#)
  }

  @Test func `the schemas are JSON, and the same each time`() throws {
    for schema in [Self.lessonSchema, JSONSchema.course(themes: ["paper", "board"])] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(schema.utf8)) }
    }
    #expect(JSONSchema.course() == JSONSchema.course())
  }

  @Test(
    .enabled(if: Python.hasJSONSchema, "python3 with the module jsonschema is not here"),
    arguments: [
      (#"{"title": "t"}"#, true),
      (#"{"title": {"en": "t", "ko": "제목"}, "scenarios": {"a-1": {"epochs": 3}}}"#, true),
      (#"{"title": "t", "scenarios": {"a": {"epochs": 3, "rate": 0.5, "weights": 1}}}"#, true),
      (
        #"{"title": "t", "scenarios": {"a": {"epochs": 3, "layers": ["2 tanh", {"units": 1}]}}}"#,
        true
      ),
      (
        #"{"title": "t", "figures": {"a": {"kind": "loss-curve", "caption": "c", "log": true}}}"#,
        true
      ),
      (#"{"title": "t", "figures": {"a": {"kind": "table", "caption": "c", "rows": 2}}}"#, true),
      (#"{"scenarios": {}}"#, false),
      (#"{"title": "t", "scenario": {}}"#, false),
      (#"{"title": {"kr": "t"}}"#, false),
      (#"{"title": "t", "scenarios": {"A b": {"epochs": 3}}}"#, false),
      (#"{"title": "t", "scenarios": {"a": {"epoch": 3}}}"#, false),
      (#"{"title": "t", "scenarios": {"a": {"epochs": -1}}}"#, false),
      (#"{"title": "t", "scenarios": {"a": {"epochs": 3, "rate": 0}}}"#, false),
      (#"{"title": "t", "scenarios": {"a": {"epochs": 3, "activation": "tahn"}}}"#, false),
      (#"{"title": "t", "scenarios": {"a": {"epochs": 3, "layers": [{"unit": 1}]}}}"#, false),
      (#"{"title": "t", "figures": {"a": {"kind": "loss-curv", "caption": "c"}}}"#, false),
      (
        #"{"title": "t", "figures": {"a": {"kind": "loss-curve", "caption": "c", "rows": 2}}}"#,
        false
      ),
      (#"{"title": "t", "figures": {"a": {"kind": "table", "caption": "c"}}}"#, false),
    ])
  func `a lesson is valid exactly where it is right`(lesson: String, isValid: Bool) throws {
    #expect(try Python.validates(lesson, against: Self.lessonSchema) == isValid)
  }

  @Test(
    .enabled(if: Python.hasJSONSchema, "python3 with the module jsonschema is not here"),
    arguments: [
      (#"{"title": "t", "lessons": ["xor"], "theme": "board", "languages": "ko"}"#, true),
      (#"{"title": "t", "lessons": [], "terms": {"epoch": {"ko": "에포크"}}}"#, true),
      (#"{"title": "t", "lessons": ["xor", "xor"]}"#, false),
      (#"{"title": "t", "lessons": ["../x"]}"#, false),
      (#"{"title": "t", "lessons": [], "theme": "bord"}"#, false),
      (#"{"title": "t", "lessons": [], "language": "ko"}"#, false),
    ])
  func `a course is valid exactly where it is right`(course: String, isValid: Bool) throws {
    let schema = JSONSchema.course(themes: ["paper", "board"])
    #expect(try Python.validates(course, against: schema) == isValid)
  }

  @Test(arguments: [
    #"{"title": "t", "scenarios": {"a": {"epochs": 3, "layers": ["2 tanh", {"units": 1}]}}}"#,
    #"{"title": {"en": "t", "ko": "제목"}, "scenarios": {"a-1": {"epochs": 3}}}"#,
  ])
  func `what the schema allows is read`(lesson: String) throws {
    let sections = try Lesson(parsing: lesson, named: file, id: "xor").scenarios
    var reader = SectionReader(try #require(sections.first), fields: sampleFields)
    #expect(throws: Never.self) { try readEverything(&reader) }
  }
}

/// The oracle for JSON schemas: python's `jsonschema`, where it is installed.
enum Python {
  static let hasJSONSchema = (try? run("import jsonschema")) == 0

  static func validates(_ instance: String, against schema: String) throws -> Bool {
    let status = try run(
      """
      import json, sys, jsonschema
      schema = json.loads(sys.argv[1])
      jsonschema.Draft7Validator.check_schema(schema)
      sys.exit(0 if jsonschema.Draft7Validator(schema).is_valid(json.loads(sys.argv[2])) else 3)
      """, schema, instance)
    try #require(status == 0 || status == 3, "the schema itself is wrong")
    return status == 0
  }

  private static func run(_ program: String, _ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
