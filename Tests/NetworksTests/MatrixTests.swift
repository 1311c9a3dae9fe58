import Networks
import Testing

struct MatrixTests {
  let matrix = Matrix([[1, 2, 3], [4, 5, 6]])

  @Test func `elements lie row after row`() {
    #expect(matrix.values == [1, 2, 3, 4, 5, 6])
    #expect(matrix[1, 0] == 4)
  }

  @Test func `an element can be set`() {
    var changed = matrix
    changed[0, 2] = 9
    #expect(changed == Matrix([[1, 2, 9], [4, 5, 6]]))
  }

  @Test func `a row and a column are read in order`() {
    #expect(matrix.row(1) == [4, 5, 6])
    #expect(matrix.column(1) == [2, 5])
  }

  @Test func `transposing exchanges rows and columns`() {
    #expect(matrix.transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(matrix.transposed.transposed == matrix)
  }

  @Test func `rows can be selected in any order and more than once`() {
    #expect(matrix.selectingRows([1, 0, 1]) == Matrix([[4, 5, 6], [1, 2, 3], [4, 5, 6]]))
  }

  @Test func `no rows make a matrix without elements`() {
    #expect(Matrix([[Double]]()).values.isEmpty)
    #expect(matrix.selectingRows([]).columns == 3)
  }

  @Test func `a product multiplies rows by columns`() {
    let product = matrix * Matrix([[1, 0], [0, 1], [2, 3]])
    #expect(product == Matrix([[1 + 6, 2 + 9], [4 + 12, 5 + 18]]))
  }

  @Test func `infinity times zero is kept as NaN`() {
    let product = Matrix([[.infinity, 1]]) * Matrix([[0], [1]])
    #expect(product[0, 0].isNaN)
  }
}
