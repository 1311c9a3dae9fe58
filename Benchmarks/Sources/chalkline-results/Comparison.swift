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

  /// What a program of a workload is called to readers, where its short name says too little.
  static func title(_ workload: String, _ name: String) -> String {
    titles["\(workload) \(name)"] ?? name
  }

  private static let titles = [
    "W1 torch module": "PyTorch, modules and hooks", "W1 torch lean": "PyTorch, raw tensors",
    "W1 torch compile": "PyTorch, compiled", "W1 numpy": "NumPy by hand",
    "W1 jax": "JAX, compiled", "W2 torch+mpl naive": "PyTorch, a new figure each",
    "W2 torch+mpl reuse": "PyTorch, one figure reused",
    "W2 numpy+mpl reuse": "NumPy, one figure reused",
    "W2 sklearn+mpl naive": "scikit-learn, a new figure each", "W3 loop": "PyTorch, point by point",
    "W3 vmap": "PyTorch, vmap", "W3 bmm": "PyTorch, batched", "W3 numpy": "NumPy, batched",
    "W4 torch f32": "PyTorch, 32 bits", "W4 numpy f32": "NumPy, 32 bits",
    "W4 numpy f64": "NumPy, 64 bits", "W5 usual": "PyTorch, new figures",
    "W5 best": "NumPy, figures reused", "W5 static": "Matplotlib, the 20 figures alone",
    "W5 chalkline static": "chalkline, the 20 figures alone",
  ]

  /// Chalkline's own program that another one of a workload is set against.
  static func own(against name: String) -> String {
    name.hasSuffix("static") ? "chalkline static" : "chalkline"
  }

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
