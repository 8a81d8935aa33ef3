import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { plainSite } from "../../scripts/bench/plain-site.ts";
import { readStatement, writeStatement } from "../../scripts/verify/statement.ts";
import { published, refused, Target, usual } from "./target.ts";

test("statements that say they bring themselves back, or a newer one, lead nowhere, and to an end", {
  timeout: 60_000,
}, () => {
  for (const restored of ["itself", "newer"]) {
    const target = new Target();
    for (const edition of ["甲", "乙"]) published(target.publish(plainSite(edition, 2)));
    const [first = ""] = target.releases;
    const file = target.path("statements", `${target.current}.json`);
    const statement = readStatement(readFileSync(file));
    assert.ok(statement);
    const restores = restored === "itself" ? target.current : `000009-${"0".repeat(12)}`;
    const publication = { ...statement.publication, restores };
    writeFileSync(file, writeStatement(statement.manifest, publication, undefined));
    published(target.run(["--rollback"]));
    assert.equal(target.current.slice(7), first.slice(7));
  }
});

test("what says nothing to a rollback is refused and not passed over", () => {
  const target = new Target();
  for (const edition of ["甲", "乙"]) published(target.publish(plainSite(edition, 2)));
  const { current } = target;
  for (const words of [["--sequence", "9"], ["--allow-gone", "/a/"], usual.slice(0, 2)])
    assert.equal(target.run(["--rollback", ...words]).code, 2, words.join(" "));
  assert.equal(target.current, current);
});

test("a folder with a number that no release can have does not lift the numbers of releases out of reach", () => {
  const target = new Target();
  published(target.publish(plainSite("甲", 2)));
  mkdirSync(target.path("releases", `99999999999999999999999-${"a".repeat(12)}`));
  published(target.publish(plainSite("乙", 2)));
  assert.match(target.current, /^000002-/u);
  published(target.run(["--rollback"]));
  refused(target.run(["--rollback"]), "no-release");
});
