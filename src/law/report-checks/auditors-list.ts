/** One line of the list a careful auditor works through, and why it is open where no rule shows it. */
export interface AuditorsLine {
  /** A numbers in tables, B text against table, C structure and form, D identity and residue, E safety of content, F process. */
  readonly id: string
  readonly title: string
  /** What of this line a document cannot show, or no rule looks at. */
  readonly open?: string
}

const line = (id: string, title: string, open?: string): AuditorsLine => ({
  id,
  title,
  ...(open === undefined ? {} : { open }),
})

/**
 * What an annual report is looked through for (Articles 49 and 50, 国办公开办函〔2021〕30号 and the norms for government sites).
 * The rules of each line name its id in their basis.
 */
export const auditorsList: readonly AuditorsLine[] = [
  line('A01', '表三横向合计'),
  line('A02', '表三收支平衡，逐栏'),
  line('A03', '表三办理结果总计，逐栏'),
  line('A04', '表四合计'),
  line('A05', '非整数、负数、文字、单位、说明、概数'),
  line('A06', '空格、缺表'),
  line('A07', '行内的数与栏数不符、缺行缺栏'),
  line('A08', '表头、行名被改动或残缺'),
  line('A09', '没有规章制定权的机关填了规章'),
  line('A10', '收费金额单位'),
  line('A11', '跨年的勾稽（结转、存量、未审结）'),
  line('A12', '有执法而各项是0', '只有申请或案卷本身能证明的漏报，单看报告看不出。'),
  line('A13', '大量反复申请而申请总数很少'),
  line('A14', '逾期未缴费而没有发过通知'),
  line('A15', '实收信息处理费多于表二收费'),
  line('A16', '申请太少，不会产生按件收费'),
  line('A17', '说全部办结而仍有结转', '“结转数多于十一月以后收到的申请”要看登记台账，报告里没有每件的日期。'),
  line('A18', '应当先复议的填了直接起诉'),
  line('A19', '没有申请却有复议诉讼'),
  line('A20', '与上年、与同类机关相差悬殊'),
  line('A21', '只有总计没有分项，或相反'),
  line('B01', '说没有收到而表三有'),
  line('B02', '收到、办结、结转、各类结果文表不符'),
  line('B03', '复议诉讼文表不符'),
  line('B04', '信息处理费文表不符'),
  line('B05', '公开条数分项与总数'),
  line('B06', '规范性文件件数文表不符'),
  line('B07', '许可、处罚件数文表不符'),
  line('B08', '建议提案分类与总数、办结率'),
  line('B09', '与上年相比的说法', '没有上年报告时，只核对句内自己写明的两个数。'),
  line('B10', '第五部分雷同，或没有措施'),
  line('B11', '文中自相矛盾', '只查数和专职人员；其他意思上的矛盾机器判断不准，不说。'),
  line('B12', '百分比'),
  line('C01', '六个部分、次序、序号', '标题用语与格式不同但意思明白的，不说。'),
  line('C02', '第一部分的五个方面'),
  line('C03', '第六部分的收费说明'),
  line('C04', '依据、统计期、联系方式', '查阅地点、地址、邮编缺一项的，不单独说。'),
  line('C05', '联系方式的位数和格式', '区号与地区是否相符没有查：要一张随时更新的区号表。'),
  line('C06', '落款机关和日期'),
  line('C07', '标题和机关全称'),
  line('C08', '旧提纲、旧表格'),
  line('C09', '公布、落款日期'),
  line('C10', '全角半角混用', '被格式转换拆断的词不算机关的错，读的时候已经接上，不说。'),
  line('C11', '网址', '链接能不能打开要联网，判断时不联网；http与https不分。'),
  line('C12', '过短、重复的表', '长的报告不算错。'),
  line('D01', '标题、正文、落款的机关一致', '网站频道的名称没有查。'),
  line('D02', '别的机关的业务、自称', '只认几种专属业务的固定说法，不猜。'),
  line('D03', '别的年度的事'),
  line('D04', '统计期、不存在的日期'),
  line('D05', '别的地方', '只查县区机关；其他地名要地名库，不猜。'),
  line('D06', '没填的空位、起草说明'),
  line('D07', '与上年、与其他机关雷同'),
  line('D08', '同一部分里序号重复'),
  line('D09', '机关英文名称的级别'),
  line('D10', '法规名称、用语、错别字', '只认固定错写，不改人名地名。'),
  line('D11', '已废止的文件、已撤并的机构', '“上一级主管部门为复议机关”一类的告知不在年报里，没有查。'),
  line('E01', '植入的广告'),
  line('E02', '隐藏文字', '零宽字符在读的时候去掉，没有单独报；脚本不执行。'),
  line('E03', '指向政府以外网站的链接', '只报带广告词、假冒法规名称和查阅报告的网址；页面上一般的外链不报。'),
  line('E04', '个人信息', '住址没有查：与办公地址分不开。'),
  line('E05', '密级和内部标志'),
  line('E06', '固定政治表述', '领导人姓名、职务、排序不查：名单随时在变，猜错比不说更坏。'),
  line('E07', '地图、旗帜、徽章', '看图才能判断，没有查。'),
  line('E08', '歧视性、不当用词', '只认几种确定的错误。'),
  line('E09', '页面标题与正文不符', '只查广告词和年份；网站名称、栏目名称常在标题里，机关名称不比。'),
  line('F01', '数据在12月31日后冻结', '只看落款日期；与登记台账是否一致由本系统自己的年报保证。'),
  line('F02', '三审、保密审查、签发', '报告里看不出。'),
  line('F03', '报送与公布两个动作', '报告里只看得出公布。'),
  line('F04', '网页、附件、数据副本一致', '一次只判断一份。'),
  line('F05', '往年报告仍可查', '要联网。'),
  line('F06', '更正有说明', '一次只判断一份。'),
]

/** The yearly ties I1…I11 of the form, as lines of the list. */
const ties: Readonly<Record<string, string>> = {
  I1: 'A01',
  I2: 'A02',
  I3: 'A03',
  I4: 'A04',
  I5: 'A05',
  I6: 'A11',
  I7: 'A11',
  I8: 'A11',
  I9: 'A11',
  I10: 'A11',
  I11: 'A11',
}

/** The lines of the auditor's list that a rule's basis names. */
export function linesOf(basis: string): string[] {
  const named = basis.match(/(?<![A-Za-z\d])(?:[A-F]\d{2}|I\d{1,2})(?!\d)/g) ?? []
  return [...new Set(named.map((id) => ties[id] ?? id))]
}
