import Wording
import Testing

struct NearestWordTests {
  @Test(arguments: [
    ("tahn", "tanh"), ("TANH", "tanh"), ("sigmiod", "sigmoid"), ("leaky_relu", "leaky-relu"),
    ("Leaky ReLU", "leaky-relu"), ("sig", "sigmoid"), ("rleu", "relu"),
    ("softplus-ish", "softplus"),
  ])
  func `a slip finds the word that was meant`(typed: String, meant: String) {
    let known = ["tanh", "sigmoid", "leaky-relu", "relu", "elu", "softplus"]
    #expect(NearestWord.find(typed, among: known) == meant)
  }

  @Test(arguments: ["", "x", "zzz", "perceptron", "탄젠트", String(repeating: "relu", count: 1000)])
  func `a word that is like none finds none`(typed: String) {
    #expect(NearestWord.find(typed, among: ["tanh", "relu", "sigmoid"]) == nil)
  }

  @Test(arguments: [("learning_rate", "rate"), ("batch-size", "batch"), ("optimiser", "optimizer")])
  func `a field by another name finds the field`(typed: String, meant: String) {
    #expect(NearestWord.find(typed, among: ["epochs", "rate", "batch", "optimizer"]) == meant)
  }

  @Test func `a language by its name or by its country finds the code`() {
    #expect(NearestWord.find("kr", among: ["en", "ko"]) == "ko")
    #expect(NearestWord.find("korean", among: ["en", "ko"]) == "ko")
    #expect(NearestWord.find("fr", among: ["en", "ko"]) == nil)
  }

  @Test func `of equally near words the first is offered`() {
    #expect(NearestWord.find("bat", among: ["cat", "hat"]) == "cat")
  }

  @Test func `nothing is near among no words`() {
    #expect(NearestWord.find("a", among: []) == nil)
  }
}
