/** Where the pages of this room are. A page of another part of a case is asked for here, never spelled out. */
export const requestsAt = '/console/requests'

export const caseAt = (requestId: string): string => `${requestsAt}/${requestId}`

/** The page of one act on a case: what it asks for and what it brings. */
export const actAt = (requestId: string, act: string): string => `${caseAt(requestId)}/acts/${act}`

/** Drafting a paper of the catalogue. */
export const newPaperAt = (requestId: string, letter?: string): string =>
  `${caseAt(requestId)}/papers/new${letter === undefined ? '' : `?letter=${letter}`}`

/** One paper: its text, its signatures, its way out and its service. */
export const paperAt = (requestId: string, paperId: string): string =>
  `${caseAt(requestId)}/papers/${paperId}`

export const recordsAt = (requestId: string): string => `${caseAt(requestId)}/records`
export const itemsAt = (requestId: string): string => `${caseAt(requestId)}/items`
export const consultationsAt = (requestId: string): string => `${caseAt(requestId)}/consultations`
export const fileAt = (requestId: string, fileId: string): string => `${caseAt(requestId)}/files/${fileId}`
