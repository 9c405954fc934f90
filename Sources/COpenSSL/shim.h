#ifndef SCORE_EXCHANGE_COPENSSL_SHIM_H
#define SCORE_EXCHANGE_COPENSSL_SHIM_H

// Only what OpenSSL 3 keeps: deprecated, slow ways do not compile.
#define OPENSSL_API_COMPAT 30000
#define OPENSSL_NO_DEPRECATED

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

// The macros and typed stacks that Swift does not import.

static inline EVP_PKEY *shim_generate_p256(void) {
  return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
}

/// Gives a context of HMAC its key and SHA-256.
static inline int shim_hmac_sha256_begin(EVP_MAC_CTX *context, const unsigned char *key, size_t length) {
  char digest[] = "SHA256";
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string("digest", digest, 0), OSSL_PARAM_construct_end()};
  return EVP_MAC_init(context, key, length, parameters);
}

static inline void shim_bio_end_when_empty(BIO *bio) {
  BIO_set_mem_eof_return(bio, 0);
}

static inline long shim_bio_contents(BIO *bio, char **contents) {
  return BIO_get_mem_data(bio, contents);
}

static inline void shim_free(void *pointer) { OPENSSL_free(pointer); }

static inline STACK_OF(X509) *shim_certificates_new(void) { return sk_X509_new_null(); }

static inline int shim_certificates_push(STACK_OF(X509) *stack, X509 *certificate) {
  return sk_X509_push(stack, certificate);
}

static inline int shim_certificates_count(const STACK_OF(X509) *stack) {
  return sk_X509_num(stack);
}

static inline X509 *shim_certificates_at(const STACK_OF(X509) *stack, int index) {
  return sk_X509_value(stack, index);
}

// Frees the stack alone; the certificates in it belong to somebody else.
static inline void shim_certificates_free(STACK_OF(X509) *stack) { sk_X509_free(stack); }

// What a time-stamp is checked for: version, signature with chain, and the digest it stands for.
static inline unsigned int shim_timestamp_checks(void) {
  return TS_VFY_VERSION | TS_VFY_SIGNATURE | TS_VFY_IMPRINT;
}

// A copy of bytes in the library's own memory.
static inline unsigned char *shim_copy(const unsigned char *bytes, size_t count) {
  return OPENSSL_memdup(bytes, count);
}

#endif
