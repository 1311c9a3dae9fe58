import JSON

extension Manifest {
  /// The bytes of the file: keys are sorted, a value stands on a line.
  ///
  /// It is written for each group of files that a build puts in place, so that it must be quickly there.
  func encoded() -> [UInt8] {
    let value: JSONValue = [
      "animations": .sorted(animations.mapValues { $0.json }),
      "documents": .sorted(documents.mapValues { $0.json }),
      "figures": .sorted(figures.mapValues { $0.json }),
      "pages": .sorted(pages.mapValues { $0.json }), "schema": .number(schema),
      "software": .string(software), "sources": .sorted(sources.mapValues { $0.json }),
      "traces": .sorted(traces.mapValues { $0.json }), "writing": writing.map { .string($0) },
    ]
    return value.bytes(.sorted) + [0x0A]
  }
}

extension Manifest.File {
  fileprivate var json: JSONValue {
    [
      "bytes": .number(bytes), "dpi": dpi.map { .number($0) }, "format": .string(format),
      "height": height.map { .number($0) }, "lang": lang.map { .string($0) },
      "path": .string(path), "sha256": .string(sha256), "theme": theme.map { .string($0) },
      "width": width.map { .number($0) },
    ]
  }
}

extension [Manifest.File] {
  fileprivate var json: JSONValue { .array(map { $0.json }) }
}

extension [String: String] {
  fileprivate var json: JSONValue { .sorted(mapValues { .string($0) }) }
}

extension Manifest.Figure {
  fileprivate var json: JSONValue {
    [
      "alt": alt.json, "caption": caption.json, "figure": .string(figure), "files": files.json,
      "kind": .string(kind), "lesson": .string(lesson), "scenarios": .strings(scenarios),
      "title": title.json,
    ]
  }
}

extension Manifest.Trace {
  fileprivate var json: JSONValue {
    [
      "files": files.json, "lesson": .string(lesson), "scenario": .string(scenario),
      "seed": .number(String(seed)),
    ]
  }
}

extension Manifest.Animation {
  fileprivate var json: JSONValue {
    [
      "axis": .string(axis.rawValue), "figure": .string(figure), "files": files.json,
      "framesPerSecond": .number(framesPerSecond), "lesson": .string(lesson),
      "losses": .array(losses.map { .sorted($0.mapValues { .number($0) }) }),
      "moments": .numbers(moments),
    ]
  }
}

extension Manifest.Document {
  fileprivate var json: JSONValue {
    [
      "document": .string(document), "files": files.json, "lesson": lesson.map { .string($0) },
    ]
  }
}

extension Manifest.Page {
  fileprivate var json: JSONValue {
    [
      "file": file.json, "lesson": lesson.map { .string($0) },
      "summary": summary.map { .string($0) }, "thumbnail": thumbnail.map { .string($0) },
      "title": .string(title),
    ]
  }
}
