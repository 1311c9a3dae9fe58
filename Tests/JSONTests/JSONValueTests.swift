import JSON
import Testing

struct JSONValueTests {
  @Test(arguments: [
    (0.1, "0.1"), (3, "3"), (-0.0, "-0"), (1e15, "1000000000000000"), (1e16, "1e+16"),
    (1e-7, "1e-07"), (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e+308"),
    (0.1 + 0.2, "0.30000000000000004"),
  ])
  func `a number has the fewest digits that read back`(number: Double, digits: String) {
    #expect(JSONValue.number(number) == .number(digits))
    #expect(Double(digits)?.bitPattern == number.bitPattern)
  }

  @Test func `what is not finite is a text`() {
    let numbers = JSONValue.numbers([.nan, .infinity, -.infinity])
    #expect(numbers.text() == #"["NaN","Infinity","-Infinity"]"#)
  }

  @Test func `a literal leaves out what is nil and keeps null and the order`() {
    let value: JSONValue = ["z": .null, "y": nil, "a": ["x", true]]
    #expect(value.members.map { $0.key } == ["z", "a"])
    #expect(value["z"] == .null && value["y"] == nil)
    #expect(value["a"]?.items?.first?.text == "x")
  }

  @Test func `members of a dictionary come in the order of their names`() {
    #expect(JSONValue.sorted(["b": .number(1), "a": .number(2)]).text() == #"{"a":2,"b":1}"#)
  }
}
