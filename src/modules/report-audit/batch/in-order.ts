/**
 * Works on many things at once and gives the answers in the order of the things. Never more than `most` are under way or
 * waiting to be taken, so memory does not grow with their number.
 */
export async function* inOrder<Thing, Answer>(
  things: AsyncIterable<Thing> | Iterable<Thing>,
  most: number,
  work: (thing: Thing) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const underWay: Promise<Answer>[] = []
  for await (const thing of things) {
    const answer = work(thing)
    // A failure is met when its turn comes; until then it must not count as unhandled.
    answer.catch(() => undefined)
    underWay.push(answer)
    if (underWay.length >= most) yield await (underWay.shift() as Promise<Answer>)
  }
  for (const answer of underWay) yield await answer
}
