/// An outcome that is written as one table, or as a document with a line for each of its rows.
protocol TabularOutcome: RecordedOutcome {
  /// What stands above the table in a terminal.
  var exportHeading: String { get }
  /// The table.
  var exportRows: ExportRows { get }
  /// The document.
  var exportDocument: [UInt8] { get }
}

extension TabularOutcome {
  static var formats: [TraceFormat] { [.table, .csv, .json] }

  func exported(as format: TraceFormat, atEpoch epoch: Int?) throws(ExportError) -> ExportedNumbers
  {
    guard Self.formats.contains(format) else {
      throw .noSuchForm(format, of: Self.kind, known: Self.formats)
    }
    guard epoch == nil else { throw .noEpochs(Self.kind) }
    switch format {
    case .json: return .text(exportDocument)
    case .csv: return .text(exportRows.commaSeparated)
    case .table, .npz: return .text(exportHeading + "\n\n" + exportRows.aligned)
    }
  }
}
