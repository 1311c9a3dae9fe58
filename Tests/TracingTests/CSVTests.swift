import Lessons
import Networks
import Testing
import Tracing

struct CSVTests {
  private func dataset(_ text: String, _ data: String = "target: class") throws -> Dataset {
    let scenario = try scenario(
      """
      data: {file: points.csv, \(data)}
      network: {layers: [1 sigmoid]}
      train: {epochs: 0}
      """)
    return try #require(scenario.spec.data).dataset(
      seed: 0, files: CSVSource(texts: ["points.csv": text]))
  }

  private func message(_ text: String, _ data: String = "target: class") -> String {
    do {
      _ = try dataset(text, data)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    "x,y,class\n1,2,a\n3,4.5,b\n", "x;y;class\r\n1;2;a\r\n3;4,5;b",
    "x\ty\tclass\n1\t2\ta\n3\t4.5\tb",
    "\u{FEFF}x,y,class\n\n1, 2 ,a\n\n3,4.5,\"b\"\n\n", "\"x\",\"y\",\"class\"\r1,2,a\r3,4.5,b\r",
  ])
  func `separators, line ends, quotes and marks do not matter`(text: String) throws {
    let dataset = try dataset(text)
    #expect(dataset.inputs == Matrix([[1, 2], [3, 4.5]]))
    #expect(dataset.inputNames == ["x", "y"])
    #expect(dataset.classNames == ["a", "b"])
    #expect(dataset.name == "points.csv")
  }

  @Test func `quoted cells may hold separators, quotes and line ends`() throws {
    let dataset = try dataset("x,class\n1,\"a, \"\"b\"\"\"\n2,\"c\nd\"\n")
    #expect(dataset.classNames == ["a, \"b\"", "c\nd"])
  }

  @Test func `classes that are words keep the order of their appearance`() throws {
    let dataset = try dataset("x,class\n1,고양이\n2,개\n3,고양이\n")
    #expect(dataset.classNames == ["고양이", "개"])
    #expect(dataset.classes == [0, 1, 0])
  }

  @Test func `classes that are numbers are in their own order, however written`() throws {
    let dataset = try dataset("x,class\n1,10\n2,9\n3,9.0\n4,010\n")
    #expect(dataset.classNames == ["9", "10"])
    #expect(dataset.classes == [1, 0, 0, 1])
  }

  @Test func `a target of many numbers is regression`() throws {
    let rows = (0..<20).map { "\($0),\($0 * $0)\n" }.joined()
    #expect(try dataset("x,class\n" + rows).task == .regression)
    #expect(try dataset("x,class\n1,0.5\n2,0.25\n").task == .regression)
    let forced = try dataset("x,class\n1,0.5\n2,0.25\n", "target: class, task: classification")
    #expect(forced.classNames == ["0.25", "0.5"])
  }

  @Test func `whole numbers can be asked to be regression`() throws {
    let dataset = try dataset("x,class\n1,0\n2,1\n", "target: class, task: regression")
    #expect(dataset.task == .regression)
    #expect(dataset.targets.values == [0, 1])
  }

  @Test func `inputs are taken in the order asked for, the rest left alone`() throws {
    let text = "name,a,class,b\nfoo,1,u,2\nbar,3,v,4\n"
    let dataset = try dataset(text, "inputs: [b, a], target: class")
    #expect(dataset.inputNames == ["b", "a"])
    #expect(dataset.inputs == Matrix([[2, 1], [4, 3]]))
  }

  @Test func `standardized inputs have mean zero and deviation one`() throws {
    let text = "a,b,class\n1,5,u\n3,5,v\n"
    let dataset = try dataset(text, "target: class, standardize: true")
    #expect(dataset.inputs == Matrix([[-1, 0], [1, 0]]))
  }

  @Test func `a scenario trains on a file`() throws {
    let scenario = try scenario(
      """
      data: {file: a/points.csv, target: kind}
      network: {layers: [3 softmax]}
      train: {epochs: 50, rate: 0.5, batch: 2}
      """)
    let text = "x,y,kind\n0,0,red\n1,0,green\n0,1,blue\n0.1,0,red\n"
    let trace = try scenario.run(files: CSVSource(texts: ["a/points.csv": text]))
    #expect(trace.dataset.targets.columns == 3)
    #expect(trace.last.loss < trace.first.loss)
  }

  @Test func `a bad cell is shown in its file`() {
    #expect(
      message("x,y,class\n1,2,a\n3,four,b\n") == """
        points.csv:3:3: error: expected a number, found 'four'
          3 | 3,four,b
            |   ^
        """)
  }

  @Test func `an empty cell is shown in its file`() {
    #expect(
      message("x,y,class\n1,,a\n3,4,b\n") == """
        points.csv:2:3: error: this cell is empty
          2 | 1,,a
            |   ^
        """)
  }

  @Test func `a row of another length is shown in its file`() {
    #expect(
      message("x,y,class\n1,2,a\n3,4\n") == """
        points.csv:3:3: error: this row has 2 cells and the header 3
          3 | 3,4
            |   ^
        """)
  }

  @Test func `a missing column is shown in the lesson, with the nearest`() {
    #expect(
      message("x,y,class\n1,2,a\n3,4,b\n", "inputs: [x, z], target: klass") == """
        lesson.yaml:4:54: error: no column named 'klass' in points.csv; did you mean 'class'?
          4 |     data: {file: points.csv, inputs: [x, z], target: klass}
            |                                                      ^
            = columns: x, y, class
        """)
  }

  @Test(arguments: [
    ("", "the file is empty"), ("x,class\n", "there is no row below the column names"),
    ("x,x,class\n1,2,a\n", "column 'x' is there twice"),
    ("x,class\n1,\"a\n", "this quote is never closed"),
    ("x,class\n1,\"a\"b\n", "expected the end of the cell after its closing quote"),
    ("x,class\n1,a\n2,a\n", "column 'class' has only one class, 'a'"),
    ("x,class\nnan,a\n2,b\n", "expected a number, found 'nan'"),
    ("class\na\nb\n", "the file has no column besides the target"),
  ])
  func `what is wrong with a file is said`(text: String, expected: String) {
    #expect(message(text).contains("error: \(expected)\n"))
  }

  @Test func `bytes that are not UTF-8 are told`() throws {
    let source = CSVSource { _ in
      CSVSource.File(name: "points.csv", bytes: Array("x,class\n1,".utf8) + [0xFF, 0x0A])
    }
    let scenario = try scenario(
      """
      data: {file: points.csv, target: class}
      network: {layers: [1 sigmoid]}
      train: {epochs: 0}
      """)
    let error = #expect(throws: TrainingError.self) { try scenario.run(files: source) }
    #expect(error?.lessonError.location == SourceLocation(file: "points.csv", line: 2, column: 3))
  }

  @Test(arguments: ["/etc/passwd", "../points.csv", "a/../../points.csv", "a\\\\b.csv"])
  func `a file outside the lesson is refused`(path: String) {
    let text = """
      data: {file: "\(path)", target: class}
      network: {layers: [1 sigmoid]}
      train: {epochs: 0}
      """
    #expect(complaint(text).contains("is not a file in the lesson's own folder"))
  }
}
