import Lessons
import Testing

struct NearestWordTests {
  @Test(arguments: [
    ("tahn", "tanh"), ("TANH", "tanh"), ("sigmiod", "sigmoid"), ("leaky_relu", "leaky-relu"),
    ("Leaky ReLU", "leaky-relu"), ("sig", "sigmoid"), ("rleu", "relu"),
    ("softplus-ish", "softplus"),
  ])
  func `a slip finds the word that was meant`(typed: String, meant: String) {
    let known = ["tanh", "sigmoid", "leaky-relu", "relu", "elu", "softplus"]
    #expect(SectionReader.nearest(typed, among: known) == meant)
  }

  @Test(arguments: ["", "x", "zzz", "perceptron", "탄젠트", String(repeating: "relu", count: 1000)])
  func `a word that is like none finds none`(typed: String) {
    #expect(SectionReader.nearest(typed, among: ["tanh", "relu", "sigmoid"]) == nil)
  }

  @Test(arguments: [("learning_rate", "rate"), ("batch-size", "batch"), ("optimiser", "optimizer")])
  func `a field by another name finds the field`(typed: String, meant: String) {
    #expect(SectionReader.nearest(typed, among: ["epochs", "rate", "batch", "optimizer"]) == meant)
  }

  @Test func `a language by its name or by its country finds the code`() {
    #expect(SectionReader.nearest("kr", among: ["en", "ko"]) == "ko")
    #expect(SectionReader.nearest("korean", among: ["en", "ko"]) == "ko")
    #expect(SectionReader.nearest("fr", among: ["en", "ko"]) == nil)
  }

  @Test func `of equally near words the first is offered`() {
    #expect(SectionReader.nearest("bat", among: ["cat", "hat"]) == "cat")
  }

  @Test func `nothing is near among no words`() {
    #expect(SectionReader.nearest("a", among: []) == nil)
  }
}
