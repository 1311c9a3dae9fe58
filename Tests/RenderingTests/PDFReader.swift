import CQPDF
import Foundation
import Testing

/// A PDF file read by QPDF: what a reader of the file sees of its structure.
final class PDFReader {
  private var data: qpdf_data?
  private let bytes: [CChar]

  init(_ file: [UInt8]) throws {
    bytes = file.map { CChar(bitPattern: $0) }
    data = qpdf_init()
    qpdf_silence_errors(data)
    let status = bytes.withUnsafeBufferPointer {
      qpdf_read_memory(data, "test", $0.baseAddress, UInt64($0.count), nil)
    }
    try #require(status == 0 && qpdf_more_warnings(data) == 0)
  }

  deinit { qpdf_cleanup(&data) }

  struct Object {
    let reader: PDFReader
    let handle: qpdf_oh

    subscript(_ key: String) -> Object {
      Object(
        reader: reader, handle: qpdf_oh_get_key_if_dict(reader.data, handle, key))
    }

    var items: [Object] {
      guard qpdf_oh_is_array(reader.data, handle) != 0 else { return [self] }
      return (0..<qpdf_oh_get_array_n_items(reader.data, handle)).map {
        Object(reader: reader, handle: qpdf_oh_get_array_item(reader.data, handle, $0))
      }
    }

    var isNull: Bool { qpdf_oh_is_null(reader.data, handle) != 0 }
    var isTrue: Bool { qpdf_oh_get_bool_value(reader.data, handle) != 0 }
    var name: String { String(cString: qpdf_oh_get_name(reader.data, handle)) }
    var text: String { String(cString: qpdf_oh_get_utf8_value(reader.data, handle)) }
    var number: Double { qpdf_oh_get_numeric_value(reader.data, handle) }
  }

  var catalog: Object { Object(reader: self, handle: qpdf_get_root(data)) }
  var information: Object {
    Object(reader: self, handle: qpdf_get_trailer(data))["/Info"]
  }
  var pages: [Object] {
    (0..<max(0, qpdf_get_num_pages(data))).map {
      Object(reader: self, handle: qpdf_get_page_n(data, numericCast($0)))
    }
  }

  /// The pictures of the file: pixels across and down, and their bytes, red, green and blue of each.
  var pictures: [(columns: Int, rows: Int, bytes: [UInt8])] {
    let size = Object(reader: self, handle: qpdf_get_trailer(data))["/Size"].number
    return (1..<Int32(size)).compactMap { number in
      let stream = qpdf_get_object_by_id(data, number, 0)
      guard qpdf_oh_is_stream(data, stream) != 0 else { return nil }
      let dictionary = Object(reader: self, handle: qpdf_oh_get_dict(data, stream))
      guard !dictionary["/Subtype"].isNull, dictionary["/Subtype"].name == "/Image" else {
        return nil
      }
      var bytes: UnsafeMutablePointer<UInt8>?
      var count = 0
      _ = qpdf_oh_get_stream_data(data, stream, qpdf_dl_generalized, nil, &bytes, &count)
      defer { free(bytes) }
      return (
        Int(dictionary["/Width"].number), Int(dictionary["/Height"].number),
        Array(UnsafeBufferPointer(start: bytes, count: count))
      )
    }
  }

  /// Titles of the outline with their depths, from 1.
  var outline: [String] { titles(below: catalog["/Outlines"], depth: 1) }

  private func titles(below parent: Object, depth: Int) -> [String] {
    var titles: [String] = []
    var entry = parent["/First"]
    while !entry.isNull {
      titles.append("\(depth) \(entry["/Title"].text)")
      if !entry["/First"].isNull { titles += self.titles(below: entry, depth: depth + 1) }
      entry = entry["/Next"]
    }
    return titles
  }
}
