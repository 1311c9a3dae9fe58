import Formulas
import Foundation
import Testing

private func set(_ tex: String) throws -> String {
  let library = try String(
    contentsOfFile: "/usr/share/javascript/katex/katex.js", encoding: .utf8)
  let formula = try FormulaTypesetter(library: library).mathML(tex, isDisplay: false).mathML
  return String(formula.split(separator: "<annotation")[0])
}

struct MathMLRepairTests {
  @Test func `bold letters are letters of their own, which every browser draws`() throws {
    #expect(try set(#"\mathbf{x}"#).contains("<mi>𝐱</mi>"))
    #expect(try set(#"\mathbf{W}"#).contains("<mi>𝐖</mi>"))
    #expect(try set(#"\boldsymbol{\delta}"#).contains("<mi>𝜹</mi>"))
    #expect(try set(#"\mathbf{1}"#).contains("<mn>𝟏</mn>"))
  }

  @Test(arguments: ["x = -1", "x + (-1)", "a, -b"])
  func `a sign behind an operator belongs to what follows`(tex: String) throws {
    #expect(try set(tex).contains("<mo form=\"prefix\">−</mo>"))
  }

  @Test(arguments: ["x - 1", "(x) - 1", "x' - 1"])
  func `a difference stays one`(tex: String) throws {
    #expect(try !set(tex).contains("form=\"prefix\""))
  }

  @Test func `a function is set apart from a letter, and not from its parenthesis`() throws {
    #expect(try set(#"\ln 2"#).contains("<mspace width=\"0.1667em\"/>"))
    #expect(try !set(#"\ln(2)"#).contains("<mspace"))
  }

  @Test func `the TeX beside the formula stays as it was written`() throws {
    let library = try String(
      contentsOfFile: "/usr/share/javascript/katex/katex.js", encoding: .utf8)
    let formula = try FormulaTypesetter(library: library).mathML(
      #"x < -\mathbf{y}"#, isDisplay: false)
    #expect(formula.mathML.contains(#">x &lt; -\mathbf{y}</annotation>"#))
  }

  @Test func `a factor is set apart from the function behind it`() throws {
    #expect(try set(#"y \ln x"#).contains("<mi>y</mi><mspace width=\"0.1667em\"/><mi>ln</mi>"))
    #expect(try !set(#"\ln(x)"#).contains("<mspace"))
  }

  @Test func `a prime stands beside its letter`() throws {
    let derivative = try set(#"f'(z)"#)
    #expect(derivative.contains("<mi>f</mi><mo lspace=\"0em\" rspace=\"0em\">′</mo></mrow>"))
    #expect(!derivative.contains("<msup>"))
    #expect(try set("x^2").contains("<msup><mi>x</mi><mn>2</mn></msup>"))
  }
}
