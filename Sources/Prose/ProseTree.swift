/// Prose as a tree that lies flat: each node is followed by all that is in it.
///
/// Nothing that goes through it need be recursive, since quotes can be nested as deeply as a file is long.
public struct ProseTree: Equatable, Sendable {
  /// A node and where it ends.
  public struct Node: Equatable, Sendable {
    /// What it is.
    public let kind: ProseNode
    /// The index after the last node in it, or after itself if there is none.
    public internal(set) var end: Int
  }

  /// The nodes in the order of the text.
  public internal(set) var nodes: [Node] = []

  /// Makes a tree that shows figures one after the other.
  public init(showing figures: [String]) {
    for name in figures {
      let index = nodes.count
      nodes.append(Node(kind: .paragraph, end: index + 2))
      nodes.append(
        Node(kind: .image(target: "figures/\(name).svg", figure: name), end: index + 2))
    }
  }

  init() {}

  /// The indices of the nodes directly below the node at `parent`, or of the outermost ones.
  public func children(of parent: Int? = nil) -> [Int] {
    let end = parent.map { nodes[$0].end } ?? nodes.count
    var children: [Int] = []
    var index = parent.map { $0 + 1 } ?? 0
    while index < end {
      children.append(index)
      index = nodes[index].end
    }
    return children
  }

  /// The indices of everything within the node at `index`.
  public func descendants(of index: Int) -> Range<Int> { index + 1..<nodes[index].end }

  /// The text within the node at `index`, without marks; with the text of HTML only if so asked for,
  /// and with what `formula` makes of formulas.
  public func plainText(
    in index: Int, withHTML: Bool, formula: (ProseText.Formula) -> String
  ) -> String {
    var text = ""
    var next = index + 1
    while next < nodes[index].end {
      switch nodes[next].kind {
      case .text(let words), .codeSpan(let words): text += words
      case .softBreak, .lineBreak: text += " "
      case .mention(let name): text += "@fig-\(name)"
      case .formula(let tex): text += formula(tex)
      case .htmlSpan where !withHTML, .htmlBlock where !withHTML:
        next = nodes[next].end
        continue
      default: break
      }
      next += 1
    }
    return text
  }
}
