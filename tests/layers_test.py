#!/usr/bin/env python3
"""Who may include whom: the order of the modules in CMakeLists.txt, and where each library may be used.

    layers_test.py          checks the project, then the checks themselves on small made-up trees
"""
import pathlib
import re
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent

# A library's headers, by how their names begin, and the modules that may include them. Every module may
# include the standard library, everything else must be named here.
LIBRARIES = {
    "unicode/": {"text", "segment"},
    "boost/iostreams/": {"text"},
    "boost/program_options": {"cli"},
    "fmt/": None,  # any module
    "Eigen/": {"score"},
    "lbfgs.h": {"score"},
    "expat.h": {"format"},
    "xlsxwriter.h": {"format"},
    "zip.h": {"format"},
    "xxhash.h": {"lexicon", "bitext", "format", "corpus"},
    "openssl/": {"text"},
    "nlohmann/": {"page", "format", "corpus", "evaluate"},
    "libstemmer.h": {"lexicon"},
}
# The system's own headers, for what std has not: memory maps, terminals, file modes.
SYSTEM = re.compile(r"(sys/\w+|fcntl|unistd|poll|termios|signal|spawn|stdlib)\.h")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
MODULE = re.compile(r"^muwazi_module\((\w+)", re.M)


def modules(root):
    """The modules in order; cli, which muwazi_program() builds, may use them all."""
    return MODULE.findall((root / "CMakeLists.txt").read_text("utf8")) + ["cli"]


def sources(root, order):
    """(path, module, whether public, whether a test) of every header and source below a module's folders."""
    for folder in ("include/muwazi", "aligner", "tests"):
        for path in sorted((root / folder).glob("*/**/*")):
            module = path.relative_to(root / folder).parts[0]
            if path.suffix not in (".h", ".cc") or (folder == "tests" and module not in order):
                continue
            yield path, module, folder == "include/muwazi", folder == "tests"


def own_module(target, public):
    """The module of a quoted include, from "muwazi/MODULE/x.h" or "MODULE/x.h"."""
    parts = pathlib.PurePosixPath(target).parts
    if parts[0] == "muwazi":
        parts = parts[1:]
    return parts[0] if len(parts) == 2 else None


def breach(root, order, path, module, public, test, mark, target):
    """What is wrong with one #include, or None."""
    if mark == '"':
        helper = pathlib.PurePosixPath(target)  # of all tests: tests/golden/golden.h
        if test and helper.parts[0] not in order and (root / "tests" / helper).exists():
            return None
        other = own_module(target, public)
        if other is None:
            return "is neither muwazi/MODULE/x.h nor MODULE/x.h"
        if other not in order:
            return f"there is no module {other}"
        if not any((root / folder / target).exists() for folder in ("include", "aligner", "tests")):
            return "there is no such file"
        if public and not target.startswith("muwazi/"):
            return "a public header includes a private one"
        if order.index(other) > order.index(module):
            return f"{module} stands above {other}"
        return None
    if target.startswith("muwazi/"):
        return "own headers are included with quotation marks"
    if re.fullmatch(r"[a-z_0-9]+", target):
        return None
    if public:
        return "a public header includes only std and public headers"
    if SYSTEM.fullmatch(target):
        return None
    if test and re.match(r"(gtest|gmock|nlohmann)/", target):
        return None
    for prefix, users in LIBRARIES.items():
        if target.startswith(prefix):
            return None if users is None or module in users else f"{module} may not use {prefix}"
    return "an unknown library: name it in tests/layers_test.py"


def breaches(root):
    order = modules(root)
    found = []
    for path, module, public, test in sources(root, order):
        where = path.relative_to(root)
        if module not in order:
            found.append(f"{where}: the folder is no module of CMakeLists.txt")
            continue
        text = path.read_text("utf8")
        if path.suffix == ".h" and not re.search(r"^#pragma once$", text, re.M):
            found.append(f"{where}: no #pragma once")
        for mark, target in INCLUDE.findall(text):
            wrong = breach(root, order, path, module, public, test, mark, target)
            if wrong:
                found.append(f"{where}: {target}: {wrong}")
    return found


class Project(unittest.TestCase):
    def test_includes_follow_the_order_of_the_modules(self):
        self.assertGreater(len(list(sources(ROOT, modules(ROOT)))), 10)
        self.assertEqual([], breaches(ROOT))


class Checks(unittest.TestCase):
    """Two modules, text above segment, and one file more."""

    def of(self, path, *lines):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            files = {
                "CMakeLists.txt": "muwazi_module(text LINKS x)\nmuwazi_module(segment)\nmuwazi_module(score)\n",
                "include/muwazi/text/a.h": "#pragma once\n",
                "include/muwazi/segment/b.h": "#pragma once\n",
                "aligner/segment/private.h": "#pragma once\n",
                "tests/helper/file.h": "#pragma once\n",
                path: "\n".join(lines) + "\n",
            }
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, "utf8")
            return breaches(root)

    def test_what_is_allowed(self):
        for path, *lines in (
            ("aligner/segment/x.cc", '#include "muwazi/text/a.h"', '#include "segment/private.h"'),
            ("aligner/segment/x.cc", "#include <vector>", "#include <unicode/brkiter.h>", "#include <fmt/core.h>"),
            ("include/muwazi/segment/x.h", "#pragma once", '#include "muwazi/text/a.h"', "#include <string_view>"),
            ("tests/segment/x_test.cc", "#include <gtest/gtest.h>", '#include "segment/private.h"'),
            ("aligner/cli/x.cc", "#include <boost/program_options.hpp>", '#include "muwazi/segment/b.h"'),
            ("aligner/text/x.cc", "#include <sys/stat.h>"),
            ("tests/text/x_test.cc", '#include "helper/file.h"'),
        ):
            with self.subTest(path=path, lines=lines):
                self.assertEqual([], self.of(path, *lines))

    def test_what_is_not(self):
        for path, line, message in (
            ("aligner/text/x.cc", '#include "muwazi/segment/b.h"', "text stands above segment"),
            ("aligner/text/x.cc", '#  include "segment/private.h"', "text stands above segment"),
            ("tests/text/x_test.cc", '#include "muwazi/segment/b.h"', "text stands above segment"),
            ("aligner/text/x.cc", '#include "muwazi/text/none.h"', "there is no such file"),
            ("aligner/text/x.cc", '#include "../segment/private.h"', "is neither"),
            ("aligner/text/x.cc", '#include "words/b.h"', "there is no module words"),
            ("aligner/text/x.cc", "#include <muwazi/text/a.h>", "quotation marks"),
            ("aligner/score/x.cc", "#include <unicode/uchar.h>", "score may not use unicode/"),
            ("aligner/text/x.cc", "#include <Eigen/Core>", "text may not use Eigen/"),
            ("aligner/text/x.cc", "#include <zlib.h>", "an unknown library"),
            ("aligner/words/x.cc", "#include <vector>", "no module of CMakeLists.txt"),
            ("aligner/text/x.h", "#include <vector>", "no #pragma once"),
            ("include/muwazi/segment/x.h", '#pragma once\n#include "segment/private.h"', "includes a private one"),
            ("include/muwazi/text/x.h", "#pragma once\n#include <unicode/uchar.h>", "only std"),
            ("include/muwazi/text/x.h", "#pragma once\n#include <sys/mman.h>", "only std"),
        ):
            with self.subTest(path=path, line=line):
                found = self.of(path, line)
                self.assertEqual(1, len(found), found)
                self.assertIn(message, found[0])


if __name__ == "__main__":
    unittest.main()
