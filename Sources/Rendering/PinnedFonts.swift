import CCairo

/// The six font files that text is drawn with, found without the user's font configuration.
///
/// Goals, in order: the same file for the same character on every machine; no environment
/// variable, no rule, no alias of the system; a name and a package when a file is missing.
struct PinnedFonts: @unchecked Sendable {
  // Unchecked because Fontconfig counts references atomically and the configuration is never
  // changed once it is built.

  /// The configuration that holds those files and nothing else.
  let configuration: OpaquePointer
  /// The paths of the font files, sorted.
  let paths: [String]

  /// The families in order of preference, as Pango reads them.
  ///
  /// NanumGothic comes second because it draws nabla as a hollow triangle.
  static let families = ["DejaVu Sans", "NanumGothic"]

  /// The fonts of this process, or what is missing.
  static func shared() throws(RenderError) -> PinnedFonts { try loaded.get() }

  private static let loaded = Result { () throws(RenderError) in try PinnedFonts() }

  private struct File {
    let name: String
    let font: String
    let package: String
  }

  private static let files = [
    File(name: "DejaVuSans.ttf", font: "DejaVu Sans", package: "fonts-dejavu-core"),
    File(name: "DejaVuSans-Bold.ttf", font: "DejaVu Sans Bold", package: "fonts-dejavu-core"),
    File(
      name: "DejaVuSans-Oblique.ttf", font: "DejaVu Sans Oblique", package: "fonts-dejavu-extra"),
    File(
      name: "DejaVuSans-BoldOblique.ttf", font: "DejaVu Sans Bold Oblique",
      package: "fonts-dejavu-extra"),
    File(name: "NanumGothic.ttf", font: "NanumGothic", package: "fonts-nanum"),
    File(name: "NanumGothicBold.ttf", font: "NanumGothic Bold", package: "fonts-nanum"),
  ]

  private static var rules: String {
    func globs(_ patterns: [String]) -> String {
      patterns.map { "<glob>\($0)</glob>" }.joined()
    }
    func off(_ property: String) -> String {
      let edit = "<edit name='\(property)' mode='assign'><bool>false</bool></edit>"
      return "<match target='font'>\(edit)</match>"
    }
    // Rejected by file name ending: a plain `*` would reject the folders on the way too.
    let rejected = "<rejectfont>\(globs(["*.??", "*.???", "*.????", "*.?????"]))</rejectfont>"
    let accepted = "<acceptfont>\(globs(files.map { "*/\($0.name)" }))</acceptfont>"
    return """
      <?xml version='1.0'?>
      <fontconfig>
      <dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>
      <cachedir>/var/cache/fontconfig</cachedir>
      <selectfont>\(rejected)\(accepted)</selectfont>
      \(off("hinting"))\(off("autohint"))\(off("embeddedbitmap"))
      </fontconfig>
      """
  }

  private init() throws(RenderError) {
    guard let configuration = FcConfigCreate() else {
      throw .library("Fontconfig gave no configuration")
    }
    // A new configuration takes the root of all paths from the environment.
    FcConfigSetSysRoot(configuration, nil)
    guard FcConfigParseAndLoadFromMemory(configuration, Self.rules, FcTrue) != 0,
      FcConfigBuildFonts(configuration) != 0
    else { throw .library("Fontconfig refused the list of pinned fonts") }
    let paths = Self.paths(in: configuration)
    let found = Set(paths.compactMap { $0.split(separator: "/").last.map(String.init) })
    for file in Self.files where !found.contains(file.name) {
      throw .missingFont(file.font, package: file.package)
    }
    // Pango starts Fontconfig in the background; with a current configuration in place it does
    // not read the system's, whose cost and warnings would be for nothing.
    FcConfigSetCurrent(configuration)
    self.configuration = configuration
    self.paths = paths.sorted()
  }

  private static func paths(in configuration: OpaquePointer) -> [String] {
    var paths: [String] = []
    guard let fonts = FcConfigGetFonts(configuration, FcSetSystem)?.pointee else { return paths }
    for index in 0..<Int(fonts.nfont) {
      var path: UnsafeMutablePointer<FcChar8>?
      guard FcPatternGetString(fonts.fonts[index], FC_FILE, 0, &path) == FcResultMatch,
        let path
      else { continue }
      paths.append(String(cString: path))
    }
    return paths
  }
}
