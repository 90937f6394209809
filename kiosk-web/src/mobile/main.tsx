import "../shared/tokens.css";
import "../shared/fonts.css";
import "../shared/base.css";
import "../kiosk/kiosk.css";
import "./mobile.css";
import { render } from "preact";
import { Mobile } from "./Mobile";

const token = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
const app = document.getElementById("app");
if (app) {
  render(<Mobile fetch={window.fetch.bind(window)} token={token} preferred={navigator.languages} />, app);
}
