#!/usr/bin/env python3
"""scripts/spark/align_job.py on a Spark of two cores: its rows are the records of the command line.

    align_job_test.py PROGRAM          needs what requirements.txt names, and Java; scripts/test makes such a Python
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
JOBS = ROOT / "scripts/spark"
os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1", PYTHONPATH=str(JOBS))
sys.path.insert(0, str(JOBS))
sys.dont_write_bytecode = True

import pyarrow as pa  # noqa: E402  after what they read of the environment
import pyarrow.parquet as pq  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402

import align_job  # noqa: E402

PROGRAM = ""  # from the command line
LARGE, PARTITION = 6000, 40000
PAIRS = [
    ("فتحت المكتبة أبوابها في الساعة {}.", "The library opened its doors at {} o'clock."),
    ("لم يكن في الشارع أحد.", "There was nobody in the street."),
    ("اشترى الفلاح {} شجرة زيتون.", "The farmer bought {} olive trees."),
    ("وصل القطار متأخرا بسبب المطر.", "The train arrived late because of the rain."),
    ("كتبت المعلمة السؤال على اللوح.", "The teacher wrote the question on the board."),
    ("بلغ عدد الزوار {} زائرا في اليوم الأول.", "The number of visitors reached {} on the first day."),
    ("هل تعرف أين يقع المتحف؟", "Do you know where the museum is?"),
    ("أغلق الحارس الباب وعاد إلى بيته.", "The guard closed the door and went back to his house."),
]
BAD = [  # after the id
    {"text": ""}, {"text": None}, {"text": "Only one language. It has two sentences."}, {"text": "\u0000"}, {"text": " \n\t\n"},
    {"text": "نص بلا ترجمة.\rسطر\u2028آخر \\ \"هنا\"."},
]
BAD_LINES = [
    "", "no JSON", "[1]", '{"id": 901}', '{"id": 902, "text": 5}', '{"id": null, "text": "a"}', '{"id": 903, "ar": "نعم.", "en": null}',
    '{"id": 904, "ar": ["نعم.", null], "en": ["Yes."]}', '{"id": "905", "ar": "", "en": ""}', '{"id": 906, "text": "b"}\r',
]


def sentences(number, count):
    """`count` pairs, other ones for each number."""
    chosen = [PAIRS[(number + i * (1 + number % 3)) % len(PAIRS)] for i in range(count)]
    return [[text.format(number + i + 2) for text in pair] for i, pair in enumerate(chosen)]


def pages():
    """Documents {"id", "text"}: most are short, every fortieth is large, some are bad."""
    for number in range(240):
        pairs = sentences(number, 90 if number % 40 == 7 else 2 + number % 6)
        sides = [" ".join(ar for ar, _ in pairs), " ".join(en for _, en in pairs)]
        blocks = sides[::-1] if number % 3 else sides
        yield {"id": number, "text": "\n\n".join(blocks) if number % 5 else "\n".join(f"{ar}\n{en}" for ar, en in pairs)}
    for number, fields in enumerate(BAD, 800):
        yield {"id": number, **fields}


def json_line(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def records(lines, folder):
    """What the command line says of these lines, without the place of a line in its stream."""
    path = pathlib.Path(folder) / "expected.jsonl"
    path.write_bytes("".join(line + "\n" for line in lines).encode())
    run = subprocess.run([PROGRAM, "align", "--jsonl", path, "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    found = [json.loads(line) for line in run.stdout.split("\n")[:-1]]
    assert len(found) == len(lines), run.stderr
    for record in found:
        if "error" in record:
            record["error"]["message"] = re.sub(r"^.*?expected\.jsonl:\d+: ", "", record["error"]["message"])
    return found


def record_of(row):
    """A row as the record that it was made of."""
    error = {name: row.pop("error_" + name) for name in ("code", "message", "offset")}
    if error["code"]:
        row["error"] = error
    return without_nulls(row) | {"id": row["id"]}


def without_nulls(value):
    if isinstance(value, dict):
        return {name: without_nulls(part) for name, part in value.items() if part is not None}
    return [without_nulls(part) for part in value] if isinstance(value, list) else value


def in_order(found):
    return sorted(found, key=lambda record: json.dumps(record, sort_keys=True))


class AlignJob(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        # Four attempts at a task: a local Spark makes one only unless told.
        cls.spark = (SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
                     .config("spark.ui.showConsoleProgress", "false")
                     .config("spark.log.level", "OFF").config("spark.driver.bindAddress", "127.0.0.1")
                     .config("spark.sql.warehouse.dir", str(cls.folder / "warehouse")).getOrCreate())

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.temporary.cleanup()

    def write(self, name, lines):
        path = self.folder / name
        path.write_bytes("".join(line + "\n" for line in lines).encode())
        return path

    def write_table(self, name, **columns):
        path = self.folder / name
        pq.write_table(pa.table(columns), path, row_group_size=50)
        return path

    def align(self, *paths, program=None, name="out", options=()):
        """The rows that the job writes, as records, in an order that does not depend on its own."""
        output = self.folder / name
        words = ["--overwrite", "--large", str(LARGE), "--partition", str(PARTITION), "--program", str(program or PROGRAM)]
        align_job.align(self.spark, align_job.options([*words, *options, *map(str, paths), str(output)]))
        return self.read(output)

    def read(self, output):
        return in_order(map(record_of, pq.read_table(output).to_pylist()))

    def failure(self, *paths, **how):
        with self.assertRaises(align_job.Failure) as raised:
            self.align(*paths, **how)
        return str(raised.exception)

    def test_rows_of_lines_are_the_records_of_the_command_line(self):
        lines = [json_line(document) for document in pages()] + BAD_LINES
        expected = records(lines, self.folder)
        for record in expected:  # one column holds all ids, be they strings or integers
            record["id"] = None if record["id"] is None else str(record["id"])
        self.assertGreater(sum(len(record.get("beads", [])) for record in expected), 1000)
        output = self.folder / "submitted"
        submit = pathlib.Path(sys.executable).parent / "spark-submit"
        run = subprocess.run(
            [submit, "--master", "local[2]", "--conf", "spark.ui.enabled=false", JOBS / "align_job.py", "--program", PROGRAM,
             "--ship", "--model", ROOT / "data/arabic-english.model", "--large", str(LARGE), "--partition", str(PARTITION),
             self.write("lines.jsonl", lines), output],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertEqual(self.read(output), in_order(expected))
        self.assertGreater(len(list(output.glob("part-*"))), 3)

    def test_a_task_that_is_tried_again_gives_the_same_rows(self):
        documents = list(pages())
        table = self.write_table("pages.parquet", id=[d["id"] for d in documents], text=[d["text"] for d in documents])
        expected = in_order(records([json_line(document) for document in documents], self.folder))
        self.assertEqual(self.align(table), expected)

        # Dies once, after some records and with the pipe still full.
        died = self.folder / "died"
        flaky = self.folder / "flaky"
        flaky.write_text(f'#!/bin/sh\nif [ -s "{died}.armed" ] && mkdir "{died}" 2>/dev/null; then\n'
                         f'  head -n 20 | "{PROGRAM}" "$@"\n  kill -KILL $$\nfi\n'
                         f'echo armed >"{died}.armed"  # the job tries the program on one document first\nexec "{PROGRAM}" "$@"\n')
        flaky.chmod(0o755)
        self.assertEqual(self.align(table, program=flaky, name="again"), expected)
        self.assertTrue(died.is_dir(), "no task failed")

    def test_sentences_in_arrays_stay_as_they_are(self):
        documents = [{"id": f"d{number}", "ar": [ar for ar, _ in pairs], "en": [en for _, en in pairs]}
                     for number in range(60) for pairs in [sentences(number, 1 + number % 9)]]
        documents += [{"id": "null", "ar": None, "en": ["Yes."]}, {"id": "inside", "ar": ["نعم.", None], "en": ["Yes.", "No."]},
                      {"id": "none", "ar": [], "en": []}, {"id": None, "ar": ["نعم."], "en": ["Yes."]}]
        table = self.write_table("arrays.parquet", key=[d["id"] for d in documents], arabic=[d["ar"] for d in documents],
                                 english=[d["en"] for d in documents], unused=[1.5] * len(documents))
        expected = in_order(records([json_line(document) for document in documents], self.folder))
        options = ["--id", "key", "--ar", "arabic", "--en", "english"]
        self.assertEqual(self.align(table, options=options), expected)
        self.assertEqual(self.align(table, options=[*options, "--keep-splits"]), expected)

    def test_two_documents_as_strings_and_options_of_the_program(self):
        documents = [{"id": number, "ar": " ".join(ar for ar, _ in pairs), "en": " ".join(en for _, en in pairs[1:])}
                     for number in range(20) for pairs in [sentences(number, 4)]]
        table = self.write_table("pairs.parquet", **{name: [d[name] for d in documents] for name in ("id", "ar", "en")})
        rows = self.align(table, options=["--min-confidence", "1", "--partition-by", "layout"])
        self.assertEqual([row["id"] for row in rows if row["beads"][0].get("marked") is not True], [])
        self.assertEqual(len(list((self.folder / "out").glob("layout=files"))), 1)

    def test_large_documents_are_apart_and_first(self):
        path = self.write("spread.jsonl", [json_line(document) for document in pages()])
        args = align_job.options(["--large", str(LARGE), "--partition", str(PARTITION), "in", "out"])
        spread = align_job.spread(align_job.jsonl(self.spark, [str(path)])[0], args)
        found = spread.select(F.spark_partition_id(), F.length("line")).collect()
        large = {partition for partition, size in found if size > LARGE}
        small = {partition for partition, size in found if size <= LARGE}
        self.assertGreater(len(large), 2)
        self.assertGreater(len(small), 2)
        self.assertLess(max(large), min(small))

    def test_says_what_is_missing(self):
        table = self.write_table("other.parquet", id=[1], body=["x"])
        self.assertIn("no columns id and text, nor id, ar and en, in", self.failure(table))
        self.assertIn("it has id, body", self.failure(table))
        table = self.write_table("number.parquet", id=[1], text=[5])
        self.assertEqual(self.failure(table), "the column text is bigint, not a string")
        table = self.write_table("half.parquet", id=[1.5], text=["x"])
        self.assertEqual(self.failure(table), "the column id is double, not a string or an integer")
        lines = self.write("one.jsonl", ['{"id": 1, "text": "x"}'])
        self.assertRegex(self.failure(lines, program="/no/muwazi"), "^no program /no/muwazi on ")
        self.assertEqual(self.failure(lines, options=["--model", "/no/model"]), "--model: no file /no/model")
        self.assertIn("--omissions", self.failure(lines, options=["--omissions", "sometimes"]))


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(warnings="ignore")  # py4j leaves sockets to the collector
