#ifndef SCORE_EXCHANGE_CZLIB_SHIM_H
#define SCORE_EXCHANGE_CZLIB_SHIM_H

#include <zlib.h>

// The macros that Swift does not import: deflate without a header, as it stands in a zip archive.

static inline int shim_inflate_init(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }

static inline int shim_deflate_init(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

#endif
