import Dispatch
import Drawings
import Networks
import Plotting
import Synchronization

/// W2: a picture of what the network answers after each epoch.
struct EpochFrames {
  private static let mesh = (
    xs: Grid.axis(-2...3, count: 200), ys: Grid.axis(-1.5...2, count: 200)
  )

  private let data: DataFolder

  init(_ data: DataFolder) { self.data = data }

  /// Trains, draws and writes; the frames are shared out among `jobs` threads.
  func run(writing out: OutputFolder, jobs: Int, _ stopwatch: Stopwatch) throws {
    let (training, pictures, points) = try stopwatch("setup") {
      (
        try MoonTraining(data, "w2_init.f64", sizes: [2, 8, 8, 1]), try Pictures(), Self.points
      )
    }
    var moments: [(network: Network, loss: Double)] = []
    _ = stopwatch("train") { training.run { moments.append(($1, $2)) } }
    let (dots, kept) = (Self.dots(training), moments)
    let next = Mutex(0)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while let epoch = next.withLock({ next -> Int? in
        defer { next += 1 }
        return next < kept.count ? next : nil
      }) {
        do {
          let (network, loss) = kept[epoch]
          let field = stopwatch("forward") { network.outputs(for: points).values }
          let drawing = stopwatch("draw") {
            let plot = Self.plot(epoch: epoch + 1, loss: loss, field: field, dots: dots)
            return plot.drawing(measuring: pictures.measurer)
          }
          let digits = String(1000 + epoch).dropFirst()
          try stopwatch("encode") {
            let title = "epoch \(epoch + 1)"
            try out.write(
              pictures.file(drawing, .png, "frame", title: title, compression: .quick),
              "frame\(digits).png")
          }
        } catch { failure.withLock { $0 = error } }
      }
    }
    try failure.withLock { if let error = $0 { throw error } }
  }

  private static var points: Matrix {
    var values: [Double] = []
    values.reserveCapacity(80_000)
    for y in mesh.ys { for x in mesh.xs { values += [x, y] } }
    return Matrix(rows: 40_000, columns: 2, values: values)
  }

  private static func plot(epoch: Int, loss: Double, field: [Double], dots: Mark) -> Plot {
    let grid = Grid(xs: mesh.xs, ys: mesh.ys, values: field)
    let box = Pictures.page(744, 554)
    return Plot(
      theme: .paper, size: Pictures.page(960, 720),
      title: "epoch \(epoch)   loss \(NumberText.fixed(loss, places: 4))",
      panels: [
        Panel(
          x: Axis("x₁", domain: -2...3), y: Axis("x₂", domain: -1.5...2),
          marks: [
            .raster(
              grid, ramp: Pictures.diverging, domain: 0...1, pixelsPerPoint: Pictures.dpi / 72),
            .contours(grid, at: [0.5], color: Color(hex: 0), width: 1.5), dots,
          ])
      ], shape: .size(box))
  }

  private static func dots(_ training: MoonTraining) -> Mark {
    let points = (0..<training.inputs.rows).map { row in
      (
        Point(training.inputs[row, 0], training.inputs[row, 1]),
        training.targets[row, 0] > 0.5 ? Pictures.red : Pictures.blue
      )
    }
    return Mark(extent: Extent()) { frame, drawing in
      for (point, color) in points {
        let outline = Path.circle(frame.place(point), radius: 2.75)
        drawing.fill(outline, color)
        drawing.stroke(outline, Color(hex: 0), StrokeStyle(width: 0.8))
      }
    }
  }
}
