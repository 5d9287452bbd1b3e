/** Formulas of cells ([MS-XLS] 2.4.127, and those of Excel 3 and 4), whose records hold the value that is displayed. */
const cellFormulas: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406])
/**
 * Records that name no cell's value, and in which the library loses itself when they are damaged: array formulas, shared formulas and
 * defined names (their formula may have no end), references to other books, links and their hints (their area may be a whole sheet).
 */
const without: ReadonlySet<number> = new Set([
  0x0021, 0x0221, 0x04bc, 0x0018, 0x0218, 0x0017, 0x0023, 0x0223, 0x01ae, 0x01b8, 0x0800,
])
/** ChartFrtInfo, which says nothing of cells: whoever reads passes it over. */
const nothing = 0x0850
/** Row, column, format, value, flags, chain and the formula's length: the least that a formula takes. */
const leastFormula = 22

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
    const isFormula = cellFormulas.has(type)
    // After the value and its flags: the length stands in different places in different versions, and all of them become zero.
    if (isFormula && length >= leastFormula && body + length <= copy.length)
      copy.fill(0, body + 15, body + leastFormula)
    else if (isFormula || without.has(type)) bytes.setUint16(at, nothing, true)
    at = body + length
  }
  return copy
}
