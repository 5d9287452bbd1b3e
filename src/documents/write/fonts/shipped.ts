/** The open faces that come with the system (SIL Open Font License): paths of their files inside the font package. */
export function shippedFontFiles(require: NodeJS.Require): readonly string[] {
  return ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'].map((file) =>
    require.resolve(`@expo-google-fonts/noto-serif-sc/${file}`),
  )
}
