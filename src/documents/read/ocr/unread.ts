/** Stands for a figure that was not made out, as in printed transcripts. It is no number and no blank. */
export const unread = '〓'
