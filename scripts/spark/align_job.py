#!/usr/bin/env python3
"""Aligns a data set of documents with Spark: one `muwazi align --jsonl` a task, fed through a pipe.

  spark-submit align_job.py [options] INPUT... OUTPUT

INPUT is JSON Lines as `muwazi align --jsonl` reads it (a document a line; packed, too), or Parquet with the columns
id (string or integer) and text (a page), or id, ar and en (two documents; strings, or arrays of sentences).
OUTPUT is a folder of Parquet, a row a document in no particular order: id, layout, sentences, beads, skipped, coverage
and notes as in the record of `--format json`; error_code, error_message and error_offset are null unless the document
could not be read, and then the others are null.

A row depends on its document alone, so a task that is tried again, or twice at a time, gives the same rows.
Documents are spread by the hash of their bytes. The large ones have partitions of their own and are begun first, so
that none of them is what a stage waits for in the end.
"""
import argparse
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

import pyarrow as pa
from py4j.protocol import Py4JJavaError
from pyspark import SparkFiles
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

RECORD = """
id STRING, layout STRING,
sentences STRUCT<ar: ARRAY<STRUCT<start: BIGINT, end: BIGINT, text: STRING>>,
                 en: ARRAY<STRUCT<start: BIGINT, end: BIGINT, text: STRING>>>,
beads ARRAY<STRUCT<ar: ARRAY<INT>, en: ARRAY<INT>, confidence: DOUBLE, marked: BOOLEAN>>,
skipped ARRAY<STRUCT<start: BIGINT, end: BIGINT, reason: STRING, side: STRING>>,
coverage STRUCT<ar: DOUBLE, en: DOUBLE>,
notes ARRAY<STRING>,
error STRUCT<code: STRING, message: STRING, offset: BIGINT>
"""
PARTITIONS_AT_MOST = 10_000  # of large documents
ROWS_OF_A_BATCH = 256  # that a task writes; what it reads is bounded by --batch
BYTES_OF_A_BATCH = 16 << 20
IDS = (T.StringType, T.ByteType, T.ShortType, T.IntegerType, T.LongType)


class Failure(Exception):
    """Something the user has to put right."""


# ---- on the executors

class Program:
    """The command of a task. Files sent with the job are looked up where the task runs."""

    def __init__(self, program, options, sent):
        self.program, self.options, self.sent = program, options, sent

    def command(self):
        found = SparkFiles.get(self.program) if self.program in self.sent else shutil.which(self.program)
        if not found:
            raise RuntimeError(f"no program {self.program} on {os.uname().nodename}")
        options = [SparkFiles.get(word) if word in self.sent else word for word in self.options]
        return [found, "align", "--jsonl", "-", "--quiet", *options]

    def __call__(self, batches):
        """The function for mapInArrow: batches of lines to batches of records."""
        records, size = [], 0
        for record in self.records(line for batch in batches for line in batch.column(0)):
            records.append(record)
            size += len(record)
            if len(records) == ROWS_OF_A_BATCH or size > BYTES_OF_A_BATCH:
                yield batch_of(records)
                records, size = [], 0
        if records:
            yield batch_of(records)

    def records(self, lines):
        """The records of the lines, in their order. An empty partition starts nothing."""
        first = next(lines, None)
        if first is None:
            return
        with tempfile.TemporaryFile() as said:
            command = self.command()
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said) as process:
                feeder = Feeder(process.stdin, first, lines)
                try:
                    count = 0
                    for record in process.stdout:
                        count += 1
                        yield record
                    # Exit code 2 is also what documents in error leave behind; theirs have records.
                    fed = feeder.finish()
                    if process.wait() not in (0, 2) or count != fed:
                        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode} after {count} of {fed} "
                                           f"or more documents: {tail(said)}")
                finally:
                    process.kill()  # does nothing to one that has ended


class Feeder:
    """Writes lines to a pipe in a thread of its own, as the program begins to answer long before it has read them all."""

    def __init__(self, pipe, first, lines):
        self.fed, self.fault = 0, None
        self.thread = threading.Thread(target=self.feed, args=(pipe, first, lines), daemon=True)
        self.thread.start()

    def feed(self, pipe, first, lines):
        try:
            with pipe:
                line = first
                while line is not None:
                    self.fed += 1
                    pipe.write(line.as_buffer())
                    pipe.write(b"\n")
                    line = next(lines, None)
        except BrokenPipeError:
            pass  # the program ended: seen by the count of its records
        except BaseException as fault:  # of the input, which is read in this thread
            self.fault = fault

    def finish(self):
        """The number of lines that were fed; raises what the input raised."""
        self.thread.join()
        if self.fault:
            raise self.fault
        return self.fed


def batch_of(records):
    return pa.RecordBatch.from_arrays([pa.array(records, pa.binary()).cast(pa.string())], ["record"])


def tail(file):
    file.seek(0, os.SEEK_END)
    file.seek(max(0, file.tell() - 2000))
    return file.read().decode("utf8", "replace").strip()


# ---- on the driver

def jsonl(spark, paths):
    """Lines as they are, so that what is wrong with one is said of that line. A carriage return ends none."""
    lines = spark.read.text(paths, lineSep="\n")
    return lines.select(F.col("value").cast("binary").alias("line")), None


def parquet(spark, paths, args):
    """Lines made of the columns, and the type of the ids."""
    table = spark.read.parquet(*paths)
    types = {field.name: field.dataType for field in table.schema}
    page, pair = args.text in types, args.ar in types and args.en in types
    if args.id not in types or not (page or pair):
        raise Failure(f"no columns {args.id} and {args.text}, nor {args.id}, {args.ar} and {args.en}, in "
                      f"{' '.join(paths)}: it has {', '.join(types)}")
    if page and pair:
        raise Failure(f"{args.text} and {args.ar}, {args.en} are all columns of {' '.join(paths)}: name one of these kinds "
                      "otherwise, --text '' for example")
    if not isinstance(types[args.id], IDS):
        raise Failure(f"the column {args.id} is {types[args.id].simpleString()}, not a string or an integer")
    names = {"text": args.text} if page else {"ar": args.ar, "en": args.en}
    for name, column in names.items():
        is_array = isinstance(types[column], T.ArrayType) and isinstance(types[column].elementType, T.StringType)
        if not isinstance(types[column], T.StringType) and not (is_array and name != "text"):
            raise Failure(f"the column {column} is {types[column].simpleString()}, not a string"
                          + ("" if name == "text" else " or an array of strings"))
    columns = [quoted(args.id).alias("id")] + [quoted(column).alias(name) for name, column in names.items()]
    line = F.to_json(F.struct(*columns), {"ignoreNullFields": "false"})
    return table.select(line.cast("binary").alias("line")), types[args.id]


def quoted(column):
    return F.col("`" + column.replace("`", "``") + "`")


def spread(lines, args):
    """The lines in partitions of about equal work; those longer than --large apart, and first."""
    size, key = F.length("line"), F.xxhash64("line")
    is_large = size > args.large
    large, small_bytes = lines.agg(F.count_if(is_large), F.sum(F.when(~is_large, size))).first()
    small = lines.where(~is_large)
    if not args.keep_splits:
        small = small.repartition(math.ceil((small_bytes or 1) / args.partition), key)
    if not large:
        return small
    return lines.where(is_large).repartition(min(large, PARTITIONS_AT_MOST), key).union(small)


def rows(records, id_type):
    """The columns of the output. The number of a line in a task's stream says nothing to anybody: it is cut off."""
    # inline(array(x)) and not x.*, for which Spark would parse a record once for each column.
    parsed = F.from_json("record", RECORD, {"mode": "FAILFAST", "maxStringLen": str(2**31 - 1)})
    fields = records.select(F.inline(F.array(parsed)))
    message = F.regexp_replace("error.message", r"^standard input:\d+: ", "")
    return fields.select(
        F.col("id").cast(id_type or T.StringType()).alias("id"), "layout", "sentences", "beads", "skipped", "coverage", "notes",
        F.col("error.code").alias("error_code"), message.alias("error_message"), F.col("error.offset").alias("error_offset"))


def send(spark, args):
    """Sends the model, and with --ship the program, to each executor once; gives the program as tasks see it."""
    sent, options = set(), []
    if args.ship:
        beside = pathlib.Path(args.program).resolve().parent.parent / "share/muwazi/arabic-english.model"
        if not os.access(args.program, os.X_OK) or not os.path.isfile(args.program):
            raise Failure(f"--ship: no program {args.program} here")
        if not args.model and not beside.is_file():
            raise Failure(f"--ship: no model {beside}; name one with --model")
        args.model = args.model or str(beside)
    for option, path in (("", args.program if args.ship else None), ("--model", args.model), ("--weights", args.weights)):
        if not path:
            continue
        if not os.path.isfile(path):
            raise Failure(f"{option}: no file {path}")
        name = os.path.basename(path)
        if name in sent:
            raise Failure(f"two files to send are both named {name}")
        spark.sparkContext.addFile(path)
        sent.add(name)
        options += [option, name] if option else []
    for option in ("min_confidence", "omissions", "granularity", "max_document"):
        value = getattr(args, option)
        options += ["--" + option.replace("_", "-"), value] if value else []
    return Program(os.path.basename(args.program) if args.ship else args.program, options, sent)


def probe(spark, program):
    """Aligns one document in a task, so that a program that is missing or refuses its options is reported at once."""
    def attempt(_):
        try:
            line = pa.scalar(b'{"id": 0, "text": ""}', pa.binary())
            return [(len(list(program.records(iter([line])))), "")]
        except (RuntimeError, OSError) as fault:
            return [(0, str(fault))]
    _, fault = spark.sparkContext.parallelize([0], 1).mapPartitions(attempt).first()
    if fault:
        raise Failure(fault)


def align(spark, args):
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "64")
    spark.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", str(args.batch))
    *inputs, output = args.paths
    is_jsonl = args.format == "jsonl" or not args.format and all(".json" in os.path.basename(p.rstrip("/")) for p in inputs)
    lines, id_type = jsonl(spark, inputs) if is_jsonl else parquet(spark, inputs, args)
    program = send(spark, args)
    probe(spark, program)
    records = spread(lines, args).mapInArrow(program, "record STRING")
    writer = rows(records, id_type).write.mode("overwrite" if args.overwrite else "errorifexists")
    (writer.partitionBy(args.partition_by) if args.partition_by else writer).parquet(output)


def reason(fault):
    """In one line: what Python said in a task, else what Spark says first. The whole of it is in Spark's log."""
    said = str(fault)
    in_task = re.findall(r"^(?:RuntimeError|ModuleNotFoundError): (.+)$", said, re.M)
    return in_task[-1] if in_task else said.strip().partition("\n")[0]


def bytes_of(text):
    """12, 64K, 8M, 1G as a number."""
    digits, unit = (text[:-1], text[-1].upper()) if text[-1:].upper() in tuple("KMG") else (text, "")
    if not digits.isdigit() or not int(digits):
        raise argparse.ArgumentTypeError(f"'{text}' is no size: 500000, 64K, 8M or 1G for example")
    return int(digits) << {"": 0, "K": 10, "M": 20, "G": 30}[unit]


def options(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
                                     usage="spark-submit %(prog)s [options] INPUT... OUTPUT")
    parser.add_argument("paths", nargs="+", metavar="INPUT... OUTPUT", help="files, folders or addresses that Spark can open")
    group = parser.add_argument_group("what is read")
    group.add_argument("--format", choices=("jsonl", "parquet"), help="of the input [jsonl where its name has .json]")
    group.add_argument("--id", default="id", metavar="COLUMN", help="of Parquet: the column of the ids [%(default)s]")
    group.add_argument("--text", default="text", metavar="COLUMN", help="of pages that hold both languages [%(default)s]")
    group.add_argument("--ar", default="ar", metavar="COLUMN", help="of Arabic documents [%(default)s]")
    group.add_argument("--en", default="en", metavar="COLUMN", help="of English documents [%(default)s]")
    group = parser.add_argument_group("what is written")
    group.add_argument("--overwrite", action="store_true", help="replace an OUTPUT that exists")
    group.add_argument("--partition-by", choices=("layout", "error_code"), help="a folder for each value of this column")
    group = parser.add_argument_group("the program")
    group.add_argument("--program", default="muwazi", metavar="FILE", help="as the executors find it [%(default)s, on their PATH]")
    group.add_argument("--ship", action="store_true",
                       help="send the FILE of --program, and its model, to the executors (the libraries it needs must be there)")
    group.add_argument("--model", metavar="FILE", help="a file here, sent to each executor once [the program's own]")
    group.add_argument("--weights", metavar="FILE", help="the same [the program's own]")
    for option, what in (("--min-confidence", "P"), ("--omissions", "WORD"), ("--granularity", "WORD"), ("--max-document", "SIZE")):
        group.add_argument(option, metavar=what, help="as in muwazi align --help")
    group = parser.add_argument_group("how the work is spread")
    group.add_argument("--partition", type=bytes_of, default="32M", metavar="SIZE", help="of documents for a task [%(default)s]")
    group.add_argument("--large", type=bytes_of, default="1M", metavar="SIZE",
                       help="documents longer than this have partitions of their own, begun first [%(default)s]")
    group.add_argument("--keep-splits", action="store_true",
                       help="leave the other documents in the splits that the input comes in, which saves a shuffle of it all")
    group.add_argument("--batch", type=bytes_of, default="8M", metavar="SIZE",
                       help="of documents that go from Spark to Python at a time [%(default)s; Spark before 4: 64 documents]")
    group.add_argument("--master", help="of Spark where spark-submit says none, local[2] for example")
    args = parser.parse_args(words)
    if len(args.paths) < 2:
        parser.error("name an INPUT and an OUTPUT")
    return args


def main():
    args = options()
    builder = SparkSession.builder.appName("muwazi")
    if args.master:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else a local task takes the first python3
        builder = builder.master(args.master)
    spark = builder.getOrCreate()
    try:
        align(spark, args)
    except (Failure, PySparkException, Py4JJavaError) as fault:
        sys.exit(f"align_job: {reason(fault)}")
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
