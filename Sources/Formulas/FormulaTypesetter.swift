import CDuktape

/// Formulas in TeX as MathML, set by KaTeX.
///
/// KaTeX is a program in JavaScript; its text is handed in, and an interpreter inside of this program
/// runs it. Formulas cannot reach anything else: no files, no network, no links, no styles.
/// The same formula and the same KaTeX give the same MathML. To be used by one thread at a time.
public final class FormulaTypesetter {
  private let context: OpaquePointer

  /// Starts KaTeX.
  ///
  /// - Parameter library: The text of `katex.js`, release 0.16.
  /// - Throws: `FormulaError` if it does not run.
  public init(library: String) throws(FormulaError) {
    guard let context = chalkline_duk_create() else {
      throw FormulaError("there is no memory for the interpreter of JavaScript")
    }
    self.context = context
    for program in [Self.preparation, library, Self.entry] {
      if let complaint = run(program) {
        throw FormulaError("KaTeX does not start: \(complaint)")
      }
    }
  }

  deinit { duk_destroy_heap(context) }

  /// A formula as an element `math` of MathML, with its TeX as an annotation.
  ///
  /// - Parameters:
  ///   - tex: The formula without its dollar signs.
  ///   - isDisplay: Whether it stands on a line of its own.
  /// - Returns: The formula, and what there is to say of it.
  /// - Throws: `FormulaError` with the place in `tex` if it is not a formula.
  public func mathML(_ tex: String, isDisplay: Bool) throws(FormulaError) -> TypesetFormula {
    defer { duk_set_top(context, 0) }
    // The stack is empty and the function was defined by `entry`: this finds it.
    _ = duk_get_global_string(context, "typeset")
    push(tex)
    duk_push_boolean(context, isDisplay ? 1 : 0)
    guard duk_pcall(context, 2) == 0 else {
      throw FormulaError(text(at: -1))
    }
    let (mathML, message) = (field("mathML"), field("message"))
    if let message {
      let offset = field("position").flatMap { Int($0) }
      throw FormulaError(message, atUTF16: offset, in: tex)
    }
    return TypesetFormula(mathML: MathMLRepair.repaired(mathML ?? ""), warning: field("warning"))
  }

  /// Runs a program and says what went wrong; nil if nothing did.
  private func run(_ program: String) -> String? {
    defer { duk_set_top(context, 0) }
    var program = program
    let outcome = program.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        chalkline_duk_run(context, $0.baseAddress, $0.count)
      }
    }
    return outcome == 0 ? nil : text(at: -1)
  }

  private func push(_ string: String) {
    // Duktape's own form of text: surrogates one by one, as JavaScript counts them.
    var bytes: [UInt8] = []
    for unit in string.utf16 {
      switch unit {
      case 0..<0x80: bytes.append(UInt8(unit))
      case 0x80..<0x800: bytes += [0xC0 | UInt8(unit >> 6), 0x80 | UInt8(unit & 0x3F)]
      default:
        bytes += [
          0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F),
        ]
      }
    }
    bytes.withUnsafeBytes { buffer in
      _ = duk_push_lstring(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  /// A field of the object on top of the stack; nil if it is none.
  private func field(_ name: String) -> String? {
    defer { duk_pop(context) }
    guard duk_get_prop_string(context, -1, name) != 0 else { return nil }
    return text(at: -1)
  }

  /// The value at a place of the stack as text.
  private func text(at index: Int32) -> String {
    guard let text = chalkline_duk_text(context, index) else { return "" }
    let bytes = UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
    return String(fromSurrogateBytes: bytes)
  }

  /// What this interpreter lacks and KaTeX needs.
  private static let preparation = """
    if (!Array.prototype.fill) {
      Array.prototype.fill = function (value) {
        for (var index = 0; index < this.length; index += 1) this[index] = value;
        return this;
      };
    }
    """

  private static let entry = """
    function typeset(tex, isDisplay) {
      var warning;
      var options = {
        displayMode: isDisplay, output: "mathml", throwOnError: true, maxExpand: 1000,
        trust: function (context) {
          if (warning === undefined) warning = context.command + " is not allowed in formulas";
          return false;
        },
        strict: function (code, message) {
          if (warning === undefined) {
            warning = code === "htmlExtension" ? "HTML is not allowed in formulas" : message;
          }
          return "ignore";
        }
      };
      try {
        var html = katex.renderToString(tex, options);
        var start = html.indexOf("<math"), end = html.lastIndexOf("</math>");
        return warning === undefined
          ? { mathML: html.substring(start, end + 7) }
          : { mathML: html.substring(start, end + 7), warning: warning };
      } catch (error) {
        if (error.name !== "ParseError") throw error;
        return error.position === undefined
          ? { message: error.rawMessage || error.message }
          : { message: error.rawMessage || error.message, position: error.position };
      }
    }
    """
}

/// A formula that has been set.
public struct TypesetFormula: Equatable, Sendable {
  /// An element `math`, well-formed as XML.
  public let mathML: String
  /// What TeX itself would not have taken, such as Hangul outside of `\text{}`; nil for nothing.
  public let warning: String?
}
