// All kernels for one kind of vectors.

#define LANES lanes
#define BITS bits
#define SPREAD SPREAD8
#define LANE NAME8
#include "elementary_lanes.h"
#undef LANES
#undef BITS
#undef SPREAD
#undef LANE

#define LANES half_lanes
#define BITS half_bits
#define SPREAD SPREAD4
#define LANE NAME4
#include "elementary_lanes.h"
#undef LANES
#undef BITS
#undef SPREAD
#undef LANE

#include "elementary_buffers.h"
#include "product_tiles.h"
#include "bin_counts.h"
