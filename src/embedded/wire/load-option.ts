import type { QueryInfo } from "./protocol";

/** What `load` takes ("a,b", ["a"], { a: true, b: { c: true }, $top: 3 } or { select, expand, top, skip }) as it is sent. */
export function queryOf(option: unknown): QueryInfo {
  if (option === undefined || option === null) return {};
  if (typeof option === "string") return { Select: splitNames(option) };
  if (Array.isArray(option)) return { Select: option.flatMap((name) => splitNames(String(name))) };
  const { select, expand, top, skip, ...rest } = option as Record<string, unknown>;
  const query: QueryInfo = {};
  if (select !== undefined && typeof select !== "boolean") query.Select = names(select);
  if (expand !== undefined && typeof expand !== "boolean") query.Expand = names(expand);
  if (typeof top === "number") query.Top = top;
  if (typeof skip === "number") query.Skip = skip;
  const chosen = Object.keys(rest).length > 0 ? selectOf(rest, "", query) : [];
  if (chosen.length > 0) query.Select = [...(query.Select ?? []), ...chosen];
  return query;
}

function splitNames(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : splitNames(String(value));
}

function selectOf(option: Record<string, unknown>, prefix: string, query: QueryInfo): string[] {
  return Object.entries(option).flatMap(([name, value]) => {
    if (name === "$top" && typeof value === "number") query.Top = value;
    else if (name === "$skip" && typeof value === "number") query.Skip = value;
    else if (name === "$all") return value ? [`${prefix}*`] : [];
    else if (typeof value === "object" && value !== null) {
      return selectOf(value as Record<string, unknown>, `${prefix}${name}/`, query);
    } else if (value) return [`${prefix}${name}`];
    return [];
  });
}
