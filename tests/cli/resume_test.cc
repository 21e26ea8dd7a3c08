// muwazi align --resume, and what a run leaves that a signal ended.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <climits>
#include <csignal>
#include <utility>

#include "cli/stream_input.h"

namespace muwazi {
namespace {

using testing::HasSubstr;

class Resume : public StreamProgram {};

TEST_F(Resume, MakesTheFileThatIsNotThere) {
  file("in.jsonl", document_lines(4));
  const Outcome outcome = run({"align", "--jsonl", "in.jsonl", "--resume", "out.jsonl"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(content(path("out.jsonl")), run({"align", "--jsonl", "in.jsonl"}).out);
}

/// Cuts the output at each of the places and goes on from there.
class CutAnywhere : public Resume {
 protected:
  void expect_whole_from(std::size_t first, std::size_t step) const {
    file("in.jsonl", "{\"id\": 1, \"text\": \"Yes.\"}\nbad\n{\"id\": \"3\", \"text\": \"\"}\n");
    const std::string whole = run({"align", "--jsonl", "-q", "in.jsonl"}).out;
    ASSERT_EQ(records_of(whole).size(), 3U);
    for (std::size_t size = first; size <= whole.size(); size += step) {
      file("out.jsonl", whole.substr(0, size));
      const Outcome outcome =
          run({"align", "--jsonl", "-q", "in.jsonl", "--resume", "out.jsonl", "-j", "2"});
      ASSERT_EQ(content(path("out.jsonl")), whole) << size << outcome.err;
    }
  }
};

TEST_F(CutAnywhere, GivesTheBytesOfAnUnbrokenRun) { expect_whole_from(0, 41); }

class SlowCutAnywhere : public CutAnywhere {};
TEST_F(SlowCutAnywhere, GivesTheBytesOfAnUnbrokenRunFromEveryByte) { expect_whole_from(0, 1); }

TEST_F(Resume, SaysHowManyDocumentsWereDoneBefore) {
  file("in.jsonl", document_lines(5));
  file("out.jsonl", run({"align", "--jsonl"}, "head -3 in.jsonl").out);
  EXPECT_THAT(run({"align", "--jsonl", "in.jsonl", "--resume", "out.jsonl"}).err,
              testing::MatchesRegex("muwazi: 2 documents, 0 errors, .* a second; 3 documents "
                                    "done before\n"));
}

TEST_F(Resume, EndsAsAnUnbrokenRunWhereADocumentFailedBefore) {
  file("in.jsonl", "bad\n" + document_lines(2));
  file("out.jsonl", run({"align", "--jsonl"}, "head -2 in.jsonl").out);
  const Outcome outcome = run({"align", "--jsonl", "in.jsonl", "--resume", "out.jsonl"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("1 document, 0 errors,"));
  EXPECT_THAT(outcome.err, HasSubstr("; 2 documents done before, 1 error\n"));
}

TEST_F(Resume, DoesNotTakeTextsForErrors) {
  file("in.jsonl",
       R"({"id": "x, \"error\": {\"code\": \"", "text": "Yes, \"error\": {\"code\": \"no."})"
       "\n" +
           document_lines(1));
  file("out.jsonl", run({"align", "--jsonl"}, "head -1 in.jsonl").out);
  EXPECT_EQ(run({"align", "--jsonl", "in.jsonl", "--resume", "out.jsonl"}).code, 0);
}

/// The mark of an error record crosses the end of a piece that the output is read in.
TEST_F(Resume, FindsErrorsWhereverTheyStandInALongOutput) {
  const std::string text(262'100, 'x');
  for (const std::size_t more : {0, 10, 20, 30, 40, 50, 60}) {
    const std::string id = text.substr(0, text.size() - more);
    file("in.jsonl", "{\"id\": \"" + id + "\"}\n");
    file("out.jsonl", run({"align", "--jsonl"}, "cat in.jsonl").out);
    EXPECT_EQ(run({"align", "--jsonl", "in.jsonl", "--resume", "out.jsonl"}).code, 2) << more;
  }
}

TEST_F(Resume, WorksForLists) {
  file("page.txt", kEnglishText);
  file("list", "page.txt\nabsent.txt\n\npage.txt\n");
  const std::string whole = run({"align", "-q", "--list", "list"}).out;
  for (std::size_t size = 0; size < whole.size(); size += 60) {
    file("out.jsonl", whole.substr(0, size));
    (void)run({"align", "-q", "--list", "list", "--resume", "out.jsonl"});
    ASSERT_EQ(content(path("out.jsonl")), whole) << size;
  }
}

struct Foreign {
  const char* name;
  std::string bytes;
  const char* said;
};
class ForeignOutputs : public Resume, public testing::WithParamInterface<Foreign> {};

TEST_P(ForeignOutputs, AreRefusedAndLeftAsTheyAre) {
  file("in.jsonl", document_lines(3));
  file("out.jsonl", GetParam().bytes);
  const Outcome outcome = run({"align", "--jsonl", "in.jsonl", "--resume", "out.jsonl"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().said));
  EXPECT_EQ(content(path("out.jsonl")), GetParam().bytes);
}

INSTANTIATE_TEST_SUITE_P(
    All, ForeignOutputs,
    testing::Values(
        Foreign{"text", "One line.\nTwo lines.\n", "something else than the records"},
        Foreign{"text_without_end", "Some text", "something else than the records"},
        Foreign{"text_behind_a_record", "{\"id\": \"d0\", \"layout\": \"empty\"}\nnotes",
                "something else than the records"},
        Foreign{"another_id", "{\"id\": \"d1\", \"layout\": \"empty\"}\n{\"id\": \"d",
                "is not of the document in line 1 of the input"},
        Foreign{"longer_id", "{\"id\": \"d00\", \"layout\": \"empty\"}\n",
                "is not of the document in line 1 of the input"},
        Foreign{"more_records",
                "{\"id\": \"d0\"}\n{\"id\": \"d1\"}\n{\"id\": \"d2\"}\n{\"id\": \"d3\"}\n",
                "out.jsonl has 4 records, and the input only 3 documents"},
        Foreign{"packed", "\x1F\x8B\x08 and so on", "it is packed"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST_F(Resume, RefusesWhatIsNoPlainFile) {
  EXPECT_THAT(run({"align", "--jsonl", "--resume", "/dev/null"}).err, HasSubstr("no plain file"));
  EXPECT_THAT(run({"align", "--jsonl", "--resume", "out.jsonl.gz"}).err, HasSubstr("packed"));
}

TEST_F(Resume, RefusesStandardOutput) {
  const Outcome outcome = run({"align", "--jsonl", "--resume", "-"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--resume -: standard output cannot be gone on with"));
  EXPECT_FALSE(std::filesystem::exists(path("-")));
}

TEST_F(Resume, LeavesNoFileWithoutInput) {
  const Outcome outcome = run({"align", "--jsonl", "absent.jsonl", "--resume", "new.out"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("cannot read absent.jsonl"));
  EXPECT_FALSE(std::filesystem::exists(path("new.out")));
  file("old.out", "");
  (void)run({"align", "--jsonl", "absent.jsonl", "--resume", "old.out"});
  EXPECT_TRUE(std::filesystem::exists(path("old.out")));
  (void)run({"align", "--jsonl", "--resume", "new.gz"});
  EXPECT_FALSE(std::filesystem::exists(path("new.gz")));
  file("empty.jsonl", "");
  EXPECT_EQ(run({"align", "--jsonl", "empty.jsonl", "--resume", "new.out"}).code, 0);
  EXPECT_TRUE(std::filesystem::exists(path("new.out")));
}

// Signals. The program runs with pipes, so that what it does at each moment is known.

class Interrupted : public StreamProgram {
 protected:
  void start(std::vector<std::string> arguments) {
    int in[2], out[2];
    ASSERT_EQ(::pipe2(in, O_CLOEXEC), 0);
    ASSERT_EQ(::pipe2(out, O_CLOEXEC), 0);
    ASSERT_EQ(::fcntl(out[1], F_SETFL, O_WRONLY | out_flags_), 0);
    ASSERT_GE(::fcntl(out[1], F_SETPIPE_SZ, PIPE_BUF), PIPE_BUF);
    arguments.insert(arguments.begin(), MUWAZI_BINARY_DIR "/bin/muwazi");
    std::vector<char*> words;
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    const std::string folder = path("").string();
    child_ = ::fork();
    if (child_ == 0) {
      if (::chdir(folder.c_str()) != 0) ::_exit(99);
      ::dup2(in[0], STDIN_FILENO);
      ::dup2(out[1], STDOUT_FILENO);
      ::execv(words[0], words.data());
      ::_exit(99);
    }
    ::close(in[0]);
    ::close(out[1]);
    to_ = in[1];
    from_ = out[0];
  }

  void say(const std::string& bytes) const {
    ASSERT_EQ(::write(to_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }

  /// Up to the end of a line, or of the output.
  [[nodiscard]] std::string hear() const {
    std::string line;
    char c = 0;
    while (!line.ends_with('\n') && ::read(from_, &c, 1) == 1) line += c;
    return line;
  }

  /// Kills it and gives the signal that it ended by.
  int end_by(int signal) const {
    ::kill(child_, signal);
    int status = 0;
    ::waitpid(child_, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : -WEXITSTATUS(status);
  }

  void TearDown() override {
    if (to_ >= 0) ::close(std::exchange(to_, -1));
    if (from_ >= 0) ::close(std::exchange(from_, -1));
  }

  /// Its output holds all that it takes, and more is to come.
  void start_and_fill_the_pipe() {
    start({"align", "--jsonl", "-q"});
    std::string yes;
    for (int k = 0; k < 1000; ++k) yes += "Yes. ";
    for (int k = 0; k < 3; ++k) say("{\"id\": 1, \"text\": \"" + yes + "\"}\n");
    for (int waiting = 0; waiting < PIPE_BUF;) {
      ASSERT_EQ(::ioctl(from_, FIONREAD, &waiting), 0);
      ::usleep(1000);
    }
  }

  pid_t child_ = -1;
  int to_ = -1, from_ = -1;
  int out_flags_ = 0;
};

TEST_F(Interrupted, AnswersEachLineWithoutWaitingForTheNext) {
  start({"align", "--jsonl", "-q"});
  for (int k = 0; k < 3; ++k) {
    say(document_line(k));
    EXPECT_EQ(records_of(hear()).at(0)["id"], "d" + std::to_string(k));
  }
  EXPECT_EQ(end_by(SIGKILL), SIGKILL);
}

TEST_F(Interrupted, WritesWholeRecordsOnly) {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    start({"align", "--jsonl", "-q", "-j", "2"});
    say(document_lines(2) + "{\"id\": \"half a li");
    EXPECT_EQ(records_of(hear()).size(), 1U);
    EXPECT_EQ(records_of(hear()).size(), 1U);
    EXPECT_EQ(end_by(signal), signal);
    EXPECT_EQ(hear(), "");
    TearDown();
  }
}

TEST_F(Interrupted, EndsWhereItsReaderHasStalled) {
  for (const int flags : {0, O_NONBLOCK}) {
    out_flags_ = flags;
    start_and_fill_the_pipe();
    ::kill(child_, SIGTERM);
    bool ended = false;
    for (int k = 0; k < 1000 && !ended; ++k) {
      siginfo_t info{};  // leaves it to end_by()
      ASSERT_EQ(::waitid(P_PID, child_, &info, WEXITED | WNOHANG | WNOWAIT), 0);
      ended = info.si_pid == child_;
      ::usleep(10'000);
    }
    EXPECT_TRUE(ended);
    EXPECT_EQ(end_by(SIGKILL), SIGTERM);
    TearDown();
  }
}

TEST_F(Interrupted, FinishesARecordForAReaderWhoIsSlow) {
  start_and_fill_the_pipe();
  ::kill(child_, SIGTERM);
  ::usleep(50'000);
  const std::string record = hear();
  EXPECT_GT(record.size(), 10U * PIPE_BUF);
  EXPECT_EQ(records_of(record).size(), 1U);
  EXPECT_EQ(hear(), "");
  EXPECT_EQ(end_by(SIGTERM), SIGTERM);
}

TEST_F(Interrupted, WaitsForAReaderOfANonBlockingPipe) {
  out_flags_ = O_NONBLOCK;
  start_and_fill_the_pipe();
  ::close(std::exchange(to_, -1));
  for (int k = 0; k < 3; ++k) EXPECT_EQ(records_of(hear()).size(), 1U);
  EXPECT_EQ(hear(), "");
  EXPECT_EQ(end_by(0), 0);
}

TEST_F(Interrupted, LeavesAnOutputFileAsItWas) {
  file("out.jsonl", "before");
  ASSERT_EQ(::mkfifo(path("in").c_str(), 0600), 0);
  start({"align", "--jsonl", "in", "-q", "-o", "out.jsonl"});
  const int in = ::open(path("in").c_str(), O_WRONLY);  // waits until the program reads it
  ASSERT_GE(in, 0);
  EXPECT_EQ(end_by(SIGTERM), SIGTERM);
  ::close(in);
  EXPECT_EQ(content(path("out.jsonl")), "before");
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path("")))
    names.push_back(entry.path().filename().string());
  EXPECT_THAT(names, testing::UnorderedElementsAre("in", "out.jsonl"));
}

TEST_F(Interrupted, LetsARunThatIsKilledGoOn) {
  for (const int signal : {SIGTERM, SIGKILL}) {
    std::filesystem::remove(path("out.jsonl"));
    start({"align", "--jsonl", "-q", "--resume", "out.jsonl"});
    say(document_lines(5) + "{\"id\": \"half a li");
    while (!std::filesystem::exists(path("out.jsonl")) ||
           content(path("out.jsonl")).find("\"d4\"") == std::string::npos) {
      ::usleep(1000);
    }
    EXPECT_EQ(end_by(signal), signal);
    TearDown();
    file("in.jsonl", document_lines(9));
    EXPECT_EQ(run({"align", "--jsonl", "in.jsonl", "--resume", "out.jsonl"}).code, 0);
    EXPECT_EQ(content(path("out.jsonl")), run({"align", "--jsonl", "in.jsonl"}).out);
  }
}

TEST_F(Interrupted, RefusesAnOutputThatAnotherRunIsWriting) {
  start({"align", "--jsonl", "-q", "--resume", "out.jsonl"});
  say(document_line(0));
  while (content(path("out.jsonl")).empty()) ::usleep(1000);
  EXPECT_THAT(run({"align", "--jsonl", "--resume", "out.jsonl"}).err,
              HasSubstr("another run is writing it"));
  EXPECT_EQ(end_by(SIGTERM), SIGTERM);
}

}  // namespace
}  // namespace muwazi
