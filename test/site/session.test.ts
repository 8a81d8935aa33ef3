import assert from "node:assert/strict";
import { test } from "node:test";
import { PictureDesk } from "../../scripts/edition/picture-desk.ts";
import { Progress } from "../../scripts/report/progress.ts";
import { Press } from "../../scripts/site/press.ts";
import { loadEdition } from "../../scripts/site/session.ts";
import { FileStore } from "../../scripts/store/file-store.ts";
import { newsroomFolder, root, usualInstant } from "../newsroom.ts";
import { emptyFolder } from "./command.ts";

test("who loads an edition again and again may keep one picture desk for all of them", async () => {
  let asked = "";
  class Desk extends PictureDesk {
    override check(...given: Parameters<PictureDesk["check"]>) {
      asked += "check ";
      return super.check(...given);
    }
    override publish(...given: Parameters<PictureDesk["publish"]>) {
      asked += "publish ";
      return super.publish(...given);
    }
  }
  const desk = new Desk(new FileStore(emptyFolder()));
  const options = { root, content: newsroomFolder, asOf: usualInstant, isPreview: false, desk };
  for (let turn = 0; turn < 2; turn++) await loadEdition(options, new Press(), new Progress({ write: () => true }));
  assert.equal(asked, "check publish check publish ");
});
