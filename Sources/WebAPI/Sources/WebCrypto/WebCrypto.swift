import BindgenRuntime

/// The page's or the worker's cryptography: random numbers, digests, signatures, encryption.
public var crypto: Crypto { CryptoScope.crypto }
