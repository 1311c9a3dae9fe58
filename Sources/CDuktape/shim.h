#pragma once
#include <duktape.h>

// Swift sees no macros that take arguments; these stand for the few that are needed.

static inline duk_context *chalkline_duk_create(void) { return duk_create_heap_default(); }

/// Runs a program; its result or its error is on the stack. 0 if it ran.
static inline duk_int_t chalkline_duk_run(duk_context *context, const char *text, size_t length) {
  return duk_peval_lstring(context, text, length);
}

static inline const char *chalkline_duk_text(duk_context *context, duk_idx_t index) {
  return duk_safe_to_string(context, index);
}
