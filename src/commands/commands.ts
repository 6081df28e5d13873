import type { RibbonRequests } from "../taskpane/controller";

/** The part of Office that ribbon functions need. */
export interface RibbonOffice {
  readonly associate: (name: string, run: (event: RibbonEvent) => void) => void;
  readonly showAsTaskpane: () => Promise<void>;
}

/** What Office passes to a ribbon function. */
export interface RibbonEvent {
  completed(): void;
}

/** Ties the buttons of the manifest to the pane. Both live in the same runtime, so a button uses what the pane already knows. */
export function associateCommands(office: RibbonOffice, requests: RibbonRequests): void {
  const functions: Record<string, () => Promise<boolean>> = {
    checkLedger: requests.check,
    openSettings: requests.openSettings,
  };
  for (const [name, request] of Object.entries(functions)) {
    office.associate(name, (event) => {
      // Office shows the pane only after the function said that it is done, so that comes first.
      event.completed();
      void Promise.all([office.showAsTaskpane(), request()]);
    });
  }
  office.associate("makeReport", (event) => {
    event.completed();
    void requests.makeReport().then((show) => (show ? office.showAsTaskpane() : undefined));
  });
}
