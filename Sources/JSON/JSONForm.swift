/// How a value is laid out as text.
///
/// Strings are the same in every form: `\"`, `\\`, `\b`, `\f`, `\n`, `\r` and `\t`, `\u00xx` for other
/// control characters, and everything else as it is.
public struct JSONForm: Sendable {
  /// What stands between a name and its value.
  let colon: String
  /// What stands between two items on one line.
  var comma = ","
  /// Whether each item stands on a line of its own, two spaces deeper for each level.
  var isIndented = false
  /// Whether empty arrays and objects are opened as well.
  var opensEmpty = false
  /// Whether members stand in the order of their names.
  var sortsMembers = false
  /// Whether no character means anything to HTML.
  var isSafeInScripts = false

  /// One line without spaces: `{"a":[1,2]}`.
  public static let compact = JSONForm(colon: ":")

  /// One line with spaces: `{"a": [1, 2]}`.
  public static let spaced = JSONForm(colon: ": ", comma: ", ")

  /// A line for each item and member, in the order of the value: `"a": 1`.
  public static let indented = JSONForm(colon: ": ", isIndented: true)

  /// A line for each item and member, members in the order of their names in UTF-8: `"a" : 1`.
  ///
  /// These are the bytes that Foundation's `JSONEncoder` writes with `.prettyPrinted`, `.sortedKeys`
  /// and `.withoutEscapingSlashes`.
  public static let sorted = JSONForm(
    colon: " : ", isIndented: true, opensEmpty: true, sortsMembers: true)

  /// One line without spaces that can stand anywhere in a page: `<`, `>` and `&` are escaped, so that
  /// nothing ends a script or is taken for markup, and so are the two line separators of JavaScript.
  ///
  /// - Source: HTML Standard, section 4.12.1.3, restrictions for contents of script elements
  public static let script = JSONForm(colon: ":", isSafeInScripts: true)
}
