/*
 * What goes over the wire between a client and this Excel: request batches and their answers, in the form Microsoft's
 * client uses.
 */

/** Where an object of a batch comes from (`ObjectPathType` on the wire). */
export const PathType = { Root: 1, New: 2, Method: 3, Property: 4, Indexer: 5, Reference: 6, Null: 7 } as const;

/** What an action of a batch does (`ActionType` on the wire). */
export const ActionType = { Instantiate: 1, Query: 2, Method: 3, SetProperty: 4, Trace: 5 } as const;

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** Runs parallel to `Arguments`: not 0 where the argument is that object path. */
  ReferencedObjectPathIds?: (number | number[])[];
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: number;
  Name?: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

/** A request batch. */
export interface RequestBody {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
  /** Own client only: remember the objects of this batch, the one of path n as reference "<Remember>/n". */
  Remember?: string;
}

interface ActionResult {
  ActionId: number;
  Value: unknown;
}

export interface ResponseError {
  Code: string;
  Message: string;
  ActionIndex: number;
  Location: string;
}

/** The answer to a request batch. */
export interface ResponseBody {
  Results: ActionResult[];
  Error?: ResponseError;
}

/** A member's name as it goes over the wire: "getRange" → "GetRange". */
export function wireName(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}

/** "1.14" → 14; any other major version is higher than all there are. */
export function minorOf(level: string): number {
  const [major, minor = "0"] = level.split(".");
  return major === "1" ? Number(minor) : Infinity;
}

/** Whether a batch only lets go of references, as Microsoft's client does in a batch of its own after each run. */
export function isCleanUp(body: RequestBody): boolean {
  return (
    body.Actions.some((action) => action.Name === "_RemoveReference") &&
    body.Actions.every((action) => action.ActionType === ActionType.Instantiate || action.Name === "_RemoveReference")
  );
}
