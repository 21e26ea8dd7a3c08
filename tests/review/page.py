"""What every test of the review page begins with: two short texts, their page in a browser, and hands to use it."""
import json
import pathlib
import subprocess
import tempfile
import time
import unittest

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

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
FIRST = "1-1 1-1 1-1 1-2 1-0 1-1 0-1"  # how the two texts are aligned


class Page(unittest.TestCase):
    """A page of the two texts above, opened anew for each test; nothing is kept from one to the next.
    `muwazi` and `driver` are set by whoever runs the tests."""
    muwazi = driver = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.driver.resize(1280, 900)
        self.driver.save_into(self.folder)

    def tearDown(self):
        self.assertEqual([], self.driver.page_errors())

    def program(self, *arguments):
        return subprocess.run([self.muwazi, *arguments], cwd=self.folder, capture_output=True, text=True)

    def write(self, arabic=ARABIC, english=ENGLISH):
        (self.folder / "ar.txt").write_text(arabic, "utf8")
        (self.folder / "en.txt").write_text(english, "utf8")

    def view(self, *options):
        done = self.program("view", "--segmented", *options, "ar.txt", "en.txt", "-o", "page.html")
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
        return self.driver.page_script(script, *arguments)

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
        done = self.program("align", "--segmented", "--format", "json", *options, "ar.txt", "en.txt")
        self.assertEqual(0, done.returncode, done.stderr)
        record = json.loads(done.stdout)
        return [(bead["ar"], bead["en"], bead["confidence"]) for bead in record["beads"]], done.stderr

    def shapes(self, *options):
        return " ".join(f"{len(ar)}-{len(en)}" for ar, en, _ in self.beads(*options)[0])
