import type { ProfileInput } from '../model.ts'

type ProfileTexts = Omit<ProfileInput, 'agencyId' | 'version'>

interface Invented {
  readonly office: string
  readonly street: string
  /** Makes the telephone numbers; all begin with 0000, which no place has. */
  readonly number: number
  readonly functions: string
  readonly leaders: readonly { readonly name: string; readonly post: string; readonly duties: string }[]
  readonly sections: readonly { readonly name: string; readonly functions: string }[]
}

const hours = '周一至周五 8:30—12:00，14:00—17:30（法定节假日除外）'

const classification =
  '公开的信息按机构职能、政策文件、规划计划、行政许可和处罚、财政预决算、应急预案、预警信息、安全生产和事故调查、人事信息、政府采购分类。\n每条信息有索引号，由机关代码、主题分类、年份和顺序号组成，可以按分类、发布日期、文号和索引号查找。'

const waysToObtain =
  '主动公开的信息，在本网站、机关微信公众号和办公楼一楼信息公开查阅点都能查到；档案馆和公共图书馆也设有查阅场所。\n没有主动公开的，可以在网上、当面、寄信或者发传真提出申请；书写有困难的可以口头提出，由我们代为填写。收到申请后20个工作日内答复；需要延长的，最多再延20个工作日，并会告诉您理由。一般不收费，申请的数量、频次明显超过合理范围的，按国家标准收取信息处理费。'

function textsOf(invented: Invented): ProfileTexts {
  const phone = (last: number) => `0000-8${invented.number}${last}`
  return {
    functions: invented.functions,
    address: `${invented.street}（示例地址）`,
    postcode: '000100',
    officeHours: hours,
    phone: phone(2088),
    fax: phone(2089),
    email: '',
    website: '',
    disclosureOffice: invented.office,
    disclosureAddress: `${invented.street}1楼105室（示例地址）`,
    disclosureHours: hours,
    disclosurePhone: phone(2016),
    disclosureFax: phone(2017),
    disclosureEmail: `gongkai-${invented.number}@example.com`,
    classification,
    waysToObtain,
    siteCode: invented.number === 101 ? '9901000001' : '',
    icpNumber: invented.number === 101 ? '示ICP备00000001号' : '',
    policeNumber: invented.number === 101 ? '示公网安备00000000000001号' : '',
    leaders: invented.leaders.map((leader) => ({ ...leader })),
    sections: invented.sections.map((section, index) => ({ ...section, phone: phone(2101 + index) })),
  }
}

const emergencyFunctions = (area: string): string =>
  `负责${area}应急管理工作，指导各部门应对安全生产类、自然灾害类等突发事件，组织编制总体应急预案，推动应急预案体系建设和预案演练。\n负责安全生产综合监督管理和工矿商贸行业安全生产监督管理，依法组织生产安全事故调查处理。\n负责防灾减灾救灾，统一发布灾情，承担森林防火、防汛抗旱和地震灾害的协调工作，管理救灾物资。`

const emergencySections = [
  { name: '办公室', functions: '机关日常运转、政务公开、信访、保密、档案' },
  { name: '应急指挥科', functions: '应急值守、突发事件信息报告、预案和演练' },
  { name: '危险化学品安全监督管理科', functions: '危险化学品、烟花爆竹的许可和监管' },
  { name: '安全生产基础科', functions: '非煤矿山、工贸行业监管，双重预防机制' },
  { name: '防灾减灾科', functions: '防汛抗旱、森林防火、灾害救助和物资' },
  { name: '政策法规科', functions: '规范性文件合法性审核、行政复议应诉、普法' },
]

const governmentSections = [
  { name: '办公室', functions: '综合协调、文稿、督查、会务' },
  { name: '政务公开科', functions: '推进、指导、协调、监督本行政区域的政府信息公开' },
  { name: '行政复议科', functions: '承办行政复议案件' },
]

const leader = (name: string, post: string, duties: string) => ({ name: `${name}（示例）`, post, duties })

/** Institution pages by slug. One agency is left incomplete on purpose: the check has something to find. */
export const demoProfiles: Readonly<Record<string, ProfileTexts>> = {
  yunting: textsOf({
    office: '云汀市人民政府办公室政务公开科',
    street: '云汀市镜湖路1号',
    number: 101,
    functions:
      '执行本级人民代表大会及其常务委员会的决议，领导所属各工作部门和下级人民政府的工作。\n制定行政措施，编制和执行国民经济和社会发展规划、预算，管理全市经济、教育、科学、文化、卫生、体育、应急等行政工作。',
    leaders: [
      leader('叶知秋', '秘书长', '负责市政府日常工作，分管办公室、政务公开'),
      leader('沈予安', '政务公开科科长', '政府信息公开工作机构负责人'),
    ],
    sections: governmentSections,
  }),
  'yunting-emergency': textsOf({
    office: '云汀市应急管理局办公室',
    street: '云汀市镜湖路88号',
    number: 102,
    functions: emergencyFunctions('全市'),
    leaders: [
      leader('周怀瑾', '党委书记、局长', '主持全面工作，分管办公室'),
      leader('温以宁', '副局长', '分管应急指挥、政策法规、政务公开'),
      leader('梁川', '副局长', '分管危险化学品、安全生产基础'),
    ],
    sections: emergencySections,
  }),
  linpu: textsOf({
    office: '临浦区人民政府办公室政务公开股',
    street: '临浦区浦前街6号',
    number: 103,
    functions: '领导所属各工作部门、乡镇人民政府和街道办事处的工作，管理本区经济和社会各项行政工作。',
    leaders: [leader('邵文', '办公室主任', '负责区政府日常工作，分管政务公开')],
    sections: governmentSections,
  }),
  'linpu-emergency': textsOf({
    office: '临浦区应急管理局办公室',
    street: '临浦区浦前街18号',
    number: 104,
    functions: emergencyFunctions('全区'),
    leaders: [leader('孟昭', '局长', '主持全面工作')],
    sections: emergencySections.slice(0, 4),
  }),
  wanghe: textsOf({
    office: '望河区人民政府办公室政务公开股',
    street: '望河区河街2号',
    number: 105,
    functions: '领导所属各工作部门、乡镇人民政府和街道办事处的工作，管理本区经济和社会各项行政工作。',
    leaders: [leader('汤和', '办公室主任', '负责区政府日常工作，分管政务公开')],
    sections: governmentSections,
  }),
  'wanghe-emergency': textsOf({
    office: '望河区应急管理局办公室',
    street: '望河区河街9号',
    number: 106,
    functions: emergencyFunctions('全区'),
    leaders: [leader('赵一鸣', '局长', '主持全面工作')],
    sections: emergencySections.slice(0, 4),
  }),
  'yunting-hitech': textsOf({
    office: '云汀高新技术产业开发区管理委员会办公室',
    street: '云汀高新区创新大道100号',
    number: 107,
    functions: '受市人民政府委托，统一管理开发区的规划建设、招商引资、企业服务和社会管理工作。',
    leaders: [leader('鲁见', '管委会副主任', '分管办公室、应急管理中心')],
    sections: governmentSections.slice(0, 1),
  }),
  'hitech-emergency': {
    ...textsOf({
      office: '云汀高新技术产业开发区应急管理中心综合科',
      street: '云汀高新区创新大道100号3号楼',
      number: 108,
      functions: '承担开发区安全生产、防灾减灾和应急值守的具体工作。',
      leaders: [leader('罗承', '主任', '主持全面工作')],
      sections: [{ name: '综合科', functions: '文秘、政务公开、后勤' }],
    }),
    disclosureFax: '',
    classification: '',
  },
}
