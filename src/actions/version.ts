/** Version of the product, as in package.json and the manifest; 作成記録 and 検査記録 say which one made them. */
export const VERSION = "0.1.0";
