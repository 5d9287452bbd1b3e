export interface AbolishedBody {
  /** Pattern of its names, the place before them left out. */
  readonly names: string
  /** The day on which the central body ended. */
  readonly endedOn: string
  /** The last year in which the body may still have acted somewhere: local reforms follow the central one. */
  readonly lastYear: number
  /** What took its place. */
  readonly now: string
}

const in2018 = '2018-03-17'
/**
 * Bodies that are no more. Sources: 《国务院机构改革方案》 of 2008, 2013 (2013-03-14), 2018 (2018-03-17) and 2023 (2023-03-10);
 * 《深化党和国家机构改革方案》 (2018-03-21: local reforms done by the end of March 2019); 《国税地税征管体制改革方案》 (2018-07-20);
 * 国家金融监督管理总局 opened 2023-05-18, its local offices 2023-07-20; 国家乡村振兴局 2021-02-25 to 2023-03.
 */
export const abolishedBodies: readonly AbolishedBody[] = [
  {
    names: '(?:国家)?安全生产监督管理(?:总局|局)|安监(?:总局|局)|(?:国家)?安全监管总局',
    endedOn: in2018,
    lastYear: 2018,
    now: '应急管理部门',
  },
  {
    names: '国土资源(?:部|厅|局|分局|所)|国土(?:局|所)|国土资源和(?:城乡)?规划局|国土(?:和|与)?规划局',
    endedOn: in2018,
    lastYear: 2019,
    now: '自然资源（和规划）部门',
  },
  {
    names: '环境保护(?:部|厅|局|分局)|环保(?:部|厅|局|分局)',
    endedOn: in2018,
    lastYear: 2019,
    now: '生态环境部门',
  },
  {
    names: '(?:国家)?工商行政管理(?:总局|局|分局|所)|工商(?:总局|局|分局|所)',
    endedOn: in2018,
    lastYear: 2018,
    now: '市场监督管理部门',
  },
  {
    names: '质量技术监督(?:局|分局)|质监局|(?:国家)?质量监督检验检疫总局|(?:国家)?质检总局',
    endedOn: in2018,
    lastYear: 2018,
    now: '市场监督管理部门',
  },
  {
    names: '(?:国家)?食品药品监督管理(?:总局|局|分局|所)|食药监(?:总局|局|分局|所)|食品药品监管局',
    endedOn: in2018,
    lastYear: 2018,
    now: '市场监督管理部门、药品监督管理部门',
  },
  {
    names: '(?:国家)?卫生和计划生育(?:委员会|局)|卫生计生(?:委|局)|卫计(?:委|局)',
    endedOn: in2018,
    lastYear: 2019,
    now: '卫生健康部门',
  },
  {
    names: '(?:国家)?人口和计划生育(?:委员会|局)|人口计生(?:委|局)|计划生育(?:委员会|局)|计生(?:委|局)',
    endedOn: '2013-03-14',
    lastYear: 2015,
    now: '卫生健康部门',
  },
  {
    names: '卫生(?:部|厅)(?![门长])|(?<=[省市县区州旗])卫生局',
    endedOn: '2013-03-14',
    lastYear: 2015,
    now: '卫生健康部门',
  },
  {
    names:
      '文化广电新闻出版(?:体育)?(?:旅游)?局|文化广播电视新闻出版局|文广新局|文化体育广播电视局|文体广新局|广播电影电视局|(?:国家)?新闻出版广电总局|新闻出版广电局',
    endedOn: in2018,
    lastYear: 2019,
    now: '文化和旅游、广播电视部门',
  },
  {
    names: '文化(?:部|厅)(?![门长])|(?<=[省市县区州旗])文化局|文体局(?!长)',
    endedOn: in2018,
    lastYear: 2019,
    now: '文化和旅游部门',
  },
  {
    names: '(?<=[省市县区州旗]|国家)旅游(?:局|委员会|发展委员会)|旅游发展委员会|旅发委',
    endedOn: in2018,
    lastYear: 2019,
    now: '文化和旅游部门',
  },
  {
    names: '农业(?:部|厅)(?![门长])|(?<=[省市县区州旗])农业局|农业委员会|(?<=[省市县区州旗])农委',
    endedOn: in2018,
    lastYear: 2019,
    now: '农业农村部门',
  },
  { names: '国家林业局', endedOn: in2018, lastYear: 2018, now: '国家林业和草原局' },
  {
    names: '国家(?:海洋局|测绘地理信息局|粮食局)',
    endedOn: in2018,
    lastYear: 2018,
    now: '自然资源部、国家粮食和物资储备局',
  },
  {
    names: '(?<!总局[\\p{Script=Han}]{0,6})国家税务局|国税(?:局|分局)|地方税务局|地税(?:局|分局)',
    endedOn: '2018-06-15',
    lastYear: 2018,
    now: '税务局',
  },
  {
    names: '(?:人民政府|政府|国务院)?法制办公室|(?:政府)?法制办',
    endedOn: in2018,
    lastYear: 2019,
    now: '司法行政部门',
  },
  {
    names: '(?<=[省市县区州旗])监察(?:厅|局)|国家预防腐败局|预防腐败局',
    endedOn: in2018,
    lastYear: 2018,
    now: '监察委员会',
  },
  {
    names:
      '公安消防(?:总队|支队|大队|中队|部队|机构)|武警消防(?:总队|支队|大队|部队)|公安边防(?:总队|支队|大队)',
    endedOn: '2018-10-09',
    lastYear: 2018,
    now: '消防救援机构（边防：移民管理机构）',
  },
  { names: '出入境检验检疫局', endedOn: '2018-04-20', lastYear: 2018, now: '海关' },
  { names: '煤矿安全监察局', endedOn: '2020-10-09', lastYear: 2021, now: '矿山安全监察局' },
  { names: '(?<=[省市县区州旗])物价局', endedOn: in2018, lastYear: 2019, now: '发展改革、市场监督管理部门' },
  {
    names:
      '(?:中国)?银行业监督管理委员会|(?:中国)?保险监督管理委员会|(?:中国)?(?<!银)保监(?:会|局|分局)|(?:中国)?银监(?:会|局|分局)',
    endedOn: '2018-04-08',
    lastYear: 2018,
    now: '国家金融监督管理总局及其派出机构',
  },
  {
    names: '(?:中国)?银行保险监督管理委员会|(?:中国)?银保监(?:会|局|分局|分会)',
    endedOn: '2023-05-18',
    lastYear: 2023,
    now: '国家金融监督管理总局及其派出机构',
  },
  {
    names: '扶贫(?:开发)?(?:办公室|办|局)|扶贫开发领导小组办公室|国务院扶贫办',
    endedOn: '2021-02-25',
    lastYear: 2021,
    now: '农业农村部门',
  },
  { names: '(?:国家)?乡村振兴局', endedOn: '2023-03-10', lastYear: 2024, now: '农业农村部门' },
  {
    names: '劳动和社会保障(?:部|厅|局)|劳动保障局(?!域)',
    endedOn: '2008-03-15',
    lastYear: 2010,
    now: '人力资源和社会保障部门',
  },
  { names: '铁道部(?!队)', endedOn: '2013-03-14', lastYear: 2013, now: '交通运输部、国家铁路局' },
  {
    names: '(?:国家)?(?:广播电影电视总局|新闻出版总署)|(?:国家)?广电总局电影局|国家电力监管委员会|电监会',
    endedOn: '2013-03-14',
    lastYear: 2013,
    now: '国家广播电视总局、国家新闻出版署、国家能源局',
  },
]
