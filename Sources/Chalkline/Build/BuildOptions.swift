/// What to build, and in which forms.
public struct BuildOptions: Sendable {
  /// Lessons, `xor`, or single figures, `xor#boundary`; all if empty.
  public var only: [String] = []
  /// Names of formats, `png`, `svg`, `pdf`; all if empty.
  public var formats: [String] = []
  /// Languages of the images; those of the course if empty.
  public var languages: [String] = []
  /// Names of themes; the course's own if empty.
  public var themes: [String] = []
  /// Whether decks, handouts and exercise sheets are made too, as long as PDF is among the formats; else they
  /// stay as they are.
  public var documents = true
  /// Dots per inch of PNG images: 144 is two pixels a point.
  public var dotsPerInch = 144
  /// How many jobs run at a time, at least 1; the files are the same for every number.
  public var jobs = 1
  /// Whether the frames of animations are drawn; if not, those that are there stay as they are until a
  /// build that draws them.
  public var frames = true
  /// Whether everything is made again, also what is current.
  public var force = false
  /// The part of the course that this build is to make; nil for all of it.
  public var shard: Shard?
  /// Where to write, for Make or Ninja, which files the output depends on; nil for nowhere.
  public var dependencyFile: String?
  /// The path of this program: a new one makes everything again.
  public var program = "/proc/self/exe"

  /// Makes the options of a whole build in every form.
  public init() {}
}
