import type { z } from 'zod'
import { Invalid } from './refusals.ts'

/**
 * Reads input by its schema.
 * @throws Invalid naming every field that is missing or wrong, once each, in the schema's own words
 */
export function checked<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const fields = new Map<string, string>()
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.')
    if (!fields.has(field)) fields.set(field, issue.message)
  }
  throw new Invalid([...fields].map(([field, sentence]) => ({ field, sentence })))
}
