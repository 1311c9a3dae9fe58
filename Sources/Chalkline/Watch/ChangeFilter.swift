/// Which changes below the lessons folder may be of interest.
public enum ChangeFilter {
  /// Whether the file or folder at `relative`, a path below the watched folder, may be part of a lesson.
  ///
  /// Hidden files are not, nor what editors leave beside the file that is edited.
  public static func counts(_ relative: String) -> Bool {
    relative.split(separator: "/").allSatisfy { part in
      !part.hasPrefix(".") && !part.hasSuffix("~") && !(part.hasPrefix("#") && part.hasSuffix("#"))
        && !leftovers.contains { part.hasSuffix($0) } && part != probe
    }
  }

  /// Swap files, and copies that are renamed over the file a moment later.
  private static let leftovers = [".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".part"]

  /// What Vim writes and removes to find out whether it may write into a folder.
  private static let probe = "4913"
}
