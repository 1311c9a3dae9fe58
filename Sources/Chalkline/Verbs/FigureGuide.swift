import Figures
import JSON
import Lessons

/// The guide to the kinds of figures, written by the kinds themselves.
public enum FigureGuide {
  /// Names of all kinds.
  public static var kinds: [String] { FigureCatalog.all.map { $0.kind } }

  /// All kinds, a page each, or only the one asked for.
  ///
  /// - Throws: `UsageError` naming the nearest kind if there is none of that name.
  public static func text(only kind: String? = nil) throws(UsageError) -> String {
    if let kind, !kinds.contains(kind) {
      throw .noneNamed(kind, kind: "figure kind", among: kinds)
    }
    return FigureCatalog.all.filter { kind == nil || $0.kind == kind }.map { page(of: $0) }
      .joined(separator: "\n\n")
  }

  /// All kinds for programs: a JSON array of `kind`, `summary`, `fields` and `example`.
  public static var json: String {
    let pages = FigureCatalog.all.map { figure -> JSONValue in
      [
        "kind": .string(figure.kind), "summary": .string(figure.summary),
        "example": .string(figure.example),
        "fields": .array(figure.fields.map { Self.json(of: $0) }),
      ]
    }
    return JSONValue.array(pages).text(.sorted)
  }

  private static func json(of field: Field) -> JSONValue {
    [
      "name": .string(field.name), "summary": .string(field.summary),
      "required": .boolean(field.isRequired),
      "default": field.defaultText.map { .string($0) },
    ]
  }

  private static func page(of figure: any Figure.Type) -> String {
    var lines = [figure.kind, "  \(figure.summary)"]
    let own = rows(of: figure.fields)
    if !own.isEmpty { lines += ["", "  fields:"] + own }
    lines += ["", "  example:"]
    lines += figure.example.split(separator: "\n", omittingEmptySubsequences: false)
      .reversed().drop { $0.isEmpty }.reversed().map { $0.isEmpty ? "" : "    \($0)" }
    return lines.joined(separator: "\n")
  }

  private static func rows(of fields: [Field]) -> [String] {
    let width = fields.map { $0.name.count }.max() ?? 0
    return fields.map { field in
      let space = String(repeating: " ", count: width - field.name.count)
      let note =
        field.isRequired ? " (required)" : field.defaultText.map { " (default: \($0))" } ?? ""
      return "    \(field.name)\(space)  \(field.summary)\(note)"
    }
  }
}
