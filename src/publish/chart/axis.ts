/** Round steps of an axis from 0 to at least `most`, four to seven of them. */
export function axisSteps(most: number): readonly number[] {
  if (most <= 0) return [0, 1];
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    most <= 5 && Number.isInteger(most) ? 1 : 0,
    [1, 2, 5, 10].find((one) => one * power >= rough)! * power,
  );
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}
