import fc from 'fast-check'

/** Any text at all, of any code points and halves of pairs. Takes no time to begin with, which `unit: 'binary'` does. */
export function anyText(
  length: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<string> {
  return fc.array(fc.nat(0x10ffff), { ...length }).map((points) => String.fromCodePoint(...points))
}
