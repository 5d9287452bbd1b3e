import { isTable, type OfficeReport, type Piece } from './office-report.ts'
import { type Chance, type LaidCell, type LaidTable, rowsOfLaid } from './statutory-tables.ts'

/** Web pages as content systems, word processors and editors really write them. All give UTF-8 text unless told otherwise. */

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const spans = (one: LaidCell): string =>
  `${one.rowspan > 1 ? ` rowspan=${one.rowspan}` : ''}${one.colspan > 1 ? ` colspan=${one.colspan}` : ''}`

/** Word cuts a text at every change between Chinese and digits into spans of their own, with wrapped source lines. */
function wordRuns(text: string): string {
  return (text.match(/[\d.,A-Za-z]+|[^\d.,A-Za-z]+/g) ?? [])
    .map((run) =>
      /^[\d.,A-Za-z]/.test(run)
        ? `<span lang=EN-US style='font-size:16.0pt;mso-bidi-font-size:11.0pt;\nfont-family:"Times New Roman","serif"'>${run}<o:p></o:p></span>`
        : `<span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:\n宋体'>${escape(run)}</span>`,
    )
    .join('')
}

function wordTable(table: LaidTable): string {
  const rows = rowsOfLaid(table).map((row) => {
    const cells = row.map(
      (one) =>
        `  <td width=76${spans(one)} valign=top style='width:57.1pt;border:solid windowtext 1.0pt;\n  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>\n  <p class=MsoNormal align=center style='text-align:center;line-height:20.0pt;\n  mso-line-height-rule:exactly'>${one.text === '' ? '<span lang=EN-US><o:p>&nbsp;</o:p></span>' : wordRuns(one.text)}</p>`,
    )
    return ` <tr style='mso-yfti-irow:1;height:19.85pt'>\n${cells.join('\n')}\n </tr>`
  })
  const widths = Array.from({ length: table.columns }, () => "  <td width=76 style='border:none'></td>")
  return `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;mso-yfti-tbllook:1184'>\n${rows.join('\n')}\n <![if !supportMisalignedColumns]>\n <tr height=0>\n${widths.join('\n')}\n </tr>\n <![endif]>\n</table>`
}

/** 「另存为网页」of a word processor: cells never closed, spans everywhere, helper row at the end of each table. */
export function wordPage(pieces: readonly Piece[]): string {
  const body = pieces.map((piece) =>
    isTable(piece)
      ? wordTable(piece)
      : `<p class=${piece.kind === 'section' ? '2' : 'MsoNormal'} style='text-indent:32.0pt;mso-char-indent-count:2.0'>${wordRuns(piece.text)}</p>`,
  )
  return `<html xmlns:v="urn:schemas-microsoft-com:vml"\nxmlns:o="urn:schemas-microsoft-com:office:office">\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">\n<meta name=Generator content="Microsoft Word 15">\n<!--[if gte mso 9]><xml>\n <o:DocumentProperties>\n  <o:Author>办公室</o:Author>\n  <o:Pages>3</o:Pages>\n </o:DocumentProperties>\n</xml><![endif]-->\n<style>\n<!--\n /* Style Definitions */\n p.MsoNormal {mso-style-parent:"";margin:0cm;}\n-->\n</style>\n</head>\n<body lang=ZH-CN style='tab-interval:21.0pt'>\n<div class=WordSection1 style='layout-grid:15.6pt'>\n${body.join('\n')}\n</div>\n</body>\n</html>`
}

function plainTable(table: LaidTable, chance: Chance): string {
  const wrap = chance() < 0.5
  const rows = rowsOfLaid(table).map(
    (row) =>
      `<tr>${row
        .map((one) => {
          const text = escape(one.text)
          return `<td${spans(one).replaceAll(/=(\d+)/g, '="$1"')}>${wrap ? `<p style="text-align:center"><span>${text}</span></p>` : ` ${text} `}</td>`
        })
        .join('')}</tr>`,
  )
  return `<table border="1" cellspacing="0"><tbody>${rows.join('')}</tbody></table>`
}

function bodyOf(pieces: readonly Piece[], chance: Chance): string {
  return pieces
    .map((piece) =>
      isTable(piece)
        ? plainTable(piece, chance)
        : `<p style="text-indent: 2em;">　　${piece.kind === 'section' ? `<strong>${escape(piece.text)}</strong>` : escape(piece.text)}</p>`,
    )
    .join('\n')
}

/** The page of a government site: menus, breadcrumb, metadata table, tools, related reports, footer. */
export function sitePage({ office }: OfficeReport, pieces: readonly Piece[], chance: Chance): string {
  const title = office.title.join('')
  const others = [office.year - 1, office.year - 2, office.year + 1].map(
    (year) =>
      `<li><a href="/zwgk/${year}.html">${office.agency}${year}年政府信息公开工作年度报告</a><span>${year + 1}-01-20</span></li>`,
  )
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}_政府信息公开年报_东原政府网</title>
<meta name="SiteName" content="东原政府网"><meta name="ColumnName" content="政府信息公开年报"><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${office.year + 1}-01-26 09:12"><meta name="ContentSource" content="${office.agency}">
<script>var _t = '2018年政府信息公开工作年度报告';</script><style>.a{color:#fff}</style></head><body>
<div class="top"><a href="/">网站首页</a> <a href="/wap">手机版</a> <a href="#">无障碍</a> <a href="#">登录</a></div>
<ul class="nav"><li><a href="/1">首页</a></li><li><a href="/2">政务公开</a></li><li><a href="/3">依申请公开</a></li><li><a href="/4">办事服务</a></li><li><a href="/5">互动交流</a></li></ul>
<div class="left"><h3>政府信息公开</h3><ul><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li><li>政府信息公开年报</li><li>依申请公开</li></ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; <a href="/nb">政府信息公开年报</a> &gt; ${office.year}年</div>
<table class="meta"><tr><td>索 引 号：</td><td>11370000MB${office.year}-00012</td><td>主题分类：</td><td>政务公开</td></tr><tr><td>发布机构：</td><td>${office.agency}</td><td>发文日期：</td><td>${office.year + 1}年01月26日</td></tr><tr><td>标　　题：</td><td colspan="3">${title}</td></tr><tr><td>文　　号：</td><td>无</td><td>有效性：</td><td>有效</td></tr></table>
<h1>${title}</h1>
<div class="info">发布日期：${office.year + 1}-01-26 09:12　来源：${office.agency}　浏览次数：<span id="hits">326</span>次　字号：[<a>大</a> <a>中</a> <a>小</a>]　<a href="javascript:window.print()">打印本页</a></div>
<div class="TRS_Editor">${bodyOf(pieces, chance)}</div>
<div class="tool">分享到：<a>微信</a><a>微博</a>　<a>【关闭窗口】</a></div>
<p>上一篇：<a href="/x">关于公布2018年预算的通知</a></p><p>下一篇：没有了</p>
<div class="related"><h4>相关文档</h4><ul>${others.join('')}</ul></div>
<div class="foot"><p>主办单位：东原政府办公室　承办单位：大数据中心</p><p>网站标识码：3700000012　东ICP备05000001号　公网安备 37000002000001号</p><p>联系电话：0531-80000099</p></div></body></html>`
}

/** Old sites: the article sits in nested layout tables, paragraphs are parted by br, nothing is a heading. */
export function layoutTablesPage({ office }: OfficeReport, pieces: readonly Piece[], chance: Chance): string {
  const body = pieces
    .map((piece) =>
      isTable(piece)
        ? plainTable(piece, chance).toUpperCase().replaceAll('COLSPAN', 'colSpan')
        : `&nbsp;&nbsp;&nbsp; ${escape(piece.text)}<br>\n<br>`,
    )
    .join('\n')
  return `<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gbk"><TITLE>政府信息公开</TITLE></HEAD><BODY>
<TABLE width=1000 align=center><TR><TD colspan=2><TABLE width="100%"><TR><TD>首页</TD><TD>新闻中心</TD><TD>政务公开</TD><TD>公众参与</TD></TR></TABLE></TD></TR>
<TR><TD width=200 valign=top><TABLE><TR><TD>机构职能</TD></TR><TR><TD>政策法规</TD></TR><TR><TD>信息公开年报</TD></TR></TABLE></TD>
<TD><TABLE width="100%"><TR><TD align=center>${office.agency}</TD></TR><TR><TD>${body}</TD></TR></TABLE></TD></TR>
<TR><TD colspan=2 align=center>版权所有：${office.agency} 邮编：250000</TD></TR></TABLE></BODY></HTML>`
}

/** Pasted from a spreadsheet or a chat tool into the editor: paragraphs inside cells, empty helper columns, col elements, nbsp zeros. */
export function pastedPage(pieces: readonly Piece[]): string {
  const body = pieces.map((piece) => {
    if (!isTable(piece))
      return `<section><p><span style="letter-spacing:1px">${escape(piece.text).replaceAll('，', '，<wbr>')}</span></p></section><p><br></p>`
    const rows = rowsOfLaid(piece).map(
      (row) =>
        `<tr class="firstRow">${row
          .map((one) => {
            const text =
              one.role === 'value'
                ? `<p><br></p><p>&nbsp;${escape(one.text)}&nbsp;</p>`
                : escape(one.text).replace(/^(.{4})(.+)$/u, '$1<br/>$2')
            return `<th${spans(one)} style="font-weight:normal">${text}</th>`
          })
          .join('')}</tr>`,
    )
    return `<figure><table><colgroup>${'<col width="72">'.repeat(piece.columns)}</colgroup><thead></thead><tbody>${rows.join('')}</tbody></table></figure>`
  })
  return `<div id="zoom">${body.join('\n')}</div>`
}
