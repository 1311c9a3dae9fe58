import Foundation

/// The manual page, written from what the program says of itself.
///
/// - Source: groff_man(7); the description of a command line by swift-argument-parser's ToolInfo
struct ManualPage {
  private let command: Command

  /// The page of the program that prints `description` for `--experimental-dump-help`.
  init(of description: String) throws {
    command = try JSONDecoder().decode(Tool.self, from: Data(description.utf8)).command
  }

  /// The page in the language of man(7), without a date: the same text on every day.
  var text: String {
    let verbs = (command.subcommands ?? []).filter { $0.commandName != "help" }
    return
      ([
        ".\\\" Written by a test from the program's own help: see CONTRIBUTING.md.",
        ".TH CHALKLINE 1 \"\" \"chalkline\" \"Chalkline Manual\"",
        ".SH NAME", "chalkline \\- draw figures for teaching deep learning from lesson files",
        ".SH SYNOPSIS", ".B chalkline", ".I command", "[options]",
        ".SH DESCRIPTION", escaped(command.abstract ?? ""), ".PP",
        "Lessons are looked for in the folder", ".IR lessons ;", "files go into", ".IR output .",
        "Every command takes", ".BR \\-\\-help .",
        ".SH COMMANDS",
      ] + verbs.flatMap(section) + Self.rest).joined(separator: "\n") + "\n"
  }

  private func section(of verb: Command) -> [String] {
    [".SS \(escaped(verb.commandName))", ".B chalkline \(escaped(verb.commandName))"]
      + (verb.arguments ?? []).filter { $0.isShown && $0.kind == "positional" }.map { $0.synopsis }
      + ["[options]", ".PP", escaped(verb.abstract ?? "")] + paragraphs(verb.discussion ?? "")
      + (verb.arguments ?? []).filter { $0.isShown }.flatMap { argument in
        [".TP", argument.head, escaped(argument.text)]
      }
  }

  /// Paragraphs of text; lines that are commands stand as they are.
  private func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").reduce(into: []) { lines, line in
      let isExample = line.hasPrefix("chalkline ")
      lines +=
        isExample
        ? [".RS 4", ".nf", escaped(line), ".fi", ".RE"] : [".PP", escaped(line)]
    }
  }

  private static let rest = """
    .SH EXIT STATUS
    .TP
    .B 0
    Done.
    .TP
    .B 1
    .B check
    found something to mend.
    .TP
    .B 2
    A lesson, or everything, could not be built. The other lessons were built all the same.
    .TP
    .B 64
    The command line was wrong.
    .TP
    .B 130
    Interrupted, also by Ctrl\\-C under
    .BR serve " and " watch .
    The last good output is whole, and the same command goes on from there.
    .SH ENVIRONMENT
    .TP
    .B NO_COLOR
    If set and not empty, no color is written to the terminal.
    .TP
    .B TERM
    If unset, empty or
    .BR dumb ,
    no progress is shown.
    .TP
    .B PATH
    Where
    .BR ffmpeg (1),
    which makes films, and
    .BR xdg\\-open (1),
    which opens pages, are looked for.
    .PP
    Nothing else is read from the environment: neither the clock, the locale nor
    .B SOURCE_DATE_EPOCH
    changes a byte of what is written.
    .SH FILES
    .TP
    .I lessons/course.yaml
    The title of the course, its languages, its theme, and its lessons in their order.
    .TP
    .I lessons/*/lesson.yaml
    The scenarios and figures of a lesson.
    .TP
    .I lessons/*/lesson.en.md
    Its prose, in each language.
    .TP
    .I output/index.html
    The first page of the course.
    .TP
    .I output/manifest.json
    All that was made, with digests.
    .TP
    .I output/.chalkline
    What makes later builds shorter; it may be deleted.
    .SH EXAMPLES
    Start a lesson, and see it in a browser while it is written:
    .PP
    .RS 4
    .nf
    chalkline new two\\-lines
    chalkline serve \\-\\-open
    .fi
    .RE
    .PP
    One figure for a slide, as SVG:
    .PP
    .RS 4
    .nf
    chalkline build \\-\\-only xor#boundary \\-\\-format svg \\-\\-theme slide
    .fi
    .RE
    .PP
    The same figure as a film over its training:
    .PP
    .RS 4
    .nf
    chalkline frames xor#boundary \\-\\-format webm
    .fi
    .RE
    .PP
    Completion in bash, from now on and in every shell to come:
    .PP
    .RS 4
    .nf
    chalkline \\-\\-generate\\-completion\\-script bash > ~/.local/share/bash\\-completion/completions/chalkline
    .fi
    .RE
    .SH SEE ALSO
    .BR ffmpeg (1),
    .BR pandoc (1)
    """.split(separator: "\n").map(String.init)
}

private func escaped(_ text: some StringProtocol) -> String {
  let plain = String(text).replacing("\\", with: "\\e").replacing("-", with: "\\-")
  // At the start of a line, these would be commands of the page's own language.
  return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&\(plain)" : plain
}

private struct Tool: Decodable {
  let command: Command
}

private struct Command: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [Command]?
}

private struct Argument: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
  }

  let kind: String
  let shouldDisplay: Bool
  let isOptional: Bool
  let names: [Name]?
  let valueName: String?
  let abstract: String?
  let defaultValue: String?

  /// Whether it is worth a line: every verb has `--help` and `--version`.
  var isShown: Bool {
    shouldDisplay && names?.contains { ["help", "version"].contains($0.name) } != true
  }

  /// `[lessons]` in the line that shows how a verb is called.
  var synopsis: String {
    let name = "\\fI\(escaped(valueName ?? ""))\\fR"
    return isOptional ? "[\(name)]" : name
  }

  /// `-o, --output output`.
  var head: String {
    let value = "\\fI\(escaped(valueName ?? ""))\\fR"
    guard kind != "positional" else { return value }
    let written = (names ?? []).map { name in
      "\\fB\(escaped((name.kind == "short" ? "-" : "--") + name.name))\\fR"
    }.joined(separator: ", ")
    return kind == "option" ? "\(written) \(value)" : written
  }

  var text: String {
    let abstract = abstract ?? ""
    guard let defaultValue, !abstract.contains("(default") else { return abstract }
    return "\(abstract) (default: \(defaultValue))"
  }
}
