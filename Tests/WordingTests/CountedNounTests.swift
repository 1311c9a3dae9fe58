import Testing
import Wording

struct CountedNounTests {
  @Test(arguments: [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (21, "21 rows"), (-1, "-1 rows")])
  func `only one is singular`(count: Int, text: String) {
    #expect(counted(count, "row") == text)
  }

  @Test func `a noun in s takes es, and an irregular one what it is given`() {
    #expect(counted(3, "class") == "3 classes")
    #expect(counted(1, "class") == "1 class")
    #expect(counted(2, "axis", plural: "axes") == "2 axes")
    #expect(counted(1, "axis", plural: "axes") == "1 axis")
  }
}
