import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import CssMinimizerPlugin from "css-minimizer-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import { addressOf } from "./test/config/webpack/deployment-address.js";
import { InlinePlugin } from "./test/config/webpack/inline-plugin.js";
import { NoticesPlugin } from "./test/config/webpack/notices-plugin.js";

const developmentUrl = "https://localhost:3000/";
/** Where the built pane will be served from; the manifest in dist/ points there. */
const deploymentUrl = addressOf(process.env.MEASURE_LEDGER_URL ?? developmentUrl);

/**
 * What Excel for Windows, Mac and the web ask for of Microsoft's client library. It is copied unmodified and never bundled:
 * the loader finds its own files by the address of a script that is called exactly office.js.
 */
const officeFiles = [
  "office.js",
  "excel-win32-16.00.js",
  "excel-win32-16.01.js",
  "excel-win32-16.01-core.js",
  "excel-mac-16.00.js",
  "excel-mac-16.00-core.js",
  "excel-web-16.00.js",
  "excel-web-16.00-core.js",
  "o15apptofilemappingtable.js",
  "es6-promise.js",
  "ja-jp/office_strings.js",
  "en-us/office_strings.js",
  "telemetry/oteljs.js",
  "telemetry/oteljs_agave.js",
];

export default async (_env, options) => {
  const production = options.mode === "production";
  const page = { minify: false };
  const pageWithoutExcel = { ...page, template: "src/standalone/standalone.html", chunks: ["standalone"] };
  return {
    entry: { taskpane: "./src/taskpane/taskpane.ts", standalone: "./src/standalone/standalone.ts" },
    output: {
      path: fileURLToPath(new URL("dist", import.meta.url)),
      filename: "[name].js",
      // Relative to the page, because a script within a page has no address to be relative to.
      publicPath: "",
      clean: true,
    },
    // Never an eval devtool: the page's content security policy forbids it, in development too.
    devtool: production ? false : "source-map",
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [
        { test: /\.ts$/, loader: "esbuild-loader", exclude: /node_modules/, options: { target: "es2021" } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
      ],
    },
    // Pages stay as they are written: whatever is changed after the policy got its hashes, the policy forbids.
    optimization: {
      minimizer: ["...", new CssMinimizerPlugin()],
      minimizeOptions: { html: false },
      // docx by its name, because it is as large as all the rest and loaded by nobody but who saves a Word document; fflate once
      // for that and for who opens another workbook's file.
      splitChunks: { cacheGroups: { docx: ofPackage("docx"), fflate: ofPackage("fflate") } },
    },
    performance: { hints: false },
    plugins: [
      new MiniCssExtractPlugin({ filename: "[name].css" }),
      new HtmlPlugin({
        ...page,
        template: "src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["taskpane"],
      }),
      new HtmlPlugin({ ...pageWithoutExcel, filename: "standalone.html" }),
      new HtmlPlugin({ ...pageWithoutExcel, filename: "measure-ledger.html", single: true, inject: "body" }),
      new InlinePlugin(),
      new NoticesPlugin("THIRD-PARTY-NOTICES.txt"),
      new CopyPlugin({
        patterns: [
          { from: "assets/icons/*.png", to: "assets/icons/[name][ext]" },
          {
            from: "assets/guide",
            to: "guide",
            globOptions: { ignore: ["**/*.md", "**/*.json"] },
            info: { minimized: true },
          },
          { from: "src/taskpane/unsupported.js", to: "unsupported.js", info: { minimized: true } },
          { from: "assets/sample-ledger.json", to: "assets/sample-ledger.json" },
          { from: "assets/sample-ledger.xlsx", to: "assets/sample-ledger.xlsx" },
          ...officeFiles.map((file) => ({
            from: `node_modules/@microsoft/office-js/dist/${file}`,
            to: `office-js/${file}`,
            noErrorOnMissing: true,
            info: { minimized: true },
          })),
          { from: "node_modules/@microsoft/office-js/LICENSE.md", to: "office-js/LICENSE.md" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (content) => content.toString().replaceAll(developmentUrl, deploymentUrl),
          },
        ],
      }),
    ],
    devServer: {
      port: 3000,
      static: false,
      client: { overlay: false },
      // Without these two, a page under the production policy could not reload itself.
      hot: false,
      liveReload: false,
      server: { type: "https", options: options.env?.WEBPACK_SERVE ? await developmentCertificate() : {} },
    },
  };
};

/** A chunk for a package that is loaded later. */
function ofPackage(name) {
  return { test: new RegExp(`node_modules[\\\\/]${name}[\\\\/]`), name, chunks: "async", enforce: true };
}

/** The trusted localhost certificate that desktop Excel asks for. */
async function developmentCertificate() {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const { ca, cert, key } = await getHttpsServerOptions();
  return { ca, cert, key };
}
