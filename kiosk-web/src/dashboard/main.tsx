import "../shared/tokens.css";
import "../shared/fonts.css";
import "../shared/base.css";
import "./dashboard.css";
import "./held/held.css";
import "./print.css";
import { render } from "preact";
import { Dashboard } from "./Dashboard";

const place = document.getElementById("app");
if (place) render(<Dashboard />, place);
