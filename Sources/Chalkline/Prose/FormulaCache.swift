import Files
import Formulas
import Foundation
import Lessons
import Prose
import Reporting
import Snapshots
import Synchronization

/// The formulas of a course, set: each is set once, and what earlier builds have set is kept.
///
/// KaTeX takes a fifth of a second to start, so it is started for the first formula that is new.
final class FormulaCache: Sendable {
  /// What came of a formula.
  private struct Outcome: Codable, Sendable {
    var mathML: String?
    /// What TeX would not have taken.
    var warning: String?
    /// Why it cannot be set, and where: in Unicode scalars from its start.
    var error: String?
    var offset: Int?
  }

  private struct State: ~Copyable {
    var outcomes: [String: Outcome] = [:]
    var used: Set<String> = []
    var isChanged = false
    var typesetter: Result<FormulaTypesetter, FormulaError>?
  }

  /// Where Debian puts KaTeX.
  static let libraryPath = "/usr/share/javascript/katex/katex.js"
  private static let path = "\(CourseOutput.folder)/formulas"
  private static let seal = "formulas"
  private let state: Mutex<State>
  /// What sets formulas, this program and KaTeX: another one sets all of them anew.
  private let makers: Digest

  /// - Parameters:
  ///   - makers: The digest of what sets formulas.
  ///   - output: Where earlier builds have kept formulas; nil to know none.
  init(setBy makers: Digest = Digest(of: ""), in output: OutputFolder? = nil) {
    var state = State()
    if let bytes = output?.bytes(at: Self.path),
      let content = SnapshotSeal.content(of: bytes, sealedAs: Self.seal),
      let kept = try? JSONDecoder().decode([String: Outcome].self, from: Data(content))
    {
      state.outcomes = kept
    }
    self.state = Mutex(state)
    self.makers = makers
  }

  /// The formulas of a prose, ready for its page, and what there is to say of those that are wrong.
  func formulas(of prose: ProseText) -> (reports: [FormulaReport], findings: [Finding]) {
    var reports: [FormulaReport] = []
    var findings = prose.formulaErrors.map { Finding($0) }
    for formula in prose.formulas {
      let outcome = outcome(of: formula)
      if let mathML = outcome.mathML {
        reports.append(FormulaReport(range: formula.range, mathML: mathML))
      }
      if let message = outcome.error ?? outcome.warning {
        let place = formula.location(ofScalar: outcome.offset ?? 0)
        findings.append(
          Finding(
            outcome.error == nil ? .warning : .error, message, at: place,
            excerpt: prose.source.line(place.line)))
      }
    }
    return (reports, findings)
  }

  private func outcome(of formula: ProseText.Formula) -> Outcome {
    let key = Digest(of: "\(makers) \(formula.isDisplay) \(formula.tex)").description
    return state.withLock { state in
      state.used.insert(key)
      if let known = state.outcomes[key] { return known }
      if state.typesetter == nil { state.typesetter = Self.typesetter(Self.libraryPath) }
      let outcome = Self.outcome(of: formula, state.typesetter)
      // A machine without KaTeX is not for ever.
      if case .success = state.typesetter {
        state.outcomes[key] = outcome
        state.isChanged = true
      }
      return outcome
    }
  }

  private static func outcome(
    of formula: ProseText.Formula, _ typesetter: Result<FormulaTypesetter, FormulaError>?
  ) -> Outcome {
    do throws(FormulaError) {
      let set = try typesetter?.get().mathML(formula.tex, isDisplay: formula.isDisplay)
      return Outcome(mathML: set?.mathML, warning: set?.warning.map { "in this formula: \($0)" })
    } catch {
      return Outcome(error: "this formula cannot be set: \(error.message)", offset: error.offset)
    }
  }

  private static func typesetter(_ path: String) -> Result<FormulaTypesetter, FormulaError> {
    guard let text = try? Disk.text(at: path) else {
      return .failure(
        FormulaError("there is no KaTeX at \(path); 'apt-get install libjs-katex' brings it"))
    }
    do throws(FormulaError) {
      return .success(try FormulaTypesetter(library: text))
    } catch {
      return .failure(error)
    }
  }

  /// Keeps what was set for the next build; of a whole one, only what was asked for.
  func save(to output: OutputFolder, isWhole: Bool) throws {
    let outcomes = state.withLock { state in
      let kept = isWhole ? state.outcomes.filter { state.used.contains($0.key) } : state.outcomes
      defer { state.isChanged = false }
      return state.isChanged || kept.count < state.outcomes.count ? kept : nil
    }
    guard let outcomes else { return }
    let content = try SortedJSON.bytes(of: outcomes)
    _ = try output.write(SnapshotSeal.sealed(content, as: Self.seal), to: Self.path)
  }
}
