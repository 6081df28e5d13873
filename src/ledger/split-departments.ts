/* What a department's name ends in; 「子育て・若者課」 is one department, 「建設課・産業課」 are two. */
const DEPARTMENT =
  /(?:課|室|局|部|係|班|所|署|館|院|園|校|団|会|センター|グループ|チーム|担当|本部|事務局)(?:等|ほか|他)?$/;

/** The departments that a cell names, in its order: separated by 、, a line break, a slash, or a ・ between two whole names. */
export function splitDepartments(text: string): readonly string[] {
  return text.split(/[、，,;；/／\r\n]+/).flatMap((part) => {
    const pieces = part.split(/[・･]/).map((piece) => piece.trim());
    const whole = pieces.every((piece) => DEPARTMENT.test(piece)) ? pieces : [part.trim()];
    return whole.filter((piece) => piece !== "");
  });
}
