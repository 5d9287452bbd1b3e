/** What an agency's guide says about its disclosure office (条例 Art 12). */
export interface OfficeFacts {
  readonly disclosureOffice: string
  readonly disclosureAddress: string
  readonly disclosureHours: string
  readonly disclosurePhone: string
  readonly disclosureFax: string
  readonly disclosureEmail: string
  readonly postcode: string
}

/** The ways to hand a request in (条例 Art 29): online always; the others as far as the agency has said where. */
export function waysToApply(
  office: OfficeFacts,
): readonly { readonly name: string; readonly value: string }[] {
  const place = [office.disclosureAddress, office.disclosureOffice].filter((one) => one !== '').join('，')
  const ways: [string, string][] = [['网上', '在本站填写，随时可以提交']]
  if (place !== '')
    ways.push(
      ['当面', [place, office.disclosureHours].filter((one) => one !== '').join('，')],
      [
        '寄信',
        `${place}${office.postcode === '' ? '' : `，邮编 ${office.postcode}`}。信封上写明“政府信息公开申请”`,
      ],
    )
  if (office.disclosureFax !== '') ways.push(['传真', `${office.disclosureFax}，传真件上写明联系方式`])
  if (office.disclosureEmail !== '') ways.push(['电子邮件', office.disclosureEmail])
  if (office.disclosurePhone !== '')
    ways.push(['口头', `书写有困难的，打 ${office.disclosurePhone} 或者到现场，由工作人员代填`])
  return ways.map(([name, value]) => ({ name, value }))
}
