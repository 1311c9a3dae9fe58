public import Lessons
public import Networks
import Wording

extension Expression {
  /// Reads a formula of a lesson; `isListed` says that it is an item of a list.
  ///
  /// - Throws: A `LessonError` at the character that is wrong, with the function that may be meant.
  public init(located text: LocatedText, isListed: Bool = false) throws(LessonError) {
    do throws(ExpressionError) {
      try self.init(parsing: text.text)
    } catch {
      let scalars = text.text.unicodeScalars
      let place =
        scalars.index(scalars.startIndex, offsetBy: error.offset, limitedBy: scalars.endIndex)
        ?? scalars.endIndex
      throw text[place..<scalars.endIndex].error(
        error.message, help: Self.help(for: error, in: text, isListed: isListed))
    }
  }

  private static func help(for error: ExpressionError, in text: LocatedText, isListed: Bool)
    -> String?
  {
    // Without quotes, an item of a list ends at its first comma.
    let scalars = text.text.unicodeScalars
    let opened = scalars.count { $0 == "(" } - scalars.count { $0 == ")" }
    if isListed, !text.isQuoted, opened > 0 {
      return "put quotes around a formula with a comma, such as \"max(x1, x2)\""
    }
    if let name = error.unknownFunction,
      let nearest = NearestWord.find(name, among: ExpressionGraph.Operation.functionNames)
    {
      return "did you mean '\(nearest)'?"
    }
    return error.help
  }
}
