import Foundation
import Testing

/// The list beside the frames of an animation, as any program may read it.
struct FrameListing: Decodable {
  struct Frame: Decodable {
    var file: String?
    var epoch: Int?
    var update: Int?
    var presentation: Int?
    var step: Int?
    var scenario: String?
    var losses: [String: Double]?
  }

  var axis: String
  var framesPerSecond: Int
  var frames: [Frame]

  init(_ bytes: Data?) throws {
    self = try JSONDecoder().decode(FrameListing.self, from: try #require(bytes))
  }
}
