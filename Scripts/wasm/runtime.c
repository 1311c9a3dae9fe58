// The few functions of a C library that Embedded Swift calls, for a module that runs by itself in a page.
//
// Nothing here computes with floating point numbers: all arithmetic of a lesson is Swift's.

#include <stddef.h>
#include <stdint.h>

#define PAGE 65536

extern unsigned char __heap_base;

// Blocks of sizes that are powers of two, each with a list of those that were freed. The word before a
// block holds where its list begins.
static void *freed[32];
static uintptr_t top;

static void *take(size_t size) {
  unsigned class = 5;
  while (((size_t)1 << class) < size) class++;
  if (freed[class]) {
    void *block = freed[class];
    freed[class] = *(void **)block;
    return block;
  }
  if (top == 0) top = ((uintptr_t)&__heap_base + 63) & ~(uintptr_t)63;
  uintptr_t start = top, end = start + ((size_t)1 << class), held = __builtin_wasm_memory_size(0) * PAGE;
  if (end > held && __builtin_wasm_memory_grow(0, (end - held + PAGE - 1) / PAGE) == (size_t)-1)
    __builtin_trap();
  top = end;
  ((uint32_t *)start)[1] = class;
  return (void *)start;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment < 16) alignment = 16;
  char *block = take(size + alignment + 16);
  unsigned class = ((uint32_t *)block)[1];
  char *place = (char *)(((uintptr_t)block + 16 + alignment - 1) & ~(uintptr_t)(alignment - 1));
  ((void **)place)[-1] = block;
  ((uint32_t *)place)[-2] = class;
  *result = place;
  return 0;
}

void free(void *place) {
  if (!place) return;
  void *block = ((void **)place)[-1];
  unsigned class = ((uint32_t *)place)[-2];
  *(void **)block = freed[class];
  ((uint32_t *)block)[1] = class;
  freed[class] = block;
}

int memcmp(const void *left, const void *right, size_t count) {
  const unsigned char *a = left, *b = right;
  for (; count; count--, a++, b++)
    if (*a != *b) return *a - *b;
  return 0;
}

void *memmove(void *target, const void *source, size_t count) {
  unsigned char *to = target;
  const unsigned char *from = source;
  if (to < from) while (count--) *to++ = *from++;
  else while (count--) to[count] = from[count];
  return target;
}

void *memcpy(void *target, const void *source, size_t count) { return memmove(target, source, count); }

void *memset(void *target, int value, size_t count) {
  for (unsigned char *to = target; count; count--) *to++ = (unsigned char)value;
  return target;
}

// Seeds of hash tables, on whose order nothing may depend.
void arc4random_buf(void *target, size_t count) { memset(target, 0x5A, count); }

uintptr_t __stack_chk_guard = 0x2BAD;
void __stack_chk_fail(void) { __builtin_trap(); }

// 128-bit integers, of 64-bit halves so that none of these calls itself.
typedef unsigned __int128 wide;
typedef union { wide whole; struct { uint64_t low, high; } half; } halves;

wide __multi3(wide left, wide right) {
  halves a = {left}, b = {right}, result;
  uint64_t a0 = (uint32_t)a.half.low, a1 = a.half.low >> 32;
  uint64_t b0 = (uint32_t)b.half.low, b1 = b.half.low >> 32;
  uint64_t middle = a1 * b0 + (a0 * b0 >> 32), other = a0 * b1 + (uint32_t)middle;
  result.half.low = other << 32 | (uint32_t)(a0 * b0);
  result.half.high = a1 * b1 + (middle >> 32) + (other >> 32) + a.half.low * b.half.high
    + a.half.high * b.half.low;
  return result.whole;
}

wide __ashlti3(wide value, int shift) {
  halves a = {value}, result;
  if (shift == 0) return value;
  result.half.low = shift < 64 ? a.half.low << shift : 0;
  result.half.high = shift < 64 ? a.half.high << shift | a.half.low >> (64 - shift)
                                : a.half.low << (shift - 64);
  return result.whole;
}

wide __lshrti3(wide value, int shift) {
  halves a = {value}, result;
  if (shift == 0) return value;
  result.half.high = shift < 64 ? a.half.high >> shift : 0;
  result.half.low = shift < 64 ? a.half.low >> shift | a.half.high << (64 - shift)
                               : a.half.high >> (shift - 64);
  return result.whole;
}

wide __udivti3(wide left, wide right) {
  halves a = {left}, b = {right}, rest = {0}, result = {0};
  for (int bit = 127; bit >= 0; bit--) {
    rest.half.high = rest.half.high << 1 | rest.half.low >> 63;
    rest.half.low = rest.half.low << 1 | ((bit < 64 ? a.half.low >> bit : a.half.high >> (bit - 64)) & 1);
    if (rest.half.high > b.half.high
      || (rest.half.high == b.half.high && rest.half.low >= b.half.low)) {
      rest.half.high -= b.half.high + (rest.half.low < b.half.low);
      rest.half.low -= b.half.low;
      if (bit < 64) result.half.low |= (uint64_t)1 << bit;
      else result.half.high |= (uint64_t)1 << (bit - 64);
    }
  }
  return result.whole;
}
