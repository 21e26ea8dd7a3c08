#!/usr/bin/env python3
"""The review page in a real browser.

    review_test.py MUWAZI [TEST…]     MUWAZI: the built program; needs Chromium, its driver and python3-selenium
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

ARABIC = """وصل القطار متأخرًا ساعة كاملة.
كان الركاب متعبين وجائعين.
نزلوا إلى الرصيف وبحثوا عن مقهى.
وجدوا مقهى صغيرا قرب المحطة، وشربوا الشاي وأكلوا الخبز.
ثم غنّى أحدهم أغنية قديمة عن البحر.
دفعوا 25 دينارا وعادوا إلى بيوتهم في بغداد.
"""
ENGLISH = """The train arrived a whole hour late.
The passengers were tired and hungry.
They got off onto the platform and looked for a café.
They found a small café near the station.
They drank tea and ate bread.
They paid twenty-five dinars and went home to Baghdad.
Nobody remembers who turned off the lights.
"""


def program(*arguments, folder):
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True)


def browser(*switches):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for switch in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", *switches):
        options.add_argument(f"--{switch}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.chrome.service.Service("/usr/bin/chromedriver")
    return webdriver.Chrome(service=service, options=options)


class Page(unittest.TestCase):
    """A page of the two texts above, opened anew for each test; nothing is kept from one to the next."""

    @classmethod
    def setUpClass(cls):
        cls.driver = browser()

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.driver.set_window_size(1280, 900)
        self.driver.execute_cdp_cmd(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(self.folder)})

    def tearDown(self):
        # That a page which nobody touched may not ask before it is left is no fault of the page.
        self.assertEqual([], [entry for entry in self.driver.get_log("browser")
                              if entry["level"] == "SEVERE" and entry["source"] != "intervention"])

    def write(self, arabic=ARABIC, english=ENGLISH):
        (self.folder / "ar.txt").write_text(arabic, "utf8")
        (self.folder / "en.txt").write_text(english, "utf8")

    def view(self, *options):
        done = program("view", "--segmented", *options, "ar.txt", "en.txt", "-o", "page.html", folder=self.folder)
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stderr

    def open(self, arabic=ARABIC, english=ENGLISH, *options):
        self.write(arabic, english)
        said = self.view(*options)
        self.show()
        return said

    def show(self, hash=""):
        self.driver.get("about:blank")
        self.driver.get((self.folder / "page.html").as_uri() + hash)

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def rows(self):
        """The rows that are shown, top to bottom, as Arabic+English sentence counts with a sign for the verdict."""
        return self.js("""grid.fillAll(); return [...document.querySelectorAll('.row:not(.heads)')].map((row) =>
            `${row.querySelectorAll('.ar [data-sentence]').length}-${row.querySelectorAll('.en [data-sentence]').length}`
            + {'': '', right: '+', wrong: '!'}[row.row.verdict]).join(' ')""")

    def key(self, *keys, modifier=None):
        chain = ActionChains(self.driver)
        if modifier:
            chain.key_down(modifier)
        chain.send_keys(*keys)
        if modifier:
            chain.key_up(modifier)
        chain.perform()

    def sentence(self, side, number):
        return self.driver.find_element(By.CSS_SELECTOR, f".sentence[data-side={side}][data-sentence='{number}']")

    def click(self, selector):
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def do(self, name):
        self.click(f"[data-do={name}]")

    def text(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector).text

    def wait(self, what, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = what()
            if found:
                return found
            time.sleep(0.05)
        return self.fail("it did not come in time")

    def save(self):
        """The file that the page saves."""
        name = self.folder / "ar.decisions.json"
        name.unlink(missing_ok=True)
        self.click("#save")
        self.wait(lambda: name.exists() and name.stat().st_size > 0)
        return name

    def beads(self, *options):
        done = program("align", "--segmented", "--format", "json", *options, "ar.txt", "en.txt", folder=self.folder)
        self.assertEqual(0, done.returncode, done.stderr)
        record = json.loads(done.stdout)
        return [(bead["ar"], bead["en"], bead["confidence"]) for bead in record["beads"]], done.stderr

    def shapes(self, *options):
        return " ".join(f"{len(ar)}-{len(en)}" for ar, en, _ in self.beads(*options)[0])


FIRST = "1-1 1-1 1-1 1-2 1-0 1-1 0-1"  # how the two texts are aligned


class Showing(Page):
    def test_shows_every_row_and_loads_nothing(self):
        self.open()
        self.assertEqual(FIRST, self.rows())
        self.assertEqual([], self.js("return performance.getEntriesByType('resource').map((entry) => entry.name)"))
        self.assertIn("Right 0", self.text("#filters"))

    def test_english_stands_left_and_arabic_right_from_right_to_left(self):
        self.open()
        place = self.js("""const row = document.querySelector('#bead-1'), box = (x) => x.getBoundingClientRect();
            const ends = (side) => {
              const text = row.querySelector(`.${side} bdi`).firstChild, range = new Range();
              const at = (k) => { range.setStart(text, k); range.setEnd(text, k + 1); return range.getBoundingClientRect().left; };
              return [at(0), at(8)];
            };
            return {en: box(row.querySelector('.en')).right, ar: box(row.querySelector('.ar')).left,
                    tops: ['en', 'ar'].map((side) => box(row.querySelector(`.${side} bdi`)).top),
                    english: ends('en'), arabic: ends('ar')}""")
        self.assertLess(place["en"], place["ar"])
        self.assertLess(abs(place["tops"][0] - place["tops"][1]), 15)
        self.assertLess(place["english"][0], place["english"][1])
        self.assertGreater(place["arabic"][0], place["arabic"][1])
        cell = self.driver.find_element(By.CSS_SELECTOR, "#bead-1 .ar")
        self.assertEqual(("ar", "rtl"), (cell.get_attribute("lang"), cell.get_attribute("dir")))
        right = self.js("return [...document.querySelectorAll('#bead-1 .ar bdi')].map((x) => innerWidth - x.getBoundingClientRect().right)[0]")
        self.assertLess(right, 60)

    def test_values_and_names_light_their_counterpart(self):
        self.open()
        pairs = self.js("return [...document.querySelectorAll('.en .pair')].map((x) => [x.textContent, document.querySelector(`.ar [data-pair='${x.dataset.pair}']`).textContent])")
        self.assertIn(["twenty-five", "25"], pairs)
        self.assertIn(["Baghdad", "بغداد"], pairs)
        ActionChains(self.driver).move_to_element(self.driver.find_element(By.CSS_SELECTOR, "#bead-6 .en .pair")).perform()
        self.assertEqual("25", self.text("#bead-6 .ar .pair.lit"))
        self.assertIn("from-en", self.driver.find_element(By.ID, "bead-6").get_attribute("class"))

    def test_filters_by_kind(self):
        self.open()
        self.click("[data-kind=omission]")
        self.assertEqual("1-0", self.rows())
        self.click("[data-kind=addition]")
        self.assertEqual("1-0 0-1", self.rows())
        self.click("[data-kind=all]")
        self.assertEqual(FIRST, self.rows())

    def test_findings_stand_with_their_rows_and_have_filters(self):
        self.open()
        page = (self.folder / "page.html").read_text("utf8")
        number = {"rule": "number", "severity": "error", "probability": 0.9, "bead": 5, "message": "25 دينارا: not <b>25</b>",
                  "ar": [[5, 7, 9]], "en": [[5, 10, 21]]}
        order = {"rule": "order", "severity": "info", "probability": 0.2, "bead": 1, "message": "moved", "ar": [], "en": []}
        (self.folder / "page.html").write_text(
            page.replace('"findings":[]', '"findings":' + json.dumps([number, order]).replace("<", "\\u003c")), "utf8")
        self.show()
        self.assertIn("number 25 دينارا: not <b>25</b> (90 %)", self.text("#bead-6 .findings"))
        self.assertEqual("twenty-five", self.text("#bead-6 .en .found.error"))
        self.assertIn("moved", self.text("#bead-2 .findings"))
        self.click("[data-kind=number]")
        self.assertEqual(["6"], [x.text for x in self.driver.find_elements(By.CSS_SELECTOR, "a.number")])
        self.click("[data-kind=all]")
        self.js("const order = document.getElementById('order'); order.value = 'error'; order.dispatchEvent(new Event('change'))")
        self.assertEqual("6", self.text("a.number"))

    def test_search_ignores_marks_and_letter_forms(self):
        self.open()
        for query, shown in (("غنى", ["5"]), ("أُغْنيـة", ["5"]), ("متاخرا ساعه", ["1"]), ("CAFE found", ["4"]),
                             ("٢٥", ["6"]), ("الى cafe", ["3"]), ("zebra", [])):
            box = self.driver.find_element(By.ID, "search")
            box.clear()
            box.send_keys(query)
            self.wait(lambda: self.js("return [...document.querySelectorAll('a.number')].map((x) => x.textContent)") == shown)
        box.clear()
        box.send_keys("غنى")
        self.wait(lambda: self.driver.find_elements(By.CSS_SELECTOR, "mark"))
        self.assertEqual("غنّى", self.text("mark"))

    def test_sorts_by_expected_error(self):
        self.open()
        self.js("const order = document.getElementById('order'); order.value = 'error'; order.dispatchEvent(new Event('change'))")
        errors = self.js("grid.fillAll(); return [...document.querySelectorAll('.row:not(.heads)')].map((x) => expectedError(x.row))")
        self.assertEqual(sorted(errors, reverse=True), errors)
        self.do("accept")
        self.js("document.getElementById('order').dispatchEvent(new Event('change'))")
        self.assertTrue(self.rows().endswith("+"))

    def test_strip_leads_to_what_is_clicked(self):
        self.open()
        place = self.js("const k = alignment.rows.findIndex((row) => row.n === 0); const s = document.getElementById('strip');"
                        "return (strip.begins[k] + strip.begins[k + 1]) / 2 * s.clientWidth - s.clientWidth / 2")
        ActionChains(self.driver).move_to_element_with_offset(
            self.driver.find_element(By.ID, "strip"), int(place), 0).click().perform()
        self.assertEqual("bead-5", self.js("return grid.chosen.element.closest('.row').id"))
        self.js("strip.draw()")
        # Lanes: what has no English counterpart is drawn below, what has no Arabic one above.
        colours = self.js("""const s = document.getElementById('strip'), c = s.getContext('2d'), scale = devicePixelRatio;
            const at = (k, y) => { const x = (strip.begins[k] + strip.begins[k + 1]) / 2 * s.clientWidth;
              return [...c.getImageData(x * scale - 8, y * scale, 16, 8).data].filter((_, n) => n % 4 < 3).join(); };
            return [at(4, 10), at(4, 32), at(6, 10), at(6, 32), at(0, 10), at(0, 32)]""")
        self.assertEqual(colours[0], colours[4])
        self.assertNotEqual(colours[1], colours[5])
        self.assertNotEqual(colours[2], colours[4])
        self.assertEqual(colours[3], colours[5])
        self.assertNotEqual(colours[1], colours[2])

    def test_each_row_has_a_link(self):
        self.open()
        self.click("#bead-4 .number")
        self.assertTrue(self.driver.current_url.endswith("#bead-4"))
        self.show("#bead-6")
        self.assertEqual("bead-6", self.js("return document.activeElement.closest('.row').id"))

    def test_tells_a_screen_reader_what_it_is(self):
        self.open()
        self.assertEqual("8", self.js("return document.getElementById('grid').ariaRowCount"))
        self.assertEqual([str(k) for k in range(1, 9)],
                         self.js("return [...document.querySelectorAll('[role=row]')].map((x) => x.ariaRowIndex)"))
        self.assertEqual(1, len(self.driver.find_elements(By.CSS_SELECTOR, "#grid [tabindex='0']")))
        tree = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        roles = [node["role"]["value"] for node in tree if not node.get("ignored")]
        self.assertEqual(1, roles.count("grid"))
        self.assertEqual(8, roles.count("row"))
        self.assertEqual(3, roles.count("columnheader"))
        unnamed = [node for node in tree if node.get("role", {}).get("value") in ("button", "searchbox", "combobox", "link")
                   and not node.get("ignored") and not node.get("name", {}).get("value")]
        self.assertEqual([], unnamed)

    def test_fits_narrow_windows_and_200_percent(self):
        for width, height in ((1280, 900), (640, 450), (320, 640)):
            with self.subTest(width=width):
                self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                            {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": False})
                self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.clearDeviceMetricsOverride", {})
                self.open()
                self.assertLessEqual(self.js("return document.documentElement.scrollWidth"), width)
                self.assertEqual(FIRST, self.rows())

    def test_dark_mode_is_dark(self):
        self.open()
        brightness = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"
        for scheme, dark in (("dark", True), ("light", False)):
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
            self.assertEqual(dark, self.js(brightness) < 100)

    def test_prints_a_table_of_two_columns(self):
        self.open()
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        self.addCleanup(self.driver.execute_cdp_cmd, "Emulation.setEmulatedMedia", {"media": ""})
        self.assertEqual([], self.js("return ['.controls', '.judge', '.map', '#said'].filter((x) => document.querySelector(x).offsetParent !== null || document.querySelector(x).getClientRects().length)"))
        left, right = self.js("return ['en', 'ar'].map((side) => document.querySelector(`#bead-2 .${side}`).getBoundingClientRect().left)")
        self.assertLess(left, right)

    def test_hostile_text_is_text(self):
        # Arabic: "the letter", with an override; a NUL is no input, but a page might have one.
        self.open(ARABIC.replace("متعبين", "\u202eمتعبين</script><script>hostile = 1</script>"),
                  ENGLISH.replace("passengers", "<img src=x onerror='hostile = 1'><!-- passengers --> \u2028 ZERO &lt;"))
        page = (self.folder / "page.html").read_text("utf8")
        (self.folder / "page.html").write_text(page.replace("ZERO", "\\u0000\\u001b"), "utf8")
        self.show()
        self.assertEqual("undefined", self.js("return typeof hostile"))
        self.assertIn("<img src=x onerror='hostile = 1'><!-- passengers -->", self.text("#bead-2 .en"))
        self.assertIn("␀␛ &lt;", self.text("#bead-2 .en"))
        self.assertIn("</script><script>hostile = 1</script>", self.text("#bead-2 .ar"))
        self.assertEqual("RLO", self.text("#bead-2 .ar .unseen"))
        self.assertNotIn("\u202e", self.text("#bead-2 .ar"))
        self.assertEqual([], self.driver.find_elements(By.CSS_SELECTOR, "#grid img, #grid script"))

    def test_align_writes_the_same_page(self):
        self.open()
        done = program("align", "--segmented", "--format", "html", "ar.txt", "en.txt", folder=self.folder)
        self.assertEqual((self.folder / "page.html").read_text("utf8"), done.stdout)


class Deciding(Page):
    def test_accept_and_wrong_are_taken_back_by_themselves(self):
        self.open()
        self.do("accept")
        self.assertEqual(FIRST.replace("1-1", "1-1+", 1), self.rows())
        self.click("#bead-2 [data-judge=wrong]")
        self.assertEqual("1-1+ 1-1! 1-1 1-2 1-0 1-1 0-1", self.rows())
        self.click("#bead-2 [data-judge=wrong]")
        self.assertEqual(FIRST.replace("1-1", "1-1+", 1), self.rows())
        self.sentence("en", 0).click()
        self.key("a")
        self.assertEqual("It is right already.", self.text("#said"))
        self.key(Keys.DELETE)
        self.assertEqual(FIRST, self.rows())

    def test_merges_splits_moves_and_pairs_by_mouse(self):
        self.open()
        self.sentence("en", 0).click()
        self.do("merge")
        self.assertEqual("2-2+ 1-1 1-2 1-0 1-1 0-1", self.rows())
        self.sentence("en", 1).click()
        self.do("split")
        self.assertEqual("1-1+ 1-1+ 1-1 1-2 1-0 1-1 0-1", self.rows())
        self.sentence("en", 4).click()
        self.do("down")
        self.assertEqual("1-1+ 1-1+ 1-1 1-1+ 1-1+ 1-1 0-1", self.rows())
        self.sentence("en", 4).click()
        self.do("up")
        self.assertEqual("1-1+ 1-1+ 1-1 1-2+ 1-0+ 1-1 0-1", self.rows())
        self.sentence("en", 4).click()
        self.do("alone")
        self.assertEqual("1-1+ 1-1+ 1-1 1-1+ 0-1+ 1-0+ 1-1 0-1", self.rows())
        self.sentence("en", 4).click()
        self.do("pair")
        self.sentence("ar", 4).click()
        self.assertEqual("1-1+ 1-1+ 1-1 1-1+ 1-1+ 1-1 0-1", self.rows())

    def test_pairing_across_rows_leaves_what_is_between_undecided(self):
        self.open()
        self.sentence("ar", 1).click()
        self.do("pair")
        self.sentence("en", 3).click()
        self.assertEqual("1-1 0-1 0-1 1-1+ 1-0 1-1 1-0 1-1 0-1", self.rows())
        self.do("undo")
        self.assertEqual(FIRST, self.rows())

    def test_undoes_and_redoes_everything(self):
        self.open()
        states = [self.rows()]
        for keys in ("m", "m", "m", Keys.DELETE, "x", "m", "s", "x"):
            self.sentence("en", 1).click()
            self.key(keys)
            states.append(self.rows())
        for state in states[-2::-1]:
            self.key("z", modifier=Keys.CONTROL)
            self.assertEqual(state, self.rows())
        self.assertFalse(self.driver.find_element(By.CSS_SELECTOR, "[data-do=undo]").is_enabled())
        for state in states[1:]:
            self.key("y", modifier=Keys.CONTROL)
            self.assertEqual(state, self.rows())

    def test_works_with_the_keyboard_alone(self):
        self.open()
        for _ in range(30):  # from the top to the grid
            self.key(Keys.TAB)
            if self.js("return document.activeElement.matches('.sentence')"):
                break
        self.assertEqual("en 0", self.js("return Object.values(document.activeElement.dataset).join(' ')"))
        self.key(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
        self.assertEqual("en 4", self.js("return Object.values(document.activeElement.dataset).join(' ')"))
        self.key("s")
        self.assertEqual("1-1 1-1 1-1 1-1+ 0-1+ 1-0 1-1 0-1", self.rows())
        self.key("p", Keys.ARROW_DOWN, Keys.ARROW_RIGHT, "p")
        self.assertEqual("1-1 1-1 1-1 1-1+ 1-1+ 1-1 0-1", self.rows())
        self.key("n")
        self.assertEqual("en 6", self.js("return Object.values(document.activeElement.dataset).join(' ')"))
        self.key("x")
        self.assertTrue(self.rows().endswith("0-1!"))
        self.key(Keys.HOME)
        self.key("a")
        self.assertTrue(self.rows().startswith("1-1+"))
        self.key(Keys.ARROW_DOWN)
        self.key(Keys.ARROW_DOWN, modifier=Keys.SHIFT)
        self.assertEqual("1-1+ 1-0+ 1-2+ 1-1+ 1-1+ 1-1 0-1!", self.rows())
        self.key("?")
        self.assertTrue(self.js("return document.getElementById('help').open"))
        self.key(Keys.ESCAPE)
        self.key("/")
        self.key("bread")
        self.wait(lambda: self.rows() == "1-1+")
        self.key("s", modifier=Keys.CONTROL)
        self.wait(lambda: (self.folder / "ar.decisions.json").exists())

    def test_says_what_it_did_and_why_not(self):
        self.open()
        self.key(Keys.HOME)
        self.sentence("en", 0).click()
        self.key("m")
        self.assertEqual("Merged with the next row.", self.text("#said"))
        self.key("z", modifier=Keys.CONTROL)
        self.key("s")
        self.assertIn("before which the row is to be split", self.text("#said"))
        self.assertEqual("status", self.driver.find_element(By.ID, "said").get_attribute("role"))


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
        self.open()
        self.decide()
        name = self.save()
        self.js("localStorage.clear()")
        self.view("--apply", name.name)
        self.js("localStorage.clear(); saved = true")
        self.show()
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
        done = program("train", name.name, "-o", "own.model", folder=self.folder)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertTrue((self.folder / "own.model").exists())

    def test_other_files_are_refused_with_a_reason(self):
        self.open()
        for content, said in (("{", "no JSON"), ("{}", "no decisions"), ('{"muwazi": "decisions", "version": 2, "decisions": []}', "version"),
                              ('{"muwazi": "decisions", "version": 1, "decisions": [{}]}', "lacks a part")):
            (self.folder / "other.json").write_text(content)
            self.driver.find_element(By.ID, "file").send_keys(str(self.folder / "other.json"))
            self.wait(lambda: said in self.text("#said"))


class TenThousandBeads(Page):
    """Time is printed and not judged."""

    def test_opens_and_goes_anywhere(self):
        count = 10000
        self.write("".join(f"وصل القطار رقم {k} متأخرا إلى محطة المدينة القديمة ونزل منه {k % 97} راكبا.\n" for k in range(count)),
                   "".join(f"Train number {k} arrived late at the station of the old city and {k % 97} passengers got off.\n" for k in range(count)))
        self.view()
        self.show()
        opened = self.js("return performance.getEntriesByType('navigation')[0].loadEventEnd")
        print(f"\n{count} beads, {(self.folder / 'page.html').stat().st_size / 1e6:.1f} MB: open after {opened:.0f} ms")
        self.assertEqual(count + 1, self.js("return Number(document.getElementById('grid').ariaRowCount)"))
        self.assertGreaterEqual(self.js("return document.querySelectorAll('#bead-1, #bead-30').length"), 2)
        self.show("#bead-7777")
        self.wait(lambda: self.js("const box = document.querySelector('#bead-7777').getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight"))
        self.assertEqual("7778", self.js("return document.querySelector('#bead-7777').ariaRowIndex"))
        took = self.js("const begin = performance.now(); act('merge'); return performance.now() - begin")
        print(f"merging two rows takes {took:.0f} ms")
        self.assertEqual(count, self.js("return Number(document.getElementById('grid').ariaRowCount)"))
        self.key(Keys.END)
        self.wait(lambda: self.js("const box = document.querySelector('#bead-10000').getBoundingClientRect(); return box.top > 0 && box.bottom <= innerHeight"))
        self.key(*[Keys.ARROW_UP] * 20)
        self.assertTrue(self.js("return document.activeElement.getBoundingClientRect().top >= document.querySelector('.controls').getBoundingClientRect().bottom"))
        self.assertEqual("bead-9980", self.js("return document.activeElement.closest('.row').id"))
        took = self.js("const begin = performance.now(); grid.fillAll(); dispatchEvent(new Event('beforeprint')); return performance.now() - begin")
        print(f"the rest of the rows is there after {took:.0f} ms more")
        self.assertEqual(count - 1, self.js("return document.querySelectorAll('.row:not(.heads)').length"))


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(argv=["review_test.py", *sys.argv[1:]])
