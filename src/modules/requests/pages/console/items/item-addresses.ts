import { itemsAt } from '../addresses.ts'

/** The page of one piece of information: its judgement and its files. */
export const itemAt = (requestId: string, itemId: string): string => `${itemsAt(requestId)}/${itemId}`
