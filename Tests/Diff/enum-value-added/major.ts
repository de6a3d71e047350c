import { Filter } from "./module.js";
export function isBusy(): boolean {
  switch (Filter.state()) {
    case "idle": return false;
    case "busy": return true;
  }
}
