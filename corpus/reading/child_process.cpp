// SPDX-License-Identifier: GPL-2.0-or-later
#include "child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

extern char** environ;  // NOLINT: posix_spawn takes it from nowhere else

namespace repere::corpus {
namespace {

using Clock = std::chrono::steady_clock;

pid_t start(const std::vector<std::string>& argv, int out) {
  std::vector<char*> words;
  for (const std::string& word : argv) words.push_back(const_cast<char*>(word.c_str()));  // NOLINT
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  const int failed = posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? child : -1;
}

/// Reads until the end, a limit, or an error. returns: how reading ended.
ChildResult::End drain(int in, const ChildLimits& limits, std::string& output) {
  const auto deadline = Clock::now() + limits.wall;
  std::vector<char> buffer(1 << 16);
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return ChildResult::End::timed_out;
    pollfd wait{in, POLLIN, 0};
    const int ready = poll(&wait, 1, static_cast<int>(std::min<long long>(left.count(), 1000)));
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    const auto count = read(in, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return ChildResult::End::exited;
    output.append(buffer.data(), static_cast<std::size_t>(count));
    if (output.size() > limits.output_bytes) return ChildResult::End::too_much;
  }
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& argv, const ChildLimits& limits) {
  ChildResult result;
  int ends[2];
  if (argv.empty() || pipe2(ends, O_CLOEXEC) != 0) return result;
  const pid_t child = start(argv, ends[1]);
  close(ends[1]);
  if (child < 0) {
    close(ends[0]);
    return result;
  }
  result.end = drain(ends[0], limits, result.output);
  if (result.end != ChildResult::End::exited) kill(child, SIGKILL);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (result.end != ChildResult::End::exited) return result;
  if (WIFSIGNALED(status)) {
    result.end = ChildResult::End::killed;
    result.code = WTERMSIG(status);
  } else {
    result.code = WEXITSTATUS(status);
  }
  return result;
}

}  // namespace repere::corpus
