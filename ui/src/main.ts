import "@fontsource-variable/inter";
import "@fontsource-variable/source-serif-4";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./styles/tokens.css";
import "./styles/base.css";

import { mount } from "svelte";

import App from "./App.svelte";
import { passChangesOn } from "./backend";
import { hearKeys } from "./keyboard";
import { begin } from "./state";

const target = document.getElementById("app");
if (!target) throw new Error("the page has no place for the window");

passChangesOn();
hearKeys();
void begin();
mount(App, { target });
