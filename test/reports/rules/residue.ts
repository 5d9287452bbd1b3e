import type { RuleCase } from './case.ts'

const preface =
  '根据《中华人民共和国政府信息公开条例》要求，编制本报告，统计期限为2023年1月1日至2023年12月31日。'

/** Titles, names, contact data, addresses, set phrases and what was left over from elsewhere. */
export const residue: readonly RuleCase[] = [
  {
    code: 'structure.contactFormat',
    trips: [
      { report: { text: { 0: `${preface}电话：0998-55501。` } }, found: '0998-55501' },
      { report: { text: { 0: `${preface}电话（010）8321456。` } } },
      { report: { text: { 0: `${preface}邮编：39900，电话：0998-5550101。` } }, found: '39900' },
      { report: { text: { 0: `${preface}电话：0998-5550101，电子邮箱：zwgk@linpu。` } } },
      { report: { text: { 0: `${preface}电话：0998-5550101，电子邮箱：linpu163.com。` } } },
    ],
    similar: [
      {
        why: 'whole numbers, an extension, a hotline, a spelt-out @',
        report: {
          text: {
            0: `${preface}电话：0998-5550101转8012、（021）55501012，热线：0998-12345，邮政编码：399001，E-mail：lp-jyj@linpu.gov.cn，备用邮箱：zwgk#linpu.gov.cn。`,
          },
        },
      },
      {
        why: 'a copy in full-width figures',
        report: {
          text: {
            0: `${preface}邮编：３９９００１，电话：０９９８－５５５０１０１，邮箱：lpjyj@１６３.com。`,
          },
        },
      },
      {
        why: 'a document number and a room',
        report: { text: { 0: `${preface}地址：文昌路1号1203室，电话：5550101。` } },
      },
    ],
  },
  {
    code: 'structure.brokenLink',
    trips: [
      { report: { more: { 0: '登录http//www.linpu.gov.cn查阅。' } } },
      { report: { more: { 0: '网址：wwww.linpu.gov.cn。' } } },
      { report: { more: { 0: '网址：www.linpu.gov,cn。' } } },
    ],
    similar: [
      {
        why: 'whole addresses with and without https',
        report: {
          more: {
            0: '登录http://www.linpu.gov.cn/zwgk/或https://jyj.linpu.gov.cn查阅，也可用www.linpu.gov.cn。',
          },
        },
      },
    ],
  },
  {
    code: 'source.foreignSite',
    trips: [
      {
        report: { more: { 0: '本报告可在临浦区政府网站（http://www.linpu-news.com）查阅。' } },
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'a site of the government, and a mail address',
        report: {
          more: { 0: '本报告可在临浦区政府网站（http://www.linpu.gov.cn）查阅，邮箱lpjyj@163.com。' },
        },
      },
      {
        why: 'a company told of in the text',
        report: { more: { 1: '招聘信息见http://www.jobs.com，可查阅。' } },
      },
    ],
  },
  {
    code: 'identity.titleForm',
    trips: [{ report: { more: { 0: '临浦区教育局2023年政府信息公开公开工作年度报告' } } }],
    similar: [
      {
        why: 'words that stand twice for good reason',
        report: { more: { 0: '临浦区教育局2023年度政府信息公开工作年度报告' } },
      },
      {
        why: 'open to the public again and again',
        report: { more: { 1: '公开公开事项目录，做好工作，工作有序。' } },
      },
    ],
  },
  {
    code: 'identity.shortName',
    trips: [
      {
        report: { more: { 0: '现发布《区教育局2023年政府信息公开工作年度报告》。' } },
        expected: '云汀市临浦区教育局',
      },
    ],
    similar: [
      {
        why: 'the full name without the city',
        report: { more: { 0: '现发布《临浦区教育局2023年政府信息公开工作年度报告》。' } },
      },
      {
        why: 'another agency’s document',
        report: { more: { 0: '按照《云汀市人民政府2023年政府信息公开工作年度报告》要求。' } },
      },
    ],
  },
  {
    code: 'identity.foreignName',
    trips: [
      { report: { more: { 0: "临浦区人民政府 The People's Government of Linpu Municipality" } } },
      { report: { more: { 0: "望河县人民政府 The People's Government of Wanghe City" } } },
    ],
    similar: [
      {
        why: 'the right ranks',
        report: {
          more: {
            0: "临浦区人民政府 The People's Government of Linpu District\n云汀市人民政府 Yunting Municipal People's Government",
          },
        },
      },
      {
        why: 'a district of a city named in English',
        report: { more: { 0: "临浦区人民政府 People's Government of Linpu District, Yunting City" } },
      },
    ],
  },
  {
    code: 'identity.otherPlace',
    trips: [
      {
        report: {
          agency: '望河县教育局',
          text: { 7: '望河县教育局\n2024年1月15日' },
          more: { 1: '丰和县教育局高度重视信息公开工作。' },
        },
        verdict: 'doubtful',
      },
      {
        report: {
          agency: '望河县教育局',
          text: { 7: '望河县教育局\n2024年1月15日' },
          more: { 1: '全年在丰和县人民政府网站发布信息。' },
        },
      },
    ],
    similar: [
      {
        why: 'its own place, every county, and a neighbour visited',
        report: {
          agency: '望河县教育局',
          text: { 7: '望河县教育局\n2024年1月15日' },
          more: {
            1: '望河县教育局高度重视。通过望河县人民政府网站发布信息。赴丰和县教育局学习经验。在全县政府网站检查中排名第一。',
          },
        },
      },
      {
        why: 'the bureau above it',
        report: {
          agency: '望河县教育局',
          text: { 7: '望河县教育局\n2024年1月15日' },
          more: { 1: '云汀市教育局高度重视我县工作。通过云汀市政府网站发布信息。' },
        },
      },
    ],
  },
  {
    code: 'identity.otherSubject',
    trips: [
      {
        report: { more: { 1: '区水利局高度重视政府信息公开工作，成立领导小组。' } },
        verdict: 'doubtful',
        found: '水利局',
      },
      { report: { more: { 0: '如有疑问，请与临浦区水利局办公室联系。' } } },
    ],
    similar: [
      {
        why: 'its own short names',
        report: { more: { 0: '请与区教育局办公室联系。', 1: '区教育局高度重视政府信息公开工作。' } },
      },
      {
        why: 'a merged name and the offices above',
        report: {
          more: {
            0: '请与区教体局联系。请与区政务公开办公室联系。',
            1: '会同区水利局认真落实公开要求。按照市数据局部署，积极推进公开。全局高度重视政府信息公开工作。',
          },
        },
      },
      {
        why: 'a government tells of its bureaus',
        report: {
          agency: '望河县人民政府',
          text: {
            1: '（一）主动公开。县水利局高度重视政府信息公开工作。（二）依申请公开。收到申请5件。（三）政府信息管理。审核。（四）平台建设。网站。（五）监督保障。培训。',
            7: '望河县人民政府\n2024年1月15日',
            0: '根据《中华人民共和国政府信息公开条例》编制，统计期限2023年1月1日至2023年12月31日。电话：0998-5550101。',
          },
        },
      },
    ],
  },
  {
    code: 'wording.fixedPhrase',
    trips: [
      { report: { more: { 1: '坚持以习近平新时代特色社会主义思想为指导。' } }, severity: 'error' },
      { report: { more: { 1: '坚定“四个自信”，做到“二个维护”。' } } },
    ],
    similar: [
      {
        why: 'the right phrases, and thought of single fields',
        report: {
          more: {
            1: '坚持以习近平新时代中国特色社会主义思想为指导，学习习近平生态文明思想、习近平法治思想，增强“四个意识”、坚定“四个自信”、做到“两个维护”，开展习近平新时代中国特色社会主义思想主题教育。',
          },
        },
      },
      {
        why: 'two departments that look after a site',
        report: { more: { 1: '由2个维护单位负责网站运行。' } },
      },
    ],
  },
  {
    code: 'wording.sensitive',
    trips: [
      { report: { more: { 1: '公开残废人补贴发放情况。' } } },
      { report: { more: { 1: '与香港、澳门等国家开展交流。' } } },
    ],
    similar: [
      {
        why: 'the right names',
        report: { more: { 1: '公开残疾人补贴、残疾军人抚恤情况，与香港、澳门等地区交流，创建国家级示范。' } },
      },
    ],
  },
  {
    code: 'source.mixedPunctuation',
    trips: [
      {
        report: {
          more: { 1: '一是抓好落实,二是加强培训,三是完善制度,四是强化监督,五是丰富形式,六是优化平台。' },
        },
        severity: 'notice',
      },
    ],
    similar: [
      { why: 'one slip', report: { more: { 1: '一是抓好落实,二是加强培训。' } } },
      {
        why: 'numbers with separators',
        report: { more: { 1: '公开1,200条、2,300条、3,400条、4,500条、5,600条。' } },
      },
    ],
  },
  {
    code: 'structure.formerForm',
    trips: [{ report: { form: '2019', former: { t2: { 'rules.made': 0 }, otherHandled: null } } }],
    similar: [
      {
        why: 'it was the form of 2020',
        report: { year: 2020, form: '2019', former: { t2: { 'rules.made': 0 }, otherHandled: null } },
      },
    ],
  },
  {
    code: 'structure.length',
    trips: [
      {
        report: {
          text: {
            1: '做好主动公开、依申请公开、信息管理、平台建设、监督。',
            5: '问题：少。将改进。',
            6: '未收费。',
          },
        },
      },
    ],
    similar: [
      {
        why: 'short, but said',
        report: {
          text: {
            1: '全年主动公开信息12条，未收到依申请公开申请，信息管理规范，公开平台为区政府网站，监督保障有力，专人负责，参加培训一次。',
            5: '问题是公开形式单一，下一步增加图解。',
            6: '未收取信息处理费，无其他事项。',
          },
        },
      },
    ],
  },
]
