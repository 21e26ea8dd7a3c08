"""What a person does with rows, by mouse and by keyboard."""
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from page import FIRST, Page


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
