/** Numbers of nobody: areas that do not exist, with the check digits that the rules ask for. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number from its first seventeen digits. */
export function idNumber(first: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first[index]), 0)
  return first + '10X98765432'[sum % 11]
}

/** A card number from all digits but the last. */
export function cardNumber(first: string): string {
  const sum = [...first].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return first + String((10 - (sum % 10)) % 10)
}

export const id = idNumber('33999919900307123')
export const id2 = idNumber('42999919671130002')
/** The same with a check digit that is wrong. */
export const badId = `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`
export const mobile = '13900000001'
export const card = cardNumber('622200000000000123')
export const card16 = cardNumber('622588000000012')

/** Every character followed by something that nobody sees, or by a blank. */
export const parted = (text: string, by: string): string => [...text].join(by)
