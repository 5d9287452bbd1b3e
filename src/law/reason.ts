/** Why a rule says no: the shape every rule uses. */
export interface Reason {
  /** `room.thing.reason` */
  readonly code: string
  /** One Chinese sentence for the person who asked. */
  readonly sentence: string
  /** The article or source it rests on, e.g. 条例第三十条. */
  readonly basis?: string
  /** What would help, if anything would. */
  readonly help?: string
}
