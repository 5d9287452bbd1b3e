// The only file of this room that another room may import.
export { factsForYear, type CountedCell, type FactsForYear } from './queries/facts-for-year.ts'
