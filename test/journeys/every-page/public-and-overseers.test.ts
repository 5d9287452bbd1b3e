import { testEveryPage } from '../../builders/every-page.ts'

// The public, the office that supervises, and the three administrators.
testEveryPage(
  [null, 'supervisor', 'system', 'security', 'audit'],
  ['/reports', '/reports/2023', '/reports/2023.csv', '/agencies', '/accessibility'],
)
