import "../shared/tokens.css";
import "../shared/fonts.css";
import "../shared/base.css";
import "./mobile.css";
import { render } from "preact";
import { Mobile } from "./Mobile";

const app = document.getElementById("app");
if (app) render(<Mobile />, app);
