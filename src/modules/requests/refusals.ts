import type { Reason } from '../../law/reason.ts'

const reasons = {
  'requests.permission.missing': {
    sentence: '您在这个机关没有办这件事的权限。',
    help: '需要的话，请安全管理员授予角色。',
  },
  'requests.case.missing': { sentence: '没有找到这件申请。核对编号，或者从收件列表里打开。' },
  'requests.case.notConfirmed': {
    sentence: '还没有确定收到申请之日，期限没有开始。',
    basis: '条例第三十一条',
    help: '先与申请人确认，登记确认日期。',
  },
  'requests.case.alreadyConfirmed': {
    sentence: '收到申请之日已经确定，不能再改。',
    basis: '条例第三十一条',
  },
  'requests.case.closed': { sentence: '本件已经办结，不能再有这一步。', basis: '条例第三十三条' },
  'requests.case.waitingForApplicant': {
    sentence: '正在等待申请人补正，收到补正以后再办这一步。',
    basis: '条例第三十条',
  },
  'requests.case.waitingForFee': {
    sentence: '正在等待申请人缴费，缴清以后再办这一步。',
    basis: '信息处理费管理办法第六条',
  },
  'requests.case.lapsed': {
    sentence: '申请人逾期未补正或者未缴费，本件只能作终止告知。',
    basis: '条例第三十条、信息处理费管理办法第六条',
    help: '拟终止办理告知书。',
  },
  'requests.case.otherMatter': {
    sentence: '本件不是政府信息公开申请，补正、延期、征求意见、收费都不适用，办好以后书面告知。',
    basis: '条例第四十一条、第四十四条、第四十七条、第五十一条',
  },
  'requests.case.notNow': { sentence: '本件现在的状态不能办这一步。' },
  'requests.case.changed': {
    sentence: '你打开以后，别人已经改过这一件。看过现在的内容，再决定要不要办。',
  },
  'requests.case.datesClash': { sentence: '登记的日期互相矛盾，期限算不出来。请撤销写错的一条。' },
  'requests.case.agencyClosed': {
    sentence: '这个机关已经撤销或者合并，请向承接职能的机关申请。',
    basis: '国办公开办函〔2019〕14号',
  },
  'requests.hint.decided': {
    sentence: '这条信息要不要主动公开，已经决定过了。',
    basis: '条例第四十四条第一款',
  },
  'requests.hint.missing': { sentence: '没有几个人申请过这条信息，或者它已经主动公开。' },
  'requests.receipt.beforeArrival': {
    sentence: '确认的日期早于来件的日期。',
    basis: '条例第三十一条',
  },
  'requests.receipt.future': { sentence: '日期还没有到，不能先登记。' },
  'requests.receipt.notReadBack': {
    sentence: '口头申请代填后，要读给申请人听并得到确认。',
    basis: '条例第二十九条第一款',
  },
  'requests.receipt.tooLate': {
    sentence: '本件已经办结，不再打印接收回执。',
    basis: '条例第四十五条',
  },
  'requests.receipt.codeReplaced': {
    sentence: '查询码已经换过，回执上的码只在换的那一次能打印。',
    help: '核对身份以后再换一次查询码。',
  },
  'requests.record.notOral': {
    sentence: '不是口头申请，没有代填记录。',
    basis: '条例第二十九条第一款',
  },
  'requests.record.noConfirmation': {
    sentence: '这种渠道不需要与申请人确认，没有确认记录。',
    basis: '条例第三十一条',
  },
  'requests.record.otherMatter': { sentence: '这件不是政府信息公开申请，没有申请表和代填记录。' },
  'requests.clarification.notOpen': {
    sentence: '现在没有在等申请人补正。',
    basis: '条例第三十条',
  },
  'requests.fee.notOpen': {
    sentence: '现在没有在等申请人缴费。',
    basis: '信息处理费管理办法第六条',
  },
  'requests.fee.notWhole': {
    sentence: '缴费金额和收费通知书不一致，足额缴费以后期限才重新计算。',
    basis: '信息处理费管理办法第六条',
  },
  'requests.fee.nothingDue': {
    sentence: '按件数和页数都没有超过免费的数量，不能收费。',
    basis: '条例第四十二条',
  },
  'requests.fee.notCharged': {
    sentence: '本机关没有设置缴费方式，不收信息处理费。',
    help: '需要收费的，先在设置里写明缴费方式。',
  },
  'requests.fee.wrongAmount': {
    sentence: '收费金额和按规则计算的不一致。',
    basis: '信息处理费管理办法第四条、第五条',
  },
  'requests.split.underWay': {
    sentence: '拆分只能在登记时进行，已经有办理记录的不能再拆。',
    basis: '国办公开办函〔2021〕30号',
  },
  'requests.consultation.missing': { sentence: '没有找到这次征求意见。' },
  'requests.consultation.notSent': { sentence: '征求意见书还没有发出。' },
  'requests.consultation.answered': { sentence: '这次征求意见已经有答复，不能再答。' },
  'requests.consultation.linkUsed': {
    sentence: '这个链接已经用过或者已经失效。需要补充意见的，请联系发函机关。',
  },
  'requests.consultation.applicantNamed': {
    sentence: '征求意见的文书里出现了申请人的信息，不能发出。',
    basis: '个人信息保护法第六条',
    help: '删去申请人的姓名、电话、证件号码再发。',
  },
  'requests.paper.missing': { sentence: '没有找到这份文书。' },
  'requests.paper.notDraft': { sentence: '这份文书不在拟稿，不能修改。', help: '退回拟稿以后再改。' },
  'requests.paper.notInReview': { sentence: '这份文书不在审签中。' },
  'requests.paper.notApproved': { sentence: '这份文书还没有审签完毕，不能发出。' },
  'requests.paper.notIssued': { sentence: '这份文书还没有发出，不能登记送达。' },
  'requests.paper.alreadyServed': { sentence: '这份文书已经送达，不能再登记。' },
  'requests.paper.otherReply': {
    sentence: '本件已经有一份答复在拟稿或者审签。一件申请只答复一次。',
    basis: '条例第三十六条',
  },
  'requests.paper.wrongLetter': { sentence: '这类申请不用这种文书答复。' },
  'requests.paper.evidenceMissing': {
    sentence: '还缺这个理由应当留存的证据。',
    basis: '国办函〔2021〕132号',
    help: '在“证据”里写明，或者上传材料。',
  },
  'requests.paper.consultationMissing': {
    sentence: '以第三方合法权益为由不公开，要先书面征求第三方意见。',
    basis: '条例第三十二条',
  },
  'requests.paper.objectionNotJudged': {
    sentence: '第三方不同意公开，还没有判断其理由是否合理。',
    basis: '条例第三十二条',
  },
  'requests.paper.itemsNotJudged': { sentence: '信息清单里还有没判断的，不能答复。' },
  'requests.paper.itemNotConsulted': {
    sentence: '信息清单里以第三方合法权益为由不公开的，还没有书面征求过第三方意见。',
    basis: '条例第三十二条',
    help: '先征求第三方意见；只遮盖明显属于个人隐私的内容的，在清单的理由里选“没有征求”。',
  },
  'requests.paper.releaseNotChecked': {
    sentence: '要提供的文件还没有通过遮盖检查，不能发出。',
    help: '在信息清单里上传或者生成供公开的文件。',
  },
  'requests.paper.reasonsNotAsked': {
    sentence: '以大量反复申请为由不处理，要先请申请人说明理由。',
    basis: '条例第三十五条',
  },
  'requests.paper.neverClarified': {
    sentence: '没有告知过补正，不能以补正后仍不明确为由答复。',
    basis: '条例第三十条',
  },
  'requests.paper.notLapsed': {
    sentence: '申请人补正或者缴费的期限还没有过，不能终止。',
    basis: '条例第三十条、信息处理费管理办法第六条',
  },
  'requests.paper.notWithdrawn': {
    sentence: '还没有登记撤回，不能拟撤回的终止办理告知书。',
    basis: '条例第四十五条',
    help: '先在本件的页面登记撤回，登记以后就可以拟。',
  },
  'requests.approval.ownDraft': {
    sentence: '拟稿人不能审签自己拟的文书。',
    basis: '条例第十七条',
    help: '请另一位同志审签。',
  },
  'requests.approval.twice': { sentence: '同一个人在一份文书上只能签一次。', help: '请下一环节的同志审签。' },
  'requests.approval.notYourStep': { sentence: '现在轮到别的环节审签。' },
  'requests.service.beforeIssue': { sentence: '送达的日期早于文书的日期。' },
  'requests.service.noProof': {
    sentence: '邮寄要写邮件号码，直接送达要有签收日期。',
    basis: '国办公开办函〔2016〕235号',
  },
  'requests.service.notChosen': {
    sentence: '申请人没有选择电子方式获取，不能只作电子送达。',
    basis: '条例第四十条',
  },
  'requests.remedy.missing': { sentence: '没有找到这件复议或者诉讼。' },
  'requests.remedy.notCorrected': {
    sentence: '只有复议或者诉讼的结果是纠正，才重新答复。',
    basis: '行政复议法第六十四条、行政诉讼法第七十条',
  },
  'requests.remedy.closed': {
    sentence: '这件复议或者诉讼已经有结果，不能再改。',
    help: '写错的，撤销后重新登记。',
  },
  'requests.remedy.needsReconsideration': {
    sentence: '复议后起诉的，要连到此前的复议。',
  },
  'requests.file.missing': { sentence: '没有找到这个文件。' },
  'requests.file.tooLarge': { sentence: '文件超过20MB，请压缩或者分开上传。' },
  'requests.file.wrongType': {
    sentence: '这种文件不能上传。可以上传PDF、Word、Excel、OFD、图片和纯文本。',
  },
  'requests.file.locked': { sentence: '文件设有密码，打不开。请上传没有密码的文件。' },
  'requests.file.tooMany': { sentence: '文件太多了，一件申请最多12个。请合并以后再传。' },
  'requests.file.empty': { sentence: '文件是空的，请重新选择。' },
  'requests.file.infected': { sentence: '文件没有通过病毒检查，不能上传。' },
  'requests.item.missing': { sentence: '没有找到这一条信息。' },
  'requests.item.inReview': {
    sentence: '答复已经送审，清单、判断和供公开的文件不能再改：审签的人看过的就是发出去的。',
    basis: '条例第十七条',
    help: '要改的，请审签人退回；已经签完还没有发出的，作废后重新拟。',
  },
  'requests.release.notGiven': {
    sentence: '这一条还没有判断为公开或者部分公开，不能生成供公开的文件。',
    help: '先判断，再处理文件。',
  },
  'requests.release.partlyWhole': {
    sentence: '这一条判断为部分公开，不能原样提供。',
    basis: '条例第三十七条',
    help: '遮盖不公开的内容，或者把判断改为公开。',
  },
  'requests.release.openMasked': {
    sentence: '这一条判断为公开，却遮盖了内容。遮盖了就是部分公开，要写明理由。',
    basis: '条例第三十七条',
    help: '先把判断改为部分公开，或者不遮盖。',
  },
  'requests.release.noOriginal': { sentence: '还没有上传信息原件。' },
  'requests.release.trace': {
    sentence: '要遮盖的内容在文件里还能找到。',
    basis: '条例第三十七条',
    help: '补上遮盖以后重新生成。',
  },
  'requests.release.hidden': {
    sentence: '文件里有看不见的内容。',
    help: '清理以后再提供，或者确认可以公开。',
  },
  'requests.release.personal': {
    sentence: '文件里还有像个人信息的内容。',
    basis: '条例第十五条、个人信息保护法第六条',
    help: '遮盖，或者确认可以公开。',
  },
  'requests.release.pictures': {
    sentence: '文件里有图片或者扫描的页，程序看不到内容。',
    help: '逐页看过以后，勾选“都看过了”。',
  },
  'requests.release.cannotMask': { sentence: '没有生成供公开的文件。' },
  'requests.release.cannotRead': {
    sentence: '这个文件读不出来，不能确定里面没有不该公开的内容。',
    help: '用原来的软件打开并重新保存，或者另存为 docx、PDF 再上传。',
  },
  'requests.archive.notClosed': { sentence: '本件还没有办结，不能归档。' },
  'requests.archive.notServed': { sentence: '还有发出而没有登记送达的文书，不能归档。' },
  'requests.erase.tooEarly': {
    sentence: '办结以后还没有到删除身份证明的时间。',
    basis: '个人信息保护法第四十七条',
  },
  'requests.submission.keyUsed': {
    sentence: '这个重发用的值已经用在另一件申请上，这一件没有登记。',
    help: '一件申请换一个新的值（接口的 Idempotency-Key）再提交。',
  },
  'requests.platform.unknown': { sentence: '接口的密钥不对，或者已经停用。', help: '请向机关核对密钥。' },
  'requests.platform.missing': { sentence: '没有找到这个受理平台。' },
  'requests.settings.missing': {
    sentence: '还没有设置机关代字、复议机关和管辖法院，文书写不出来。',
    help: '请政府信息公开工作机构负责人在“申请设置”里填写。',
  },
  'requests.template.missing': { sentence: '没有找到这个文书模板。' },
  'requests.template.inUse': { sentence: '这一版已经在用，不用再启用。' },
  'requests.template.ended': { sentence: '这一版已经停用。要再用，请下载以后重新上传。' },
  'requests.template.outdated': {
    sentence: '系统的这份文书已经改版，这个模板是按原来的样子检查的，不能启用。',
    help: '重新下载带标记的文书，改好以后再上传。',
  },
  'requests.template.ours': { sentence: '这份文书现在用的就是系统的样式。' },
  'requests.track.unknown': {
    sentence: '申请编号和查询码对不上。编号和查询码都在接收回执上。',
  },
  'requests.draft.gone': {
    sentence: '没有找到保存的申请。它可能已经提交，或者过了7天已经删除。',
    help: '可以重新填写；已经提交的，用申请编号和查询码查进度。',
  },
  'requests.draft.wrongCode': {
    sentence: '接续码对不上，或者已经用过。接续码用一次就换一个，保存7天。',
  },
  'requests.track.over': {
    sentence: '查询已经结束。为了安全，离开一小时后要重新输入申请编号和查询码。',
  },
  'requests.rating.notClosed': { sentence: '答复以后才能评价。' },
  'requests.rating.given': { sentence: '这件申请已经评价过。' },
  'requests.event.missing': { sentence: '没有找到这条记录。' },
} as const satisfies Readonly<Record<string, Omit<Reason, 'code'>>>

type Code = keyof typeof reasons

/** Every way this room says no. */
export const requestRefusals = Object.fromEntries(
  Object.entries(reasons).map(([code, reason]) => [code, { code, ...reason }]),
) as unknown as { readonly [C in Code]: Reason & { readonly code: C } }
