/** How the database says no to a person who only wanted a page. */
export const databaseRefusals = {
  unavailable: {
    code: 'database.connection.lost',
    sentence: '数据库暂时没有回应，请过一会儿再试。',
    help: '刚才填的内容如果没有看到办结的提示，请再提交一次。',
  },
} as const
