// Counting into bins. Where a number belongs is found for eight at a time; the counting itself runs in
// four tables in turn, so that no count waits for the one before it.

static void NAME(bin_counts)(
  const double *x, size_t count, double low, double high, size_t bins, size_t *tables) {
  // Halves, as the width itself may overflow.
  double half_low = low / 2, width = high / 2 - low / 2;
  double last = (double)(bins - 1), factor = (double)bins;
  size_t length = bins + 3;
  while (count > 0) {
    size_t some = SMALLER(count, 8);
    lanes values = SPREAD8(0);
    if (some == 8) __builtin_memcpy(&values, x, sizeof values);
    else __builtin_memcpy(&values, x, some * sizeof(double));
    lanes place = (values * 0.5 - half_low) / width * factor;
    place = NAME8(select)((bits)(place < last), place, SPREAD8(last));
    place = NAME8(select)((bits)(values < low), SPREAD8(factor), place);
    place = NAME8(select)((bits)(values > high), SPREAD8(factor + 1), place);
    bits finite = (bits)(NAME8(magnitudes)(values) < __builtin_inf());
    place = NAME8(select)(finite, place, SPREAD8(factor + 2));
    places index = __builtin_convertvector(place, places);
    if (some == 8) {
      for (int lane = 0; lane < 8; lane++) tables[(lane & 3) * length + index[lane]]++;
    } else {
      for (size_t lane = 0; lane < some; lane++) tables[index[lane]]++;
    }
    x += some;
    count -= some;
  }
}
