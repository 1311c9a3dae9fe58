import Lessons
import Networks

extension DataSpec {
  /// Reads the formulas of field `features`.
  static func features(from section: inout SectionReader) throws(LessonError) -> [Feature] {
    guard section.has("features") else { return [] }
    var features: [Feature] = []
    for text in try section.values("features") {
      features.append(Feature(try Expression(located: text, isListed: true), text: text))
    }
    guard !features.isEmpty else {
      throw section.error(
        "'features' has no formula", at: "features",
        help: "write features: [x1^2, x2^2], or leave it out for the inputs themselves")
    }
    guard features.count <= featureLimit else {
      throw section.error(
        "\(features.count) features; the limit is \(featureLimit)", at: "features")
    }
    return features
  }

  private static let featureLimit = 1000

  /// The features of raw inputs of these names; nil if there are none.
  func featureMap(rawInputNames names: [String]) throws(LessonError) -> FeatureMap? {
    for feature in features {
      for variable in feature.expression.variables
      where FeatureMap.column(of: variable, among: names) == nil {
        throw unknown(variable, in: feature, among: names)
      }
    }
    return FeatureMap(features.map { $0.expression }, rawInputNames: names)
  }

  private func unknown(
    _ variable: String, in feature: Feature, among names: [String]
  ) -> LessonError {
    let known = FeatureMap.variables(for: names)
    guard let text = feature.text else {
      return places.error(
        "no input named '\(variable)'", at: .data, help: "inputs: \(known.joined(separator: ", "))")
    }
    return text.word(variable).unknown("input", among: known)
  }

  /// Refuses features that are not finite at a row: nothing could be learned from them.
  func checkFinite(_ dataset: Dataset) throws(LessonError) {
    for rows in [dataset] + (dataset.validation.map { [$0] } ?? []) {
      guard let index = rows.inputs.values.firstIndex(where: { !$0.isFinite }) else { continue }
      let (row, column) = index.quotientAndRemainder(dividingBy: rows.inputs.columns)
      let point = zip(FeatureMap.variables(for: rows.rawInputNames), rows.rawInputs.row(row))
        .map { "\($0) = \(NumberForm.rounded($1))" }.joined(separator: ", ")
      let feature = features[column]
      let message =
        "'\(feature.expression.text)' is \(NumberForm.text(rows.inputs[row, column])) at \(point), "
        + "a row of \(rows.name)"
      throw feature.text?.error(message) ?? places.error(message, at: .data)
    }
  }
}

extension LocatedText {
  /// The first place where a formula names a variable; the whole formula if it does not.
  func word(_ variable: String) -> LocatedText {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let start = index
      while index < scalars.endIndex, Self.isNamePart(scalars[index]) {
        index = scalars.index(after: index)
      }
      if start == index {
        index = scalars.index(after: index)
      } else if String(scalars[start..<index]) == variable {
        return self[start..<index]
      }
    }
    return self
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    FeatureText.isLetter(scalar) || FeatureText.isDigit(scalar)
  }
}
