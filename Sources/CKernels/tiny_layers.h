// Dense layers of so few numbers, as those of a network for XOR, that packing them into vectors takes
// longer than the arithmetic. Every sum has the terms and the order of the products. Where the number of
// inputs is one that such networks have, the compiler is told, and writes the sums out.

#define EACH(INDEX, COUNT)                            \
  _Pragma("clang loop vectorize(disable)")            \
  for (size_t INDEX = 0; INDEX < (COUNT); INDEX++)

INLINE void tiny_forward(
  kernel_layer layer, const double *x, const double *weights, const double *biases, double *z) {
  EACH(sample, layer.samples) {
    const double *weight = weights;
    EACH(unit, layer.fan_out) {
      double sum = 0;
      EACH(input, layer.fan_in) sum += x[input] * weight[input];
      z[unit] = sum + biases[unit];
      weight += layer.fan_in;
    }
    x += layer.fan_in;
    z += layer.fan_out;
  }
}

INLINE void tiny_backward(
  kernel_layer layer, const double *dz, const double *x, double *weight_gradients,
  double *bias_gradients) {
  EACH(place, layer.fan_in * layer.fan_out) weight_gradients[place] = 0;
  EACH(unit, layer.fan_out) bias_gradients[unit] = 0;
  EACH(sample, layer.samples) {
    double *row = weight_gradients;
    EACH(unit, layer.fan_out) {
      double slope = dz[unit];
      bias_gradients[unit] += slope;
      EACH(input, layer.fan_in) row[input] += slope * x[input];
      row += layer.fan_in;
    }
    dz += layer.fan_out;
    x += layer.fan_in;
  }
}

INLINE void tiny_backward_to_input(
  kernel_layer layer, const double *dz, const double *weights, double *dx) {
  EACH(sample, layer.samples) {
    EACH(input, layer.fan_in) dx[input] = 0;
    const double *weight = weights;
    EACH(unit, layer.fan_out) {
      double slope = dz[unit];
      EACH(input, layer.fan_in) dx[input] += slope * weight[input];
      weight += layer.fan_in;
    }
    dz += layer.fan_out;
    dx += layer.fan_in;
  }
}

#define FOR_INPUTS(CALL)                       \
  switch (layer.fan_in) {                      \
  case 1: layer.fan_in = 1; CALL; break;       \
  case 2: layer.fan_in = 2; CALL; break;       \
  case 3: layer.fan_in = 3; CALL; break;       \
  case 4: layer.fan_in = 4; CALL; break;       \
  default: CALL;                               \
  }

void kernel_tiny_forward(
  kernel_layer layer, const double *x, const double *weights, const double *biases, double *z) {
  FOR_INPUTS(tiny_forward(layer, x, weights, biases, z))
}

void kernel_tiny_backward(
  kernel_layer layer, const double *dz, const double *x, double *weight_gradients,
  double *bias_gradients) {
  FOR_INPUTS(tiny_backward(layer, dz, x, weight_gradients, bias_gradients))
}

void kernel_tiny_backward_to_input(
  kernel_layer layer, const double *dz, const double *weights, double *dx) {
  FOR_INPUTS(tiny_backward_to_input(layer, dz, weights, dx))
}
