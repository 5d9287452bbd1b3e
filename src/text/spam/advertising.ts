import { fold, sourceSpan } from '../fold.ts'
import type { Span } from '../spans.ts'
import { lineAround } from '../surroundings.ts'

/** Words that gambling and pornography advertisers plant; each alone is enough. */
const brands =
  /(?:新?万博|亚博|乐鱼|开云|华体会|九游会|米乐|爱游戏|必威|伟德|沙巴|皇冠|博天堂|永利|威尼斯人|新葡京|葡京|金沙|太阳城|澳门银河|bet365|365bet|bwin|betway|manbet\w*|yabo\w*|leyu|kaiyun|ku游|kok)(?:体育|娱乐|app|官网|平台|国际|网址|网投|电竞|彩票|注册|登录|投注|下载|赌场|手机版|在线|集团|全站|入口|中国)+/gi
const phrases =
  /[\p{Script=Han}\w]{0,8}(?:app(?:\$|下载)?官网|娱乐平台(?:官网|注册|下载)?(?=[_$|\s]|规定|及)|(?:体育|娱乐|棋牌|彩票|电竞|真人)(?:app|官网|投注)[\w$]{0,12})|(?:网上(?:赌场|博彩|赌博平台)|博彩(?:公司|平台|官网|网站)|真人(?:荷官|百家乐|娱乐城)|百家乐(?:技巧|平台|官网|玩法)|老虎机(?:平台|技巧|游戏)|六合彩(?:开奖|资料|特码)|时时彩(?:票?平台|计划|开户|网站|官网|下载|投注)|(?:彩票|棋牌|捕鱼|体育|真人|现金网?|娱乐城?)平台(?:下载|开户|注册|官网|推荐)|(?:开户|注册|首存|首充|下载)(?:即|就)?送(?:彩金|体验金|\d+元?彩金)|(?:送|领取?)彩金|幸运飞艇|(?:正规|十大|线上)(?:赌博|赌场|赌球|博彩|网赌)(?:平台|网站)|开元棋牌|(?:日博|千亿|亚洲必赢|优德|澳门(?:赌场|新濠|金沙))(?:体育|国际|娱乐|官网|平台|网址)|北京赛车pk10|pk10(?:计划|平台)|成人(?:视频|电影|网站|小说|直播)|黄色(?:视频|网站|电影)|av(?:在线|女优|天堂)|裸聊|约炮|一夜情|援交|色情(?:网站|视频|直播)|代开发票|办证刻章|私服发布|外围(?:投注|足球))/giu
/** An injection that took the place of a name: two brand strings joined by _ or | or $. */
const joined =
  /[\p{Script=Han}\w]{2,12}(?:体育|娱乐|官网|平台|棋牌|彩票|电竞)[_|$][\p{Script=Han}\w$]{2,20}(?:官网|平台|下载|注册|娱乐|app)/giu
/** One of these is in whatever the patterns find: most texts have none and are passed over at once. */
const hint =
  /[_|$]|万博|亚博|乐鱼|开云|华体会|九游会|米乐|爱游戏|必威|伟德|沙巴|皇冠|博天堂|永利|威尼斯人|葡京|金沙|太阳城|澳门|bet|bwin|yabo|leyu|kaiyun|ku游|kok|app|官网|娱乐|体育|棋牌|彩|电竞|真人|赌|百家乐|老虎机|捕鱼|现金|开户|注册|首存|首充|下载|送|飞艇|日博|千亿|必赢|优德|赛车|pk10|成人|黄色|av|裸聊|约炮|一夜情|援交|色情|代开|办证|私服|外围/i
/** The police and the courts write about gambling too. */
const against =
  /打击|严禁|查处|防范|整治|反诈|警惕|举报|禁止|涉嫌|犯罪|抵制|拒绝|清理|治理|打掉|破获|侦破|取缔|诈骗/

/** What no advertiser says: one such word tells what the whole line is about. */
const warning =
  /警方|民警|公安机关|公安局|嫌疑人|涉案|受骗|上当|切勿|谨防|警惕|反诈|查获|抓获|捣毁|取缔|专项行动|刑事/

/** The office's own words before a planted name that took a statute's place: 我局深入贯彻落实…. */
const leadIn = /^.*(?:根据|按照|依据|依照|贯彻|落实|执行|遵守|遵循|学习)(?=.{4})/su

/** Advertising of gambling, pornography and the like that was planted into a text. A notice against it is nothing. */
export function findAdvertising(source: string): Span[] {
  const folded = fold(source)
  if (!hint.test(folded.text)) return []
  const found: Span[] = []
  for (const pattern of [joined, brands, phrases])
    for (const match of folded.text.matchAll(pattern)) {
      const start = match.index + (leadIn.exec(match[0])?.[0].length ?? 0)
      const end = match.index + match[0].length
      if (found.some((one) => start < one.end && end > one.start)) continue
      if (isOrdinary(folded.text.slice(start, end), folded.text.slice(end, end + 2))) continue
      const around = folded.text.slice(Math.max(0, start - 16), end + 12)
      if (against.test(around) || warning.test(lineAround(source, folded.at[start] ?? 0).line)) continue
      found.push({ start, end })
    }
  return found.map((one) => sourceSpan(folded, one.start, one.end)).sort((a, b) => a.start - b.start)
}

/** Places, hotels and firms bear the same names as the brands; a city's own sports site is no advertiser. */
function isOrdinary(text: string, next: string): boolean {
  if (
    /^(?:皇冠|金沙|永利|太阳城|开云|米乐|沙巴|威尼斯人|万博|伟德)(?:国际|集团|中国|平台|在线|注册|登录|下载)*$/.test(
      text,
    )
  )
    return true
  if (text.endsWith('体育') && /^[馆中场局公路小产用]/.test(next)) return true
  return /(?:[省市县区州]|国家|中国|福利|全民)(?:体育|彩票)(?:局)?(?:官网|app)$/i.test(text)
}
