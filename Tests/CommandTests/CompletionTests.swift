import Foundation
import Testing

struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func `every shell is given a script of its own`(shell: String) throws {
    let script = try Scratch().chalkline("--generate-completion-script", shell)
    #expect(script.exitCode == 0)
    #expect(script.output.contains("chalkline"))
    for verb in ["build", "serve", "watch", "frames", "new"] {
      #expect(script.output.contains(verb), "\(verb)")
    }
  }

  @Test(arguments: [
    ("build --only two-lines#b", ["two-lines#boundary"]),
    ("build --only two", ["two-lines", "two-lines#boundary"]),
    ("frames ", ["two-lines#boundary"]),
    ("trace ", ["two-lines"]),
    ("trace two-lines ", ["two-units"]),
    ("build --theme sl", ["slide"]),
    ("build --format svg,p", ["svg,png", "svg,pdf"]),
    ("build --lang ", ["en", "ko"]),
    ("frames two-lines#boundary --format w", ["webm"]),
    ("frames two-lines#boundary --spacing l", ["log", "linear"]),
    ("figures loss-s", ["loss-surface"]),
    ("ser", ["serve"]),
  ])
  func `bash completes names of the course and of the program`(line: String, words: [String])
    throws
  {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    #expect(try complete(line, in: scratch).sorted() == words.sorted())
  }

  @Test func `where there is no course, nothing is offered and nothing is said`() throws {
    #expect(try complete("build --only x", in: Scratch()).isEmpty)
  }

  /// What bash offers for `chalkline` and `line`, the last word of which is not finished.
  private func complete(_ line: String, in scratch: Scratch) throws -> [String] {
    // As bash calls a completion when the key is pressed at the end of the line.
    let script = """
      export PATH="$(dirname "$0"):$PATH"
      eval "$(chalkline --generate-completion-script bash)"
      call=$(complete -p chalkline)
      call=${call##*-F }; call=${call%% *}
      COMP_LINE="chalkline $1"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_KEY=9
      read -r -a COMP_WORDS <<< "$COMP_LINE"
      case "$COMP_LINE" in *' ') COMP_WORDS+=('');; esac
      COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
      "$call" chalkline "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let shell = try scratch.run(
      ["--norc", "-c", script, Scratch.program().path, line], of: "/bin/bash")
    #expect(shell.messages.isEmpty)
    return shell.output.split(separator: "\n").map { word in
      String(word.reversed().drop { $0 == " " }.reversed())
    }
  }
}
