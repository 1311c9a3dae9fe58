import Lessons
import Networks

extension ExpressionSpec {
  static let fields: [Field] = [
    Field(
      "expression", .string,
      summary: "a formula, such as L = (sigmoid(w*x + b) - y)^2, computed with all derivatives"),
    Field(
      "values", .map(of: .number()), summary: "the value of each variable of the expression"),
  ]

  /// Reads `expression` and `values`.
  init(from reader: inout SectionReader) throws(LessonError) {
    let text = try reader.requiredValue("expression")
    let expression = try Expression(located: text)
    let example = expression.variables.map { "\($0): 1" }.joined(separator: ", ")
    var values: [String: Double] = [:]
    if reader.has("values"), let section = try reader.section("values") {
      // What may stand here is not known before the expression is.
      var names = SectionReader(
        section.section,
        fields: expression.variables.map {
          Field($0, .number(), isRequired: true, summary: "its value in the expression")
        })
      for variable in expression.variables { values[variable] = try names.number(variable) }
      try names.finish()
    } else if let first = expression.variables.first {
      throw text.word(first).error(
        "'\(first)' has no value", help: "write values: {\(example)}")
    }
    self.init(expression, values: values)
  }
}
