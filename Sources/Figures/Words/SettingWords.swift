import Languages
import Networks
import Tracing

extension Words {
  /// An update rule with its learning rate and with what is not usual about it: `adam, learning rate
  /// 0.02, beta1 0.8`.
  func name(of optimizer: Optimizer) -> String {
    let rate = self(.learningRate, NumberForm.text(optimizer.learningRate))
    return ([optimizer.name, rate] + unusual(optimizer)).joined(separator: ", ")
  }

  /// The same where each of several outcomes has a rate of its own.
  func nameWithoutRate(of optimizer: Optimizer) -> String {
    ([optimizer.name] + unusual(optimizer)).joined(separator: ", ")
  }

  /// The numbers of an update rule that differ from those it has where a lesson gives none.
  private func unusual(_ optimizer: Optimizer) -> [String] {
    let usual = Optimizer.named(optimizer.name)
    return optimizer.hyperparameters
      .filter { usual?[hyperparameter: $0.name] != $0.value }
      .map { "\($0.name) \(NumberForm.text($0.value))" }
  }

  /// A setting of a sweep, such as `8 units`.
  func name(of setting: SweepSetting) -> String {
    switch setting {
    case .rows: self(.rowsSetting, setting.lessonText)
    case .units: self(.unitsSetting, setting.lessonText)
    case .layers: self(.layersSetting, setting.lessonText)
    case .rate: self(.rateSetting, setting.lessonText)
    case .batch: self(.batchSetting, setting.lessonText)
    case .initializer(let initializer): name(of: initializer)
    case .activation(let activation): activation.name
    }
  }

  /// What a setting of a sweep is called beside an axis.
  func name(of axis: SweepAxis) -> String {
    switch axis {
    case .rows: self(.rowsAxis)
    case .units: self(.unitsAxis)
    case .layers: self(.layersAxis)
    case .rate: self(.rateAxis)
    case .batch: self(.batchAxis)
    case .initializer: self(.initializerAxis)
    case .activation: self(.activation)
    }
  }

  /// An initializer: `LeCun, normal`, or `normal, σ = 0.01`.
  func name(of initializer: WeightInitializer) -> String {
    if initializer == .zeros { return self(.zeroWeights) }
    if let author = initializer.author {
      return self(
        initializer.distribution == .normal ? .normalNamed : .uniformNamed, author)
    }
    guard let scale = initializer.fixedScale.map(NumberForm.text) else { return initializer.name }
    switch initializer.distribution {
    case .normal: return self(.normalOf, scale)
    case .uniform: return self(.uniformOf, scale)
    case .constant: return self(.constantOf, scale)
    }
  }
}
