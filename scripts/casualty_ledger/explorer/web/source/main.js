// The page: the state decides what is shown, and every action changes the state.

import { App } from "./app.js";
import { byId } from "./dom.js";
import { Ledger } from "./ledger.js";

const ledger = new Ledger(JSON.parse(byId("data").textContent ?? ""));
new App(ledger).start();
