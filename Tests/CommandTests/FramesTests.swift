import Foundation
import Testing

struct FramesTests {
  private func scratch(epochs: Int) throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.chalkline("new", "two-lines")
    let file = scratch.folder.appending(path: "lessons/two-lines/lesson.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing(#/epochs: \d+/#, with: "epochs: \(epochs)").utf8).write(to: file)
    return scratch
  }

  /// The greatest amount of memory that a run of the program held at any time, in KiB.
  private func peakMemory(_ scratch: Scratch, frames: Int) throws -> Int {
    let program = try Scratch.program().path
    let words = [
      program, "frames", "two-lines#boundary", "--count", String(frames), "--spacing", "linear",
      "--format", "png", "--dpi", "72", "--lang", "en",
      "--lessons", scratch.folder.appending(path: "lessons").path,
      "--output", scratch.folder.appending(path: "output").path,
    ]
    // Linux counts the memory of whoever starts a program as memory of the program: so somebody small does.
    let start = """
      import resource, subprocess, sys
      subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
      print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
      """
    let outcome = try scratch.run(["-c", start] + words, of: "/usr/bin/python3")
    return try #require(Int(outcome.output.split(separator: "\n").last ?? ""), "\(outcome)")
  }

  @Test func `ten times the frames take no more memory`() throws {
    let scratch = try scratch(epochs: 600)
    let few = try peakMemory(scratch, frames: 30)
    let many = try peakMemory(scratch, frames: 300)
    let images = scratch.files().keys.filter { $0.hasSuffix(".png") }
    #expect(images.count == 300)
    // A frame of 480 points across holds a megabyte of pixels and more of marks: 270 of them kept would be far
    // above this margin, which is for the list of what was written, with a table of each frame, and for the
    // texts that are kept for a while.
    #expect(many < few + 24 * 1024, "\(few) KiB for 30 frames, \(many) KiB for 300")
  }

  /// Signals, one after the other, and the exit code that a shell sees.
  @Test(arguments: [
    (["INT"], [130]), (["TERM"], [143]), (["HUP"], [129]), (["INT", "INT"], [130]),
    // Which one ends it, is theirs to settle.
    (["TERM", "INT"], [130, 143]),
  ])
  func `a film that is interrupted leaves neither a file nor a process`(
    signals: [String], exitCodes: [Int]
  ) throws {
    let scratch = try scratch(epochs: 600)
    let bin = scratch.folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    let ffmpeg = bin.appending(path: "ffmpeg")
    // It begins its file, says who it is and never reads.
    let text = """
      #!/bin/sh
      for out in "$@"; do :; done
      : > "$out"
      echo $$ > pid
      exec sleep 1000

      """
    try Data(text.utf8).write(to: ffmpeg)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: ffmpeg.path)
    let run = """
      PATH="$PWD/bin:$PATH" env --default-signal=INT "$0" frames two-lines#boundary --count 300 --lang en &
      until [ -s pid ]; do kill -0 $! || exit 9; sleep 0.02; done
      \(signals.map { "kill -\($0) $!; " }.joined())wait $!; echo "ended $?"
      kill -0 $(cat pid) 2> /dev/null && echo "ffmpeg lives"
      """
    // A shell without job control makes its background jobs deaf to SIGINT, and the program obeys.
    let outcome = try scratch.run(["-c", run, Scratch.program().path], of: "/bin/bash")
    #expect(exitCodes.contains { outcome.output.contains("ended \($0)\n") }, "\(outcome)")
    #expect(!outcome.output.contains("ffmpeg lives"))
    #expect(scratch.files().isEmpty)
  }
}
