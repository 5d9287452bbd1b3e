import { saveSiteFacts } from '../../platform/http/site.ts'
import type { Services } from '../../platform/services.ts'
import { installAdministrators } from './commands/install-administrators.ts'
import { demoAccounts, isDemoCity, seedDemo } from './demo/seed-demo.ts'
import { demoSite } from './demo/site.ts'
import { allAgencies } from './store/agencies.ts'

/**
 * The invented city where the demo starts empty; else the three administrators, with one-time passwords told once.
 * @returns lines for the person at the shell
 */
export async function firstStart(
  services: Services,
  say: (sentence: string) => void,
): Promise<readonly string[]> {
  if (services.config.demo && (await allAgencies(services.db)).length === 0) {
    say('正在建立示范市：云汀市（机关、人物都是虚构的）')
    await seedDemo(services)
    await saveSiteFacts(services.db, demoSite)
  }
  const demo = await demoAccounts(services)
  if (demo) {
    const width = Math.max(...demo.accounts.map(({ loginName }) => loginName.length))
    return [
      `示范账号，密码都是 ${demo.password}`,
      ...demo.accounts.map(
        ({ loginName, name, agencyName, roles }) =>
          `  ${loginName.padEnd(width)}  ${agencyName}　${roles.join('、')}　${name}`,
      ),
    ]
  }
  if (!services.config.demo && (await isDemoCity(services)))
    return [
      '注意：这个数据文件夹里是示范市的数据，机关、人物和申请都是虚构的，示范账号仍然能登录。',
      '正式使用，请用 GONGKAI_DATA 另指定一个空的文件夹，再启动。',
    ]
  const made = await installAdministrators(services)
  if (made.length === 0) return []
  return [
    '已建立三个管理员账号。下面的密码只显示这一次，第一次登录时要换掉：',
    ...made.map(({ loginName, password, title }) => `  ${title}　用户名 ${loginName}　密码 ${password}`),
  ]
}
