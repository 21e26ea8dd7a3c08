// A dictionary and a small parallel text of our own.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "muwazi/lexicon/model.h"
#include "muwazi/lexicon/trainer.h"

namespace muwazi::tiny {

// Categories: N nouns, Nap nouns with the feminine ending, PV verbs of the past.
inline constexpr const char* kStems =
    "كتاب\tbook\tN\n"
    "مدرس\tteacher\tN\n"
    "مدرس\tschool\tNap\n"
    "مكتب\tlibrary\tNap\n"
    "شجر\ttree\tNap\n"
    "طبيب\tdoctor\tN\n"
    "كتب\twrite\tPV\n"
    "زار\tvisit\tPV\n";
inline constexpr const char* kAffixes =
    "و\tand\tPref-Wa\n"
    "ال\tthe\tNPref-Al\n"
    "وال\tand the\tNPref-Al\n"
    "لل\tfor the\tNPref-Lil\n"
    "ولل\tand for the\tNPref-Lil\n"
    "ب\twith\tNPref-Bi\n"
    "ة\t[fem.]\tNSuff-ap\n"
    "ها\ther\tNSuff-ha\n"
    "ت\tshe\tPVSuff-t\n";
inline constexpr const char* kCompatible =
    "prefix-stem\tPref-0\tN\n"
    "prefix-stem\tPref-0\tNap\n"
    "prefix-stem\tPref-0\tPV\n"
    "prefix-stem\tPref-Wa\tN\n"
    "prefix-stem\tPref-Wa\tNap\n"
    "prefix-stem\tPref-Wa\tPV\n"
    "prefix-stem\tNPref-Al\tN\n"
    "prefix-stem\tNPref-Al\tNap\n"
    "prefix-stem\tNPref-Lil\tN\n"
    "prefix-stem\tNPref-Lil\tNap\n"
    "prefix-stem\tNPref-Bi\tN\n"
    "prefix-stem\tNPref-Bi\tNap\n"
    "stem-suffix\tN\tSuff-0\n"
    "stem-suffix\tN\tNSuff-ha\n"
    "stem-suffix\tNap\tNSuff-ap\n"
    "stem-suffix\tPV\tSuff-0\n"
    "stem-suffix\tPV\tPVSuff-t\n"
    "prefix-suffix\tPref-0\tSuff-0\n"
    "prefix-suffix\tPref-0\tNSuff-ap\n"
    "prefix-suffix\tPref-0\tNSuff-ha\n"
    "prefix-suffix\tPref-0\tPVSuff-t\n"
    "prefix-suffix\tPref-Wa\tSuff-0\n"
    "prefix-suffix\tPref-Wa\tNSuff-ap\n"
    "prefix-suffix\tPref-Wa\tNSuff-ha\n"
    "prefix-suffix\tPref-Wa\tPVSuff-t\n"
    "prefix-suffix\tNPref-Al\tSuff-0\n"
    "prefix-suffix\tNPref-Al\tNSuff-ap\n"
    "prefix-suffix\tNPref-Lil\tSuff-0\n"
    "prefix-suffix\tNPref-Lil\tNSuff-ap\n"
    "prefix-suffix\tNPref-Bi\tSuff-0\n"
    "prefix-suffix\tNPref-Bi\tNSuff-ap\n"
    "prefix-suffix\tNPref-Bi\tNSuff-ha\n";

inline constexpr const char* kSentences =
    "قرأ الولد الكتاب\tThe boy read the book\n"
    "قرأت البنت الكتاب\tThe girl read the book\n"
    "البنت في المدرسة\tThe girl is in the school\n"
    "الولد في المدرسة\tThe boy is in the school\n"
    "المعلم في المدرسة\tThe instructor is in the school\n"
    "زار الطبيب المدرسة\tThe doctor visited the school\n"
    "زار الطبيب القرية\tThe doctor visited the village\n"
    "القرية صغيرة\tThe village is small\n"
    "المدرسة كبيرة\tThe school is large\n"
    "المكتبة كبيرة\tThe library is large\n"
    "المكتبة في القرية\tThe library is in the village\n"
    "الكتاب في المكتبة\tThe book is in the library\n"
    "الشجرة كبيرة\tThe tree is large\n"
    "الشجرة في الحديقة\tThe tree is in the garden\n"
    "الولد في الحديقة\tThe boy is in the garden\n"
    "القطة في الحديقة\tThe cat is in the garden\n"
    "القطة صغيرة\tThe cat is small\n"
    "رأى الولد القطة\tThe boy saw the cat\n"
    "رأت البنت القطة\tThe girl saw the cat\n"
    "رأى الطبيب الولد\tThe doctor saw the boy\n"
    "كتب المعلم الكتاب\tThe instructor wrote the book\n"
    "كتبت البنت رسالة\tThe girl wrote a letter\n"
    "كتب الولد رسالة\tThe boy wrote a letter\n"
    "الرسالة في الكتاب\tThe letter is in the book\n"
    "الحديقة كبيرة\tThe garden is large\n"
    "الكتاب كبير\tThe book is large\n"
    "البيت صغير\tThe house is small\n"
    "البيت في القرية\tThe house is in the village\n"
    "القطة في البيت\tThe cat is in the house\n"
    "الطبيب في البيت\tThe doctor is in the house\n"
    "الولد والبنت في البيت\tThe boy and the girl are in the house\n"
    "الشجرة والبيت في القرية\tThe tree and the house are in the village\n"
    "المعلم والطبيب في المدرسة\tThe instructor and the doctor are in the school\n"
    "القلم على الكتاب\tThe pen is on the book\n"
    "القلم صغير\tThe pen is small\n"
    "القطة على الشجرة\tThe cat is on the tree\n"
    "الرسالة على الكتاب\tThe letter is on the book\n"
    "النهر كبير\tThe river is large\n"
    "القرية على النهر\tThe village is on the river\n"
    "رأى المعلم النهر\tThe instructor saw the river\n";

inline constexpr const char* kWords =
    "قلم\tpen\n"
    "نهر\triver\n"
    "حديقة\tgarden\n"
    "بيت\thouse\n";

inline std::vector<TrainingSource> sources() {
  return {{SourceKind::sentences, "sentences.tsv", kSentences, 1.0},
          {SourceKind::dictionary, "words.tsv", kWords, 1.0},
          {SourceKind::stems, "stems.tsv", kStems, 1.0},
          {SourceKind::affixes, "affixes.tsv", kAffixes, 1.0},
          {SourceKind::compatible, "compatible.tsv", kCompatible, 1.0}};
}

/// The model of some sources; faults are dropped.
inline Model train(const std::vector<TrainingSource>& from, const TrainOptions& options = {}) {
  std::vector<Fault> faults;
  return std::get<Model>(Model::from_bytes(model_bytes(train_lexicon(from, options, faults))));
}

/// The model of a text in which "by and large" is a phrase: عموما, a rare word.
inline Model train_with_phrase() {
  std::string text;
  for (int k = 0; k < 30; ++k) text += kSentences;
  const auto add = [&](int times, const char* lines) {
    for (int k = 0; k < times; ++k) text += lines;
  };
  add(30,
      "كبير\tlarge\nكبير وصغير\tlarge and small\nكتاب وقلم\tbook and pen\nبيد\tby hand\nبقلم\tby "
      "pen\n"
      "صحيح\ttrue\nحسن\tgood\n");
  add(8, "عموما صحيح\tby and large true\nعموما حسن\tby and large good\n");
  return train({{SourceKind::sentences, "s", text, 1.0}});
}

}  // namespace muwazi::tiny
