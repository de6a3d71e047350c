#pragma once

// What answers for JavaScript's `Math` on the host, where the tests of a package run.
#ifndef __wasm__
static inline double bindgen_sin(double x) { return __builtin_sin(x); }
static inline double bindgen_cos(double x) { return __builtin_cos(x); }
static inline double bindgen_tan(double x) { return __builtin_tan(x); }
static inline double bindgen_asin(double x) { return __builtin_asin(x); }
static inline double bindgen_acos(double x) { return __builtin_acos(x); }
static inline double bindgen_atan(double x) { return __builtin_atan(x); }
static inline double bindgen_sinh(double x) { return __builtin_sinh(x); }
static inline double bindgen_cosh(double x) { return __builtin_cosh(x); }
static inline double bindgen_tanh(double x) { return __builtin_tanh(x); }
static inline double bindgen_asinh(double x) { return __builtin_asinh(x); }
static inline double bindgen_acosh(double x) { return __builtin_acosh(x); }
static inline double bindgen_atanh(double x) { return __builtin_atanh(x); }
static inline double bindgen_exp(double x) { return __builtin_exp(x); }
static inline double bindgen_expm1(double x) { return __builtin_expm1(x); }
static inline double bindgen_log(double x) { return __builtin_log(x); }
static inline double bindgen_log2(double x) { return __builtin_log2(x); }
static inline double bindgen_log10(double x) { return __builtin_log10(x); }
static inline double bindgen_log1p(double x) { return __builtin_log1p(x); }
static inline double bindgen_cbrt(double x) { return __builtin_cbrt(x); }
static inline double bindgen_atan2(double y, double x) { return __builtin_atan2(y, x); }
static inline double bindgen_hypot(double x, double y) { return __builtin_hypot(x, y); }
static inline double bindgen_pow(double x, double y) { return __builtin_pow(x, y); }
#endif
