import Languages
import Drawings

/// Blocks on pages: as many on each as fit, and the room that is left becomes lines for notes.
struct HandoutLayout {
  /// What stands on one page.
  private struct Sheet {
    var blocks: [HandoutBlock]
    var isAcross = false
    /// By how much its figures are made smaller so that they fit.
    var shrink = 1.0
  }

  private let print: PrintPage
  private var sheets: [Sheet] = []
  private static let gap = 24.0
  /// Figures may become so much smaller where that brings one more onto a page.
  private static let shrinks = [1, 0.94, 0.88, 0.82, 0.78]

  init(print: PrintPage) { self.print = print }

  private func print(of sheet: Sheet) -> PrintPage { sheet.isAcross ? print.across : print }

  private func top(ofSheet index: Int, _ print: PrintPage) -> Double {
    guard index == 0 else { return PrintPage.margin }
    var page = print.blank
    return print.writeHead(print.words(.handout), on: &page)
  }

  private func height(of sheet: Sheet) -> Double {
    let print = print(of: sheet)
    return sheet.blocks.reduce(Self.gap * Double(max(0, sheet.blocks.count - 1))) {
      $0 + $1.height(on: print, shrink: sheet.shrink, rules: $1.leastRules)
    }
  }

  private func fits(_ sheet: Sheet, at index: Int) -> Bool {
    let print = print(of: sheet)
    return height(of: sheet) <= print.bottom - top(ofSheet: index, print)
  }

  /// Adds a block, on the last page if there is room for it.
  mutating func add(_ block: HandoutBlock) {
    guard !block.isWide(on: print) else {
      sheets.append(Sheet(blocks: [block], isAcross: true))
      return
    }
    if let last = sheets.last, !last.isAcross {
      let tries = Self.shrinks.map { Sheet(blocks: last.blocks + [block], shrink: $0) }
      if let sheet = tries.first(where: { fits($0, at: sheets.count - 1) }) {
        sheets[sheets.count - 1] = sheet
        return
      }
    }
    var sheet = Sheet(blocks: [block])
    // The first page has a head: a high figure has to be smaller there.
    while !fits(sheet, at: sheets.count), sheet.shrink > 0.3 { sheet.shrink -= 0.02 }
    sheets.append(sheet)
  }

  /// The pages with their table of contents.
  func document() -> Document {
    var document = Document()
    var level = 1
    document.outline.append(.init(print.content.lesson, page: 0))
    for (index, sheet) in sheets.enumerated() {
      for block in sheet.blocks {
        if let section = block.section {
          document.outline.append(.init(section, level: 1, page: index))
          level = 2
        }
        document.outline.append(.init(block.heading, level: level, page: index))
      }
      document.pages.append(page(of: sheet, at: index))
    }
    document.pages = print.numbered(document.pages)
    return document
  }

  private func page(of sheet: Sheet, at index: Int) -> Document.Page {
    let print = print(of: sheet)
    var page = print.blank
    var y = top(ofSheet: index, print)
    if index == 0 { _ = print.writeHead(print.words(.handout), on: &page) }
    let spare = max(0, print.bottom - y - height(of: sheet))
    let writable = max(1, sheet.blocks.filter { $0.leastRules > 0 }.count)
    let more = Int(spare / HandoutBlock.ruling) / writable
    for block in sheet.blocks {
      let rules = block.leastRules > 0 ? block.leastRules + more : 0
      block.draw(on: &page, at: y, print, shrink: sheet.shrink, rules: rules)
      y += block.height(on: print, shrink: sheet.shrink, rules: rules) + Self.gap
    }
    return page
  }
}
