#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The logarithm to base 2: weights are in bits.
func base2Logarithm(_ value: Double) -> Double { log2(value) }

/// The probability that belongs to a weight in bits.
func probability(bits: Double) -> Double { 1 / (1 + exp2(-bits)) }

/// The weight in bits that belongs to a probability between 0 and 1.
func bits(probability: Double) -> Double { log2(probability / (1 - probability)) }

/// What a rival of some weight leaves of a pair's own, in bits: of two pairs that exclude each other
/// at most one is true.
func bits(_ weight: Double, besideRival rival: Double) -> Double {
  weight - log2(1 + exp2(rival))
}
