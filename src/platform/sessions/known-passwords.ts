/**
 * Words that people build passwords from. A password whose letters are no more than one of these
 * (with digits and signs around it, or signs standing for letters) is guessed in the first minute.
 */
const commonWords = `
password passwd pass root admin administrator manager system sysadmin user users test tester guest demo
welcome login letmein hello master super superman batman dragon monkey shadow sunshine princess football baseball
iloveyou love loveyou woaini woaiwojia woaizhongguo aini wojiaoni wodemima mima mimashi nihao tianxia
qwer qwert qwerty qwertyuiop asdf asdfg asdfgh asdfghjkl zxcv zxcvb zxcvbn zxcvbnm qaz wsx qazwsx qazwsxedc qweasd qweasdzxc
abc abcd abcde abcdef abcdefg aa aaa aaaa aaaaa aaaaaa abcabc changeme default secret computer internet server huawei
china beijing shanghai zhongguo zhengfu gongkai gov government office windows oracle mysql postgres sa
spring summer autumn winter january monday company public private temp temporary
`
  .trim()
  .split(/\s+/)

/** Whole passwords that stand in every list of leaked ones and meet a rule of kinds. */
const commonWhole = `
1qaz2wsx 1qaz@wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx !qaz2wsx 1qaz!qaz 1qazxsw2 p@ssw0rd passw0rd a123456789 aa123456 abc123456
5201314 woaini1314 1314520 147258369 123456789a 123456abc q123456 qq123456 w123456 z123456 asd123456 zxc123456 1234qwer qwer1234
`
  .trim()
  .split(/\s+/)

const words = new Set(commonWords)
const whole = new Set(commonWhole)

const signsForLetters: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

const runs = '01234567890abcdefghijklmnopqrstuvwxyz'

/** Whether the password is one that a guesser tries first. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase()
  if (
    whole.has(lower) ||
    [...whole].some((known) => lower.startsWith(known) && lower.length - known.length <= 3)
  )
    return true
  const letters = lower.replace(/[^a-z]/g, '')
  if (words.has(letters)) return true
  const core = lower.replace(/^[^a-z]+/, '').replace(/[^a-z@$]+$/, '')
  const unsigned = [...core].map((sign) => signsForLetters[sign] ?? sign).join('')
  if (words.has(unsigned.replace(/[^a-z]/g, ''))) return true
  if (new Set(lower).size < 5) return true
  return longestRun(lower) >= password.length - 3
}

/** Length of the longest stretch that walks the alphabet or the digits up, down or on the spot. */
function longestRun(text: string): number {
  let best = 1
  for (const step of [-1, 0, 1]) {
    let length = 1
    for (let i = 1; i < text.length; i += 1) {
      const before = runs.indexOf(text[i - 1] ?? '')
      const now = runs.indexOf(text[i] ?? '')
      length = before >= 0 && now >= 0 && now - before === step ? length + 1 : 1
      best = Math.max(best, length)
    }
  }
  return best
}
