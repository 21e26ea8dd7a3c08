// The model that comes with the program, and what every alignment must keep.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "muwazi/bitext/aligner.h"
#include "muwazi/lexicon/model.h"

namespace muwazi::testing {

/// Throws where the model is absent or no model: the tests fail then.
inline const Model& shipped_model() {
  static const Model model =
      std::get<Model>(Model::open(MUWAZI_SOURCE_DIR "/data/arabic-english.model"));
  return model;
}

inline const Aligner& shipped_aligner() {
  static const Aligner aligner(shipped_model());
  return aligner;
}

inline void expect_same(const Bitext& x, const Bitext& y) {
  EXPECT_EQ(x.id, y.id);
  EXPECT_EQ(x.layout, y.layout);
  EXPECT_EQ(x.arabic, y.arabic);
  EXPECT_EQ(x.english, y.english);
  EXPECT_EQ(x.beads, y.beads);
  EXPECT_EQ(x.skipped, y.skipped);
  EXPECT_EQ(x.english_skipped, y.english_skipped);
  EXPECT_EQ(x.coverage.arabic, y.coverage.arabic);
  EXPECT_EQ(x.coverage.english, y.coverage.english);
  EXPECT_EQ(x.notes, y.notes);
}

/// The ranges cover each byte of the text once and are not empty.
inline void expect_tiles(std::vector<ByteRange> ranges, std::size_t size) {
  std::sort(ranges.begin(), ranges.end(),
            [](ByteRange x, ByteRange y) { return x.begin < y.begin; });
  std::size_t at = 0;
  for (const ByteRange range : ranges) {
    ASSERT_EQ(range.begin, at);
    ASSERT_LT(range.begin, range.end);
    at = range.end;
  }
  ASSERT_EQ(at, size);
}

inline void add_ranges(std::vector<ByteRange>& out, const std::vector<Sentence>& sentences) {
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    out.push_back(sentences[k].bytes);
    if (k == 0) continue;
    EXPECT_LE(sentences[k - 1].bytes.end, sentences[k].bytes.begin);
    EXPECT_LE(sentences[k - 1].line, sentences[k].line);
    EXPECT_LE(sentences[k - 1].paragraph, sentences[k].paragraph);
  }
}

inline void add_ranges(std::vector<ByteRange>& out, const std::vector<Skipped>& skipped) {
  for (std::size_t k = 0; k < skipped.size(); ++k) {
    out.push_back(skipped[k].bytes);
    if (k > 0) {
      EXPECT_LE(skipped[k - 1].bytes.end, skipped[k].bytes.begin);
    }
  }
}

/// Every sentence in one bead, in order; posteriors and coverage between 0 and 1; a layout that there is.
inline void expect_beads(const Bitext& bitext) {
  std::uint32_t a = 0, e = 0;
  for (const Bead& bead : bitext.beads) {
    ASSERT_EQ(bead.arabic.begin, a);
    ASSERT_EQ(bead.english.begin, e);
    a = bead.arabic.end, e = bead.english.end;
    ASSERT_FALSE(bead.arabic.empty() && bead.english.empty());
    ASSERT_GE(bead.posterior, 0.0F);
    ASSERT_LE(bead.posterior, 1.0F);
  }
  ASSERT_EQ(a, bitext.arabic.size());
  ASSERT_EQ(e, bitext.english.size());
  for (const double share : {bitext.coverage.arabic, bitext.coverage.english}) {
    EXPECT_GE(share, 0.0);
    EXPECT_LE(share, 1.0);
  }
  const std::vector<std::string> layouts = {"block",
                                            "block_en_first",
                                            "interleaved",
                                            "interleaved_sentence",
                                            "table",
                                            "table_rev",
                                            "mixed_inline",
                                            "heading_ar_body_en",
                                            "heading_en_body_ar",
                                            "partial",
                                            "monolingual",
                                            "unrelated",
                                            "files",
                                            "empty"};
  EXPECT_NE(std::find(layouts.begin(), layouts.end(), bitext.layout), layouts.end())
      << bitext.layout;
}

inline void expect_page(const Bitext& bitext, std::string_view text) {
  expect_beads(bitext);
  std::vector<ByteRange> ranges;
  add_ranges(ranges, bitext.arabic);
  add_ranges(ranges, bitext.english);
  add_ranges(ranges, bitext.skipped);
  expect_tiles(std::move(ranges), text.size());
  EXPECT_TRUE(bitext.english_skipped.empty());
}

inline void expect_files(const Bitext& bitext, std::string_view arabic, std::string_view english) {
  expect_beads(bitext);
  std::vector<ByteRange> of_arabic, of_english;
  add_ranges(of_arabic, bitext.arabic);
  add_ranges(of_arabic, bitext.skipped);
  add_ranges(of_english, bitext.english);
  add_ranges(of_english, bitext.english_skipped);
  expect_tiles(std::move(of_arabic), arabic.size());
  expect_tiles(std::move(of_english), english.size());
}

/// The pairs as "Arabic = English", sentences of a side joined by " / "; a null has an empty side.
inline std::vector<std::string> pairs(const Bitext& bitext, std::string_view arabic,
                                      std::string_view english) {
  const auto joined = [](std::string_view text, const std::vector<Sentence>& sentences,
                         SentenceSpan span) {
    std::string out;
    for (std::uint32_t k = span.begin; k < span.end; ++k) {
      if (k > span.begin) out += " / ";
      out += slice(text, sentences[k].bytes);
    }
    return out;
  };
  std::vector<std::string> out;
  for (const Bead& bead : bitext.beads) {
    out.push_back(joined(arabic, bitext.arabic, bead.arabic) + " = " +
                  joined(english, bitext.english, bead.english));
  }
  return out;
}

}  // namespace muwazi::testing
