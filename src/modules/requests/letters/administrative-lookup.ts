import { z } from 'zod'
import { paragraph } from '../../../documents/write/model.ts'
import { plainDay } from '../../../law/calendar/plain-day.ts'
import { decisionBlanks, exampleDecision, text } from './blanks.ts'
import { clause, examined, letter, opening, you } from './phrases.ts'
import { freeChoice } from './remedy.ts'
import { defineLetter } from './template.ts'

/**
 * D27, 条例 Art 36(7): registers with a legal way of their own. Counted under 不予公开 in table three, but no refusal under
 * Art 14 to 16: the choice of remedy is free.
 */
export const administrativeLookup = defineLetter({
  id: 'D27',
  name: 'administrative-lookup',
  version: 1,
  inForceFrom: plainDay('2024-01-01'),
  title: '政府信息公开申请告知书（行政查询事项）',
  reader: 'applicant',
  articles: ['条例第三十六条第七项'],
  row: 'refusedAdministrativeQuery',
  remedy: 'free',
  blanks: z.object({
    ...decisionBlanks,
    information: text('信息名称'),
    instrument: text('规定查询办法的法律、行政法规'),
    registry: text('办理查询的机构及联系方式'),
    way: text('查询办法'),
  }),
  example: {
    ...exampleDecision,
    request: { ...exampleDecision.request, content: '城东区云栖路8号厂房的不动产登记资料' },
    information: '不动产登记资料',
    instrument: '《不动产登记暂行条例》',
    registry: '云汀市不动产登记中心（电话：0000-2345678）',
    way: '权利人、利害关系人持身份证明和利害关系证明，到该中心窗口提交查询申请',
  },
  compose: (blanks) =>
    letter(blanks, '政府信息公开申请告知书', blanks.applicant.name, [
      opening(blanks, examined.notice),
      paragraph(
        `申请公开的${clause(blanks.information)}，${clause(blanks.instrument)}对其获取有专门规定。`,
        `根据《条例》第三十六条第七项的规定，请${you(blanks.applicant)}依照该规定办理查询。`,
      ),
      paragraph(`办理查询的机构：${clause(blanks.registry)}。查询办法：${clause(blanks.way)}。`),
      freeChoice(blanks.remedyPlaces, '本告知书'),
    ]),
})
