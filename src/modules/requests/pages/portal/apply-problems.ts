import type { FieldProblem } from '../../../../platform/refusals.ts'

/** Whether something is wrong with a field of that kind. */
export function isProblemWith(problems: readonly FieldProblem[] | undefined, field: RegExp): boolean {
  return problems?.some((problem) => field.test(problem.field)) ?? false
}
