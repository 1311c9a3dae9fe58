import Testing
import Tracing

struct ValidationErrorTests {
  private func complaintAbout(_ data: String, files: [String: String] = [:]) -> String {
    complaint("data: \(data)\nnetwork: {layers: [1 sigmoid]}\ntrain: {epochs: 1}", files: files)
  }

  @Test func `no validation is not written as 0`() {
    #expect(
      complaintAbout("{shape: moons, validation: 0}") == """
        lesson.yaml:4:38: error: 'validation' is 0; it must be above 0
          4 |     data: {shape: moons, validation: 0}
            |                                      ^
        """)
  }

  @Test func `neither a share nor a number of rows`() {
    #expect(
      complaintAbout("{shape: moons, validation: 1.5}") == """
        lesson.yaml:4:38: error: 'validation' is 1.5; it must be a share below 1, or a whole number \
        of rows up to 100000
          4 |     data: {shape: moons, validation: 1.5}
            |                                      ^
        """)
  }

  @Test func `a share that is no row`() {
    #expect(
      complaintAbout("{shape: xor, validation: 0.1}") == """
        lesson.yaml:4:36: error: a share of 0.1 of the 4 rows of xor is no row
          4 |     data: {shape: xor, validation: 0.1}
            |                                    ^
            = set a larger share apart, or use more rows
        """)
  }

  @Test func `all rows of a file set apart`() {
    #expect(
      complaintAbout(
        "{file: p.csv, target: kind, validation: 3}", files: ["p.csv": "x,kind\n1,a\n2,b\n3,a\n"])
          == """
          lesson.yaml:4:51: error: validation on 3 rows leaves nothing to learn from: p.csv has 3 rows
            4 |     data: {file: p.csv, target: kind, validation: 3}
              |                                                   ^
              = write a share below 1, such as validation: 0.3
          """)
  }

  @Test func `more rows taken than there are`() {
    #expect(
      complaintAbout("{shape: moons, rows: 100, take: 200}") == """
        lesson.yaml:4:43: error: cannot take 200 rows: moons has 100
          4 |     data: {shape: moons, rows: 100, take: 200}
            |                                           ^
            = write data: {shape: moons, rows: 200} or more rows
        """)
  }

  @Test func `more rows taken than are left`() {
    #expect(
      complaintAbout("{shape: moons, rows: 100, take: 80, validation: 0.3}").hasPrefix(
        "lesson.yaml:4:43: error: cannot take 80 rows: moons has 70 besides the 30 for validation"))
  }
}
