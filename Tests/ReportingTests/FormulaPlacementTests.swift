import Reporting
import Testing

struct FormulaPlacementTests {
  private static let mathML = "<math><mi>x</mi></math>"

  /// The page of a prose whose formulas stand between these marks.
  private static func page(_ prose: String) throws -> HTML {
    var formulas: [FormulaReport] = []
    let bytes = Array(prose.utf8)
    var open: Int?
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "$") {
      if let start = open {
        formulas.append(FormulaReport(range: start..<index + 1, mathML: mathML))
        open = nil
      } else {
        open = index
      }
    }
    var report = Sample.report(prose)
    report.lessons[0].formulas = formulas
    return try Sample.page(of: report)
  }

  @Test func `a formula is MathML in its sentence`() throws {
    let page = try Self.page("Let $x_1*y$ be small, and $z_2*w$ too.")
    #expect(page["math"].count == 2)
    #expect(page.texts("p").contains("Let x be small, and x too."))
    #expect(page["em"].isEmpty)
  }

  @Test func `bold text around a formula is closed before a Korean particle`() throws {
    let page = try Self.page("**손실 $L$**은 작다")
    #expect(page.texts("strong") == ["손실 x"])
  }

  @Test func `in code the TeX stays what it was`() throws {
    #expect(try Self.page("    $x$ in code").texts("code") == ["$x$ in code\n"])
  }

  @Test func `a formula in a table is not cut at its bar`() throws {
    let page = try Self.page("| a | b |\n|---|---|\n| $|x|$ | 1 |\n")
    #expect(page.texts("td") == ["x", "1"])
  }

  @Test func `a list of contents says a formula in words`() throws {
    let page = try Self.page("# T\n\n## One $x$\n\n## Two\n")
    let links = page["a"].filter { $0.attributes["href"]?.hasPrefix("#section") == true }
    #expect(links.map { $0.text } == ["One x", "Two"])
    #expect(page.values("id").contains("section-2"))
  }

  @Test func `signs of private use in the prose itself are kept`() throws {
    let page = try Self.page("\u{F0000} and $x$")
    #expect(page.texts("p").contains("\u{F0000} and x"))
  }

  @Test func `a formula keeps its comma and its particle on its line`() throws {
    let page = try Self.page("For $x$, and ($y$), 곧 $L$은, but $z$ alone.")
    let whole = page["span"].filter { $0.attributes["class"] == "formula" }.map { $0.text }
    #expect(whole == ["x,", "(x),", "x은,"])
  }
}
