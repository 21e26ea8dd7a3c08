"""What the page shows, and how it looks."""
import json

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from page import ARABIC, ENGLISH, FIRST, Page


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
        if not hasattr(self.driver, "spoken"):
            self.skipTest("this browser does not say what a screen reader is told")
        parts = self.driver.spoken()
        roles = [role for role, _ in parts]
        self.assertEqual(1, roles.count("grid"))
        self.assertEqual(8, roles.count("row"))
        self.assertEqual(3, roles.count("columnheader"))
        self.assertEqual([], [role for role, name in parts if role in ("button", "searchbox", "combobox", "link") and not name])

    def test_fits_narrow_windows_and_200_percent(self):
        self.open()
        self.addCleanup(self.driver.resize, 1280, 900)
        for width, height in ((1280, 900), (640, 450), (320, 640)):
            with self.subTest(width=width):
                self.driver.resize(width, height, zoom=2)
                self.assertLessEqual(self.js("return document.documentElement.scrollWidth"), width)
                self.assertEqual(FIRST, self.rows())

    def test_dark_mode_is_dark(self):
        self.open()
        brightness = "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"
        for scheme, dark in (("dark", True), ("light", False)):
            self.driver.look(scheme=scheme)
            self.assertEqual(dark, self.js(brightness) < 100)

    def test_prints_a_table_of_two_columns(self):
        self.open()
        self.driver.look(medium="print")
        self.addCleanup(self.driver.look)
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
        done = self.program("align", "--segmented", "--format", "html", "ar.txt", "en.txt")
        self.assertEqual((self.folder / "page.html").read_text("utf8"), done.stdout)


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
