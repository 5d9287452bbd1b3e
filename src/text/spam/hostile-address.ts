import { findAdvertising } from './advertising.ts'

/** How an address is used on a page. */
export type AddressUse = 'link' | 'script' | 'frame' | 'form' | 'refresh' | 'image'

/** Hosts of offices, of the press and of the counters and maps that offices use. */
const trusted =
  /(?:^|\.)(?:gov\.cn|政务|公益|org\.cn|edu\.cn|ac\.cn|mil\.cn|people\.com\.cn|people\.cn|xinhuanet\.com|news\.cn|cctv\.com|cnr\.cn|chinanews\.com\.cn|weixin\.qq\.com|weibo\.(?:com|cn)|conac\.cn|12377\.cn|12306\.cn|12321\.cn|qq\.com|gtimg\.cn|baidu\.com|bdimg\.com|bdstatic\.com|cnzz\.com|kaipuyun\.cn|amap\.com|tianditu\.com|chinatax\.gov\.cn|xuexi\.cn|beian\.miit\.gov\.cn|miitbeian\.gov\.cn)$/
/** Names under which gambling and pornography are sold. */
const gambling =
  /(?:^|[.-])(?:[a-z]{0,4}\d{0,4}(?:bet(?!a|h|w)|casino|yabo|kaiyun|leyu|manbet|bwin|betway|huatihui|hth|jiuyou|milan|wanbo|hg0\d{2}|pj\d{3,}|vns|bocai|qipai|caipiao|porn|xxx|sex|av\d{2,}|ssc\d|pk10|lottery)[a-z]{0,6}\d{0,5})(?=[.-])|\d{3,}(?:bet|cp|vip|cai)(?=\.)/i
const cheap =
  /\.(?:com|net|cc|top|xyz|vip|info|club|tk|icu|shop|site|online|win|bet|pw|ru|cf|ga|ml|gq|fun|live|work|link|buzz)$/

/**
 * Why an address of a page is hostile, or null: planted advertising, a script or frame of a stranger, data that are no picture, a
 * link that is dressed up as an office's.
 * @param label what the reader sees in place of the address
 */
export function hostileAddress(address: string, use: AddressUse, label = ''): string | null {
  const plain = address.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
  if (/^data:/i.test(plain))
    return /^data:image\/(?!svg)/i.test(plain) || (use === 'image' && /^data:image\//i.test(plain))
      ? null
      : '地址里藏着数据，不是图片'
  if (/^vbscript:/i.test(plain)) return '地址是一段脚本'
  if (/^javascript:/i.test(plain)) {
    const script = decoded(plain)
    return /https?:\/\/|eval\(|fromCharCode|document\.write|unescape\(|atob\(/i.test(script)
      ? '地址是一段脚本'
      : null
  }
  const host = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/:?#]+)/i.exec(plain)?.[1]?.toLowerCase()
  if (host === undefined) return null
  if (trusted.test(host)) return null
  if (gambling.test(`${host}.`) || findAdvertising(`${label} ${decoded(plain)}`).length > 0)
    return '链接指向广告网站'
  if (/(?:^|\.)gov\.cn\.|g[o0]v[-.]?cn(?!$)|(?:^|[-.])g0v\.cn$/.test(host)) return '网址冒充政府网站'
  if (use === 'script') return '页面载入了外站的脚本'
  if (use === 'frame') return '页面嵌入了外站的内容'
  if (use === 'refresh') return '页面会自动转到外站'
  if (use === 'form') return '表单把内容交给外站'
  if (use === 'image') return null
  const told = /https?:\/\/([^/:?#\s]+)|\b(www\.[\w.-]+)/i.exec(label)
  const shown = (told?.[1] ?? told?.[2])?.toLowerCase()
  if (shown !== undefined && shown.endsWith('gov.cn')) return '显示的是政府网址，实际指向别的网站'
  const name = label.trim().replace(/[》〉\s]+$/, '')
  if (
    /(?:条例|国务院|人民政府|办公厅|办公室|(?:[委部厅局]|委员会)(?:网站|官网)?|门户网站|法)$/.test(name) &&
    cheap.test(host)
  )
    return '写的是政府或者法规，实际指向别的网站'
  return null
}

/** Why a script written into a page is hostile, with the part that shows it; null when it is not. */
export function hostileScript(code: string): { readonly text: string; readonly why: string } | null {
  for (const match of code.matchAll(
    /(?:src|href|location(?:\.href)?|location\.replace|open)\s*(?:=|\()\s*\\?["'](https?:\\?\/\\?\/|\/\/)([^"'\\/?#\s]+)[^"']{0,300}/gi,
  )) {
    const host = (match[2] ?? '').toLowerCase()
    if (!trusted.test(host)) {
      const text = /(?:https?:)?\\?\/\\?\/[^"']+/.exec(match[0])?.[0] ?? match[0]
      if (/^(?:src|location|open)/i.test(match[0]) || gambling.test(`${host}.`))
        return { text, why: '页面里的脚本指向外站' }
    }
  }
  const hijack = /referrer[\s\S]{0,200}(?:baidu|sogou|so\.com|google|bing)[\s\S]{0,200}location/i.exec(code)
  if (hijack) return { text: hijack[0].slice(0, 80), why: '脚本会劫持从搜索引擎来的读者' }
  const veiled =
    /eval\s*\(\s*(?:function\s*\(p,a,c,k|unescape|atob|String\.fromCharCode)|document\.write\s*\(\s*(?:unescape|String\.fromCharCode|atob)/i.exec(
      code,
    )
  return veiled ? { text: veiled[0].slice(0, 80), why: '页面里有遮掩过的脚本' } : null
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
