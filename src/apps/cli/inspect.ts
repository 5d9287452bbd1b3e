import { parseArgs } from 'node:util'
import { inspectFile, UnreadableDocument, type InspectedFile } from '../../modules/inspection/index.ts'
import { foundInFile } from './inspect/found-in-file.ts'
import type { Command } from './main.ts'
import { sourcesOf } from './report-sources.ts'
import { badFlags, sayNo } from './say-no.ts'

/** `gongkai inspect PATH…`: what must be looked at before this is made public. Opens no database. */
export const command: Command = {
  summary: '公开前检查文件：个人信息、密级标志、错别字、广告和暗链、没填的空',
  help: `用法：gongkai inspect [--json] [--with-text] 文件…
      gongkai inspect -          从标准输入读

公开之前查一遍文件里有什么要人看的。不需要数据库，不访问网络。
文件可以是 txt、md、html、docx、doc、rtf、pdf、xlsx、xls、ofd，可以是文件夹或者带 * ? 的写法。

  --json         JSON：一个文件一个对象，多个文件一个数组，按给出的顺序
  --with-text    JSON 里带上读出的全文（text）；start、end 是全文里的位置

查什么
  personal.     身份证号、手机号、银行卡号、家庭住址、号牌、护照号、个人邮箱
  secrecy.      国家秘密、工作秘密、内部不公开的标志
  wording.      错别字、不规范的写法、已撤并的机构、写错或者已废止的法规
  source.       植入的广告、藏起来的文字、恶意链接
  placeholder.  没填的空、写给起草人的话

已打码的、办公电话和热线、文号和信用代码、“原…局”、说到保密工作的话、空白表样不算。
每条是给人看的提示，不是结论；严重程度分 error（错误）、warning（存疑）、notice（提示）。

退出码：0 查过了（不论有没有发现）；2 有文件不能用（标准错误输出一句话说明）。
`,
  async run(args) {
    let parsed
    try {
      parsed = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { json: { type: 'boolean' }, 'with-text': { type: 'boolean' } },
      })
    } catch (error) {
      return badFlags('inspect', error)
    }
    const { values, positionals } = parsed
    if (positionals.length === 0) return sayNo('请写上要检查的文件，例如 gongkai inspect 公告.docx。')
    const sources = await sourcesOf(positionals)
    if (sources.length === 0) return sayNo('这里没有可以检查的文件。请写上文件或者放文件的文件夹。')

    const objects: unknown[] = []
    let isUnusable = false
    for (const source of sources) {
      let inspected: InspectedFile
      try {
        inspected = await inspectFile(await source.load(), source.name)
      } catch (error) {
        if (!(error instanceof UnreadableDocument)) throw error
        isUnusable = true
        const sentence = ofAnyFile(error.message)
        sayNo(sources.length === 1 ? sentence : `${source.name}：${sentence}`)
        objects.push({ file: source.name, error: { code: error.code, message: sentence } })
        continue
      }
      const { text, findings } = inspected
      if (values.json) objects.push({ file: source.name, ...(values['with-text'] ? { text } : {}), findings })
      else await write(foundInFile(source.name, text, findings))
    }
    const isOne = sources.length === 1 && positionals.length === 1
    if (values.json && !(isOne && isUnusable))
      await write(`${JSON.stringify(isOne ? objects[0] : objects, null, 2)}\n`)
    return isUnusable ? 2 : 0
  },
}

/** The readers were made for annual reports; here any paper is read. */
function ofAnyFile(sentence: string): string {
  return sentence
    .replace('，不像是年度报告，', '，')
    .replace('请提供含有文字的年度报告文件', '请提供含有文字的文件')
    .replace('这是程序文件，不是年度报告。', '这是程序文件，不能检查。')
    .replace('不能作为年度报告读取', '不能读取')
    .replace('请确认这是一份年度报告，必要时拆分后再读', '请拆分后再读')
}

/** Waits until all of it is written: a pipe may take it in pieces. */
async function write(text: string): Promise<void> {
  await new Promise<void>((done) => process.stdout.write(text, () => done()))
}
