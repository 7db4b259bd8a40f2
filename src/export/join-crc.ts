/** CRC-32 of gzip and zlib (RFC 1952), its bits reversed. */
const POLYNOMIAL = 0xedb88320
/** The polynomials 1 and x in that order of bits. */
const [ONE, X] = [0x80000000, 0x40000000]

/** Product of two polynomials modulo that of the CRC. */
function multiply(a: number, b: number): number {
  let [product, factor] = [0, b]
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= factor
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1
  }
  return product >>> 0
}

/** CRC-32 of two texts one after the other, of the CRC of each and the bytes of the second: neither is read again. */
export function joinCrc(first: number, second: number, length: number): number {
  let shift = ONE
  for (let [rest, power] = [length * 8, X]; rest > 0; rest = Math.floor(rest / 2), power = multiply(power, power))
    if (rest % 2 === 1) shift = multiply(power, shift)
  return (multiply(shift, first) ^ second) >>> 0
}
