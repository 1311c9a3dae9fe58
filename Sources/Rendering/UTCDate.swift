/// A second of the Gregorian calendar in UTC, written without asking any clock or locale.
struct UTCDate {
  /// As a PDF has it, `D:20000101000000Z`; years 1 to 9999.
  ///
  /// - Source: ISO 32000-1, section 7.9.4.
  let pdf: String

  /// Makes the date of a POSIX time.
  ///
  /// Months are counted from March, so that the leap day ends a year; 400 years have 146097 days.
  init(secondsSince1970 seconds: Int) {
    let earliest = -62_135_596_800
    let latest = 253_402_300_799
    let seconds = min(max(seconds, earliest), latest) - earliest
    let second = seconds % 86400
    // Days since 1 March of the year 0, which is 306 days before 1 January of the year 1.
    let day = seconds / 86400 + 306
    let (era, dayOfEra) = day.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * march + 2) / 5 + 1
    let month = march < 10 ? march + 3 : march - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    func padded(_ value: Int, _ width: Int = 2) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = padded(year, 4) + padded(month) + padded(dayOfMonth)
    let time = padded(second / 3600) + padded(second / 60 % 60) + padded(second % 60)
    pdf = "D:\(date)\(time)Z"
  }
}
