/// The comparisons that the page and the pictures show, in words.
enum Comparison {
  /// The workloads with what they are.
  static let workloads = [
    ("W1", "Trace of XOR", "5000 recorded epochs of a 2-4-1 network, 115 numbers each."),
    ("W2", "Frames", "100 epochs of training, a picture of 960 x 720 pixels after each."),
    ("W3", "Loss surface", "101 x 101 losses of 400 points, contours in three formats, a relief."),
    ("W4", "Initializers", "Twelve networks of 10 x 256 units forward and back, 240 histograms."),
    ("W5", "Whole course", "W1 to W4 and twenty figures in three formats, in one process."),
  ]

  /// Stages of a program whose CPU seconds are added up for a comparison of parts.
  struct Part {
    let title: String
    /// Chalkline's workload and stages.
    let workload: String
    let stages: [String]
    /// The others: workload and name of a program, and its stages.
    let others: [(workload: String, name: String, stages: [String])]
    /// Or parts of a picture by C, added up, for each of so many pictures of ours.
    var parts: (name: String, parts: [String], pictures: Double)?
  }

  /// What is set against C, against OpenBLAS and against Cairo.
  static let limits = [
    Part(
      title: "W1: 5000 epochs", workload: "W1", stages: ["train"],
      others: [
        ("W1", "C -O3", ["train"]), ("W1", "C -Ofast", ["train"]), ("W1", "jax", ["train"]),
      ]),
    Part(
      title: "W2: training and forward passes", workload: "W2", stages: ["train", "forward"],
      others: [
        ("W2W3", "C -O3", ["W2.train", "W2.forward"]),
        ("W2W3", "C -Ofast", ["W2.train", "W2.forward"]),
      ]),
    Part(
      title: "W3: the grid of losses", workload: "W3", stages: ["grid"],
      others: [
        ("W2W3", "C -O3", ["W3.grid"]), ("W2W3", "C -Ofast", ["W3.grid"]),
        ("W3", "numpy", ["grid"]),
      ]),
    Part(
      title: "W4: forward and back", workload: "W4", stages: ["forward+backward"],
      others: [("W4", "numpy f64", ["forward+backward"])]),
    Part(
      title: "W2: a frame drawn and encoded", workload: "W2", stages: ["draw", "encode"],
      others: [],
      parts: (
        "Cairo and libdeflate, in C", ["whole frame, plain cairo", "libdeflate 6, none"], 100
      )),
    Part(
      title: "W5: a figure as SVG", workload: "W5", stages: ["static.svg"], others: [],
      parts: ("Cairo, in C: a line, axes, labels", ["cairo SVG, line + axes + labels"], 20)),
    Part(
      title: "W5: a figure as PDF", workload: "W5", stages: ["static.pdf"], others: [],
      parts: ("Cairo, in C: a line, axes, labels", ["cairo PDF, line + axes + labels"], 20)),
  ]
}
