#ifndef SCORE_EXCHANGE_COPENSSL_SHIM_H
#define SCORE_EXCHANGE_COPENSSL_SHIM_H

// Only what OpenSSL 3 keeps: deprecated, slow ways do not compile.
#define OPENSSL_API_COMPAT 30000
#define OPENSSL_NO_DEPRECATED

#include <openssl/crypto.h>
#include <openssl/evp.h>

#endif
