import Networks
import Testing

struct ExpressionTests {
  @Test(arguments: [
    ("2 + 3 * 4", 14), ("(2 + 3) * 4", 20), ("10 - 4 - 3", 3), ("24 / 4 / 2", 3),
    ("2 ^ 3 ^ 2", 512),
    ("-2 ^ 2", -4), ("2 * -3", -6), ("-2 * 3", -6), ("2 ^ -1", 0.5), ("2 - -3", 5), ("+4", 4),
    ("1 - 2 * 3 ^ 2 / 6", -2), ("-(1 + 2)", -3), ("4 ^ 0.5", 2), ("4 ^ (1/2)", 2),
    ("2 ^ (1 + 2)", 8),
    ("--3", 3), ("8 / 2 * 4", 16), ("0 ^ 0", 1),
  ])
  func `operators bind as in school`(text: String, value: Double) throws {
    #expect(try Expression(parsing: text).evaluate([:]) == value)
  }

  @Test(arguments: [
    ("1", 1), ("0.5", 0.5), (".5", 0.5), ("2.", 2), ("1e-3", 0.001), ("2.5E2", 250),
  ])
  func `a number in each form`(text: String, value: Double) throws {
    #expect(try Expression(parsing: text).evaluate([:]) == value)
  }

  @Test func `a number is the nearest double`() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<5000 {
      let digits = String(generator.next() >> UInt64(generator.uniform(below: 60)))
      let point = generator.uniform(below: digits.count + 1)
      let text = digits.prefix(point) + "." + digits.dropFirst(point)
      #expect(try Expression(parsing: String(text)).evaluate([:]) == Double("0\(text)"))
    }
  }

  @Test(arguments: ["6.02e23", "1.6e-35", "1e300", "2.2e-308"])
  func `a very large or small number is near the nearest double`(text: String) throws {
    let (value, want) = (try Expression(parsing: text).evaluate([:]), try #require(Double(text)))
    #expect(abs(value - want) <= 20 * want.ulp)
  }

  @Test(arguments: [
    ("2 × x", "2*x"), ("2·x", "2*x"), ("x − 1", "x - 1"), ("x ÷ 3", "x/3"), ("x²", "x^2"),
    ("x³ − x²", "x^3 - x^2"), ("(x + 1)²", "(x + 1)^2"), ("x⁻¹", "x^-1"), ("x¹⁰", "x^10"),
    ("ln(x)", "log(x)"), ("ReLU(x)", "relu(x)"), ("σ(x)", "sigmoid(x)"), ("2*π*x", "2*pi*x"),
    ("−x²", "-(x^2)"),
  ])
  func `signs from a word processor mean the plain ones`(text: String, plain: String) throws {
    let (fancy, usual) = (try Expression(parsing: text), try Expression(parsing: plain))
    for x in [0.3, 1, 2.75] {
      #expect(fancy.evaluate(["x": x]) == usual.evaluate(["x": x]))
    }
  }

  @Test func `a name may stand before the expression`() throws {
    let expression = try Expression(parsing: "L = (sigmoid(w*x + b) - y)^2")
    #expect(expression.name == "L")
    #expect(expression.variables == ["w", "x", "b", "y"])
    #expect(try Expression(parsing: "w*x").name == nil)
  }

  @Test func `names may be Greek, Korean, long or numbered`() throws {
    let expression = try Expression(parsing: "θ₁*값_2 + ŷ + learning_rate")
    #expect(expression.variables == ["θ₁", "값_2", "ŷ", "learning_rate"])
  }

  @Test func `a letter alone can be a variable and with parentheses a function`() throws {
    let expression = try Expression(parsing: "σ*σ(0)")
    #expect(expression.variables == ["σ"])
    #expect(expression.evaluate(["σ": 3]) == 1.5)
  }

  @Test(arguments: [
    ("exp(0.5)", Elementary.exp(0.5)), ("log(0.5)", Elementary.log(0.5)), ("max(1, 2)", 2),
    ("min(1, 2)", 1), ("relu(-1)", 0), ("relu(2)", 2), ("tanh(0.5)", Elementary.tanh(0.5)),
    ("sigmoid(0.5)", Elementary.sigmoid(0.5)), ("softplus(0.5)", Elementary.softplus(0.5)),
    ("sqrt(2)", 2.0.squareRoot()), ("sin(0.5)", Elementary.sin(0.5)),
    ("cos(0.5)", Elementary.cos(0.5)), ("abs(-2)", 2), ("pi", Double.pi),
  ])
  func `functions are those of the engine`(text: String, value: Double) throws {
    #expect(try Expression(parsing: text).evaluate([:]) == value)
  }

  @Test(arguments: ["log(-1)", "sqrt(-1)", "0/0", "(-8)^(1/3)", "x + 1"])
  func `what is not defined is NaN`(text: String) throws {
    #expect(try Expression(parsing: text).evaluate([:]).isNaN)
  }

  @Test func `a power that is not whole follows the logarithm`() throws {
    let value = try Expression(parsing: "x^2.5").evaluate(["x": 1.7])
    // Three roundings, in the exponent once magnified by 2.5 ln 1.7 ≈ 1.3.
    #expect(abs(value - 1.7 * 1.7 * 1.7.squareRoot()) < 4e-15)
  }

  @Test func `values over rows take the named columns`() throws {
    let rows = Matrix([[1, 2, 3], [4, 5, 6]])
    let product = try Expression(parsing: "x1*x2^2")
    #expect(product.values(at: rows, columns: ["x1", "other", "x2"]) == [9, 144])
    #expect(try Expression(parsing: "x1").values(at: rows, columns: ["x1", "a", "b"]) == [1, 4])
  }

  @Test func `a variable without a column is NaN`() throws {
    let values = try Expression(parsing: "x + z").values(at: Matrix([[1]]), columns: ["x"])
    #expect(values[0].isNaN)
  }

  @Test(arguments: ["(sigmoid(w*x + b) - y)^2", "max(w, x)^y / b", "-x", "x", "2"])
  func `evaluation and graph agree to the bit`(text: String) throws {
    let expression = try Expression(parsing: text)
    let values = ["w": 0.6, "x": 1.5, "b": -0.2, "y": 1]
    let graph = expression.graph(values)
    #expect(graph.nodes[graph.output].value == expression.evaluate(values))
  }
}
