/// The version of the program, as it stands in every file that it makes.
public enum ChalklineVersion {
  /// The number, `major.minor.patch`.
  public static let number = "0.2.0"
  /// The name for metadata, `Chalkline 0.2.0`.
  public static let software = "Chalkline \(number)"
}
