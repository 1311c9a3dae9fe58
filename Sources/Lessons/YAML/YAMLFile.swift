import Yams

/// Reads the text of a YAML file into located values, or says everything that is wrong with it.
///
/// Only the plain part of YAML is accepted: mappings with scalar names, lists and scalars. Anchors,
/// aliases and tags are refused, so that a small file cannot stand for a huge one.
enum YAMLFile {
  /// The deepest nesting of sections and lists that is read.
  static let depthLimit = 64

  /// The top-level section of a file, and the errors for names that are given twice in it.
  typealias Contents = (root: Value, repetitions: [LessonError])

  /// Reads `source`; of a name that is given twice, the first value counts.
  ///
  /// - Throws: The first mistake with which nothing can be read.
  static func contents(of source: SourceText) throws(LessonErrors) -> Contents {
    if let error = source.sizeError ?? ForbiddenCharacters.error(in: source) {
      throw LessonErrors([error])
    }
    if let error = YAMLExpansion.error(in: source) { throw LessonErrors([error]) }
    var composer = YAMLComposer(source)
    let contents = try composer.compose()
    guard case .section = contents.root.content else {
      throw LessonErrors([notASection(contents.root, in: source)])
    }
    return contents
  }

  private static func notASection(_ root: Value, in source: SourceText) -> LessonError {
    let wanted = "this file must be a section: lines of 'name: value'"
    var help: String?
    if case .text(let text) = root.content { help = Typography.help(for: text.text) }
    return source.error("\(wanted), found \(root.description)", at: root.location, help: help)
  }
}

/// Turns Yams' nodes into values, and finds both places of a name that is given twice.
struct YAMLComposer {
  private let source: SourceText
  private var marks = RepeatedNames()

  init(_ source: SourceText) { self.source = source }

  mutating func compose() throws(LessonErrors) -> YAMLFile.Contents {
    var text = source.text
    while true {
      do {
        // Nodes refer weakly to anchors that the parser holds, so it has to live on. The basic
        // resolver guesses no types, which are the business of whoever reads a field.
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        let root = try parser.singleRoot()
        return try withExtendedLifetime(parser) { () throws in try finish(root) }
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(_, let context) = error,
          let altered = marks.rename(at: context.mark, in: text, of: source)
        else { throw LessonErrors([YAMLProblem(error, in: source).lessonError]) }
        text = altered
      } catch let error as LessonError {
        throw LessonErrors([error])
      } catch {
        throw LessonErrors([source.error("\(error)", at: source.location(line: 1, column: 1))])
      }
    }
  }

  private func finish(_ root: Node?) throws -> YAMLFile.Contents {
    guard let root, !isNothing(root) else {
      throw LessonError(
        location: source.location(line: 1, column: 1), message: "this file is empty",
        help: nil, excerpt: "")
    }
    var conversion = YAMLConversion(source: source, names: marks)
    let value = try conversion.value(of: root, depth: 0)
    return (value, conversion.repetitions)
  }

  private func isNothing(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.string.isEmpty && scalar.style == .plain
  }
}
