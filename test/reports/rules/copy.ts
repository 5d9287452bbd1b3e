import type { RuleCase } from './case.ts'

export const copy: readonly RuleCase[] = [
  {
    code: 'source.hijackedHead',
    trips: [
      { report: { page: { title: '澳门新葡京娱乐平台官网_时时彩平台开户' } } },
      { report: { page: { title: '政府信息公开年报', words: '亚博体育官网,真人百家乐平台' } } },
    ],
    similar: [
      {
        why: 'the site and its channel',
        report: {
          page: {
            title: '2023年政府信息公开工作年度报告_临浦区教育局_临浦区人民政府',
            words: '政务公开,年报',
          },
        },
      },
    ],
  },
  {
    code: 'identity.pageTitle',
    trips: [
      {
        report: { page: { title: '临浦区教育局2022年政府信息公开工作年度报告' } },
        expected: 2023,
        found: 2022,
      },
    ],
    similar: [
      { why: 'its own year', report: { page: { title: '临浦区教育局2023年度政府信息公开年报' } } },
      { why: 'no year', report: { page: { title: '政府信息公开年度报告 - 临浦区人民政府' } } },
    ],
  },
  {
    code: 'source.injectedText',
    trips: [
      {
        report: {
          text: {
            0: '根据新万博体育_新万博app$官网娱乐平台规定，编制本报告，数据截至2023年12月31日。电话：0998-5550101。',
          },
        },
      },
    ],
    similar: [
      {
        why: 'the police against gambling',
        report: {
          agency: '云汀市公安局',
          text: { 7: '' },
          more: { 1: '公开打击网上赌博平台、博彩网站违法犯罪典型案例3起。' },
        },
      },
      {
        why: 'sport and lotteries for welfare',
        report: { more: { 1: '公开体育彩票公益金使用情况，更新体育场馆信息，推广政务app，开通官网专栏。' } },
      },
    ],
  },
  {
    code: 'source.hiddenText',
    trips: [
      {
        report: {
          hidden: [{ text: '亚博体育官网 https://spam.example.com', how: 'display:none', at: { line: 3 } }],
        },
      },
    ],
    similar: [
      {
        why: 'a folded menu',
        report: { hidden: [{ text: '首页 政务公开 办事服务', how: 'display:none', at: { line: 3 } }] },
      },
    ],
  },
  {
    code: 'source.hostileLink',
    trips: [
      {
        report: {
          links: [{ href: 'https://www.kaiyun-sports.example.com/', text: '开云体育官网', at: { line: 3 } }],
        },
      },
      {
        report: {
          links: [{ href: 'http://abc.top/x', text: '《中华人民共和国政府信息公开条例》', at: { line: 3 } }],
        },
        verdict: 'doubtful',
      },
    ],
    similar: [
      {
        why: 'share buttons and official sites',
        report: {
          links: [
            { href: 'https://weibo.com/share', text: '微博', at: {} },
            { href: 'http://www.gov.cn/zhengce', text: '政府信息公开条例', at: {} },
          ],
        },
      },
    ],
  },
  {
    code: 'source.zeroWidth',
    trips: [
      { report: { observations: [{ code: 'source.zeroWidth', at: [{ line: 1 }], detail: { count: 3 } }] } },
    ],
    similar: [
      { why: 'a mark of byte order at the end of a line', report: { more: { 1: '公开了政策文件。\ufeff' } } },
    ],
  },
  {
    code: 'source.runTogether',
    trips: [
      {
        report: { observations: [{ code: 'source.runTogether', at: [{ line: 1 }] }] },
        verdict: 'cannotTell',
      },
    ],
    similar: [
      { why: 'one long paragraph is a paragraph', report: { more: { 1: '公开了政策文件。'.repeat(200) } } },
    ],
  },
  {
    code: 'privacy.idNumber',
    trips: [{ report: { more: { 1: '申请人张某，身份证号110101190001010014。' } } }],
    similar: [
      {
        why: 'eighteen digits with a wrong check digit',
        report: { more: { 1: '编号110101190001010011已办结。' } },
      },
      { why: 'a social credit code', report: { more: { 1: '统一社会信用代码11330000002482123X。' } } },
    ],
  },
  {
    code: 'privacy.mobile',
    trips: [
      { report: { more: { 1: '申请人王某（13800001234）要求公开预算。' } }, severity: 'error' },
      { report: { more: { 0: '联系人：办公室，联系电话：13800001234。' } }, severity: 'notice' },
    ],
    similar: [
      {
        why: 'office telephone, hotline, masked',
        report: { more: { 0: '电话0998-5550101，热线12345，手机138****1234。' } },
      },
    ],
  },
  {
    code: 'privacy.bankCard',
    trips: [{ report: { more: { 6: '缴费账号6222020000000000000。' } } }],
    similar: [
      {
        why: 'a long number without the check digit',
        report: { more: { 6: '流水号6222020000000000001。' } },
      },
    ],
  },
  {
    code: 'privacy.secrecyMarker',
    trips: [{ report: { more: { 0: '内部资料 注意保存' } } }],
    similar: [
      {
        why: 'speaking of secrecy',
        report: { more: { 1: '严格保密审查，涉及国家秘密、工作秘密、内部资料的不予公开。' } },
      },
    ],
  },
  {
    code: 'wording.statuteTitle',
    trips: [
      { report: { more: { 1: '认真学习《中华人民共和国信息公开条例》。' } } },
      { report: { more: { 1: '根据《政府信息公开条例》文件，强化考核。' } } },
    ],
    similar: [
      {
        why: 'the right title, short',
        report: { more: { 1: '根据《政府信息公开条例》和《浙江省政务公开办法》要求。' } },
      },
    ],
  },
  {
    code: 'wording.repealed',
    trips: [
      { report: { more: { 1: '根据国办公开办函〔2019〕60号要求编制。' } } },
      { report: { more: { 0: '根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。' } } },
    ],
    similar: [
      {
        why: 'it was the form of 2020',
        report: { year: 2020, more: { 1: '根据国办公开办函〔2019〕60号要求编制。' } },
      },
    ],
  },
  {
    code: 'wording.processingFee',
    trips: [{ report: { text: { 6: '2023年度未收取政府信息公开费。' } }, expected: '信息处理费' }],
    similar: [
      {
        why: 'the right name',
        report: { text: { 6: '未收取政府信息公开信息处理费，无信息公开费用支出。' } },
      },
    ],
  },
  {
    code: 'wording.abolishedBody',
    trips: [{ report: { more: { 1: '联合安监局开展检查信息公开。' } }, verdict: 'doubtful' }],
    similar: [
      { why: 'formerly', report: { more: { 1: '原安监局制发的文件已清理。' } } },
      {
        why: 'the tax bureau’s full name',
        report: {
          agency: '国家税务总局云汀市税务局',
          text: { 7: '' },
          more: { 1: '国家税务总局云汀市税务局公开信息。' },
        },
      },
    ],
  },
  {
    code: 'wording.internalTone',
    trips: [{ report: { more: { 0: '结合我局实际，现汇报如下：' } } }],
    similar: [
      {
        why: 'meetings hear reports',
        report: { more: { 1: '局党组会议专题听取公开工作汇报，现将有关情况公布如下。' } },
      },
    ],
  },
  {
    code: 'wording.misspelling',
    trips: [{ report: { more: { 1: '避免断链、错链、错字错局。' } } }],
    similar: [
      { why: 'written right', report: { more: { 1: '避免错字错句，做好工作部署，规范行政复议。' } } },
    ],
  },
]
