/** Record types of an old Excel file that carry formulas ([MS-XLS] 2.3). */
const formula = 0x0006
const definedName = 0x0018
const sharedFormula = 0x04bc
const arrayFormula = 0x0221
/** FrtInfo, which says nothing of cells: whoever reads passes it over. */
const nothing = 0x0850

/**
 * The workbook stream of an old Excel file without its formulas: what they gave is stored beside them and is what is displayed. The
 * library follows every formula to its end, and a damaged one has none. A new copy; records of other kinds are untouched.
 */
export function withoutFormulas(stream: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(stream)
  const bytes = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; ) {
    const type = bytes.getUint16(at, true)
    const length = bytes.getUint16(at + 2, true)
    const body = at + 4
    const fits = body + length <= copy.length
    // Row, column, format, value, flags and chain come before the formula's length.
    if (type === formula && fits && length >= 22) bytes.setUint16(body + 20, 0, true)
    else if (type === formula || type === sharedFormula || type === arrayFormula || type === definedName)
      bytes.setUint16(at, nothing, true)
    at = body + length
  }
  return copy
}
