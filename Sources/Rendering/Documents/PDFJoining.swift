import CQPDF
public import Drawings

/// A part of a document that is put together: a tagged PDF of its own, with its table of contents.
public struct DocumentPart: Sendable {
  /// The file, as `Renderer.encode(_:metadata:)` writes it.
  public var bytes: [UInt8]
  /// Its table of contents; the first entry leads to the whole part.
  public var outline: [Document.Entry]

  /// Makes a part.
  public init(bytes: [UInt8], outline: [Document.Entry]) {
    self.bytes = bytes
    self.outline = outline
  }
}

extension Renderer {
  /// Returns one tagged PDF of a document and of parts that are files already, in their order.
  ///
  /// Nothing of the parts is drawn again: their pages are taken over as they are, with their structure, and their
  /// tables of contents hang below one.
  ///
  /// - Parameters:
  ///   - cover: The pages before the parts, at least one.
  ///   - parts: The parts.
  ///   - metadata: What the whole says about itself.
  /// - Returns: The bytes of the file.
  /// - Throws: As `encode`; `RenderError.library` if a part is no whole PDF.
  public func join(
    _ cover: Document, with parts: [DocumentPart], metadata: ImageMetadata
  ) throws(RenderError) -> [UInt8] {
    let file = try PDFFile(reading: try encode(cover, metadata: metadata))
    var joining = try PDFJoining(file)
    var outline = cover.outline
    for part in parts {
      let page = joining.pageCount
      try joining.append(try PDFFile(reading: part.bytes))
      for (index, entry) in part.outline.enumerated() {
        // A part's own entries stand one deeper than that of the part.
        let level = index == 0 ? 1 : entry.level + 1
        outline.append(.init(entry.title, level: level, page: entry.page + page))
      }
    }
    try joining.completeStructure()
    joining.replaceOutline(by: outline)
    return try file.encoded(packingObjects: true)
  }
}

/// Appends tagged PDF files to one of them.
///
/// - Source: ISO 32000-1, sections 12.3.3 (outlines), 12.4.2 (page labels), 14.7.2 to 14.7.4 (structure).
private struct PDFJoining {
  private let file: PDFFile
  /// The root of the structure, and its one element.
  private let root: PDFFile.PDFObject
  private let whole: PDFFile.PDFObject
  /// The parts of that element, and the list of what belongs to each number that pages give.
  private var children: [PDFFile.PDFObject]
  private var numbers: [PDFFile.PDFObject]
  private var nextNumber: Int
  /// The files whose objects were taken over, which must live as long as the one they went to.
  private var sources: [PDFFile] = []

  init(_ file: PDFFile) throws(RenderError) {
    guard let root = file.catalog["/StructTreeRoot"], let whole = root["/K"]?.items.first,
      let numbers = root["/ParentTree"]?["/Nums"]?.items
    else { throw .library("QPDF: a document without structure") }
    self.file = file
    self.root = root
    self.whole = whole
    self.numbers = numbers
    children = whole["/K"]?.items ?? []
    nextNumber =
      stride(from: 0, to: numbers.count, by: 2).map { numbers[$0].integer + 1 }.max() ?? 0
  }

  var pageCount: Int { Int(qpdf_get_num_pages(file.data)) }

  mutating func append(_ source: PDFFile) throws(RenderError) {
    let first = pageCount
    let count = Int(qpdf_get_num_pages(source.data))
    for index in 0..<count {
      qpdf_add_page(file.data, source.data, qpdf_get_page_n(source.data, index), 0)
    }
    try file.check()
    sources.append(source)
    file.catalog["/PageLabels"] = file.parsed("<< /Nums [ 0 << /S /D >> ] >>")
    try appendStructure(of: source, pages: first..<first + count)
  }

  /// Takes over the structure of a file, and renumbers what its pages say of it.
  private mutating func appendStructure(
    of source: PDFFile, pages: Range<Int>
  ) throws(RenderError) {
    guard let own = source.catalog["/StructTreeRoot"], let part = own["/K"]?.items.first,
      let ownNumbers = own["/ParentTree"]?["/Nums"]
    else { throw .library("QPDF: a part without structure") }
    let offset = nextNumber
    let copy = taken(part, from: source)
    copy["/S"] = file.parsed("/Part")
    copy["/P"] = whole
    children.append(copy)
    for (index, item) in ownNumbers.items.enumerated() {
      guard index % 2 == 0 else {
        numbers.append(taken(item, from: source))
        continue
      }
      numbers.append(file.number(item.integer + offset))
      nextNumber = max(nextNumber, item.integer + offset + 1)
    }
    for index in pages {
      let page = PDFFile.PDFObject(file: file, handle: qpdf_get_page_n(file.data, index))
      if let number = page["/StructParents"] {
        page["/StructParents"] = file.number(number.integer + offset)
      }
    }
    try file.check()
  }

  /// Hangs the structures of all parts below that of the whole.
  func completeStructure() throws(RenderError) {
    whole["/K"] = file.array(children)
    let tree = file.indirect(file.parsed("<< >>"))
    tree["/Nums"] = file.array(numbers)
    root["/ParentTree"] = tree
    root["/ParentTreeNextKey"] = nil
    try file.check()
  }

  private func taken(_ object: PDFFile.PDFObject, from source: PDFFile) -> PDFFile.PDFObject {
    // What has no number of its own is copied as it is; what has one is taken over once.
    guard object.isIndirect else {
      return file.array(object.items.map { taken($0, from: source) })
    }
    return PDFFile.PDFObject(
      file: file,
      handle: qpdf_oh_copy_foreign_object(file.data, source.data, object.handle))
  }

  /// Writes the table of contents anew.
  func replaceOutline(by entries: [Document.Entry]) {
    let root = file.indirect(file.parsed("<< /Type /Outlines >>"))
    // The entry that the next one of a level would hang under, and the last one that hangs there, by level.
    var parents = [root]
    var lasts: [PDFFile.PDFObject?] = [nil]
    var counts: [Int] = [0]
    for entry in entries {
      let level = min(max(entry.level, 1), parents.count)
      while parents.count > level { close(&parents, &lasts, &counts) }
      let item = file.indirect(file.parsed("<< >>"))
      item["/Title"] = file.text(entry.title)
      let page = PDFFile.PDFObject(file: file, handle: qpdf_get_page_n(file.data, entry.page))
      item["/Dest"] = file.array([page, file.parsed("/Fit")])
      item["/Parent"] = parents[level - 1]
      if let last = lasts[level - 1] {
        last["/Next"] = item
        item["/Prev"] = last
      } else {
        parents[level - 1]["/First"] = item
      }
      parents[level - 1]["/Last"] = item
      lasts[level - 1] = item
      counts[level - 1] += 1
      parents.append(item)
      lasts.append(nil)
      counts.append(0)
    }
    while parents.count > 1 { close(&parents, &lasts, &counts) }
    root["/Count"] = file.number(counts[0])
    file.catalog["/Outlines"] = root
    file.catalog["/PageMode"] = file.parsed("/UseOutlines")
  }

  /// Lessons are closed, so that the outline of a course can be taken in at a glance.
  private func close(
    _ parents: inout [PDFFile.PDFObject], _ lasts: inout [PDFFile.PDFObject?],
    _ counts: inout [Int]
  ) {
    let (item, count) = (parents.removeLast(), counts.removeLast())
    lasts.removeLast()
    if count > 0 { item["/Count"] = file.number(-count) }
  }
}

extension PDFFile.PDFObject {
  fileprivate var isIndirect: Bool { qpdf_oh_is_indirect(file.data, handle) != 0 }
}
