/// What Web Cryptography adds to the global scope (https://w3c.github.io/webcrypto/#crypto-interface).
[Import, JSName="globalThis"]
namespace CryptoScope {
  /// Random numbers, and `subtle`, which browsers have in secure contexts alone.
  readonly attribute Crypto crypto;
};
