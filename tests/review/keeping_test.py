"""Decisions: kept, saved, applied, learnt from."""
import json

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from page import ARABIC, ENGLISH, FIRST, Page


class Keeping(Page):
    def decide(self):
        """Splits "café … bread" against the model, and marks one row wrong."""
        self.sentence("en", 4).click()
        self.key("s")
        self.sentence("en", 1).click()
        self.key("m")
        self.sentence("en", 0).click()
        self.key("x")
        return "1-1! 2-2+ 1-1+ 0-1+ 1-0 1-1 0-1"

    def test_reload_keeps_decisions_and_leaving_warns(self):
        self.open()
        leaving = "const event = new Event('beforeunload', {cancelable: true}); dispatchEvent(event); return event.defaultPrevented"
        self.assertFalse(self.js(leaving))
        decided = self.decide()
        self.assertEqual(decided, self.rows())
        self.assertTrue(self.js(leaving))
        self.show()
        self.assertEqual(decided, self.rows())
        self.assertIn("4 of 4 decisions restored", self.text("#said"))
        self.assertTrue(self.js(leaving))
        self.save()
        self.assertFalse(self.js(leaving))

    def test_reload_keeps_what_can_be_undone_and_redone(self):
        self.open()
        states = [self.rows()]
        for side, sentence, key in (("en", 4, "s"), ("en", 1, "m"), ("en", 0, "x"), ("ar", 5, "a"), ("ar", 5, Keys.DELETE)):
            self.sentence(side, sentence).click()
            self.key(key)
            states.append(self.rows())
        for _ in range(2):
            self.key("z", modifier=Keys.CONTROL)
        for state in states[3:]:
            self.show()
            self.assertEqual(state, self.rows())
            self.key("y", modifier=Keys.CONTROL)
        for state in states[-2::-1]:
            self.show()
            self.key("z", modifier=Keys.CONTROL)
            self.assertEqual(state, self.rows())
        self.show()
        self.assertFalse(self.driver.find_element(By.CSS_SELECTOR, "[data-do=undo]").is_enabled())
        self.key("y", modifier=Keys.CONTROL)
        self.assertEqual(states[1], self.rows())

    def test_a_new_alignment_keeps_decisions_and_forgets_the_steps(self):
        self.open()
        self.decide()
        self.write("جملة جديدة في البداية.\n" + ARABIC, "A new sentence at the beginning.\n" + ENGLISH)
        self.view()
        self.show()
        self.assertIn("2-2+ 1-1+ 0-1+", self.rows())
        self.assertFalse(self.driver.find_element(By.CSS_SELECTOR, "[data-do=undo]").is_enabled())

    def begin_with_decisions(self):
        """A page made with --apply, of which the browser keeps nothing yet."""
        self.open()
        self.decide()
        name = self.save()
        self.js("localStorage.clear()")
        self.view("--apply", name.name)
        self.js("localStorage.clear(); saved = true")
        self.show()

    def test_undo_ends_at_the_decisions_that_the_page_began_with(self):
        self.begin_with_decisions()
        began = self.rows()
        self.key(Keys.END, "x")
        for _ in range(2):
            self.show()
            self.key("z", modifier=Keys.CONTROL)
            self.assertEqual(began, self.rows())

    def test_what_is_saved_is_applied(self):
        self.open()
        self.assertEqual(FIRST, self.shapes())
        self.decide()
        name = self.save()
        beads, said = self.beads("--apply", name.name)
        given = [(ar, en) for ar, en, confidence in beads if confidence == 1.0]
        for bead in (([1, 2], [1, 2]), ([3], [3]), ([], [4])):
            self.assertIn(bead, given)
        self.assertNotIn(([0], [0]), [(ar, en) for ar, en, _ in beads])
        self.assertNotIn("no longer", said)

    def test_decisions_survive_edits_elsewhere(self):
        self.open()
        self.decide()
        name = self.save()
        self.write("جملة جديدة في البداية.\n" + ARABIC, "A new sentence at the beginning.\n" + ENGLISH.replace("late", "late again"))
        beads, said = self.beads("--apply", name.name)
        given = [(ar, en) for ar, en, confidence in beads if confidence == 1.0]
        self.assertIn(([2, 3], [2, 3]), given)
        self.assertIn(([4], [4]), given)
        self.assertIn("decision 1 no longer applies, its text has changed: The train arrived", said)
        self.assertEqual(1, said.count("no longer"))
        self.view()
        self.show()
        self.driver.find_element(By.ID, "file").send_keys(str(name))
        self.wait(lambda: "3 of 4 decisions" in self.text("#said"))
        self.assertIn("2-2+ 1-1+ 0-1+", self.rows())
        self.assertIn("1 decision no longer applies", self.text("#lost"))
        self.assertIn("wrong, its text has changed: The train arrived", self.text("#lost"))
        # What has no place here is not lost: the next file has it again.
        self.assertEqual(4, len(json.loads(self.save().read_text("utf8"))["decisions"]))
        self.click("#forget")
        self.assertFalse(self.driver.find_element(By.ID, "lost").is_displayed())
        self.assertEqual(3, len(json.loads(self.save().read_text("utf8"))["decisions"]))

    def test_a_second_page_begins_with_what_is_applied(self):
        self.begin_with_decisions()
        self.assertEqual("1-0 0-1 2-2+ 1-1+ 1-0 0-1+ 1-1 0-1", self.rows())
        self.assertEqual(4, len(json.loads(self.save().read_text("utf8"))["decisions"]))
        self.assertFalse(self.driver.find_element(By.ID, "lost").is_displayed())

    def test_any_decisions_are_applied_as_they_were_made(self):
        """Steps by chance on a text with repetitions: the program and a page loaded anew find each decision's place."""
        arabic, english = [], []
        for k in range(40):
            arabic += [f"وصل القطار رقم {k} متأخرا إلى المحطة.", "نعم.", "لا."][: 1 + k % 3]
            english += [f"Train number {k} arrived late at the station.", "Yes.", "No."][: 1 + k % 3]
        for seed in range(5):
            with self.subTest(seed=seed):
                self.open("\n".join(arabic) + "\n", "\n".join(english) + "\n")
                self.js("""let state = arguments[0] + 1;
                    const random = (n) => (state = (state * 48271) % 2147483647) % n;
                    for (let k = 0; k < 60; k++) {
                      const side = ['ar', 'en'][random(2)], sentence = random(data[side].texts.length);
                      const row = alignment.rows[alignment.placeOf(side, sentence)];
                      const other = Math.min(Math.max(sentence + random(5) - 2, 0), data[otherSide[side]].texts.length - 1);
                      const spans = {[side]: sentence, [otherSide[side]]: other};
                      [() => alignment.judge(row, 'right'), () => alignment.judge(row, 'wrong'), () => alignment.judge(row, ''), () => alignment.merge(row),
                       () => alignment.split(row, side, sentence), () => alignment.move(row, side, sentence, random(2) === 1),
                       () => alignment.leaveAlone(row, side, sentence), () => alignment.pair(spans.ar, spans.en),
                       () => alignment.undo(), () => alignment.redo()][random(10)]();
                    }
                    listRows(); decided();""", seed)
                # Each sentence once, in order, whatever was done.
                self.assertEqual([len(arabic), len(english)], self.js("""let a = 0, e = 0;
                    for (const row of alignment.rows) {
                      if (row.a !== a || row.e !== e || row.m + row.n === 0) return [a, e];
                      a += row.m; e += row.n;
                    }
                    return [a, e]"""))
                numbers = """const list = (from, size) => Array.from({length: size}, (_, k) => from + k);
                    return alignment.rows.filter((row) => row.verdict === arguments[0]).map((row) => [list(row.a, row.m), list(row.e, row.n)])"""
                right, wrong = self.js(numbers, "right"), self.js(numbers, "wrong")
                self.assertGreater(len(right), 5)
                beads, said = self.beads("--apply", self.save().name)
                self.assertNotIn("no longer", said)
                made = [[ar, en] for ar, en, _ in beads]
                self.assertEqual([], [bead for bead in right if bead not in made])
                self.assertEqual([], [bead for bead in wrong if bead in made and bead[0] and bead[1]])
                self.show()
                self.assertEqual([], self.js("return decisions.lost"))
                # Where nulls stand between the sentences of the other side is nothing that was decided.
                self.assertEqual(sorted(right), sorted(self.js(numbers, "right")))
                self.assertFalse(self.driver.find_element(By.ID, "lost").is_displayed())

    def test_train_learns_from_what_is_right(self):
        self.open()
        self.key(Keys.HOME)
        for _ in range(4):
            self.key("a", Keys.ARROW_DOWN)
        name = self.save()
        done = self.program("train", name.name, "-o", "own.model")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertTrue((self.folder / "own.model").exists())

    def test_other_files_are_refused_with_a_reason(self):
        self.open()
        for content, said in (("{", "no JSON"), ("{}", "no decisions"), ('{"muwazi": "decisions", "version": 2, "decisions": []}', "version"),
                              ('{"muwazi": "decisions", "version": 1, "decisions": [{}]}', "lacks a part")):
            (self.folder / "other.json").write_text(content)
            self.driver.find_element(By.ID, "file").send_keys(str(self.folder / "other.json"))
            self.wait(lambda: said in self.text("#said"))
