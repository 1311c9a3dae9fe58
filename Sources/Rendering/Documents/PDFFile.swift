import CQPDF
import Foundation

/// A PDF file taken apart by QPDF, to be changed and written again.
final class PDFFile {
  private(set) var data: qpdf_data?
  /// The bytes that QPDF reads from for as long as the file lives.
  private let source: UnsafeMutablePointer<CChar>

  /// Takes `bytes` apart.
  ///
  /// - Throws: `RenderError.library` if they are no whole PDF.
  init(reading bytes: [UInt8]) throws(RenderError) {
    source = .allocate(capacity: max(1, bytes.count))
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      UnsafeMutableRawPointer(source).copyMemory(from: start, byteCount: bytes.count)
    }
    data = qpdf_init()
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    _ = qpdf_read_memory(data, "document", source, UInt64(bytes.count), nil)
    try check()
  }

  deinit {
    qpdf_cleanup(&data)
    source.deallocate()
  }

  /// The root of all objects.
  var catalog: PDFObject { PDFObject(file: self, handle: qpdf_get_root(data)) }

  /// All streams of the file: pages' contents, pictures, fonts.
  var streams: [PDFObject] {
    let trailer = PDFObject(file: self, handle: qpdf_get_trailer(data))
    return (1..<max(1, trailer["/Size"]?.integer ?? 0)).compactMap { number in
      let object = PDFObject(file: self, handle: qpdf_get_object_by_id(data, Int32(number), 0))
      return qpdf_oh_is_stream(data, object.handle) == 0 ? nil : object
    }
  }

  /// What the file says about itself: its title, its date.
  var information: PDFObject {
    let trailer = PDFObject(file: self, handle: qpdf_get_trailer(data))
    if let information = trailer["/Info"] { return information }
    let information = indirect(parsed("<< >>"))
    trailer["/Info"] = information
    return information
  }

  /// A text in any script.
  func text(_ text: String) -> PDFObject {
    PDFObject(file: self, handle: qpdf_oh_new_unicode_string(data, text))
  }

  /// An object as it is written in a file, such as `<< /Marked true >>`.
  func parsed(_ syntax: String) -> PDFObject {
    PDFObject(file: self, handle: qpdf_oh_parse(data, syntax))
  }

  /// A whole number.
  func number(_ number: Int) -> PDFObject {
    PDFObject(file: self, handle: qpdf_oh_new_integer(data, Int64(number)))
  }

  /// A list.
  func array(_ items: [PDFObject]) -> PDFObject {
    let array = qpdf_oh_new_array(data)
    for item in items { qpdf_oh_append_item(data, array, item.handle) }
    return PDFObject(file: self, handle: array)
  }

  /// The object with a number of its own, so that several others can refer to it.
  func indirect(_ object: PDFObject) -> PDFObject {
    PDFObject(file: self, handle: qpdf_make_indirect_object(data, object.handle))
  }

  /// The bytes of the file: the same for the same contents, its identifier included.
  ///
  /// - Parameter packingObjects: Whether objects are compressed together, which takes more time.
  /// - Returns: The bytes.
  /// - Throws: `RenderError.library` if it cannot be written.
  func encoded(packingObjects: Bool) throws(RenderError) -> [UInt8] {
    _ = qpdf_init_write_memory(data)
    qpdf_set_deterministic_ID(data, 1)
    qpdf_set_object_stream_mode(data, packingObjects ? qpdf_o_generate : qpdf_o_disable)
    _ = qpdf_write(data)
    try check()
    return Array(
      UnsafeBufferPointer(start: qpdf_get_buffer(data), count: qpdf_get_buffer_length(data)))
  }

  /// - Throws: `RenderError.library` with QPDF's words if anything went wrong so far.
  func check() throws(RenderError) {
    guard qpdf_has_error(data) != 0 else { return }
    let words = qpdf_get_error_full_text(data, qpdf_get_error(data))
    throw .library("QPDF: " + (words.map { String(cString: $0) } ?? "unknown error"))
  }

  /// An object of the file, which it keeps alive.
  struct PDFObject {
    let file: PDFFile
    let handle: qpdf_oh

    /// What a dictionary has under `key`, such as `/Lang`; nil for nothing.
    subscript(key: String) -> PDFObject? {
      get {
        let value = qpdf_oh_get_key_if_dict(file.data, handle, key)
        guard qpdf_oh_is_null(file.data, value) == 0 else { return nil }
        return PDFObject(file: file, handle: value)
      }
      nonmutating set {
        if let newValue {
          qpdf_oh_replace_key(file.data, handle, key, newValue.handle)
        } else {
          qpdf_oh_remove_key(file.data, handle, key)
        }
      }
    }

    /// The items of a list; an object that is none is its only item.
    var items: [PDFObject] {
      guard qpdf_oh_is_array(file.data, handle) != 0 else { return [self] }
      return (0..<qpdf_oh_get_array_n_items(file.data, handle)).map {
        PDFObject(file: file, handle: qpdf_oh_get_array_item(file.data, handle, $0))
      }
    }

    /// The whole number that it is; 0 for none.
    var integer: Int { Int(qpdf_oh_get_int_value(file.data, handle)) }

    /// What a stream says about itself.
    var dictionary: PDFObject {
      PDFObject(file: file, handle: qpdf_oh_get_dict(file.data, handle))
    }

    /// The bytes of a stream; none if it cannot be read.
    var data: [UInt8] {
      var bytes: UnsafeMutablePointer<UInt8>?
      var count = 0
      let status = qpdf_oh_get_stream_data(
        file.data, handle, qpdf_dl_generalized, nil, &bytes, &count)
      defer { free(bytes) }
      guard status & QPDF_ERRORS == 0, let bytes else { return [] }
      return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Gives a stream other bytes.
    func replaceData(by bytes: [UInt8], filter: String, parameters: String) {
      qpdf_oh_replace_stream_data(
        file.data, handle, bytes, bytes.count, qpdf_oh_new_name(file.data, filter),
        qpdf_oh_parse(file.data, parameters))
    }

    /// The name that it is, such as `/Figure`; empty for no name.
    var name: String {
      guard qpdf_oh_is_name(file.data, handle) != 0 else { return "" }
      return qpdf_oh_get_name(file.data, handle).map { String(cString: $0) } ?? ""
    }
  }
}
