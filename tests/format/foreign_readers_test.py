#!/usr/bin/env python3
"""Whether readers that others wrote accept what muwazi convert writes, and find the same texts in it; and the way back of
a workbook that openpyxl edited.

    foreign_readers_test.py PROGRAM FOLDER     FOLDER holds the Debian packages of debian.txt, which have the schemas

tmx14.dtd comes with OmegaT, the schemas of XLIFF 1.2 and 2.0 with Symfony; scripts/test fetches both and installs
translate-toolkit, openpyxl, sacreBLEU, OpusFilter, with which OpusTools come, and sentweave, which has vecalign's reader of
beads. No package of Debian, PyPI or npm was found that has the schemas of XLIFF 2.1, whose core has the elements and the name
space of 2.0; nor one that reads hunalign's ladders: preprocess-corpora only runs hunalign.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

import openpyxl
from sacrebleu.metrics import BLEU
from sentweave.dp_utils import read_alignments
from translate.storage.tmx import tmxfile
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

PROGRAM, PACKAGES = sys.argv[1], pathlib.Path(sys.argv[2])

TEXTS = ["The ship left the harbour at dawn.", "a \"quoted\" <b>&amp; ]]> word", "=1+1", "+1", "-1", "@x", "'=1",
         "\u202eright to left\u202c", "\U0001f6a2 astral \U00010330", "{ph:1} _x0041_", "tab\tand\nline"]
PAIRS = [{"id": f"d#{number}", "document": "d <1>" if number % 2 else "e", "ar": "نص " + text, "en": text,
          "score": number / 100, "note": "<note>" if number == 3 else None, "judgement": "accepted" if number == 1 else None}
         for number, text in enumerate(TEXTS)] + [{"id": "null", "ar": "وحدها", "en": ""}]


def texts(fold=False):
    """What is to be found; `fold`: where tabs and line ends are a space."""
    for pair in PAIRS:
        yield tuple(" ".join(pair[side].split()) if fold else pair[side] for side in ("ar", "en"))


class ForeignReaders(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.held = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.held.name)
        lines = [json.dumps({key: value for key, value in pair.items() if value is not None}) for pair in PAIRS]
        (cls.folder / "pairs.jsonl").write_text("".join(line + "\n" for line in lines), "utf8")
        for package in PACKAGES.glob("*.deb"):
            subprocess.run(["dpkg", "-x", package, cls.folder / "packages"], check=True)
        with zipfile.ZipFile(cls.folder / "packages/usr/share/omegat/OmegaT.jar") as jar:
            jar.extract("schemas/tmx14.dtd", cls.folder)
        symfony = cls.folder / "packages/usr/share/php/Symfony/Component/Translation/Resources/schemas"
        for schema in symfony.glob("*.xsd"):  # they import xml.xsd from where it is not
            text = schema.read_text("utf8")
            for place in ("http://www.w3.org/2001/xml.xsd", "informativeCopiesOf3rdPartySchemas/w3c/xml.xsd"):
                text = text.replace(f'"{place}"', '"xml.xsd"')
            (cls.folder / "schemas" / schema.name).write_text(text, "utf8")

    @classmethod
    def tearDownClass(cls):
        cls.held.cleanup()

    def convert(self, *arguments, code=0):
        done = subprocess.run([PROGRAM, "convert", *arguments], cwd=self.folder, capture_output=True, text=True,
                              encoding="utf8")
        self.assertEqual(code, done.returncode, done.stderr)
        return done.stderr

    def lines(self, name):
        sides = [(self.folder / f"{name}.{side}").read_text("utf8").split("\n")[:-1] for side in ("ar", "en")]
        self.assertEqual(*map(len, sides))
        return list(zip(*sides))

    def run_tool(self, name, *arguments):
        """A program that came with a Python package."""
        done = subprocess.run([pathlib.Path(sys.executable).parent / name, *arguments], cwd=self.folder,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)

    def assert_valid(self, name, *how):
        done = subprocess.run(["xmllint", "--noout", "--nonet", *how, name], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stderr)

    def test_tmx(self):
        self.convert("pairs.jsonl", "-o", "x.tmx")
        self.assert_valid("x.tmx", "--dtdvalid", "schemas/tmx14.dtd")
        units = tmxfile.parsefile(str(self.folder / "x.tmx")).units
        self.assertEqual(list(texts()), [(str(unit.source), str(unit.target or "")) for unit in units])
        self.assertEqual([pair["id"] for pair in PAIRS], [unit.getid() for unit in units])

    def test_xliff_1_2(self):
        self.convert("pairs.jsonl", "-o", "x.xlf")
        self.assert_valid("x.xlf", "--schema", "schemas/xliff-core-1.2-strict.xsd")
        units = Xliff1File.parsefile(str(self.folder / "x.xlf")).units
        self.assertEqual(list(texts()), [(str(unit.source), str(unit.target or "")) for unit in units])
        self.assertEqual([1], [number for number, unit in enumerate(units) if unit.isapproved()])

    def test_xliff_2_1(self):
        self.convert("pairs.jsonl", "--to", "xliff2", "-o", "x2.xlf")
        self.assert_valid("x2.xlf", "--schema", "schemas/xliff-core-2.0.xsd")
        units = Xliff2File.parsefile(str(self.folder / "x2.xlf")).units
        self.assertEqual(list(texts()), [(str(unit.source), str(unit.target or "")) for unit in units])

    def test_schemas_refuse_something(self):
        self.convert("pairs.jsonl", "-o", "y.xlf")
        path = self.folder / "y.xlf"
        path.write_text(path.read_text("utf8").replace("<target>", "<aim>").replace("</target>", "</aim>"), "utf8")
        with self.assertRaises(AssertionError):
            self.assert_valid("y.xlf", "--schema", "schemas/xliff-core-1.2-strict.xsd")

    def test_empty_files_are_valid(self):
        (self.folder / "empty.jsonl").write_text("")
        for name, how in (("e.tmx", ("--dtdvalid", "schemas/tmx14.dtd")), ("e.ces", ())):
            self.convert("empty.jsonl", "-o", name)
            self.assert_valid(name, *how)
        for kind, schema in (("xliff", "1.2-strict"), ("xliff2", "2.0")):
            self.convert("empty.jsonl", "--to", kind, "-o", "e.xlf")
            if kind == "xliff2":  # XLIFF 1.2 lets a body be empty
                self.assert_valid("e.xlf", "--schema", f"schemas/xliff-core-{schema}.xsd")

    def test_ces_for_opus_tools(self):
        self.convert("pairs.jsonl", "-o", "x.ces")
        for name in ("x.ces", "x.ar.xml", "x.en.xml"):
            self.assert_valid(name)
        for name in ("x.ar.xml", "x.en.xml"):
            with zipfile.ZipFile(self.folder / (name + ".zip"), "w") as packed:
                packed.write(self.folder / name, name)
        self.run_tool("opus_read", "-d", "any", "-s", "ar", "-t", "en", "-af", "x.ces", "-sz", "x.ar.xml.zip", "-tz",
                      "x.en.xml.zip", "-p", "raw", "-wm", "moses", "-ln", "-w", "opus.ar", "opus.en")
        self.assertEqual([pair for pair in texts(fold=True) if pair[1]], self.lines("opus"))

    def test_csv(self):
        self.convert("pairs.jsonl", "-o", "x.csv")
        raw = (self.folder / "x.csv").read_bytes()
        self.assertTrue(raw.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True)))
        self.assertEqual(len(PAIRS), len(rows))
        for row, pair in zip(rows, PAIRS):
            self.assertIn(row["English"], (pair["en"], "'" + pair["en"]))
            self.assertNotIn(row["English"][:1], tuple("=+-@\t"))

    def test_tsv(self):
        self.convert("pairs.jsonl", "-o", "x.tsv")
        with open(self.folder / "x.tsv", encoding="utf8", newline="\n") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.assertEqual(list(texts(fold=True)), [(row["src_text"], row["trg_text"]) for row in rows])

    def test_moses_for_sacrebleu(self):
        said = self.convert("pairs.jsonl", "-o", "x.ar")
        self.assertIn("1 pair with an empty side left out", said)
        self.assertEqual([pair for pair in texts(fold=True) if pair[1]], self.lines("x"))
        english = [pair[1] for pair in self.lines("x")]
        self.assertEqual(100, round(BLEU().corpus_score(english, [english]).score, 6))

    def test_moses_for_opus_filter(self):
        self.convert("pairs.jsonl", "-o", "o.ar")
        (self.folder / "filter.json").write_text(json.dumps({"common": {"output_directory": "."}, "steps": [
            {"type": "filter", "parameters": {"inputs": ["o.ar", "o.en"], "outputs": ["kept.ar", "kept.en"], "filters": [
                {"LengthFilter": {"unit": "word", "min_length": 4, "max_length": 100}}]}}]}))
        self.run_tool("opusfilter", "filter.json")
        wanted = [pair for pair in texts(fold=True) if min(len(text.split()) for text in pair) >= 4]
        self.assertEqual(wanted, self.lines("kept"))

    def test_beads_for_vecalign(self):
        self.convert("pairs.jsonl", "-o", "v.beads")
        sides = [(self.folder / f"v.{side}").read_text("utf8").split("\n")[:-1] for side in ("ar", "en")]
        beads = read_alignments(str(self.folder / "v.beads"))
        found = [tuple(" ".join(lines[number] for number in numbers) for lines, numbers in zip(sides, bead)) for bead in beads]
        self.assertEqual(list(texts(fold=True)), found)

    def test_workbook(self):
        self.convert("pairs.jsonl", "-o", "x.xlsx")
        sheet = openpyxl.load_workbook(self.folder / "x.xlsx").active
        rows = list(sheet.iter_rows(values_only=True))
        columns = [rows[0].index(name) for name in ("Arabic", "English")]
        # openpyxl leaves the codes of a workbook's strings as they are written.
        found = [tuple((row[column] or "").replace("_x005F_", "_") for column in columns) for row in rows[1:]]
        self.assertEqual(list(texts()), found)
        formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        self.assertLessEqual(set(formulas), {"=1+1"})  # openpyxl takes any string with = for one

    def test_edits_come_back(self):
        self.convert("pairs.jsonl", "-o", "edited.xlsx")
        book = openpyxl.load_workbook(self.folder / "edited.xlsx")
        sheet = book.active
        header = [cell.value for cell in sheet[1]]
        sheet.cell(2, header.index("accepted/wrong") + 1, "wrong")
        sheet.cell(3, header.index("English") + 1, "another text")
        sheet.cell(13, header.index("note") + 1, "has no translation")
        book.save(self.folder / "edited.xlsx")
        said = self.convert("pairs.jsonl", "--apply", "edited.xlsx", "-o", "new.jsonl")
        self.assertIn("d#0: wrong\n", said)
        self.assertIn("d#1: English: \"a \"quoted\" <b>&amp; ]]> word\" -> \"another text\"", said)
        self.assertIn("null: note: \"\" -> \"has no translation\"", said)
        self.assertIn("3 pairs changed, 0 edits not applied", said)
        pairs = [json.loads(line) for line in (self.folder / "new.jsonl").read_text("utf8").splitlines()]
        self.assertEqual("wrong", pairs[0]["judgement"])
        self.assertEqual("another text", pairs[1]["en"])
        self.assertEqual([pair["en"] for pair in PAIRS[2:]], [pair["en"] for pair in pairs[2:]])
        # A second time the pairs are others than when the sheet was made.
        self.assertIn("d#0: not applied", self.convert("new.jsonl", "--apply", "edited.xlsx", "-o", "again.jsonl", code=1))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
