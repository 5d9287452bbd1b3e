/** The marks of our own list of checks at the end of a basis: （B01、B02）. */
const listMarks = /（[A-Z]\d{1,2}(?:、[A-Z]\d{1,2})*）$/

/**
 * A finding's basis as people read it: articles and norms only. The marks of our own catalogue stay in the data, where programs look
 * them up; to an agency that receives a letter they say nothing.
 */
export function basisWords(basis: string): string {
  return basis.replace(listMarks, '')
}
