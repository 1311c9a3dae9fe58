/// A kind of film that ffmpeg makes of frames.
enum FilmFormat: String, CaseIterable, Sendable {
  case mp4, webm, gif, apng

  /// What ffmpeg is told between its input and the name of the output.
  ///
  /// One thread and no trace of the program, so that the same frames make the same bytes on any machine
  /// with the same ffmpeg.
  var arguments: [String] {
    let steady = [
      "-map_metadata", "-1", "-threads", "1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
    ]
    // The colors are converted as players expect it, and say so.
    let video =
      [
        "-vf", "scale=out_color_matrix=bt709:out_range=tv", "-pix_fmt", "yuv420p", "-colorspace",
        "bt709", "-color_primaries", "bt709", "-color_trc",
        "bt709",
      ]
    switch self {
    case .mp4:
      return video + ["-c:v", "libx264", "-crf", "18", "-movflags", "+faststart"] + steady
        + ["-f", "mp4"]
    case .webm:
      return video
        + ["-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0", "-row-mt", "0", "-cpu-used", "2"]
        + steady + ["-f", "webm"]
    case .gif:
      return [
        "-filter_complex", "[0:v]split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse",
        "-loop", "0",
      ] + steady + ["-f", "gif"]
    case .apng: return ["-pix_fmt", "rgb24", "-plays", "0"] + steady + ["-f", "apng"]
    }
  }
}
