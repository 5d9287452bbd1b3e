import type { PlainDay } from '../../law/calendar/plain-day.ts'
import { inFigures } from './figures-in-words.ts'
import { Table, type Column } from './table.tsx'
import type { Children } from './trusted.ts'

export interface Bar {
  readonly label: string
  /** null: not known; the bar is left out and the label says so. */
  readonly value: number | null
  /** This year, drawn dark. */
  readonly isNow?: boolean
}

interface BarChartProps {
  readonly name: string
  /** 件, 工作日, 百分比 */
  readonly unit: string
  readonly bars: readonly Bar[]
}

const chartWidth = 320
const floor = 142
const tallest = 112

/** One measure as bars from zero, values printed on them. The label for those who listen holds every value. */
export function BarChart({ name, unit, bars }: BarChartProps) {
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0))
  const slot = chartWidth / Math.max(1, bars.length)
  const wide = Math.min(22, slot * 0.5)
  const all = bars.map(({ label, value }) => `${label} ${value === null ? '没有数据' : inFigures(value)}`)
  return (
    <svg class="chart" viewBox="0 0 320 170" role="img" aria-label={`${name}，${unit}：${all.join('，')}`}>
      {bars.map(({ value, isNow }, index) => {
        if (value === null) return null
        const tall = most === 0 ? 0 : Math.max(value > 0 ? 1 : 0, (value / most) * tallest)
        return (
          <rect
            class={isNow ? 'bar is-now' : 'bar'}
            x={round(slot * (index + 0.5) - wide / 2)}
            y={round(floor - tall)}
            width={round(wide)}
            height={round(tall)}
          />
        )
      })}
      <path class="axis" d={`M0 ${floor + 0.5}H${chartWidth}`} />
      {bars.map(({ label, value }, index) => {
        const x = round(slot * (index + 0.5))
        const tall = most === 0 || value === null ? 0 : (value / most) * tallest
        return (
          <>
            <text
              class={value === null ? undefined : 'is-value'}
              x={x}
              y={round(floor - 8 - tall)}
              text-anchor="middle"
            >
              {value === null ? '—' : inFigures(value)}
            </text>
            <text x={x} y={162} text-anchor="middle">
              {label}
            </text>
          </>
        )
      })}
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

export interface ChartOf extends BarChartProps {}

/** Several small charts side by side, one measure each, with the table of all their numbers in `details`. */
export function Charts({
  charts,
  summary,
}: {
  readonly charts: readonly ChartOf[]
  readonly summary: string
}) {
  const labels = [...new Set(charts.flatMap(({ bars }) => bars.map(({ label }) => label)))]
  const columns: Column<string>[] = [
    { title: '年度', kind: 'title', cell: (label) => label },
    ...charts.map(
      ({ name, unit, bars }): Column<string> => ({
        title: `${name}（${unit}）`,
        kind: 'number',
        cell: (label) => {
          const value = bars.find((bar) => bar.label === label)?.value
          return value === null || value === undefined ? '—' : inFigures(value)
        },
      }),
    ),
  ]
  return (
    <>
      <div class="charts">
        {charts.map((chart) => (
          <figure key={chart.name}>
            <figcaption>
              <b>{chart.name}</b>
              <span class="note">{chart.unit}</span>
            </figcaption>
            <BarChart {...chart} />
          </figure>
        ))}
      </div>
      <ChartData summary={summary}>
        <div class="table-wrap">
          <Table caption={summary} columns={columns} rows={labels} />
        </div>
      </ChartData>
    </>
  )
}

/** The numbers of a chart, folded away under it. */
export function ChartData({ summary, children }: { readonly summary: string; readonly children: Children }) {
  return (
    <details class="chart-data">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

export interface DayCount {
  readonly day: PlainDay
  readonly count: number
}

interface DaysChartProps {
  /** Every day from the first of January to today. */
  readonly days: readonly DayCount[]
  /** 2026年，每天公开的件数 */
  readonly caption: string
  /** 到今天 1,921 件，今天 7 件 */
  readonly aside: Children
  readonly unit?: string
}

const stripWidth = 1184
const stripFloor = 72
const widestStep = 12

/**
 * 日尺: one tick per day of the year so far, as tall as what happened that day. The strip keeps its size; where the window is
 * narrower (a phone) it shows the latest part.
 */
export function DaysChart({ days, caption, aside, unit = '件' }: DaysChartProps) {
  const most = Math.max(1, ...days.map(({ count }) => count))
  const step = Math.min(widestStep, stripWidth / Math.max(1, days.length))
  const width = Math.ceil(step * days.length)
  let ticks = ''
  let now = ''
  let total = 0
  const months: { readonly x: number; readonly label: string }[] = []
  days.forEach(({ day, count }, index) => {
    const x = round(step * (index + 0.5))
    const tick = `M${x} ${stripFloor}v${round(-2 - (count / most) * (stripFloor - 8))}`
    if (index === days.length - 1) now = tick
    else ticks += tick
    if (day.endsWith('-01')) months.push({ x: x - 2, label: `${Number(day.slice(5, 7))}月` })
    total += count
  })
  const wide = round(Math.max(1, Math.min(2.5, step * 0.4)))
  const busiest = days.reduce((a, b) => (b.count > a.count ? b : a), { day: '', count: 0 } as {
    day: string
    count: number
  })
  const says = `${caption}，共${inFigures(total)}${unit}${
    busiest.count > 0 ? `，最多的一天${inFigures(busiest.count)}${unit}` : ''
  }`
  return (
    <figure class="days">
      <div class="days-strip">
        <svg width={width} height={92} viewBox={`0 0 ${width} 92`} role="img" aria-label={says}>
          <path class="tick" stroke-width={wide} d={ticks} />
          <path class="tick is-now" stroke-width={wide} d={now} />
          {months.map(({ x, label }) => (
            <text key={label} x={x} y={88}>
              {label}
            </text>
          ))}
        </svg>
      </div>
      <figcaption>
        <span>{caption}</span>
        <span>{aside}</span>
      </figcaption>
    </figure>
  )
}
