public import Lessons
import Networks
import Wording

/// A data file of a lesson, and what its columns are for.
public struct CSVSpec: Equatable, Sendable {
  /// What a target column is taken for.
  public enum Target: String, CaseIterable, Sendable {
    /// Classes, unless all cells are numbers and one is not whole or more than 12 differ.
    case automatic
    /// Classes: words in the order of their first appearance, numbers in their own order.
    case classification
    /// Numbers.
    case regression
  }

  /// Path of the file relative to the lesson's folder.
  public let path: LocatedText
  /// Names of the input columns; empty means all columns but the target, which must be numbers.
  public let inputs: [LocatedText]
  /// Name of the target column.
  public let target: LocatedText
  /// What the target column is taken for.
  public let kind: Target
  /// Whether each input column is shifted to mean 0 and scaled to standard deviation 1.
  ///
  /// The deviation divides by the number of rows, of which those for validation do not count; a
  /// constant column becomes 0.
  public let isStandardized: Bool

  /// More distinct numbers than this in a target column mean regression.
  static let classLimit = 12

  /// Makes a description of a data file.
  public init(
    path: LocatedText, inputs: [LocatedText], target: LocatedText, kind: Target = .automatic,
    isStandardized: Bool = false
  ) {
    self.path = path
    self.inputs = inputs
    self.target = target
    self.kind = kind
    self.isStandardized = isStandardized
  }

  /// Reads the file.
  ///
  /// - Throws: `LessonError` in the lesson if the file or a column is not there, in the file if a
  ///   cell is not what it should be.
  public func dataset(from source: CSVSource) throws(LessonError) -> Dataset {
    let rows = try rows(from: source)
    return isStandardized ? rows.placed(at: Standardization(of: rows.inputs)(rows.inputs)) : rows
  }

  /// Reads the file and leaves its numbers as they are.
  func rows(from source: CSVSource) throws(LessonError) -> Dataset {
    let table = try CSVTable(parsing: try file(from: source))
    let targetColumn = try column(of: target, in: table)
    var columns: [Int] = []
    for input in inputs {
      let index = try column(of: input, in: table)
      if index == targetColumn { throw input.error("'\(input.text)' is the target") }
      if columns.contains(index) { throw input.error("'\(input.text)' is there twice") }
      columns.append(index)
    }
    if inputs.isEmpty { columns = table.header.indices.filter { $0 != targetColumn } }
    guard !columns.isEmpty else {
      throw target.error("the file has no column besides the target")
    }
    var values: [Double] = []
    for row in table.rows {
      for column in columns { values.append(try table.number(row[column])) }
    }
    let matrix = Matrix(rows: table.rows.count, columns: columns.count, values: values)
    return try dataset(
      inputs: matrix, names: columns.map { table.header[$0].text }, table: table,
      target: table.rows.map { $0[targetColumn] })
  }

  private func file(from source: CSVSource) throws(LessonError) -> CSVSource.File {
    do {
      return try source.file(path.text)
    } catch {
      throw path.error("cannot read '\(path.text)': \(error.reason)")
    }
  }

  private func column(of name: LocatedText, in table: CSVTable) throws(LessonError) -> Int {
    if let index = table.header.firstIndex(where: { $0.text == name.text }) { return index }
    let names = table.header.map { $0.text }
    let nearest = NearestWord.find(name.text, among: names).map { "; did you mean '\($0)'?" }
    throw name.error(
      "no column named '\(name.text)' in \(path.text)\(nearest ?? "")",
      help: "columns: \(names.joined(separator: ", "))")
  }

  private func dataset(
    inputs: Matrix, names: [String], table: CSVTable, target cells: [CSVTable.Cell]
  ) throws(LessonError) -> Dataset {
    let name = String(path.text.split(separator: "/").last ?? "")
    for cell in cells where cell.text.isEmpty { throw table.error("this cell is empty", at: cell) }
    let numbers = cells.compactMap { table.plainNumber($0) }
    let isNumeric = numbers.count == cells.count
    let distinct = Set(numbers)
    let looksContinuous =
      distinct.count > Self.classLimit || distinct.contains { $0.rounded(.down) != $0 }
    if kind == .regression || kind == .automatic && isNumeric && looksContinuous {
      var values: [Double] = []
      for cell in cells { values.append(try table.number(cell)) }
      return Dataset(name: name, inputNames: names, inputs: inputs, values: values)
    }
    var classNames: [String] = []
    var indices: [String: Int] = [:]
    // Equal numbers are one class however they are written: 1, 1.0 and 01.
    let keys = isNumeric ? numbers.map { Self.text(of: $0) } : cells.map { $0.text }
    let order = isNumeric ? distinct.sorted().map { Self.text(of: $0) } : keys
    for key in order where indices[key] == nil {
      indices[key] = classNames.count
      classNames.append(key)
    }
    guard classNames.count > 1 else {
      throw target.error("column '\(target.text)' has only one class, '\(classNames[0])'")
    }
    guard classNames.count <= 100 else {
      throw target.error(
        "column '\(target.text)' has \(classNames.count) classes; the limit is 100",
        help: isNumeric ? "for a number to be predicted write task: regression" : nil)
    }
    return Dataset(
      name: name, inputNames: names, inputs: inputs, classNames: classNames,
      classes: keys.compactMap { indices[$0] },
      encoding: classNames.count > 2 ? .oneHot(classCount: classNames.count) : .zeroOne)
  }

  private static func text(of number: Double) -> String {
    let whole = Int(exactly: number)
    return whole.map { String($0) } ?? "\(number)"
  }
}

extension CSVTable {
  /// The number of a cell; an empty cell or anything else is an error at the cell.
  func number(_ cell: Cell) throws(LessonError) -> Double {
    if let number = plainNumber(cell) { return number }
    guard !cell.text.isEmpty else { throw error("this cell is empty", at: cell) }
    throw error("expected a number, found '\(cell.text)'", at: cell)
  }

  /// The finite decimal number of a cell; nil if it is something else.
  ///
  /// In a table with semicolons a comma is read as a decimal point, as spreadsheets write it.
  func plainNumber(_ cell: Cell) -> Double? {
    var text = cell.text
    if separator == ";", !text.contains(".") {
      text = String(text.map { $0 == "," ? "." : $0 })
    }
    let allowed = text.unicodeScalars.allSatisfy { "0123456789+-.eE".unicodeScalars.contains($0) }
    guard allowed, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}

/// A shift and a scale of each column that give given rows mean 0 and standard deviation 1.
struct Standardization {
  private let means: [Double]
  /// 0 for a constant column, which becomes 0.
  private let scales: [Double]

  /// The standardization of some rows, dividing by their number.
  init(of rows: Matrix) {
    let columns = (0..<rows.columns).map { rows.column($0) }
    means = columns.map { $0.reduce(0, +) / Double(rows.rows) }
    scales = zip(columns, means).map { values, mean in
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rows.rows)
      return variance.squareRoot()
    }
  }

  /// The rows of a matrix with these columns, shifted and scaled.
  func callAsFunction(_ rows: Matrix) -> Matrix {
    var result = rows
    for row in 0..<rows.rows {
      for column in 0..<rows.columns {
        let scale = scales[column]
        result[row, column] = scale > 0 ? (rows[row, column] - means[column]) / scale : 0
      }
    }
    return result
  }
}
