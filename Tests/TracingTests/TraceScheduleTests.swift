import Testing
import Tracing

struct TraceScheduleTests {
  private static let schedules: [TraceSchedule] = [
    .ends, .standard, .every(7), .first(5), .logarithmic(12), .epochs([3, 50, 400]),
    .every(3, .updates), .first(4, .updates), .updates([2, 9]),
    .every(10).union(.first(3)).union(.updates([1])),
  ]

  @Test(arguments: schedules, [0, 1, 2, 10, 99])
  func `the first and the last epoch are kept, all ascending`(schedule: TraceSchedule, last: Int) {
    let epochs = schedule.epochs(upTo: last)
    #expect(epochs.first == 0)
    #expect(epochs.last == last)
    #expect(zip(epochs, epochs.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: schedules)
  func `the list of updates agrees with the question for each`(schedule: TraceSchedule) {
    let asked = (0...31).filter { schedule.keepsUpdate($0, of: 30) }
    #expect(schedule.updates(upTo: 30) == asked)
  }

  @Test(arguments: schedules)
  func `a union keeps what either keeps`(schedule: TraceSchedule) {
    let both = schedule.union(.every(8))
    let either = Set(schedule.epochs(upTo: 60)).union(TraceSchedule.every(8).epochs(upTo: 60))
    #expect(Set(both.epochs(upTo: 60)) == either)
    #expect(both.union(.every(8)) == both)
  }

  @Test func `every ten epochs of twenty-five`() {
    #expect(TraceSchedule.every(10).epochs(upTo: 25) == [0, 10, 20, 25])
  }

  @Test func `the first three epochs`() {
    #expect(TraceSchedule.first(3).epochs(upTo: 25) == [0, 1, 2, 3, 25])
  }

  @Test func `a logarithmic schedule doubles`() {
    #expect(TraceSchedule.logarithmic(11).epochs(upTo: 1024) == [0] + (0...10).map { 1 << $0 })
  }

  @Test func `named epochs beyond the end are told`() {
    let schedule = TraceSchedule.epochs([0, 50, 200, 300]).union(.updates([5, 900]))
    #expect(schedule.epochs(upTo: 100) == [0, 50, 100])
    #expect(schedule.epochs(beyond: 100) == [200, 300])
    #expect(schedule.updates(beyond: 800) == [900])
  }

  @Test func `updates count from one`() {
    #expect(TraceSchedule.every(4, .updates).updates(upTo: 10) == [4, 8])
    #expect(TraceSchedule.first(2, .updates).updates(upTo: 10) == [1, 2])
  }
}
