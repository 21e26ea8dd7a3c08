"""A network with one hidden layer that tells groups of candidates with a fault from those without; scripts/train-checks says more."""
import sys
import textwrap
import typing

import numpy


class Pace(typing.NamedTuple):
    """How a network learns."""
    rounds: int
    batch: int   # groups
    rate: float  # of Adam's steps


class Data:
    """All candidates one behind the other, those of a group together."""

    def __init__(self, examples):
        self.rows = numpy.vstack([rows for _, rows in examples]).astype(numpy.float32)
        if not numpy.isfinite(self.rows).all():
            raise ValueError("a feature is no number")
        self.right = numpy.concatenate([right for right, _ in examples]).astype(numpy.float32)
        self.positive = numpy.array([right.any() for right, _ in examples])
        self.count = numpy.array([len(rows) for _, rows in examples])
        self.begin = numpy.cumsum(self.count) - self.count
        self.log_count = numpy.repeat(numpy.log(self.count), self.count).astype(numpy.float32)

    def batch(self, groups):
        """Where the candidates of some groups are; where each group begins among them; and how many it has."""
        count = self.count[groups]
        at = numpy.concatenate([numpy.arange(self.begin[k], self.begin[k] + self.count[k]) for k in groups])
        return at, numpy.cumsum(count) - count, count


class Network:
    """score(f) = linear · f + out · tanh(hidden f + shift) + bias, of features as they come."""

    def __init__(self, rows, hidden, decay, seed=0):
        """Begins with small random numbers, for features of mean 0 and deviation 1. `decay`: of the squared numbers, in units
        of a group."""
        self.decay = decay
        self.mean, self.scale = rows.mean(0), rows.std(0) + 1e-6
        self.random = numpy.random.default_rng(seed)
        count = rows.shape[1]
        parts = {"hidden": self.random.normal(0, 0.6 / numpy.sqrt(count), (count, hidden)), "shift": numpy.zeros(hidden),
                 "out": self.random.normal(0, 0.3, hidden), "linear": numpy.zeros(count), "bias": numpy.array(-3.0)}
        self.parts = {name: part.astype(numpy.float32) for name, part in parts.items()}

    def scores(self, rows):
        p = self.parts
        hidden = numpy.tanh(rows @ p["hidden"] + p["shift"])
        return hidden, hidden @ p["out"] + rows @ p["linear"] + p["bias"]

    def gradients(self, rows, data, groups):
        """Of the log-likelihood of some groups."""
        at, begin, count = data.batch(groups)
        hidden, scores = self.scores(rows[at])
        e = numpy.exp(numpy.clip(scores - data.log_count[at], -40, 40))
        z, right = numpy.add.reduceat(e, begin), numpy.add.reduceat(e * data.right[at], begin) + 1e-30
        pull = e * data.right[at] / numpy.repeat(right, count) - e / numpy.repeat(1 + z, count)
        back = pull[:, None] * self.parts["out"] * (1 - hidden * hidden)
        return {"hidden": rows[at].T @ back, "shift": back.sum(0), "out": pull @ hidden, "linear": pull @ rows[at],
                "bias": pull.sum()}

    def learn(self, data, pace):
        """Gradient ascent with Adam's steps, a batch of groups at a time."""
        rows = (data.rows - self.mean) / self.scale
        first, second = ({name: numpy.zeros_like(part) for name, part in self.parts.items()} for _ in range(2))
        order = numpy.arange(len(data.count))
        batches = -(-len(order) // pace.batch)
        steps = pace.rounds * batches
        for step in range(1, steps + 1):
            at = (step - 1) % batches * pace.batch
            if at == 0:
                self.random.shuffle(order)
            groups = order[at:at + pace.batch]
            size = pace.rate * min(1.0, 3 * (1 - step / (steps + 1)))
            for name, gradient in self.gradients(rows, data, groups).items():
                if name != "bias":
                    gradient = gradient - self.decay * len(groups) / len(order) * self.parts[name]
                first[name] = 0.9 * first[name] + 0.1 * gradient
                second[name] = 0.99 * second[name] + 0.01 * gradient ** 2
                move = size * (first[name] / (1 - 0.9 ** step)) / (numpy.sqrt(second[name] / (1 - 0.99 ** step)) + 1e-9)
                self.parts[name] = (self.parts[name] + move).astype(numpy.float32)

    def unscaled(self):
        """For features as they come."""
        p = {name: part.astype(float) for name, part in self.parts.items()}
        hidden, linear = p["hidden"] / self.scale[:, None], p["linear"] / self.scale
        return {"hidden": hidden.T, "shift": p["shift"] - self.mean @ hidden, "out": p["out"], "linear": linear,
                "bias": p["bias"] - self.mean @ linear}


def mean(networks):
    """The network whose scores are the mean of theirs, as unscaled() gives it: with all their hidden units."""
    each = [network.unscaled() for network in networks]
    parts = {name: numpy.concatenate([p[name] for p in each]) for name in ("hidden", "shift", "out")}
    parts["out"] = parts["out"] / len(each)
    return parts | {name: sum(p[name] for p in each) / len(each) for name in ("linear", "bias")}


def probabilities(data, parts):
    """`parts`: of a network, from mean()."""
    scores = numpy.tanh(data.rows @ parts["hidden"].T + parts["shift"]) @ parts["out"] + data.rows @ parts["linear"] + parts["bias"]
    z = numpy.add.reduceat(numpy.exp(numpy.clip(scores - data.log_count, -40, 40)), data.begin)
    return z / (1 + z)


def judge(data, parts):
    p = probabilities(data, parts)
    loss = -numpy.log(numpy.where(data.positive, p, 1 - p) + 1e-12).mean()
    print(f"{data.positive.sum()} of {len(p)}, loss {loss:.4f}", file=sys.stderr)
    for level in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        found = p >= level
        hits = (found & data.positive).sum()
        print(f"  {level}: P {hits / max(found.sum(), 1):.3f} R {hits / data.positive.sum():.3f}", file=sys.stderr)


def source(parts, share, kind):
    def numbers(values, indent):
        return textwrap.fill(", ".join(f"{v:.4g}" for v in values), 96, initial_indent=indent, subsequent_indent=indent)

    count = sum(part.size for part in parts.values()) + 1  # and the share
    rows = ",\n".join("    {{\n" + numbers(row, "        ") + "}}" for row in parts["hidden"])
    return f"""// Written by scripts/train-checks {kind}s.
#include "check/weights.h"

namespace muwazi::check {{

// clang-format off
static_assert(sizeof({kind.title()}Network) == {count} * sizeof(double), "learnt of other features: scripts/train-checks {kind}s");
const {kind.title()}Network k{kind.title()}Weights = {{
    .hidden = {{{{
{rows}}}}},
    .shift = {{{{
{numbers(parts["shift"], "        ")}}}}},
    .out = {{{{
{numbers(parts["out"], "        ")}}}}},
    .linear = {{{{
{numbers(parts["linear"], "        ")}}}}},
    .bias = {parts["bias"]:.4g},
    .share = {share:.4g}}};
// clang-format on

}}  // namespace muwazi::check
"""
