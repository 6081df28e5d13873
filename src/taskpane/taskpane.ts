import { render } from "lit/html.js";
import { createActions } from "../actions/create-actions";
import { associateCommands } from "../commands/commands";
import { officeFacts, officeHost, openInNewWorkbook } from "../excel/office-host";
import { messagesLanguage } from "../messages/language";
import type { OpeningMessages, WorkingMessages } from "../messages";
import { PaneController } from "./controller";
import { describeError } from "./not-loaded";
import {
  chooseLanguage,
  chosenLanguage,
  copyFrom,
  fetchSample,
  fetchSampleWorkbook,
  followFocus,
  followTheme,
  loadOpening,
  loadResults,
  loadWorking,
  person,
  saveFile,
} from "./page";
import { openEarlier } from "./open-earlier";
import "./taskpane.css";
import { pane } from "./view";
import type { ResultsView } from "./view-parts";

/** The page's own part: Office's start. Everything else is the controller's and the views'. */
void Office.onReady(async ({ host }) => {
  const root = document.querySelector<HTMLElement>("#pane")!;
  // Outside Excel (a browser, another Office program) the library resolves with another host or none.
  const isExcel = host === Office.HostType.Excel;
  const language = chosenLanguage() ?? messagesLanguage(isExcel ? Office.context.displayLanguage : navigator.language);
  const messages = await loadOpening(language);
  document.documentElement.lang = language;
  document.title = messages.pane.title;
  if (isExcel) startPane(root, language, messages);
  else root.textContent = messages.pane.outsideExcel;
});

function startPane(root: HTMLElement, language: "ja" | "en", messages: OpeningMessages): void {
  followTheme(() => Office.context.officeTheme);
  root.textContent = "";

  let turn = 0;
  let results: ResultsView | null = null;
  const words = () => loadWorking(language);
  const controller: PaneController = new PaneController({
    actions: createActions(officeHost(), words, fetchSample),
    messages,
    loadResults: async () => {
      results ??= await loadResults(words);
    },
    describeError: (error) => describeError(error, messages),
    today: () => new Date(),
    show: (state) => {
      const offers = { hasGuide: true, hasDiagnosis: true, chooseLanguage };
      render(pane({ state, messages, results, intents: controller.intents, ...offers }), root);
      turn = followFocus(state, turn);
    },
    saveFile,
    copyFrom,
    person,
    openEarlier,
    openDiagnosis: () => void showDiagnosis(words, messages),
    openSample: async () => openInNewWorkbook(await fetchSampleWorkbook()),
  });
  associateCommands(
    {
      associate: (name, run) => {
        Office.actions.associate(name, run);
      },
      showAsTaskpane: () => Office.addin.showAsTaskpane(),
    },
    controller.ribbon,
  );
  void controller.start();
}

/** Loads the self-diagnosis and shows it below the pane. */
async function showDiagnosis(words: () => Promise<WorkingMessages>, messages: OpeningMessages): Promise<void> {
  const id = "diagnosis";
  document.getElementById(id)?.remove();
  const root = document.createElement("div");
  root.id = id;
  document.querySelector("#pane")!.after(root);
  try {
    const [{ openDiagnosis }, working] = await Promise.all([
      import(/* webpackChunkName: "diagnosis" */ "./view-diagnosis"),
      words(),
    ]);
    openDiagnosis(root, {
      host: officeHost(),
      words: working,
      facts: { ...officeFacts(), scale: String(devicePixelRatio), browser: navigator.userAgent },
      today: () => new Date(),
      describeError: (error) => describeError(error, messages),
      copyFrom,
      close: () => {
        root.remove();
        document.getElementById("step-check")?.focus();
      },
    });
  } catch (error) {
    root.textContent = await describeError(error, messages);
  }
}
