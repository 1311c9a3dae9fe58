import Building
import Files
import Rendering

/// Digests of this program, of the fonts and libraries that it draws with, and of what sets formulas.
///
/// They are those of the files' content, so that two machines agree on them; a file that was digested
/// before, and has not been touched since, is not read again.
struct ProgramInputs: Equatable, Sendable {
  /// The program with its version.
  let program: Digest
  /// The fonts, and the versions of the libraries.
  let fonts: Digest
  /// What sets formulas: the program and KaTeX, as far as it is there.
  let formulas: Digest
  /// What is known of each file now, by path.
  let known: [String: KnownFile]
  /// The files: the program, then the fonts, then KaTeX.
  let files: [String]

  /// One digest for all of it.
  var digest: Digest { Digest(of: program.bytes + fonts.bytes + formulas.bytes) }

  /// - Parameters:
  ///   - path: The program's own file.
  ///   - known: What was known of files before.
  /// - Throws: `RenderError` if a font is missing.
  init(_ path: String, known: [String: KnownFile]) throws(RenderError) {
    let program = Disk.realPath(path) ?? path
    let fonts = try Renderer.fontFiles().map { Disk.realPath($0) ?? $0 }
    var found: [String: KnownFile] = [:]
    let katex = Disk.realPath(FormulaCache.libraryPath).map { [$0] } ?? []
    for file in [program] + fonts + katex {
      guard let stamp = FileStamp(of: file) else { continue }
      if let before = known[file], before.stamp == stamp {
        found[file] = before
      } else if let bytes = try? Disk.bytes(at: file) {
        found[file] = KnownFile(stamp: stamp, digest: Digest(of: bytes))
      }
    }
    func digest(_ words: [String], _ files: [String]) -> Digest {
      let digests = files.map { found[$0]?.digest.description ?? "" }
      return Digest(of: (words + digests).joined(separator: "\n"))
    }
    self.program = digest([ChalklineVersion.software], [program])
    self.fonts = digest(Renderer.libraries, fonts)
    formulas = digest([self.program.description], katex)
    self.known = found
    files = [program] + fonts + katex
  }
}
