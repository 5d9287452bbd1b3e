/**
 * Characters of the radical blocks, which pdf printers of browsers write for the ordinary character that looks the same
 * (⻔ for 门, ⽂ for 文). Each is one code unit and so is its ordinary form: places stay exact.
 */
const supplement: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    '⺁厂⺌小⺎兀⺐尢⺒巳⺓幺⺖忄⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺢水⺣灬⺥爪⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺰纟⺲罒⺷羊⺺隶⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀⻳龟'.match(
      /../g,
    ) ?? [],
    (pair) => [pair.charAt(0), pair.charAt(1)],
  ),
)
const odd = /[\u2e80-\u2fd5\uf900-\ufad9]/g

/** The text with radicals and compatibility characters as ordinary ones; of the same length. */
export function plainRadicals(text: string): string {
  return text.replace(odd, (sign) => {
    const plain = supplement[sign] ?? sign.normalize('NFKC')
    return plain.length === 1 ? plain : sign
  })
}
