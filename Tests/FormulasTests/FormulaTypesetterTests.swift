import Formulas
import Foundation
import FoundationXML
import Testing

/// KaTeX as Debian installs it.
private func typesetter() throws -> FormulaTypesetter {
  try FormulaTypesetter(
    library: String(contentsOfFile: "/usr/share/javascript/katex/katex.js", encoding: .utf8))
}

struct FormulaTypesetterTests {
  @Test func `a formula becomes one element of MathML`() throws {
    let formula = try typesetter().mathML(#"\frac{1}{1+e^{-z}}"#, isDisplay: false)
    #expect(formula.mathML.hasPrefix("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"))
    #expect(formula.mathML.hasSuffix("</math>"))
    #expect(formula.mathML.contains("<mfrac><mn>1</mn>"))
    #expect(formula.warning == nil)
  }

  @Test func `a formula on a line of its own is displayed`() throws {
    let formula = try typesetter().mathML("x", isDisplay: true)
    #expect(formula.mathML.contains("display=\"block\""))
  }

  @Test(arguments: [
    #"\begin{pmatrix}1&2\\3&4\end{pmatrix}"#, #"\mathbf{W}^{\top}\boldsymbol{\delta}"#,
    #"\sum_{i=1}^{n} \lVert x_i \rVert^2"#, #"\hat{y} \in \mathbb{R}^{m\times n}"#,
    #"\nabla_{\theta} L = \frac{\partial L}{\partial \theta}"#,
    #"\sqrt{\tfrac{2}{n}}\;\odot\;\log x"#,
    #"\begin{cases} 0 & z<0 \\ z & z\ge 0\end{cases}"#, #"\underbrace{a+b}_{\text{sum}}"#,
    #"\begin{aligned} a &= b \\ &= c \end{aligned}"#, #"\operatorname{softmax}(z)_k"#,
  ])
  func `what lessons on deep learning write is set, as well-formed XML`(tex: String) throws {
    let formula = try typesetter().mathML(tex, isDisplay: true)
    let parser = XMLParser(data: Data(formula.mathML.utf8))
    #expect(parser.parse())
    #expect(formula.warning == nil)
  }

  @Test func `the same typesetter gives the same formula again after others`() throws {
    let typesetter = try typesetter()
    let first = try typesetter.mathML("a_1", isDisplay: false)
    #expect(throws: FormulaError.self) { try typesetter.mathML(#"\frac{"#, isDisplay: false) }
    _ = try typesetter.mathML(#"\def\a{b}\a"#, isDisplay: false)
    #expect(try typesetter.mathML("a_1", isDisplay: false) == first)
  }

  @Test func `Hangul and scalars beyond the basic plane pass through unharmed`() throws {
    let formula = try typesetter().mathML(#"\text{손실}_𝔸"#, isDisplay: false)
    #expect(formula.mathML.contains("<mtext>손실</mtext>"))
    #expect(formula.mathML.contains("𝔸"))
  }

  @Test func `Hangul that is not marked as text is warned of`() throws {
    let formula = try typesetter().mathML("손실 = 3", isDisplay: false)
    #expect(formula.warning?.contains("손") == true)
  }

  @Test func `a command that there is none of is an error at its place`() throws {
    let typesetter = try typesetter()
    let error = try #require(throws: FormulaError.self) {
      try typesetter.mathML(#"𝔸 + \foo"#, isDisplay: false)
    }
    #expect(error.message == #"Undefined control sequence: \foo"#)
    // The letter is one scalar, though JavaScript counts two units.
    #expect(error.offset == 4)
  }

  @Test func `a macro that calls itself ends with an error`() throws {
    let typesetter = try typesetter()
    #expect(throws: FormulaError.self) {
      try typesetter.mathML(#"\def\a{\a\a}\a"#, isDisplay: false)
    }
  }

  @Test(arguments: [
    #"\href{javascript:alert(1)}{x}"#, #"\includegraphics{https://example.org/x.png}"#,
    #"\htmlStyle{position:fixed}{x}"#, #"\url{https://example.org}"#,
  ])
  func `a formula can neither link nor load nor style`(tex: String) throws {
    let formula = try typesetter().mathML(tex, isDisplay: false)
    // The annotation behind the elements holds the TeX, as text.
    let elements = try #require(formula.mathML.split(separator: "<annotation").first)
    for attribute in ["href=", "src=", "style="] { #expect(!elements.contains(attribute)) }
    #expect(formula.warning?.contains("is not allowed") == true)
  }

  @Test func `text of a formula cannot close its element`() throws {
    let formula = try typesetter().mathML(#"\text{</math><script>}"#, isDisplay: false)
    #expect(!formula.mathML.contains("<script"))
    #expect(formula.mathML.contains("&lt;script&gt;"))
  }

  @Test func `what is not KaTeX is refused`() {
    #expect(throws: FormulaError.self) { try FormulaTypesetter(library: "this is no program (") }
  }
}
