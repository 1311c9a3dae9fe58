import Rendering

/// Digests of this program, of the fonts and libraries that it draws with, and of what sets formulas.
///
/// They are those of the files' content, so that two machines agree on them; a file that was digested
/// before, and has not been touched since, is not read again.
struct ProgramInputs: Equatable, Sendable {
  /// A file outside of the course, and what was found in it.
  struct Known: Equatable, Sendable {
    let stamp: FileStamp
    let digest: String
  }

  /// The program with its version.
  let program: String
  /// The fonts, and the versions of the libraries.
  let fonts: String
  /// What sets formulas: the program and KaTeX, as far as it is there.
  let formulas: String
  /// What is known of each file now, by path.
  let known: [String: Known]
  /// The files: the program, then the fonts, then KaTeX.
  let files: [String]

  /// One digest for all of it.
  var digest: String { program + fonts + formulas }

  /// - Parameters:
  ///   - path: The program's own file.
  ///   - known: What was known of files before.
  /// - Throws: `RenderError` if a font is missing.
  init(_ path: String, known: [String: Known]) throws(RenderError) {
    let program = Disk.realPath(path) ?? path
    let fonts = try CairoRenderer.fontFiles().map { Disk.realPath($0) ?? $0 }
    var found: [String: Known] = [:]
    let katex = Disk.realPath(FormulaBook.libraryPath).map { [$0] } ?? []
    for file in [program] + fonts + katex {
      guard let stamp = FileStamp(of: file) else { continue }
      if let before = known[file], before.stamp == stamp {
        found[file] = before
      } else if let bytes = try? Disk.bytes(at: file) {
        found[file] = Known(stamp: stamp, digest: SHA256(of: bytes).description)
      }
    }
    func digest(_ words: [String]) -> String {
      SHA256(of: Array(words.joined(separator: "\n").utf8)).description
    }
    self.program = digest([ChalklineVersion.software, found[program]?.digest ?? ""])
    self.fonts = digest(CairoRenderer.libraries + fonts.map { found[$0]?.digest ?? "" })
    formulas = digest([self.program] + katex.map { found[$0]?.digest ?? "" })
    self.known = found
    files = [program] + fonts + katex
  }
}
