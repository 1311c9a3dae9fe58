/// A kind of film that ffmpeg makes of frames.
enum FilmFormat: String, CaseIterable, Sendable {
  case mp4, webm, gif, apng

  /// What ffmpeg is told between its input and the name of the output.
  var arguments: [String] {
    // H.264 and VP9 want even sides; the page is continued by a pixel where one is odd.
    let even = "pad=ceil(iw/2)*2:ceil(ih/2)*2:0:0"
    switch self {
    case .mp4:
      return [
        "-vf", even, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "18", "-movflags",
        "+faststart", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-f", "mp4",
      ]
    case .webm:
      return [
        "-vf", even, "-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p", "-crf", "24", "-b:v", "0",
        "-row-mt", "0", "-threads", "1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-f",
        "webm",
      ]
    case .gif:
      return [
        "-filter_complex", "[0:v]split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse",
        "-loop", "0", "-f", "gif",
      ]
    case .apng: return ["-plays", "0", "-f", "apng"]
    }
  }
}
