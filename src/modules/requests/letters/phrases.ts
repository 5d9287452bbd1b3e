import {
  paragraph,
  writtenDay,
  type OfficialDocument,
  type ParagraphBlock,
  type WrittenBlock,
} from '../../../documents/write/model.ts'

export const regulation = '《中华人民共和国政府信息公开条例》'
/** The Regulation at its first mention, where the letter names it again as 《条例》. */
export const regulationInFull = `${regulation}（以下简称《条例》）`
export const feeRules = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）'

/** How an application came, as a letter says it. */
export const channelPhrases = {
  counter: '当面提交的',
  registeredPost: '邮寄的',
  ordinaryPost: '邮寄的',
  online: '通过网上申请渠道提交的',
  fax: '通过传真提交的',
  email: '通过电子邮件提交的',
  oral: '口头提出、由本机关代为填写的',
} as const

export interface AddressedPerson {
  readonly name: string
  readonly isNaturalPerson: boolean
}

/** How the reader is spoken to. */
export function you({ isNaturalPerson }: Pick<AddressedPerson, 'isNaturalPerson'>): string {
  return isNaturalPerson ? '您' : '你单位'
}

/** Text as quoted, with inner quotation marks turned into single ones and the last full stop left out. */
export function quoted(text: string): string {
  return `“${text
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/[。．.]$/, '')}”`
}

/** A sentence ends in one full stop, whatever the clerk typed. */
export function sentence(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text.replace(/[；;，,、．.]$/, '')}。`
}

/** A part of a sentence: without the full stop the clerk may have typed. */
export function clause(text: string): string {
  return text.replace(/[。．.；;，,]$/, '')
}

interface CaseOf {
  readonly applicant: AddressedPerson
  readonly request: {
    readonly number: string
    readonly receivedOn: string
    readonly channel: keyof typeof channelPhrases
    readonly content: string
  }
}

/** The first paragraph: when and how the application came, its number, its content as filed. */
export function opening({ applicant, request }: CaseOf, then: string): ParagraphBlock {
  return {
    part: 'opening',
    ...paragraph(
      `本机关于${writtenDay(request.receivedOn)}收到${you(applicant)}${channelPhrases[request.channel]}政府信息公开申请`,
      `（申请编号：${request.number}），申请公开${quoted(request.content)}。${then}`,
    ),
  }
}

interface LetterOf {
  readonly issuer: { readonly name: string; readonly disclosureOffice: string; readonly phone: string }
  readonly documentNumber: string
  readonly issuedOn: string
}

/** What the first paragraph of a reply and of a notice ends with. */
export const examined = {
  reply: `本机关依照${regulationInFull}进行了审查，现答复如下：`,
  notice: `本机关依照${regulationInFull}进行了审查，现告知如下：`,
} as const

/** The frame of every outgoing letter: red head, number, title, reader, prose, signature, contact. */
export function letter(
  blanks: LetterOf,
  title: string,
  addressee: string,
  body: readonly WrittenBlock[],
  { enclosures = [], closing = '特此告知。' }: { enclosures?: readonly string[]; closing?: string } = {},
): OfficialDocument {
  return {
    layout: 'letter',
    letterhead: blanks.issuer.name,
    documentNumber: blanks.documentNumber,
    title: [title],
    addressee,
    body: [...body, { ...paragraph(closing), part: 'closing' }],
    ...(enclosures.length > 0 ? { enclosures } : {}),
    signature: { agencies: [blanks.issuer.name], on: blanks.issuedOn },
    note: `联系单位：${blanks.issuer.disclosureOffice}；电话：${blanks.issuer.phone}`,
  }
}
