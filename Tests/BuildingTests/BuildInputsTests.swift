import Building
import Files
import Testing

/// What goes into an output, by name.
struct BuildInputsTests {
  private func inputs(_ parts: KeyValuePairs<String, String>) -> BuildInputs {
    var inputs = BuildInputs()
    for (name, text) in parts { inputs.add(name, text) }
    return inputs
  }

  @Test func `a change is told by the name of what changed, in the order of the inputs`() {
    let old = inputs(["b": "1", "a": "1", "gone": "1", "c": "1"])
    let new = inputs(["b": "2", "a": "1", "new": "1", "c": "2"])
    #expect(new.changes(since: old) == ["b", "new", "c", "gone"])
    #expect(old.changes(since: new) == ["b", "gone", "c", "new"])
  }

  @Test func `equal inputs have no change and one digest`() {
    let (one, other) = (inputs(["a": "1", "b": "2"]), inputs(["a": "1", "b": "2"]))
    #expect(one == other)
    #expect(one.changes(since: other) == [])
    #expect(one.digest == other.digest)
    #expect(BuildInputs().changes(since: BuildInputs()) == [])
  }

  @Test func `two inputs of one name are both looked at`() {
    let both = inputs(["a": "1", "a": "2"])
    #expect(both.changes(since: both) == [])
    #expect(both.changes(since: inputs(["a": "2"])) == ["a"])
    #expect(both.changes(since: inputs(["a": "3", "a": "2"])) == ["a"])
  }

  @Test func `name and content count for the digest`() {
    let all = [
      inputs([:]), inputs(["a": "1"]), inputs(["b": "1"]), inputs(["a": "2"]), inputs(["a": ""]),
      inputs(["a": "1", "b": "1"]), inputs(["b": "1", "a": "1"]), inputs(["a": "1", "a": "1"]),
    ]
    #expect(Set(all.map { $0.digest }).count == all.count)
  }

  @Test func `where one of several texts ends counts`() {
    let lists = [
      [], [""], ["", ""], ["ab"], ["a", "b"], ["a\nb"], ["1:a"], ["a", "", "b"], ["b", "a"],
    ]
    let all = lists.map { list in
      var inputs = BuildInputs()
      inputs.add("texts", list)
      return inputs
    }
    #expect(Set(all.map { $0.digest }).count == lists.count)
  }

  @Test func `a digest may be given for what it is a digest of`() {
    var inputs = BuildInputs()
    inputs.add("a", digest: Digest(of: "1"))
    #expect(inputs == self.inputs(["a": "1"]))
    #expect(BuildInputs(inputs.parts) == inputs)
  }
}
