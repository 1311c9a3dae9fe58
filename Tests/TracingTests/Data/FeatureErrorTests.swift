import Testing
import Tracing

struct FeatureErrorTests {
  private func complaintAbout(_ features: String, files: [String: String] = [:]) -> String {
    let data =
      files.isEmpty
      ? "{shape: circles, features: \(features)}"
      : "{file: p.csv, target: kind, features: \(features)}"
    return complaint(
      "data: \(data)\nnetwork: {layers: [1 sigmoid]}\ntrain: {epochs: 1}", files: files)
  }

  @Test func `an unknown input is refused at its place in the formula`() {
    #expect(
      complaintAbout("[x1^2, x1*y2]") == """
        lesson.yaml:4:48: error: no input named 'y2'; did you mean 'x2'?
          4 |     data: {shape: circles, features: [x1^2, x1*y2]}
            |                                                ^
        """)
  }

  @Test func `an unknown column of a file is refused when the file is read`() {
    #expect(
      complaintAbout(
        "[petal_lenght^2]", files: ["p.csv": "petal_length,width,kind\n1,2,a\n3,4,b\n"]) == """
          lesson.yaml:4:50: error: no input named 'petal_lenght'; did you mean 'petal_length'?
            4 |     data: {file: p.csv, target: kind, features: [petal_lenght^2]}
              |                                                  ^
          """)
  }

  @Test func `a mistake of syntax is at its character`() {
    let text = complaintAbout("[x1^2, x1 + * x2]")
    #expect(text.hasPrefix("lesson.yaml:4:50: error: "))
  }

  @Test func `a formula cut at its comma is told of quotes`() {
    #expect(
      complaintAbout("[max(x1, x2)]") == """
        lesson.yaml:4:42: error: '(' is never closed
          4 |     data: {shape: circles, features: [max(x1, x2)]}
            |                                          ^
            = put quotes around a formula with a comma, such as "max(x1, x2)"
        """)
  }

  @Test func `an empty list is refused`() {
    #expect(
      complaintAbout("[]") == """
        lesson.yaml:4:38: error: 'features' has no formula
          4 |     data: {shape: circles, features: []}
            |                                      ^
            = write features: [x1^2, x2^2], or leave it out for the inputs themselves
        """)
  }

  @Test func `a feature that is no number at a row is refused with the row`() {
    let text = complaintAbout("[log(x1)]")
    #expect(text.hasPrefix("lesson.yaml:4:39: error: 'log(x1)' is NaN at x1 = -"))
    #expect(text.contains("a row of circles"))
  }
}
