import { soundText } from '../../builders/report.ts'
import type { RuleCase } from './case.ts'

const long =
  '我局始终坚持以人民为中心的发展思想，把教育领域信息公开作为密切联系群众的重要抓手，围绕招生入学、经费使用、师资配置等群众关心的事项，主动向社会公开工作流程和办事结果，自觉接受监督。建立由主要领导负总责、分管领导具体抓、办公室牵头落实、各科室协同配合的工作机制，明确专人收集、审核、发布，确保内容真实、格式规范、更新及时。依申请公开方面，进一步完善接收、登记、审核、办理、答复、归档各环节的制度，与申请人充分沟通，依法依规作出答复。信息管理方面，严格落实三级审核制度，坚持先审后发、一事一审，定期清理失效信息。平台建设方面，优化网站栏目设置，整合公众号资源，做到内容同步、服务同步。监督保障方面，将公开工作纳入年度绩效考核，组织全员业务培训，定期开展自查整改。'
const other =
  '本年重点围绕防汛抗旱、河湖管护、供水保障公开信息，工程招标、施工进度、资金使用都在网站上按月列出，群众可以直接查到每一个项目的负责单位。收到的申请由法规科统一登记，办公室督办，答复前由法律顾问把关。栏目每季度检查一次，过期内容当天撤下。公众号由专人值守，留言两日内回复。年底请村民代表评议，意见逐条办理并公布结果。培训两期，覆盖全部科室和下属管理站，考核结果与评先挂钩，问题清单逐项销号。'

export const identity: readonly RuleCase[] = [
  {
    code: 'identity.signature',
    trips: [
      { report: { text: { 7: '云汀市望河区水利局\n2024年1月15日' } } },
      { report: { text: { 7: '云汀市望河区教育局\n2024年1月15日' } }, verdict: 'doubtful' },
    ],
    similar: [
      { why: 'a longer full name', report: { text: { 7: '云汀市临浦区教育和体育局\n2024年1月15日' } } },
      { why: 'a short name', report: { text: { 7: '区教育局\n2024年1月15日' } } },
    ],
  },
  {
    code: 'identity.otherOrgan',
    trips: [
      { report: { more: { 1: '主动向社会公开财政部门有关政策文件，并进行解读。' } }, verdict: 'doubtful' },
      { report: { agency: '云汀市应急管理局', more: { 1: '将政策解读、技术推广、涉农信息及时发布。' } } },
    ],
    similar: [
      {
        why: 'its own business',
        report: { agency: '云汀市临浦区财政局', more: { 1: '主动公开财政部门有关政策文件。' } },
      },
      {
        why: 'working with others',
        report: { more: { 1: '会同财政、税务等部门开展联合宣传，配合民政部门做好救助。' } },
      },
      {
        why: 'a township does everything',
        report: { agency: '云汀市临浦区柳桥镇人民政府', text: { 7: '' }, more: { 1: '公开涉农信息30条。' } },
      },
    ],
  },
  {
    code: 'identity.otherRank',
    trips: [{ report: { more: { 1: '社会群众对我镇信息公开评议结果较好。' } }, verdict: 'doubtful' }],
    similar: [
      {
        why: 'the district and the city are places',
        report: { more: { 1: '进一步提升我区、我市教育系统公开水平。' } },
      },
      { why: 'a citizen is quoted', report: { more: { 1: '群众留言“我镇小学何时开学”，已及时回复。' } } },
    ],
  },
  {
    code: 'identity.otherYear',
    trips: [
      {
        report: { more: { 1: '2022年我局在区政务公开工作考核中取得了良好成绩。' } },
        verdict: 'doubtful',
        severity: 'warning',
      },
      { report: { more: { 1: '2019年，我局公开各类信息。' } }, verdict: 'fails', severity: 'error' },
    ],
    similar: [
      { why: 'compared', report: { more: { 1: '2022年我局公开信息100条，2023年较上年增加20条。' } } },
      { why: 'planned', report: { more: { 5: '2024年，我局将开展专项检查。' } } },
      { why: 'since a year', report: { more: { 1: '2019年以来，我局持续开展公开工作。' } } },
    ],
  },
  {
    code: 'identity.reportYear',
    trips: [
      { report: { more: { 0: '现公布我局2022年政府信息公开工作年度报告。' } }, expected: 2023, found: 2022 },
    ],
    similar: [
      {
        why: 'last year’s report is mentioned',
        report: { more: { 0: '与2022年政府信息公开工作年度报告比较，本年新增信息。' } },
      },
    ],
  },
  {
    code: 'identity.placeholder',
    trips: [{ report: { more: { 1: '举办培训XX次。' } } }, { report: { more: { 6: '收到建议____件。' } } }],
    similar: [
      { why: 'a form by name', report: { more: { 1: '制定《××局信息发布审查表》，按表审核。' } } },
      { why: 'a masked number', report: { more: { 1: '联系电话138****5678已更新。' } } },
      { why: 'an address', report: { more: { 1: '网址为http://www.example.gov.cn/xxgk/index.html。' } } },
    ],
  },
  {
    code: 'identity.draftingNote',
    trips: [{ report: { more: { 1: '工作情况（宋体加粗小四号字）如下。' } } }],
    similar: [
      {
        why: 'buttons of the page around the report',
        report: { more: { 0: '【字号：大 中 小】 【打印】 [字体加粗 关闭]' } },
      },
      {
        why: 'a note of the form',
        report: { more: { 1: '部分公开（区分处理的，只计这一情形，不计其他情形）。' } },
      },
    ],
  },
  {
    code: 'identity.copiedText',
    trips: [
      {
        report: { text: { 1: long } },
        sisters: [{ agency: '云汀市望河区水利局', text: { 1: long.replaceAll('教育', '水利') } }],
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'a sister writes its own',
        report: { text: { 1: long } },
        sisters: [{ agency: '云汀市望河区水利局', text: { 1: other } }],
      },
    ],
  },
  {
    code: 'date.period',
    trips: [
      {
        report: { text: { 0: `${soundText[0]}`.replaceAll('2023年', '2022年') } },
        found: '2022-01-01/2022-12-31',
      },
    ],
    similar: [
      {
        why: 'the second year is left out',
        report: { text: { 0: `${soundText[0]}`.replace('至2023年12月31日', '至12月31日') } },
      },
    ],
  },
  {
    code: 'date.impossible',
    trips: [{ report: { more: { 1: '2023年2月30日召开会议。' } } }],
    similar: [{ why: 'the last day of February', report: { more: { 1: '2023年2月28日召开会议。' } } }],
  },
  {
    code: 'date.publishedLate',
    trips: [
      { report: { more: { 0: '发布时间：2024-02-02' } }, expected: '2024-01-31', found: '2024-02-02' },
      { report: { more: { 0: '发布时间：2025-06-02' } }, verdict: 'doubtful' },
    ],
    similar: [
      { why: 'the last day', report: { more: { 0: '发布时间：2024-01-31' } } },
      {
        why: 'a government has until March',
        report: { agency: '云汀市望河区人民政府', text: { 7: '' }, more: { 0: '发布时间：2024-03-20' } },
      },
    ],
  },
  {
    code: 'date.signedLate',
    trips: [{ report: { text: { 7: '云汀市临浦区教育局\n2024年2月5日' } } }],
    similar: [
      {
        why: 'late publication says it already',
        report: { text: { 7: '云汀市临浦区教育局\n2024年2月5日' }, more: { 0: '发布时间：2024-02-06' } },
      },
    ],
  },
  {
    code: 'date.signedEarly',
    trips: [{ report: { text: { 7: '云汀市临浦区教育局\n2023年1月15日' } } }],
    similar: [
      { why: 'signed on the last day', report: { text: { 7: '云汀市临浦区教育局\n2023年12月31日' } } },
    ],
  },
  {
    code: 'date.signedAfterPublished',
    trips: [{ report: { more: { 0: '发布时间：2024-01-10' } } }],
    similar: [{ why: 'the same day', report: { more: { 0: '发布时间：2024-01-15' } } }],
  },
]
