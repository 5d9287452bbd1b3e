// What other rooms and the command line may ask of inspection.
export { UnreadableDocument } from '../../documents/tree.ts'
export type { TextFinding } from '../../text/look-over.ts'
export { inspectFile, inspectPage, type InspectedFile } from './inspect-file.ts'
