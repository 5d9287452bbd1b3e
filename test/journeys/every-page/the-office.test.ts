import { testEveryPage } from '../../builders/every-page.ts'

// Those who do the work of one agency, and those who lead it.
testEveryPage(['officer', 'head', 'legal', 'liaison', 'review2'], ['/console', '/console/requests'])
