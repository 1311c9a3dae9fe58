import Networks
import Testing

struct ExpressionErrorTests {
  /// The error of a text whose place is marked by `‸`.
  private func error(of marked: String) throws -> ExpressionError? {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    do {
      _ = try Expression(parsing: parts.joined())
      return nil
    } catch {
      #expect(error.offset == parts[0].unicodeScalars.count)
      return error
    }
  }

  @Test(arguments: [
    ("‸x(y + 1)", "there is no function 'x'; to multiply, write x*("),
    ("2*‸exp", "'exp' is a function; write exp(x)"),
    ("‸max(x)", "'max' takes two numbers, not 1; write max(x, y)"),
    ("‸exp(x, y)", "'exp' takes one number, not 2; write exp(x)"),
  ])
  func `a function that is not one`(text: String, message: String) throws {
    #expect(try error(of: text)?.description == message)
  }

  @Test(arguments: ["2*‸sigmod(x)", "‸rleu(x)"])
  func `a name that is no function is handed on, with those that are`(text: String) throws {
    let error = try error(of: text)
    let name = text.contains("rleu") ? "rleu" : "sigmod"
    #expect(error?.unknownFunction == name)
    #expect(error?.message == "there is no function '\(name)'")
    #expect(error?.help?.contains("sigmoid") == true && error?.help?.contains("relu") == true)
  }

  @Test(arguments: [
    ("2*‸(x + 1", "'(' is never closed; add a )"), ("exp‸(x", "'(' is never closed; add a )"),
    ("x + 1‸)", "')' closes nothing; remove it"),
    ("(x‸, y)", "unexpected ','"), ("max(x, ‸)", "expected a number or a name, found ')'"),
    ("‸[x]", "'[' is not a sign of an expression; use ( and )"),
  ])
  func `parentheses that do not match`(text: String, message: String) throws {
    #expect(try error(of: text)?.description == message)
  }

  @Test(arguments: [
    ("2‸x", "to multiply, write 2*x"), ("2 ‸(x + 1)", "to multiply, write 2*("),
    ("x ‸y", "to multiply, write x*y"), ("x‸**2", "write ^ for a power, as in x^2"),
  ])
  func `a missing or foreign sign gets a suggestion`(text: String, help: String) throws {
    #expect(try error(of: text)?.help == help)
  }

  @Test(arguments: [
    ("‸", "an empty expression; such as w*x + b"), ("L =‸", "an empty expression; such as w*x + b"),
    ("   ‸", "an empty expression; such as w*x + b"),
    ("x +‸", "the expression ends too early; a number or a name is missing"),
    ("x * ‸/ y", "expected a number or a name, found '/'"),
    ("L = x ‸= y", "unexpected '='; one name may stand before it, as in L = x^2"),
    ("x ‸# y", "'#' is not a sign of an expression; the signs are + - * / ^ ( ) and the comma"),
    ("x + ‸.", "'.' is not a number; such as 0.5 or 1e-3"),
    ("‸1e999", "'1e999' is not a number; such as 0.5 or 1e-3"),
  ])
  func `text that ends early or goes on wrongly`(text: String, message: String) throws {
    #expect(try error(of: text)?.description == message)
  }

  @Test(arguments: ["(", "-", "exp(", "2^", "2^-("])
  func `too many parts within each other`(part: String) {
    let text = String(repeating: part, count: 300) + "x"
    #expect { try Expression(parsing: text) } throws: { error in
      (error as? ExpressionError)?.message == "more than 64 parts within each other"
    }
  }

  @Test func `a text that is too long`() {
    let text = String(repeating: "x+", count: 2000) + "x"
    #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
  }

  @Test func `no text crashes, and an error lies within it`() {
    let pieces = [
      "x", "y1", "2", ".5", "1e", "+", "-", "*", "/", "^", "(", ")", ",", "=", "exp", "max", "²",
      "⁻",
      " ", "π", "가", "\u{301}", "😀", "\n", "σ", "e",
    ]
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let count = generator.uniform(below: 12)
      let text = (0..<count).map { _ in pieces[generator.uniform(below: pieces.count)] }.joined()
      do {
        let expression = try Expression(parsing: text)
        _ = expression.graph(["x": 1, "y1": -2])
      } catch {
        #expect((0...text.unicodeScalars.count).contains(error.offset))
      }
    }
  }
}
